//===- Spell.cpp - An edit of the program as an edit of its text ----------===//
#include "frontend/Spell.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace tidy {
namespace {

/// The library a callee is of: as a model of the op says, or else its
/// innermost namespace or class that a model file names.
StringRef libraryOf(const Instr &Op, const Models &M) {
  if (auto It = M.Callees.find(Op.Callee); It != M.Callees.end())
    for (const CalleeModel &Model : It->second)
      if (Model.Op == Op.Name)
        return Model.Library;
  StringRef Scope = Op.Callee;
  while (!Scope.empty()) {
    Scope = Scope.contains("::") ? Scope.rsplit("::").first : "";
    if (auto It = M.Namespaces.find(Scope.str()); It != M.Namespaces.end())
      return It->second;
  }
  return "";
}

const EditSpelling *findSpelling(const Models &M, StringRef Library,
                                 StringRef Op) {
  auto It = find_if(M.Edits, [&](const EditSpelling &E) {
    return E.Library == Library && E.Op == Op && E.Parameters.size() == 1;
  });
  return It == M.Edits.end() ? nullptr : &*It;
}

/// The instruction that computes the operand, if the operand's text can be
/// replaced where the op stands.
const Instr *replaceable(const Function &F, const Instr &Op,
                         StringRef Parameter) {
  auto It = find_if(Op.Operands,
                    [&](const Operand &O) { return O.Parameter == Parameter; });
  if (It == Op.Operands.end() || It->From >= F.Instrs.size())
    return nullptr;
  const Instr &From = F.Instrs[It->From];
  // A value can come from elsewhere, such as a default argument.
  bool Inside = From.Where.known() && From.Where.File == Op.Where.File &&
                From.Where.Offset >= Op.Where.Offset &&
                From.Where.end() <= Op.Where.end();
  return Inside && From.Editable ? &From : nullptr;
}

/// `{x}.t()` with `x` in place, in parentheses where `.t()` would otherwise
/// bind to its last part only.
std::string fill(const EditSpelling &Spelling, StringRef Text, bool Postfix) {
  std::string Hole = "{" + Spelling.Parameters[0] + "}";
  std::string Result;
  StringRef Rest = Spelling.Text;
  while (!Rest.empty()) {
    size_t At = Rest.find(Hole);
    Result += Rest.take_front(At);
    if (At == StringRef::npos)
      break;
    Rest = Rest.drop_front(At + Hole.size());
    bool Binds = Rest.starts_with(".") || Rest.starts_with("[") ||
                 Rest.starts_with("->");
    Result += Binds && !Postfix ? "(" + Text.str() + ")" : Text.str();
  }
  return Result;
}

} // namespace

std::optional<TextEdit> spell(const ProgramEdit &E, const Program &P,
                              const Models &M) {
  if (E.Function >= P.Functions.size() ||
      E.Instr >= P.Functions[E.Function].Instrs.size())
    return std::nullopt;
  const Function &F = P.Functions[E.Function];
  const Instr &Op = F.Instrs[E.Instr];
  const EditSpelling *Spelling = findSpelling(M, libraryOf(Op, M), E.Through);
  const Instr *From = replaceable(F, Op, E.Parameter);
  if (!Spelling || !From || From->Where.File >= P.Files.size())
    return std::nullopt;
  StringRef Text = P.Files[From->Where.File].Text;
  if (From->Where.end() > Text.size())
    return std::nullopt;
  Text = Text.substr(From->Where.Offset, From->Where.Length);
  return TextEdit{From->Where, fill(*Spelling, Text, From->Postfix)};
}

} // namespace tidy

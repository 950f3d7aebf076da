//===- Print.cpp - A Program as text --------------------------------------===//
#include "ir/Text.h"
#include "ir/Words.h"
#include "sig/Lexer.h"
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <set>

using llvm::StringRef;

namespace tidy {
namespace {

std::string wordOrQuoted(StringRef Name) {
  return isWord(Name) && Name != "_" ? Name.str() : quote(Name);
}

/// `ns::f` as it is, anything else in quotes.
std::string qualifiedOrQuoted(StringRef Name) {
  llvm::SmallVector<StringRef> Parts;
  Name.split(Parts, "::");
  auto IsPart = [](StringRef Part) { return isWord(Part) && Part != "_"; };
  return llvm::all_of(Parts, IsPart) ? Name.str() : quote(Name);
}

class Printer {
public:
  Printer(const Function &F, llvm::raw_ostream &OS) : F(F), OS(OS) {
    std::map<StringRef, unsigned> Seen;
    for (const Variable &V : F.Vars) {
      unsigned Number = Seen[V.Name]++;
      Vars.push_back(wordOrQuoted(V.Name));
      if (Number > 0)
        Vars.back() += "." + std::to_string(Number);
    }
    for (const Instr &I : F.Instrs) {
      for (const PathStep &Step : I.Path)
        Used.insert(Step.Index);
      for (const Operand &O : I.Operands) {
        Used.insert(O.From);
        for (const PathStep &Step : O.Path)
          Used.insert(Step.Index);
      }
    }
    for (const Block &B : F.Blocks)
      Used.insert(B.End.Value);
  }

  void run();

private:
  void param(const Param &P);
  void shape(const ShapePattern &P);
  void instr(InstrId Id);
  void content(const Instr &I);
  void operands(const Instr &I);
  std::string place(VarId Var, const Path &Steps);
  void end(const Terminator &End);
  void span(const Span &S, StringRef Before = " ") {
    if (S != Span())
      OS << Before << '@' << S.File << ':' << S.Offset << '+' << S.Length;
  }
  void declared(llvm::ArrayRef<std::string> Places) {
    OS << (Places.empty() ? "" : " declared ");
    auto One = [&](const std::string &Place) { OS << quote(Place); };
    llvm::interleave(Places, OS, One, ", ");
  }
  void flag(bool Set, StringRef Name) {
    if (Set)
      OS << ' ' << Name;
  }

  const Function &F;
  llvm::raw_ostream &OS;
  std::vector<std::string> Vars; ///< as printed
  std::set<InstrId> Used;
  InstrId Next = 0; ///< what an instruction without a number gets
};

void Printer::run() {
  OS << "function @" << qualifiedOrQuoted(F.Name) << ' ' << quote(F.Usr);
  span(F.Where);
  OS << " (";
  auto One = [&](const Param &P) { param(P); };
  llvm::interleave(F.Params, OS, One, ", ");
  OS << ')';
  if (F.Result) {
    OS << " -> ";
    shape(*F.Result);
  }
  flag(F.Internal, "internal");
  declared(F.Declared);
  auto Plays = [&](const Role &R) {
    OS << quote(R.Usr) << " of " << quote(R.Class);
  };
  OS << (F.Roles.empty() ? "" : " plays ");
  llvm::interleave(F.Roles, OS, Plays, ", ");
  OS << " {\n";
  for (VarId V = F.Params.size(); V < F.Vars.size(); ++V) {
    OS << "  var " << Vars[V] << ": "
       << (F.Vars[V].IsTensor ? "tensor" : "other");
    span(F.Vars[V].Where);
    flag(F.Vars[V].Escapes, "escapes");
    flag(F.Vars[V].IsView, "view");
    OS << '\n';
  }
  for (const OutsideCall &O : F.Outside) {
    OS << "  outside %" << O.Call << ' ' << quote(O.Usr);
    declared(O.Declared);
    OS << '\n';
  }
  for (auto [Id, B] : llvm::enumerate(F.Blocks)) {
    OS << 'b' << Id << ":\n";
    for (InstrId I : B.Instrs)
      instr(I);
    end(B.End);
  }
  OS << "}\n";
}

/// `key: ref tensor "k, d" @0:7+3 escapes`
void Printer::param(const Param &P) {
  static constexpr StringRef Kinds[] = {"tensor", "int", "other", "object"};
  const Variable &V = F.Vars[P.Var];
  OS << Vars[P.Var] << ": " << (P.ByReference ? "ref " : "")
     << Kinds[static_cast<unsigned>(P.What)];
  if (V.IsTensor != (P.What == Param::Kind::Tensor))
    OS << " as " << (V.IsTensor ? "tensor" : "other");
  if (P.Contract) {
    OS << ' ';
    shape(*P.Contract);
  }
  span(V.Where);
  flag(V.Escapes, "escapes");
  flag(V.IsView, "view");
}

/// As users write it: `"k, d"`.
void Printer::shape(const ShapePattern &P) {
  std::string Text = print(P);
  OS << quote(P.empty() ? Text : StringRef(Text).drop_front().drop_back());
}

void Printer::instr(InstrId Id) {
  const Instr &I = F.Instrs[Id];
  OS << "  ";
  if (I.Kind != InstrKind::Store || Used.count(Id) || Id != Next)
    OS << '%' << Id << " = ";
  Next = Id + 1;
  content(I);
  if (!I.Callee.empty())
    OS << ' ' << quote(I.Callee);
  span(I.Where);
  span(I.NameSpan, " name ");
  if (!I.Virtual.empty())
    OS << " virtual " << quote(I.Virtual);
  flag(I.Editable, "editable");
  flag(I.MacroArgument, "argument");
  flag(I.Postfix, "postfix");
  flag(I.Counted, "counted");
  flag(I.Taints, "taints");
  flag(I.Keeps, "keeps");
  flag(I.Opaque, "opaque");
  flag(I.Integer, "integer");
  flag(I.Number, "number");
  flag(I.Computed, "computed");
  flag(I.External, "external");
  flag(I.Expected, "expected");
  OS << '\n';
}

void Printer::content(const Instr &I) {
  auto InParentheses = [&](StringRef Head, const std::string &Name) {
    OS << Head << ' ' << Name << '(';
    operands(I);
    OS << ')';
  };
  auto Bare = [&](StringRef Head) {
    OS << Head << (I.Operands.empty() ? "" : " ");
    operands(I);
  };
  const KindWord &Kind = *llvm::find_if(
      KindWords, [&](const KindWord &K) { return K.Kind == I.Kind; });
  std::string Word = Kind.Word.str();
  using Form = KindWord::Form;
  switch (Kind.How) {
  case Form::Literal:
    OS << Word << ' ' << I.Literal.str();
    return;
  case Form::Place:
    OS << Word << ' ' << place(I.Var, I.Path);
    return;
  case Form::Stored:
    return Bare(Word + " " + place(I.Var, I.Path) + ",");
  case Form::Op:
    return InParentheses(Word, wordOrQuoted(I.Name));
  case Form::Named:
    return InParentheses(Word, quote(I.Name));
  case Form::Operator:
    return Bare(Word + " " + I.Name);
  case Form::Bare:
    return Bare(Word);
  case Form::Expected:
    Bare(Word + " " + I.Name);
    OS << ", ";
    return shape(I.Pattern);
  }
}

std::string Printer::place(VarId Var, const Path &Steps) {
  std::string Text = Vars[Var];
  for (const PathStep &Step : Steps)
    Text += Step.isThrough()     ? "*"
            : Step.Index == NoId ? "." + wordOrQuoted(Step.Field)
                                 : "[%" + std::to_string(Step.Index) + "]";
  return Text;
}

void Printer::operands(const Instr &I) {
  llvm::interleave(
      I.Operands, OS,
      [&](const Operand &O) {
        if (!O.Parameter.empty())
          OS << wordOrQuoted(O.Parameter) << '=';
        if (O.Reference != NoId)
          OS << (O.ReadOnly ? "const &" : "&") << place(O.Reference, O.Path);
        else
          OS << '%' << O.From;
      },
      ", ");
}

void Printer::end(const Terminator &End) {
  static constexpr StringRef Words[] = {"return", "goto",    "branch",
                                        "choose", "attempt", "stop"};
  OS << "  " << (End.Fails ? "fail" : Words[static_cast<unsigned>(End.What)]);
  std::vector<std::string> Parts;
  if (End.Value != NoId)
    Parts.push_back("%" + std::to_string(End.Value));
  for (auto [T, Target] : llvm::enumerate(End.Targets)) {
    Parts.push_back("b" + std::to_string(Target));
    if (T < End.Cases.size() && End.Cases[T])
      Parts.back() += " case " + std::to_string(*End.Cases[T]);
  }
  OS << (Parts.empty() ? "" : " ") << llvm::join(Parts, ", ") << '\n';
}

} // namespace

std::string printProgram(const Program &P) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  for (auto [Id, File] : llvm::enumerate(P.Files))
    OS << "file " << Id << ' ' << quote(File.Path) << '\n';
  for (const Function &F : P.Functions) {
    OS << (Text.empty() ? "" : "\n");
    Printer(F, OS).run();
  }
  return Text;
}

} // namespace tidy

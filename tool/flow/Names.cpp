//===- Names.cpp - What sizes are called ----------------------------------===//
#include "ir/Names.h"
#include "flow/Run.h"
#include "sig/Lexer.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// Of what a Store writes to.
static std::string nameOf(const Instr &Store, const Function &F) {
  bool IsField = !Store.Path.empty() && !Store.Path.back().Field.empty();
  return IsField              ? shortName(Store.Path.back().Field).str()
         : Store.Path.empty() ? F.Vars[Store.Var].Name
                              : "";
}

/// A number's own name; at a spot that stands for one time only, it is the same
/// one each time that the spot is looked at.
Dim FunctionRun::named(const RoundPath &For, llvm::StringRef Name,
                       bool IsSize) {
  Dim &Own = Named[For];
  if (!Own.asSymbol() || isRepeated(Current.In))
    Own = E.fresh().make(Name, IsSize);
  return Own;
}

std::string RunState::nameOfResult(InstrId Id) const {
  InstrId Store = G.storeOf(Id);
  return Store == NoId ? "" : nameOf(F.Instrs[Store], F);
}

/// A whole number that nothing is known about still is one number: it gets a
/// name.
Value FunctionRun::nameSizes(InstrId Id, Value V) {
  const auto *D = V.as<Dim>();
  if (!D || !D->isUnknown())
    return V;
  std::string Name = nameOfResult(Id);
  bool IsSize = F.Instrs[Id].Kind == InstrKind::Op;
  RoundPath For = Current.In;
  For.push_back(Id);
  return named(For, isWord(Name) ? Name : "n", IsSize);
}

/// A size that is stored is called so.
void FunctionRun::nameSize(const Value &V, VarId Var) {
  const auto *D = V.as<Dim>();
  const Symbol *S = D && E.wantsNames() ? D->asSymbol() : nullptr;
  if (S && S->IsSize && S->Rank == Symbol::Kind::Flexible &&
      isWord(F.Vars[Var].Name))
    SizeNames.try_emplace(*S, F.Vars[Var].Name);
}

std::string RunState::calledHere(const Symbol &S) const {
  if (S.Rank == Symbol::Kind::Rigid)
    return S.Name;
  if (S.IsSize) {
    auto It = SizeNames.find(S);
    return It == SizeNames.end() ? "" : It->second;
  }
  // What has no name of its own is called n.
  bool IsNamed = S.Name != "n" || llvm::any_of(F.Vars, [](const Variable &V) {
                   return V.Name == "n";
                 });
  return IsNamed ? S.Name : "";
}

/// So many equal sizes are looked through for a name.
static constexpr std::size_t MostEqual = 16;

std::string RunState::calledHere(const Dim &D, const Facts &By,
                                 const Symbol *Except) const {
  auto NameOf = [&](const Symbol &S) {
    std::string Name = calledHere(S);
    if (!Name.empty())
      return Name;
    for (const Symbol &Equal : By.boundTo(S, MostEqual))
      if (const Symbol *To = By.bindings().find(Equal)->asSymbol();
          To && *To == S && !(Except && Equal == *Except))
        if (Name = calledHere(Equal); !Name.empty())
          break;
    return Name;
  };
  bool AllNamed = !D.constant() && !D.isUnknown();
  Dim Spelt = D.substitute([&](const Symbol &S) -> std::optional<Dim> {
    std::string Name = NameOf(S);
    AllNamed &= !Name.empty();
    return Dim::rigid(Name);
  });
  return AllNamed ? Spelt.str() : "";
}

} // namespace tidy

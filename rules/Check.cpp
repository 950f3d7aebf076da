//===- Check.cpp - Failures to findings, with proven fixes ----------------===//
#include "finding/Edit.h"
#include "rules/Rule.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

static std::set<Place> failedPlaces(const Analysis &A) {
  std::set<Place> Places;
  for (const Failure &F : A.Failures)
    Places.insert(F.Where);
  return Places;
}

namespace {

/// Makes edits in a copy of the program, one at a time, and infers what may
/// have changed by them again.
class Prover {
public:
  Prover(const RuleContext &C)
      : C(C), Calls(C.P), Before(failedPlaces(C.Shapes)) {}

  /// Keeps the fixes that mend. One that is safe by its rule is so only if no
  /// context in this run has seen the op work: there the edit would change
  /// what the code means.
  void prove(Finding &Found, const Failure &F);

private:
  bool mends(const ProgramEdit &E, const std::vector<Place> &Sites);

  const RuleContext &C;
  const CallGraph Calls;
  std::set<Place> Before;
  std::optional<Program> Copy;
  std::map<FunctionId, unsigned> Proved;
  /// A function with more failures than this gets no more fixes: each takes as
  /// long as the function is.
  static constexpr unsigned MostInOne = 64;
};

/// The text is edited wherever it stands for code; the failure is gone there
/// and no other came.
bool Prover::mends(const ProgramEdit &E, const std::vector<Place> &Sites) {
  if (!Copy)
    Copy.emplace(Program{{}, C.P.Functions});
  std::set<FunctionId> Edited;
  bool Applied = true;
  for (const Place &At : Sites) {
    ProgramEdit Here{At.Function, At.Instr, E.Parameter, E.Through};
    Applied &= applyEdit(Here, Copy->Functions[At.Function], C.M);
    Edited.insert(At.Function);
  }
  bool Mended = Applied;
  std::vector<FunctionId> Touched =
      Calls.withCallers({Edited.begin(), Edited.end()}, DeepestCall);
  if (Applied)
    for (const Failure &F : analyseFrom(*Copy, C.M, Calls, Touched).Failures)
      Mended &= Before.contains(F.Where) && !llvm::is_contained(Sites, F.Where);
  for (FunctionId F : Edited)
    Copy->Functions[F] = C.P.Functions[F];
  return Mended;
}

void Prover::prove(Finding &Found, const Failure &F) {
  if (Found.Fixes.empty())
    return;
  if (++Proved[F.Where.Function] > MostInOne)
    return Found.Fixes.clear();
  std::vector<Place> Sites;
  bool Worked = false;
  for (auto [Function, Instr] : twins(C.P, F.Where.Function, F.Where.Instr)) {
    Sites.push_back({Function, Instr});
    Worked |= C.Shapes.Proved.contains(Sites.back());
  }
  llvm::erase_if(Found.Fixes,
                 [&](const Fix &Offer) { return !mends(Offer.Plan, Sites); });
  for (Fix &Offer : Found.Fixes) {
    Offer.Safe &= !Worked;
    Offer.Op = C.P.Functions[F.Where.Function].Instrs[F.Where.Instr].Where;
  }
}

} // namespace

/// Two sizes that share a name are told apart in what is printed: n and n1.
static Failure withDistinctNames(Failure F) {
  std::map<std::string, unsigned> Taken;
  std::map<Symbol, std::string> Names;
  auto Renamed = [&](const Symbol &S) -> std::optional<Dim> {
    if (S.Rank == Symbol::Kind::Rigid)
      return std::nullopt;
    auto [It, New] = Names.try_emplace(S, S.Name);
    if (unsigned Before = New ? Taken[S.Name]++ : 0)
      It->second += std::to_string(Before);
    return Dim::flexible(S.Id, It->second, S.IsSize);
  };
  auto Rename = [&](const Dim &D) { return D.substitute(Renamed); };
  for (auto &[Name, V] : F.Args)
    V = V.mapDims(Rename);
  F.What.First.Size = Rename(F.What.First.Size);
  F.What.Second.Size = Rename(F.What.Second.Size);
  return F;
}

std::vector<Finding> check(const Program &P, const Models &M,
                           const Analysis &Shapes,
                           llvm::function_ref<bool(const Rule &)> Enabled) {
  RuleContext C{P, M, Shapes};
  Prover Proofs(C);
  std::vector<Finding> Found;
  for (const Failure &Seen : Shapes.Failures) {
    Failure F = withDistinctNames(Seen);
    for (const Rule &R : allRules()) {
      std::optional<Finding> One = Enabled(R) ? R.Run(F, C) : std::nullopt;
      if (!One)
        continue;
      Proofs.prove(*One, F);
      Found.push_back(std::move(*One));
      break;
    }
  }
  llvm::sort(Found, [](const Finding &A, const Finding &B) {
    return std::tie(A.Where, A.Rule, A.Message) <
           std::tie(B.Where, B.Rule, B.Message);
  });
  return Found;
}

} // namespace tidy

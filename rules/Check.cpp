//===- Check.cpp - Failures to findings, with proven fixes ----------------===//
#include "finding/Edit.h"
#include "rules/Rule.h"
#include "shape/DistinctNames.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

static std::set<Place> failedPlaces(const Analysis &A) {
  std::set<Place> Places;
  for (const Failure &F : A.Failures)
    if (!F.OnlyIf)
      Places.insert(F.Where);
  return Places;
}

namespace {

/// Makes edits in the program, one at a time, infers what may have changed by
/// them again, and takes them back.
class Prover {
public:
  Prover(Program &P, const RuleContext &C)
      : P(P), C(C), Before(failedPlaces(C.Shapes)),
        WorkLeft(std::max(LeastWork, MostTimes * C.Shapes.Work)) {}

  /// Keeps the fixes that mend. One that is safe by its rule is so only if no
  /// context in this run has seen the op work: there the edit would change
  /// what the code means.
  void prove(Finding &Found, const Failure &F);

private:
  bool mends(const ProgramEdit &E, const std::set<Place> &Sites);
  void spend(size_t Work) { WorkLeft -= std::min(WorkLeft, Work); }

  /// A function with more failures than this gets no more fixes: each takes as
  /// long as the function is.
  static constexpr unsigned MostInOne = 64;
  /// Nor does a program that has taken so many times as long as its analysis;
  /// what is no work at all is done in any case.
  static constexpr size_t MostTimes = 8, LeastWork = 1 << 18;

  Program &P;
  const RuleContext &C;
  /// What is needed from the first fix on.
  struct Workshop {
    explicit Workshop(const Program &P) : Calls(P), Texts(P) {}
    CallGraph Calls;
    Twins Texts;
  };

  std::set<Place> Before;
  std::optional<Workshop> With;
  std::map<FunctionId, unsigned> Proved;
  size_t WorkLeft;
};

/// The text is edited wherever it stands for code; the failure is gone there
/// and no other came, as far as all of them were told.
bool Prover::mends(const ProgramEdit &E, const std::set<Place> &Sites) {
  std::set<FunctionId> Edited;
  std::vector<std::pair<FunctionId, Function>> Originals;
  bool Mended = true;
  for (const Place &At : Sites) {
    ProgramEdit Here{At.Function, At.Instr, E.Parameter, E.Through};
    if (Edited.insert(At.Function).second)
      Originals.push_back({At.Function, P.Functions[At.Function]});
    Mended &= applyEdit(Here, P.Functions[At.Function], C.M);
  }
  if (Mended) {
    Analysis After =
        analyseFrom(P, C.M, With->Calls, With->Calls.withCallers(Edited));
    Mended = !After.IsCut;
    for (const Failure &F : After.Failures)
      Mended &= Before.contains(F.Where) && !Sites.contains(F.Where);
    spend(After.Work);
  }
  for (auto &[Id, F] : Originals) {
    spend(F.Instrs.size());
    P.Functions[Id] = std::move(F);
  }
  return Mended;
}

void Prover::prove(Finding &Found, const Failure &F) {
  if (Found.Fixes.empty())
    return;
  if (++Proved[F.Where.Function] > MostInOne || WorkLeft == 0)
    return Found.Fixes.clear();
  if (!With)
    With.emplace(P);
  std::set<Place> Sites;
  for (auto [Function, Instr] : With->Texts.of(F.Where.Function, F.Where.Instr))
    Sites.insert({Function, Instr});
  bool Worked = llvm::any_of(
      Sites, [&](const Place &At) { return C.Shapes.Proved.contains(At); });
  llvm::erase_if(Found.Fixes,
                 [&](const Fix &Offer) { return !mends(Offer.Plan, Sites); });
  for (Fix &Offer : Found.Fixes) {
    Offer.Safe &= !Worked;
    Offer.Op = C.P.Functions[F.Where.Function].Instrs[F.Where.Instr].Where;
  }
}

} // namespace

/// Two sizes that share a name are told apart in what is printed.
static Failure withDistinctNames(Failure F) {
  DistinctNames Names;
  for (const auto &[Name, V] : F.Args)
    Names.reserveRigid(V);
  for (auto &[Name, V] : F.Args)
    V = Names.rename(V);
  F.What.First.Size = Names.rename(F.What.First.Size);
  F.What.Second.Size = Names.rename(F.What.Second.Size);
  return F;
}

std::vector<Finding> check(Program &P, const Models &M, const Analysis &Shapes,
                           llvm::function_ref<bool(const Rule &)> Enabled) {
  OpReach Reach(P);
  RuleContext C{P, M, Shapes, Reach};
  Prover Proofs(P, C);
  std::vector<Finding> Found;
  for (const Failure &Seen : Shapes.Failures) {
    Failure F = withDistinctNames(Seen);
    for (const Rule &R : allRules()) {
      if (F.OnlyIf.has_value() != (R.Run == rules::impliedEquality))
        continue;
      std::optional<Finding> One = Enabled(R) ? R.Run(F, C) : std::nullopt;
      if (!One)
        continue;
      if (F.Expected) {
        One->Expected = true;
        One->Severity = Level::Remark;
        One->Fixes.clear();
      }
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

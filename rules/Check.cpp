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

/// Infers the edited program again: the failure is gone and no other came.
static bool mends(const ProgramEdit &E, const Program &P, const Models &M,
                  const Place &Failed, const std::set<Place> &Before) {
  std::optional<Program> Edited = applyEdit(E, P, M);
  if (!Edited)
    return false;
  std::set<Place> After = failedPlaces(analyse(*Edited, M));
  return !After.contains(Failed) && llvm::all_of(After, [&](const Place &At) {
    return Before.contains(At);
  });
}

/// Keeps the fixes that mend. One that is safe by its rule is so only if no
/// context in this run has seen the op work: there the edit would change what
/// the code means.
static void proveFixes(Finding &Found, const Failure &F, const RuleContext &C,
                       const std::set<Place> &Before) {
  llvm::erase_if(Found.Fixes, [&](const Fix &Offer) {
    return !mends(Offer.Plan, C.P, C.M, F.Where, Before);
  });
  if (C.Shapes.Worked.contains(F.Where))
    for (Fix &Offer : Found.Fixes)
      Offer.Safe = false;
}

std::vector<Finding> check(const Program &P, const Models &M,
                           const Analysis &Shapes,
                           llvm::function_ref<bool(const Rule &)> Enabled) {
  RuleContext C{P, M, Shapes};
  std::set<Place> Before = failedPlaces(Shapes);
  std::vector<Finding> Found;
  for (const Failure &F : Shapes.Failures)
    for (const Rule &R : allRules()) {
      std::optional<Finding> One = Enabled(R) ? R.Run(F, C) : std::nullopt;
      if (!One)
        continue;
      proveFixes(*One, F, C, Before);
      Found.push_back(std::move(*One));
      break;
    }
  llvm::sort(Found, [](const Finding &A, const Finding &B) {
    return std::tie(A.Where, A.Rule, A.Message) <
           std::tie(B.Where, B.Rule, B.Message);
  });
  return Found;
}

} // namespace tidy

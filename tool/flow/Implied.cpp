//===- Implied.cpp - Equalities that are needed silently ------------------===//
#include "flow/Run.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// None where nobody named one of them.
static std::optional<ImpliedEquality> between(std::string A, std::string B,
                                              bool OrOne) {
  if (A.empty() || B.empty() || A == B)
    return std::nullopt;
  if (B < A)
    std::swap(A, B);
  return ImpliedEquality{std::move(A), std::move(B), OrOne};
}

static void add(std::optional<ImpliedEquality> Needed, const Place &At,
                std::vector<Suspect> &To) {
  if (!Needed)
    return;
  Suspect &S = To.emplace_back();
  S.What.Where = At;
  S.What.OnlyIf = std::move(Needed);
}

/// What came to be equal here is so only if it happens to be.
Value FunctionRun::evaluateNoting(InstrId Id) {
  using Bindings = PersistentMap<Symbol, Dim>;
  Facts Before = Now.Known;
  Value V = evaluate(Id);
  Bindings::differences(
      Now.Known.bindings(), Before.bindings(),
      [&](const Bindings::Entry *New, const Bindings::Entry *Old) {
        if (New && !Old)
          add(between(calledHere(Dim::symbol(New->first), Before),
                      calledHere(New->second, Now.Known, &New->first), false),
              {Self, Id}, seen(Id).Suspects);
      });
  return V;
}

void FunctionRun::noteBroadcast(InstrId Id, const Outcome &Of) {
  for (const auto &[A, B] : Of.Broadcast) {
    Dim X = Now.Known.normalise(A), Y = Now.Known.normalise(B);
    if (!(X == Y))
      add(between(calledHere(X, Now.Known), calledHere(Y, Now.Known), true),
          {Self, Id}, seen(Id).Suspects);
  }
}

} // namespace tidy

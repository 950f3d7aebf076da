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
        if (const Symbol *To = New && !Old ? New->second.asSymbol() : nullptr)
          add(between(calledHere(New->first), calledHere(*To), false),
              {Self, Id}, seen(Id).Suspects);
      });
  return V;
}

void FunctionRun::noteBroadcast(InstrId Id, const Outcome &Of) {
  for (const auto &[A, B] : Of.Broadcast) {
    Dim X = Now.Known.normalise(A), Y = Now.Known.normalise(B);
    if (X.asSymbol() && Y.asSymbol() && !(X == Y))
      add(between(calledHere(*X.asSymbol()), calledHere(*Y.asSymbol()), true),
          {Self, Id}, seen(Id).Suspects);
  }
}

} // namespace tidy

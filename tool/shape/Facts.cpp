//===- Facts.cpp - Bindings and divisibility ------------------------------===//
#include "shape/Facts.h"
#include "shape/Divides.h"
#include "shape/Range.h"
#include "llvm/ADT/STLExtras.h"

using namespace tidy;

/// More divisibility facts than this are not kept: each is looked at often.
static constexpr std::size_t MaxKnown = 32;

static bool isSame(const Dim &A, const Dim &B) {
  return Dim::compare(A, B) == 0;
}
static bool isSame(const Divisibility &A, const Divisibility &B) {
  return isSame(A.Divisor, B.Divisor) && isSame(A.Dividend, B.Dividend);
}
static bool isLess(const Divisibility &A, const Divisibility &B) {
  if (auto C = Dim::compare(A.Dividend, B.Dividend); C != 0)
    return C < 0;
  return Dim::compare(A.Divisor, B.Divisor) < 0;
}

static Dim applyBindings(const Dim &D, const std::map<Symbol, Dim> &Bindings) {
  return D.substitute([&](const Symbol &S) -> std::optional<Dim> {
    auto It = Bindings.find(S);
    return It == Bindings.end() ? std::nullopt : std::optional(It->second);
  });
}

/// Bindings hold no bound symbol, and simplification brings none in, so one
/// substitution is all.
Dim Facts::normalise(const Dim &D) const {
  if (D.isUnknown() || D.constant())
    return D;
  return simplify(applyBindings(D, Bindings), Known);
}

bool Facts::bind(const Symbol &S, const Dim &Value) {
  if (S.Rank == Symbol::Kind::Rigid)
    return false;
  Dim V = normalise(Value);
  if (V.isUnknown())
    return true;
  if (auto It = Bindings.find(S); It != Bindings.end())
    return It->second == V;
  if (V.mentions(S))
    return false;
  Bindings.emplace(S, V);
  bool InFact = llvm::any_of(Known, [&](const Divisibility &Fact) {
    return Fact.Divisor.mentions(S) || Fact.Dividend.mentions(S);
  });
  if (InFact)
    renormaliseFacts();
  // Of the values only those change that mention S, unless the facts do.
  renormaliseBindings([&](const Symbol &Bound, const Dim &D) {
    return InFact || Bound == S || D.mentions(S);
  });
  return true;
}

void Facts::assumeDivides(const Dim &Divisor, const Dim &Dividend) {
  if (Known.size() >= MaxKnown)
    return;
  Known.push_back({Divisor, Dividend});
  renormaliseFacts();
  renormaliseBindings([](const Symbol &, const Dim &) { return true; });
}

/// Facts that the others imply add nothing; one between constants is true, or
/// else this path cannot be taken and the fact must not be reasoned with.
void Facts::renormaliseFacts() {
  std::vector<Divisibility> Old = std::exchange(Known, {});
  for (Divisibility &Fact : Old)
    Fact = reduced({applyBindings(Fact.Divisor, Bindings),
                    applyBindings(Fact.Dividend, Bindings)});
  llvm::erase_if(Old, [](const Divisibility &F) {
    return F.Divisor.isUnknown() || F.Dividend.isUnknown() ||
           F.Divisor == Dim(0) ||
           (F.Divisor.constant() && F.Dividend.constant());
  });
  llvm::sort(Old, isLess);
  for (std::size_t I = 0; I < Old.size(); ++I) {
    std::vector<Divisibility> Others = Known;
    Others.insert(Others.end(), Old.begin() + I + 1, Old.end());
    if (!certainlyDivides(Old[I].Divisor, Old[I].Dividend, Others))
      Known.push_back(Old[I]);
  }
}

/// A binding to what has grown beyond the limits says nothing any more.
void Facts::renormaliseBindings(
    llvm::function_ref<bool(const Symbol &, const Dim &)> IsStale) {
  for (auto &[S, Value] : Bindings) {
    if (!IsStale(S, Value))
      continue;
    Value = simplify(applyBindings(Value, Bindings), Known);
    if (S.IsSize && !cannotBeNegative(Value))
      MaybeNegative.insert(S);
    else
      MaybeNegative.erase(S);
  }
  std::erase_if(Bindings, [](const auto &B) { return B.second.isUnknown(); });
}

bool Facts::implies(const Divisibility &Fact) const {
  Divisibility Bound = reduced({applyBindings(Fact.Divisor, Bindings),
                                applyBindings(Fact.Dividend, Bindings)});
  return certainlyDivides(Bound.Divisor, Bound.Dividend, Known);
}

/// What both sides show, in terms of the symbols that stay unbound.
Facts Facts::meet(const Facts &A, const Facts &B) {
  Facts Both;
  auto KeepSharedWith = [&](const Facts &Mine, const Facts &Other) {
    for (const auto &[S, Value] : Mine.Bindings)
      if (Other.normalise(Dim::symbol(S)) == Other.normalise(Value))
        Both.bind(S, Value);
    for (const Divisibility &Fact : Mine.Known)
      if (Other.implies(Fact))
        Both.assumeDivides(Fact.Divisor, Fact.Dividend);
  };
  KeepSharedWith(A, B);
  KeepSharedWith(B, A);
  return Both;
}

bool tidy::operator==(const Facts &A, const Facts &B) {
  auto SameBinding = [](const auto &X, const auto &Y) {
    return X.first == Y.first && isSame(X.second, Y.second);
  };
  return llvm::equal(A.Bindings, B.Bindings, SameBinding) &&
         std::equal(A.Known.begin(), A.Known.end(), B.Known.begin(),
                    B.Known.end(),
                    [](const auto &X, const auto &Y) { return isSame(X, Y); });
}

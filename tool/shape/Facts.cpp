//===- Facts.cpp - Bindings and divisibility ------------------------------===//
#include "shape/Facts.h"
#include "shape/Divides.h"
#include "shape/Range.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"

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

static bool areSame(llvm::ArrayRef<Divisibility> A,
                    llvm::ArrayRef<Divisibility> B) {
  return llvm::equal(A, B,
                     [](const auto &X, const auto &Y) { return isSame(X, Y); });
}

std::uint64_t tidy::priorityOf(const Symbol &S) {
  bool Named = S.Rank == Symbol::Kind::Rigid || S.Id == Symbol::ByName;
  return priorityOf(Named ? llvm::xxh3_64bits(S.Name) : S.Id);
}

Dim Facts::applyBindings(const Dim &D) const {
  return D.substitute([&](const Symbol &S) -> std::optional<Dim> {
    const Dim *Value = Bindings.find(S);
    return Value ? std::optional(*Value) : std::nullopt;
  });
}

Divisibility Facts::applyBindings(const Divisibility &Fact) const {
  return reduced({applyBindings(Fact.Divisor), applyBindings(Fact.Dividend)});
}

/// Bindings hold no bound symbol, and simplification brings none in, so one
/// substitution is all.
Dim Facts::normalise(const Dim &D) const {
  if (D.isUnknown() || D.constant())
    return D;
  return simplify(applyBindings(D), Known);
}

bool Facts::bind(const Symbol &S, const Dim &Value) {
  if (S.Rank == Symbol::Kind::Rigid)
    return false;
  Dim V = normalise(Value);
  if (V.isUnknown())
    return true;
  if (const Dim *Bound = Bindings.find(S))
    return *Bound == V;
  if (V.mentions(S))
    return false;
  setBinding(S, V);
  bool InFact = llvm::any_of(Known, [&](const Divisibility &Fact) {
    return Fact.Divisor.mentions(S) || Fact.Dividend.mentions(S);
  });
  if (InFact)
    renormaliseFacts();
  std::set<Symbol> Stale = InFact ? boundToDivisions() : std::set<Symbol>();
  addBoundTo(S, Mentions, Stale);
  renormaliseBindings(Stale);
  return true;
}

void Facts::assumeDivides(const Dim &Divisor, const Dim &Dividend) {
  if (Known.size() >= MaxKnown) {
    IsCut |= !implies({Divisor, Dividend});
    return;
  }
  std::vector<Divisibility> Before = Known;
  Known.push_back({Divisor, Dividend});
  renormaliseFacts();
  if (!areSame(Before, Known))
    renormaliseBindings(boundToDivisions());
}

/// Facts that the others imply add nothing; one between constants is true, or
/// else this path cannot be taken and the fact must not be reasoned with.
void Facts::renormaliseFacts() {
  std::vector<Divisibility> Old = std::exchange(Known, {});
  for (Divisibility &Fact : Old) {
    bool WasKnown = !Fact.Divisor.isUnknown() && !Fact.Dividend.isUnknown();
    Fact = applyBindings(Fact);
    IsCut |=
        WasKnown && (Fact.Divisor.isUnknown() || Fact.Dividend.isUnknown());
  }
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
void Facts::renormaliseBindings(const std::set<Symbol> &Stale) {
  for (const Symbol &S : Stale) {
    Dim Value = simplify(applyBindings(*Bindings.find(S)), Known);
    dropBinding(S);
    if (Value.isUnknown())
      IsCut = true;
    else
      setBinding(S, Value);
  }
}

/// It stops once there are more than `Most`.
void Facts::addBoundTo(const Symbol &S, const PersistentSet<Mention> &Of,
                       std::set<Symbol> &Into, std::size_t Most) {
  const Symbol Least{Symbol::Kind::Rigid, false, 0, ""};
  for (auto At = Of.lowerBound({S, Least});
       At != Of.end() && At->first.first == S && Into.size() <= Most; ++At)
    Into.insert(At->first.second);
}

/// Of all bindings only these change with the facts.
std::set<Symbol> Facts::boundToDivisions() const {
  std::set<Symbol> All;
  for (const auto &[S, Nothing] : Divided)
    All.insert(All.end(), S);
  return All;
}

void Facts::setBinding(const Symbol &S, const Dim &Value) {
  Bindings.set(S, Value);
  if (hasDivision(Value))
    Divided.set(S, {});
  bool CanBeNegative = S.IsSize && !cannotBeNegative(Value);
  for (const Symbol &In : Value.symbols()) {
    if (In.Rank == Symbol::Kind::Flexible)
      Mentions.set({In, S}, {});
    if (CanBeNegative)
      MaybeNegative.set({In, S}, {});
  }
}

void Facts::dropBinding(const Symbol &S) {
  for (const Symbol &In : Bindings.find(S)->symbols()) {
    Mentions.erase({In, S});
    MaybeNegative.erase({In, S});
  }
  Divided.erase(S);
  Bindings.erase(S);
}

bool Facts::implies(const Divisibility &Fact) const {
  Divisibility Bound = applyBindings(Fact);
  return certainlyDivides(Bound.Divisor, Bound.Dividend, Known);
}

void Facts::keepBindings(llvm::ArrayRef<Binding> Mine, const Facts &Other) {
  for (const auto &[S, Value] : Mine)
    if (Other.normalise(Dim::symbol(S)) == Other.normalise(Value))
      bind(S, Value);
}

void Facts::keepFacts(const Facts &Mine, const Facts &Other) {
  for (const Divisibility &Fact : Mine.Known)
    if (Other.implies(Fact))
      assumeDivides(Fact.Divisor, Fact.Dividend);
}

/// What both sides show, in terms of the symbols that stay unbound. Where the
/// two agree by the letter, nothing is to be done. What only `B` binds follows
/// from `A` only if it mentions something that only `A` binds.
Facts Facts::meet(const Facts &A, const Facts &B) {
  Facts Both = A;
  Both.IsCut |= B.IsCut;
  std::vector<Binding> OfA, OfB;
  std::set<Symbol> OnlyB;
  auto Part = [&](const Binding *Mine, const Binding *Theirs) {
    if (Theirs && isSame(Mine->second, Theirs->second))
      return;
    OfA.push_back(*Mine);
    Both.dropBinding(Mine->first);
    if (Theirs)
      OnlyB.insert(Mine->first);
    addBoundTo(Mine->first, B.Mentions, OnlyB);
  };
  PersistentMap<Symbol, Dim>::differences(A.Bindings, B.Bindings, Part);
  if (OfA.empty() && areSame(A.Known, B.Known))
    return Both;
  for (const Symbol &S : OnlyB)
    OfB.push_back({S, *B.Bindings.find(S)});
  Both.Known.clear();
  Both.keepBindings(OfA, B);
  Both.keepFacts(A, B);
  Both.keepBindings(OfB, A);
  Both.keepFacts(B, A);
  return Both;
}

bool tidy::operator==(const Facts &A, const Facts &B) {
  bool Same = A.IsCut == B.IsCut && areSame(A.Known, B.Known);
  auto Compare = [&](const auto *X, const auto *Y) {
    Same &= Y && isSame(X->second, Y->second);
  };
  PersistentMap<Symbol, Dim>::differences(A.Bindings, B.Bindings, Compare);
  PersistentMap<Symbol, Dim>::differences(B.Bindings, A.Bindings, Compare);
  return Same;
}

//===- Prove.cpp - Are two sizes equal? -----------------------------------===//
#include "shape/Build.h"
#include "shape/Divides.h"
#include "shape/Range.h"
#include "shape/Samples.h"
#include "llvm/ADT/STLExtras.h"
#include <numeric>

using namespace tidy;

static bool isRigid(const Dim &D) {
  return llvm::all_of(D.symbols(), [](const Symbol &S) {
    return S.Rank == Symbol::Kind::Rigid;
  });
}

/// All that the coefficients (not the constant) share.
static std::uint64_t sharedCoefficient(const Dim &D) {
  std::uint64_t G = 0;
  for (const Term &T : D.terms())
    G = std::gcd(G, magnitude(T.Coefficient));
  return G;
}

/// 2*n + 1 is not 0 because 2 does not divide 1, n + 1 because it is positive.
static bool isNeverZero(const Dim &D) {
  if (D.isUnknown())
    return false;
  if (auto C = D.constant())
    return *C != 0;
  return magnitude(D.constantTerm()) % sharedCoefficient(D) != 0 ||
         rangeOf(D).excludes(0);
}

/// `D` in the form in which most cancels, if that is not too large.
static Dim mostCancelled(const Dim &D, llvm::ArrayRef<Divisibility> Known) {
  Dim Expanded = simplify(expanded(D), Known);
  return Expanded.isUnknown() ? D : Expanded;
}

/// With more bindings to keep than this no sample is looked for.
static constexpr std::size_t MostToKeep = 32;

/// The size bindings that `A` and `B` share a symbol with and that the samples
/// have to keep from becoming negative: X = 4 - a says that a is at most 4.
std::optional<std::vector<Dim>> Facts::notNegative(const Dim &A,
                                                   const Dim &B) const {
  std::set<Symbol> Bound;
  for (const Dim *D : {&A, &B})
    for (const Symbol &S : D->symbols())
      addBoundTo(S, MaybeNegative, Bound, MostToKeep);
  if (Bound.size() > MostToKeep)
    return std::nullopt;
  std::vector<Dim> All;
  for (const Symbol &S : Bound)
    All.push_back(*Bindings.find(S));
  return All;
}

bool Facts::hasWitness(
    const Dim &A, const Dim &B,
    llvm::function_ref<bool(std::int64_t, std::int64_t)> Shows) const {
  std::optional<std::vector<Dim>> Keep = notNegative(A, B);
  return Keep && !IsCut && someSample(A, B, {Known, std::move(*Keep)}, Shows);
}

Answer Facts::provesEqual(const Dim &A, const Dim &B) const {
  Dim X = normalise(A), Y = normalise(B), Plain = normalise(X - Y);
  if (auto C = Plain.constant())
    return *C == 0 ? Answer::Yes : Answer::No;
  Dim Least = mostCancelled(Plain, Known);
  if (Least == Dim(0))
    return Answer::Yes;
  if (isNeverZero(Plain) || isNeverZero(Least))
    return Answer::No;
  bool Differ = !Least.isUnknown() && isRigid(Least) &&
                hasWitness(X, Y, std::not_equal_to<>());
  return Differ ? Answer::No : Answer::Unknown;
}

Answer Facts::provesLess(const Dim &A, const Dim &B) const {
  Dim X = normalise(A), Y = normalise(B), Plain = normalise(Y - X);
  for (const Dim &D : {Plain, mostCancelled(Plain, Known)}) {
    Range R = rangeOf(D);
    if (R.Lo && *R.Lo > 0)
      return Answer::Yes;
    if (R.Hi && *R.Hi <= 0)
      return Answer::No;
  }
  bool IsNotLess = !Plain.isUnknown() && isRigid(Plain) &&
                   hasWitness(X, Y, std::greater_equal<>());
  return IsNotLess ? Answer::No : Answer::Unknown;
}

Answer Facts::provesDivides(const Dim &Divisor, const Dim &Dividend) const {
  Dim V = normalise(Divisor), D = normalise(Dividend);
  if (certainlyDivides(V, D, Known))
    return Answer::Yes;
  if (auto C = V.constant(); C && *C != 0 && !D.isUnknown()) {
    std::uint64_t Shared = std::gcd(sharedCoefficient(D), magnitude(*C));
    if (magnitude(D.constantTerm()) % Shared != 0)
      return Answer::No;
  }
  Dim Remainder = normalise(floorMod(D, V));
  if (Remainder == Dim(0))
    return Answer::Yes;
  if (isNeverZero(Remainder))
    return Answer::No;
  auto LeavesRest = [](std::int64_t Under, std::int64_t Over) {
    auto R = apply(AtomOp::Mod, Over, Under);
    return R && *R != 0;
  };
  bool IsUneven = !Remainder.isUnknown() && isRigid(Remainder) &&
                  hasWitness(V, D, LeavesRest);
  return IsUneven ? Answer::No : Answer::Unknown;
}

// unify

/// `Difference` without the factors that all of it shares: none of them is 0
/// for every value of the rigid names.
static Dim withoutSharedFactors(const Dim &Difference) {
  Term Shared = sharedFactor(Difference);
  llvm::erase_if(Shared.Factors, [](const AtomPtr &F) {
    return !F->Leaf || F->Leaf->Rank == Symbol::Kind::Flexible;
  });
  return exactQuotient(Difference, dimOf(Shared)).value_or(Difference);
}

namespace {
struct Solution {
  Symbol Unknown;
  Dim Value;
};
} // namespace

/// Is `A` the better one to bind? What keeps sizes non-negative, then what
/// names another size instead of a sum, then what was made later.
static bool isBetter(const Solution &A, const Solution &B) {
  auto Rank = [](const Solution &S) {
    bool Keeps = !S.Unknown.IsSize || cannotBeNegative(S.Value);
    bool Simple = S.Value.constant() || S.Value.asSymbol();
    return std::pair(Keeps, Simple);
  };
  if (auto X = Rank(A), Y = Rank(B); X != Y)
    return X > Y;
  return A.Unknown.Id > B.Unknown.Id;
}

/// Difference == 0 solved for a flexible symbol that occurs once, as +-x.
static std::optional<Solution> solve(const Dim &Difference) {
  std::optional<Solution> Best;
  for (const Term &T : Difference.terms()) {
    if (T.Factors.size() != 1 || !T.Factors[0]->Leaf ||
        magnitude(T.Coefficient) != 1)
      continue;
    const Symbol &S = *T.Factors[0]->Leaf;
    Dim Rest = Difference - dimOf(T);
    if (S.Rank == Symbol::Kind::Rigid || Rest.isUnknown() || Rest.mentions(S))
      continue;
    Solution Found{S, T.Coefficient < 0 ? Rest : -Rest};
    if (!Found.Value.isUnknown() && (!Best || isBetter(Found, *Best)))
      Best = Found;
  }
  return Best;
}

Answer Facts::unify(const Dim &A, const Dim &B) {
  Answer Before = provesEqual(A, B);
  if (Before != Answer::Unknown || A.isUnknown() || B.isUnknown())
    return Before;
  Dim Difference = withoutSharedFactors(normalise(normalise(A) - normalise(B)));
  auto Found = solve(Difference);
  return Found && bind(Found->Unknown, Found->Value) ? Answer::Yes
                                                     : Answer::Unknown;
}

bool Facts::areMultiplesOfOne(const Dim &A, const Dim &B) const {
  Dim X = normalise(A), Y = normalise(B);
  auto IsProduct = [](const Dim &D) {
    return !D.isUnknown() && D.constantTerm() == 0 && D.terms().size() == 1;
  };
  if (!IsProduct(X) || !IsProduct(Y))
    return false;
  std::int64_t OfX = X.terms()[0].Coefficient, OfY = Y.terms()[0].Coefficient;
  return OfX != OfY && Dim(OfY) * X == Dim(OfX) * Y;
}

Answer Facts::unifySizes(const Dim &A, const Dim &B) {
  return areMultiplesOfOne(A, B) ? Answer::No : unify(A, B);
}

//===- Divide.cpp - Floor division and modulo of polynomials --------------===//
#include "shape/Build.h"
#include "shape/Range.h"
#include "llvm/Support/CheckedArithmetic.h"
#include <numeric>

using namespace tidy;

/// How far floorDiv goes. Plain leaves 3*n/2 as it was written; Fully makes it
/// n + n/2, so that sizes which are equal look the same more often.
enum class Reduce { Plain, Fully };

static Dim divide(const Dim &A, const Dim &B, Reduce How);

static Term leadingTerm(const Dim &D) {
  return D.terms().empty() ? Term{D.constantTerm(), {}} : D.terms().front();
}

static std::optional<Term> quotient(const Term &A, const Term &B) {
  auto Coefficient = exactQuotient(A.Coefficient, B.Coefficient);
  auto Factors = tidy::quotient(A.Factors, B.Factors);
  if (!Coefficient || !Factors)
    return std::nullopt;
  return Term{*Coefficient, std::move(*Factors)};
}

std::optional<Dim> tidy::exactQuotient(const Dim &A, const Dim &B) {
  if (A.isUnknown() || B.isUnknown() || B == Dim(0))
    return std::nullopt;
  Dim Rest = A, Result;
  for (unsigned Step = 0; Step <= Dim::MaxTerms; ++Step) {
    if (Rest == Dim(0))
      return Result;
    auto Q = ::quotient(leadingTerm(Rest), leadingTerm(B));
    if (!Q)
      return std::nullopt;
    Result = Result + dimOf(*Q);
    Rest = Rest - dimOf(*Q) * B;
    if (Rest.isUnknown() || Result.isUnknown())
      return std::nullopt;
  }
  return std::nullopt;
}

namespace {
/// A == Multiples * B + Rest.
struct Split {
  Dim Multiples, Rest;
};
/// A == Common * Numerator + Left and B == Common * Denominator.
struct Fraction {
  Dim Numerator, Denominator, Common = 1;
  std::int64_t Left = 0;
};
} // namespace

/// Moves what is a multiple of B out of A, term by term.
static Split splitMultiples(const Dim &A, const Term &B, Reduce How) {
  Split S;
  for (const Term &T : allTerms(A)) {
    auto Factors = tidy::quotient(T.Factors, B.Factors);
    bool Whole = How == Reduce::Plain && !T.Factors.empty();
    auto Q = !Factors ? std::nullopt
             : Whole  ? exactQuotient(T.Coefficient, B.Coefficient)
                      : apply(AtomOp::FloorDiv, T.Coefficient, B.Coefficient);
    if (!Q) {
      S.Rest = S.Rest + dimOf(T);
      continue;
    }
    Dim Multiple = dimOf({*Q, std::move(*Factors)});
    S.Multiples = S.Multiples + Multiple;
    S.Rest = S.Rest + (dimOf(T) - Multiple * dimOf(B));
  }
  return S;
}

static std::int64_t commonFactor(std::int64_t A, std::int64_t B) {
  return std::int64_t(std::gcd(magnitude(A), magnitude(B)));
}

/// Cancels the constant and the atoms that A and B (its coefficient positive)
/// have in common. If B is constant, A's constant term may leave a remainder:
/// (2*n + 1)/4 = n/2.
static Fraction cancel(const Dim &A, const Term &B) {
  std::int64_t G = B.Coefficient;
  std::vector<AtomPtr> Atoms = B.Factors;
  for (const Term &T : A.terms()) {
    G = commonFactor(G, T.Coefficient);
    Atoms = common(Atoms, T.Factors);
  }
  Fraction F;
  if (std::int64_t C = A.constantTerm(); C != 0 && !B.Factors.empty()) {
    G = commonFactor(G, C);
    Atoms.clear();
  } else {
    F.Left = *apply(AtomOp::Mod, C, G);
  }
  F.Common = dimOf({G, Atoms});
  auto N = exactQuotient(A - Dim(F.Left), F.Common);
  auto D = exactQuotient(dimOf(B), F.Common);
  F.Numerator = N.value_or(Dim::unknown());
  F.Denominator = D.value_or(Dim::unknown());
  return F;
}

/// 0 <= A < B, or B < A <= 0 for a remainder by B: A/B is 0 and A % B is A.
static bool isProperRemainder(const Dim &A, const Dim &B) {
  if (const Atom *Mod = asAtom(A, AtomOp::Mod); Mod && Mod->Right == B)
    return true;
  return cannotBeNegative(A) && isAtLeast(B, A + 1);
}

/// (x/a + c)/b = (x + a*c)/(a*b) for positive a and b.
static std::optional<Dim> flattenDivision(const Dim &A, const Dim &B,
                                          Reduce How) {
  const Atom *Inner = asAtom(A - Dim(A.constantTerm()), AtomOp::FloorDiv);
  if (!Inner || !cannotBeNegative(B) || !cannotBeNegative(Inner->Right))
    return std::nullopt;
  if (A.constantTerm() != 0 && !Inner->Right.constant())
    return std::nullopt;
  Dim Flat = divide(Inner->Left + Inner->Right * Dim(A.constantTerm()),
                    Inner->Right * B, How);
  if (Flat.isUnknown())
    return std::nullopt;
  return Flat;
}

static Dim divide(const Dim &A, const Dim &B, Reduce How) {
  if (A.isUnknown() || B.isUnknown() || B == Dim(0))
    return Dim::unknown();
  if (auto X = A.constant(), Y = B.constant(); X && Y) {
    auto Q = apply(AtomOp::FloorDiv, *X, *Y);
    return Q ? Dim(*Q) : Dim::unknown();
  }
  if (auto Q = exactQuotient(A, B))
    return *Q;
  if (leadingTerm(B).Coefficient < 0)
    return divide(-A, -B, How);
  auto Divisor = asMonomial(B);
  if (!Divisor)
    return isProperRemainder(A, B) ? Dim(0)
                                   : DimBuilder::opaque(AtomOp::FloorDiv, A, B);
  auto [Multiples, Rest] = splitMultiples(A, *Divisor, How);
  if (isProperRemainder(Rest, B))
    return Multiples;
  Fraction F = cancel(Rest, *Divisor);
  if (F.Common != Dim(1))
    return Multiples + divide(F.Numerator, F.Denominator, How);
  if (auto Flat = flattenDivision(Rest, B, How))
    return Multiples + *Flat;
  return Multiples + DimBuilder::opaque(AtomOp::FloorDiv, Rest, B);
}

Dim tidy::floorDiv(const Dim &A, const Dim &B) {
  return divide(A, B, Reduce::Plain);
}

/// (x % 8 + y) % 4 = (x + y) % 4.
static Dim dropInnerModulo(const Dim &A, const Dim &B) {
  return A.mapAtoms([&](const AtomPtr &F) {
    bool Inner = !F->Leaf && F->Op == AtomOp::Mod && exactQuotient(F->Right, B);
    return Inner ? F->Left : Dim::of(F);
  });
}

/// What is congruent to A modulo B, with coefficients in (-B/2, B/2] and the
/// constant in [0, B) if B is constant.
static Dim reduceModulo(const Dim &A, const Term &B) {
  Dim Rest = splitMultiples(A, B, Reduce::Plain).Rest;
  if (!B.Factors.empty())
    return Rest;
  Dim Reduced(Rest.constantTerm());
  for (Term T : Rest.terms()) {
    T.Coefficient = *apply(AtomOp::Mod, T.Coefficient, B.Coefficient);
    if (T.Coefficient > B.Coefficient / 2)
      T.Coefficient -= B.Coefficient;
    Reduced = Reduced + dimOf(T);
  }
  return Reduced;
}

Dim tidy::floorMod(const Dim &A, const Dim &B) {
  if (A.isUnknown() || B.isUnknown() || B == Dim(0))
    return Dim::unknown();
  if (auto X = A.constant(), Y = B.constant(); X && Y)
    return Dim(*apply(AtomOp::Mod, *X, *Y));
  if (leadingTerm(B).Coefficient < 0)
    return -floorMod(-A, -B);
  if (Dim Outer = dropInnerModulo(A, B); Dim::compare(Outer, A) != 0)
    return floorMod(Outer, B);
  auto Divisor = asMonomial(B);
  Dim Rest = Divisor ? reduceModulo(A, *Divisor) : A;
  if (exactQuotient(Rest, B))
    return 0;
  if (isProperRemainder(Rest, B))
    return Rest;
  if (!Divisor)
    return DimBuilder::opaque(AtomOp::Mod, Rest, B);
  Fraction F = cancel(Rest, *Divisor);
  if (F.Common != Dim(1))
    return F.Common * floorMod(F.Numerator, F.Denominator) + Dim(F.Left);
  return DimBuilder::opaque(AtomOp::Mod, Rest, B);
}

Dim tidy::expanded(const Dim &D) {
  return D.mapAtoms([](const AtomPtr &A) {
    if (A->Leaf)
      return Dim::of(A);
    Dim L = expanded(A->Left), R = expanded(A->Right);
    switch (A->Op) {
    case AtomOp::FloorDiv:
      return divide(L, R, Reduce::Fully);
    case AtomOp::Mod:
      return L - R * divide(L, R, Reduce::Fully);
    case AtomOp::Min:
      return minimum(L, R);
    case AtomOp::Max:
      return L + R - minimum(L, R);
    }
    return Dim::unknown();
  });
}

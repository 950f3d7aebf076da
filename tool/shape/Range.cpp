//===- Range.cpp - Interval arithmetic over Dims --------------------------===//
#include "shape/Range.h"
#include "shape/Build.h"
#include "llvm/Support/CheckedArithmetic.h"
#include <algorithm>

using namespace tidy;
using Bound = std::optional<std::int64_t>;

static Bound add(Bound A, Bound B) {
  return A && B ? llvm::checkedAdd(*A, *B) : std::nullopt;
}
static Bound multiply(Bound A, Bound B) {
  return A && B ? llvm::checkedMul(*A, *B) : std::nullopt;
}
static bool isNonNegative(const Range &R) { return R.Lo && *R.Lo >= 0; }

static Range scale(std::int64_t C, const Range &R) {
  Range S{multiply(C, R.Lo), multiply(C, R.Hi)};
  if (C < 0)
    std::swap(S.Lo, S.Hi);
  return S;
}

static Range multiply(const Range &A, const Range &B) {
  if (A.Lo && A.Lo == A.Hi)
    return scale(*A.Lo, B);
  if (isNonNegative(A) && isNonNegative(B))
    return {multiply(A.Lo, B.Lo), multiply(A.Hi, B.Hi)};
  Bound Corners[] = {multiply(A.Lo, B.Lo), multiply(A.Lo, B.Hi),
                     multiply(A.Hi, B.Lo), multiply(A.Hi, B.Hi)};
  if (!std::all_of(std::begin(Corners), std::end(Corners),
                   [](const Bound &C) { return C.has_value(); }))
    return {};
  auto [Lo, Hi] = std::minmax_element(std::begin(Corners), std::end(Corners));
  return {*Lo, *Hi};
}

/// A / B. The divisor is not 0, so one that cannot be negative is at least 1.
static Range divide(const Range &A, const Range &B) {
  if (!isNonNegative(B))
    return {};
  auto By = [](std::int64_t X, std::int64_t Y) {
    return apply(AtomOp::FloorDiv, X, Y);
  };
  std::int64_t Least = std::max<std::int64_t>(*B.Lo, 1);
  Range R;
  if (A.Lo && *A.Lo < 0)
    R.Lo = By(*A.Lo, Least);
  else if (A.Lo)
    R.Lo = B.Hi && *B.Hi > 0 ? By(*A.Lo, *B.Hi) : Bound(0);
  if (A.Hi && *A.Hi >= 0)
    R.Hi = By(*A.Hi, Least);
  else if (A.Hi)
    R.Hi = B.Hi && *B.Hi > 0 ? By(*A.Hi, *B.Hi) : Bound(-1);
  return R;
}

static Range remainder(const Range &A, const Range &B) {
  if (!isNonNegative(B))
    return {};
  Range R{0, add(B.Hi, -1)};
  if (isNonNegative(A) && A.Hi && (!R.Hi || *A.Hi < *R.Hi))
    R.Hi = A.Hi;
  return R;
}

static Range smaller(const Range &A, const Range &B) {
  Range R;
  if (A.Lo && B.Lo)
    R.Lo = std::min(*A.Lo, *B.Lo);
  R.Hi = A.Hi && B.Hi ? std::min(*A.Hi, *B.Hi) : A.Hi ? A.Hi : B.Hi;
  return R;
}

static Range larger(const Range &A, const Range &B) {
  Range R;
  if (A.Hi && B.Hi)
    R.Hi = std::max(*A.Hi, *B.Hi);
  R.Lo = A.Lo && B.Lo ? std::max(*A.Lo, *B.Lo) : A.Lo ? A.Lo : B.Lo;
  return R;
}

static Range rangeOf(const Atom &A) {
  if (A.Leaf)
    return A.Leaf->IsSize ? Range{0, std::nullopt} : Range{};
  Range L = rangeOf(A.Left), R = rangeOf(A.Right);
  switch (A.Op) {
  case AtomOp::FloorDiv:
    return divide(L, R);
  case AtomOp::Mod:
    return remainder(L, R);
  case AtomOp::Min:
    return smaller(L, R);
  case AtomOp::Max:
    return larger(L, R);
  }
  return {};
}

Range tidy::rangeOf(const Dim &D) {
  if (D.isUnknown())
    return {};
  Range Sum{D.constantTerm(), D.constantTerm()};
  for (const Term &T : D.terms()) {
    Range Product{1, 1};
    for (const AtomPtr &F : T.Factors)
      Product = multiply(Product, ::rangeOf(*F));
    Product = scale(T.Coefficient, Product);
    Sum = {add(Sum.Lo, Product.Lo), add(Sum.Hi, Product.Hi)};
  }
  return Sum;
}

bool tidy::isAtLeast(const Dim &A, const Dim &B) {
  return cannotBeNegative(A - B);
}

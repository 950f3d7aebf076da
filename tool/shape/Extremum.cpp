//===- Extremum.cpp - min and max of polynomials --------------------------===//
//
// min(a, min(b, c)) is kept as one sorted list, nested to the right.
//
//===----------------------------------------------------------------------===//
#include "shape/Build.h"
#include "shape/Range.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

using namespace tidy;

static void collectOperands(const Dim &D, AtomOp Op, std::vector<Dim> &Into) {
  if (const Atom *A = asAtom(D, Op)) {
    collectOperands(A->Left, Op, Into);
    collectOperands(A->Right, Op, Into);
    return;
  }
  Into.push_back(D);
}

/// Is the answer the same with or without `Other`, given `Kept`?
static bool makesRedundant(const Dim &Kept, const Dim &Other, AtomOp Op) {
  if (auto X = Kept.constant(), Y = Other.constant(); X && Y)
    return apply(Op, *X, *Y) == *X;
  return Op == AtomOp::Min ? isAtLeast(Other, Kept) : isAtLeast(Kept, Other);
}

static std::vector<Dim> withoutRedundant(std::vector<Dim> Operands, AtomOp Op) {
  std::sort(Operands.begin(), Operands.end(),
            [](const Dim &A, const Dim &B) { return Dim::compare(A, B) < 0; });
  std::vector<Dim> Kept;
  for (const Dim &D : Operands) {
    if (llvm::any_of(Kept,
                     [&](const Dim &K) { return makesRedundant(K, D, Op); }))
      continue;
    std::erase_if(Kept, [&](const Dim &K) { return makesRedundant(D, K, Op); });
    Kept.push_back(D);
  }
  return Kept;
}

static Dim extremum(AtomOp Op, const Dim &A, const Dim &B) {
  if (A.isUnknown() || B.isUnknown())
    return Dim::unknown();
  std::vector<Dim> Operands;
  collectOperands(A, Op, Operands);
  collectOperands(B, Op, Operands);
  Operands = withoutRedundant(std::move(Operands), Op);
  Dim Result = Operands.back();
  for (std::size_t I = Operands.size() - 1; I-- > 0;)
    Result = DimBuilder::opaque(Op, Operands[I], Result);
  return Result;
}

Dim tidy::minimum(const Dim &A, const Dim &B) {
  return extremum(AtomOp::Min, A, B);
}
Dim tidy::maximum(const Dim &A, const Dim &B) {
  return extremum(AtomOp::Max, A, B);
}

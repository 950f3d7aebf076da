//===- Build.cpp - Terms, factor lists and operators on numbers -----------===//
#include "shape/Build.h"
#include "llvm/Support/CheckedArithmetic.h"
#include "llvm/Support/MathExtras.h"
#include <algorithm>
#include <numeric>

using namespace tidy;

Dim tidy::dimOf(const Term &T) {
  if (T.Factors.empty())
    return Dim(T.Coefficient);
  return DimBuilder::make(0, {T});
}

std::vector<Term> tidy::allTerms(const Dim &D) {
  std::vector<Term> All = D.terms();
  if (D.constantTerm() != 0)
    All.push_back({D.constantTerm(), {}});
  return All;
}

std::optional<Term> tidy::asMonomial(const Dim &D) {
  if (auto C = D.constant())
    return Term{*C, {}};
  if (D.isUnknown() || D.constantTerm() != 0 || D.terms().size() != 1)
    return std::nullopt;
  return D.terms().front();
}

Term tidy::sharedFactor(const Dim &D) {
  std::uint64_t Coefficient = 0;
  std::optional<std::vector<AtomPtr>> Factors;
  for (const Term &T : allTerms(D)) {
    Coefficient = std::gcd(Coefficient, magnitude(T.Coefficient));
    Factors = Factors ? common(*Factors, T.Factors) : T.Factors;
  }
  if (Coefficient == 0 || Coefficient > INT64_MAX)
    Coefficient = 1;
  return {std::int64_t(Coefficient), Factors.value_or(std::vector<AtomPtr>())};
}

const Atom *tidy::asAtom(const Dim &D, AtomOp Op) {
  if (D.isUnknown() || D.constantTerm() != 0 || D.terms().size() != 1)
    return nullptr;
  const Term &T = D.terms().front();
  if (T.Coefficient != 1 || T.Factors.size() != 1 || T.Factors[0]->Leaf ||
      T.Factors[0]->Op != Op)
    return nullptr;
  return T.Factors[0].get();
}

static bool comesBefore(const AtomPtr &A, const AtomPtr &B) {
  return compare(A, B) < 0;
}

std::vector<AtomPtr> tidy::product(const std::vector<AtomPtr> &A,
                                   const std::vector<AtomPtr> &B) {
  std::vector<AtomPtr> Both;
  Both.reserve(A.size() + B.size());
  std::merge(A.begin(), A.end(), B.begin(), B.end(), std::back_inserter(Both),
             comesBefore);
  return Both;
}

std::optional<std::vector<AtomPtr>>
tidy::quotient(const std::vector<AtomPtr> &A, const std::vector<AtomPtr> &B) {
  std::vector<AtomPtr> Rest;
  std::set_difference(A.begin(), A.end(), B.begin(), B.end(),
                      std::back_inserter(Rest), comesBefore);
  if (Rest.size() + B.size() != A.size())
    return std::nullopt;
  return Rest;
}

std::vector<AtomPtr> tidy::common(const std::vector<AtomPtr> &A,
                                  const std::vector<AtomPtr> &B) {
  std::vector<AtomPtr> Both;
  std::set_intersection(A.begin(), A.end(), B.begin(), B.end(),
                        std::back_inserter(Both), comesBefore);
  return Both;
}

std::uint64_t tidy::magnitude(std::int64_t X) {
  return X < 0 ? 0 - std::uint64_t(X) : std::uint64_t(X);
}

std::optional<std::int64_t> tidy::apply(AtomOp Op, std::int64_t A,
                                        std::int64_t B) {
  switch (Op) {
  case AtomOp::Min:
    return std::min(A, B);
  case AtomOp::Max:
    return std::max(A, B);
  case AtomOp::FloorDiv:
    if (B == 0 || llvm::divideSignedWouldOverflow(A, B))
      return std::nullopt;
    return llvm::divideFloorSigned(A, B);
  case AtomOp::Mod:
    if (B == 0)
      return std::nullopt;
    if (B == -1) // INT64_MIN % -1 is undefined in C++
      return 0;
    std::int64_t Remainder = A % B;
    bool WrongSign = Remainder != 0 && (Remainder < 0) != (B < 0);
    return WrongSign ? Remainder + B : Remainder;
  }
  return std::nullopt;
}

std::optional<std::int64_t> tidy::exactQuotient(std::int64_t A,
                                                std::int64_t B) {
  if (apply(AtomOp::Mod, A, B) != 0)
    return std::nullopt;
  return apply(AtomOp::FloorDiv, A, B);
}

Dim tidy::apply(AtomOp Op, const Dim &A, const Dim &B) {
  switch (Op) {
  case AtomOp::FloorDiv:
    return floorDiv(A, B);
  case AtomOp::Mod:
    return floorMod(A, B);
  case AtomOp::Min:
    return minimum(A, B);
  case AtomOp::Max:
    return maximum(A, B);
  }
  return Dim::unknown();
}

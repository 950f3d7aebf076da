//===- Build.h - How a Dim is put together ----------------------*- C++ -*-===//
//
// For the sources of shape/ only: the constructors that keep the normal form.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SHAPE_BUILD_H
#define TENSOR_TIDY_SHAPE_BUILD_H

#include "shape/Dim.h"

namespace tidy {

struct DimBuilder {
  /// Terms in any order, like ones not yet added up; each one's factors sorted.
  static Dim make(std::int64_t Constant, std::vector<Term> Terms);
  /// `Op` applied to known operands, as an atom, without simplification.
  static Dim opaque(AtomOp Op, const Dim &Left, const Dim &Right);
};

/// A single term as a Dim.
Dim dimOf(const Term &T);
/// All terms of `D`, the constant one (without factors) included, last.
std::vector<Term> allTerms(const Dim &D);
/// `D` as a single term (a constant has no factors); none for sums, unknown.
std::optional<Term> asMonomial(const Dim &D);
/// All that the terms of `D`, the constant included, share: 2*h of 4*h*d + 2*h.
/// The coefficient is positive, and 1 for 0, unknown and INT64_MIN.
Term sharedFactor(const Dim &D);
/// The atom, if `D` is a single operator atom `Op` with coefficient 1.
const Atom *asAtom(const Dim &D, AtomOp Op);

std::strong_ordering compare(const AtomPtr &A, const AtomPtr &B);
std::strong_ordering compare(const std::vector<AtomPtr> &A,
                             const std::vector<AtomPtr> &B);
/// Products, quotients and common parts of sorted factor lists.
std::vector<AtomPtr> product(const std::vector<AtomPtr> &A,
                             const std::vector<AtomPtr> &B);
std::optional<std::vector<AtomPtr>> quotient(const std::vector<AtomPtr> &A,
                                             const std::vector<AtomPtr> &B);
std::vector<AtomPtr> common(const std::vector<AtomPtr> &A,
                            const std::vector<AtomPtr> &B);

/// The operators on numbers; none on overflow and division by 0.
std::optional<std::int64_t> apply(AtomOp Op, std::int64_t A, std::int64_t B);
/// |X|, also of INT64_MIN.
std::uint64_t magnitude(std::int64_t X);
/// A / B if there is no remainder (nor overflow, nor division by 0).
std::optional<std::int64_t> exactQuotient(std::int64_t A, std::int64_t B);
/// The operators on sizes: floorDiv and so on.
Dim apply(AtomOp Op, const Dim &A, const Dim &B);

/// Rewritten so that more equal sizes look the same, at the price of reading
/// worse: 3*n/2 = n + n/2, a % b = a - b*(a/b), max(a, b) = a + b - min(a, b).
Dim expanded(const Dim &D);

} // namespace tidy

#endif

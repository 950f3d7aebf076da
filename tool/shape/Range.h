//===- Range.h - Between which numbers a size lies --------------*- C++ -*-===//
#ifndef TENSOR_TIDY_SHAPE_RANGE_H
#define TENSOR_TIDY_SHAPE_RANGE_H

#include "shape/Dim.h"

namespace tidy {

/// Bounds, inclusive; none where there is no bound (or none is known).
struct Range {
  std::optional<std::int64_t> Lo, Hi;

  bool excludes(std::int64_t X) const {
    return (Lo && X < *Lo) || (Hi && *Hi < X);
  }
};

/// What follows from sizes not being negative: n + 1 is in [1, inf), n % 8 in
/// [0, 7]. Sound, not tight: n - n*n is unbounded here.
Range rangeOf(const Dim &D);

inline bool cannotBeNegative(const Dim &D) {
  Range R = rangeOf(D);
  return R.Lo && *R.Lo >= 0;
}
/// Is A >= B whatever the symbols stand for?
bool isAtLeast(const Dim &A, const Dim &B);

} // namespace tidy

#endif

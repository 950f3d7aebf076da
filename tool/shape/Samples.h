//===- Samples.h - Numbers to try a claim on --------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_SHAPE_SAMPLES_H
#define TENSOR_TIDY_SHAPE_SAMPLES_H

#include "shape/Facts.h"
#include "llvm/ADT/ArrayRef.h"

namespace tidy {

/// What a sample has to agree with.
struct Constraints {
  llvm::ArrayRef<Divisibility> Known;
  std::vector<Dim> NotNegative;
};

/// Is `Shows` true of the values of `A` and `B` in one of a few fixed
/// assignments that agree with all of `Given`, and where both are defined? The
/// numbers are distinct and at least 2 where the facts allow it, negative ones
/// only for what is no size.
bool someSample(const Dim &A, const Dim &B, const Constraints &Given,
                llvm::function_ref<bool(std::int64_t, std::int64_t)> Shows);

} // namespace tidy

#endif

//===- Samples.h - Numbers to try a claim on --------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_SHAPE_SAMPLES_H
#define TENSOR_TIDY_SHAPE_SAMPLES_H

#include "shape/Facts.h"
#include "llvm/ADT/ArrayRef.h"

namespace tidy {

using Assignment = std::map<Symbol, std::int64_t>;

std::optional<std::int64_t> valueOf(const Dim &D, const Assignment &Numbers);

/// Is `Shows` true of the value of `D` in one of a few fixed assignments that
/// agree with all of `Known`? The numbers are distinct and at least 2 where
/// the facts allow it, negative ones only for what is no size.
bool someSample(const Dim &D, llvm::ArrayRef<Divisibility> Known,
                llvm::function_ref<bool(std::int64_t)> Shows);

} // namespace tidy

#endif

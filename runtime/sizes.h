//===- sizes.h - Arithmetic on sizes, and refusing them ---------*- C++ -*-===//
//
// Internal. The bottom of the runtime: what can be said about sizes without a
// tensor, each check with the error that names both sides of it. `what` is
// always the name of the operation that the user called.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_RUNTIME_SIZES_H
#define TENSOR_TIDY_RUNTIME_SIZES_H

#include "tensor_tidy/tensor_class.h"
#include <cstdint>
#include <optional>
#include <sstream>
#include <string>

namespace tensor_tidy {

/// Throws ShapeError with the parts, printed one after the other, as message.
template <class... Parts> [[noreturn]] void reject(const Parts &...parts) {
  std::ostringstream message;
  (message << ... << parts);
  throw ShapeError(message.str());
}

/// "[2, 3]".
std::string text(const Sizes &sizes);

/// The product of `sizes`. Throws if one is negative or the product does not
/// fit in 64 bits.
std::int64_t element_count(const char *what, const Sizes &sizes);

/// The strides of a contiguous tensor: [2, 3, 4] has [12, 4, 1].
Sizes row_major_strides(const Sizes &sizes);

/// `dim` counted from 0. Throws if `sizes` has no such axis; no sizes at all
/// count as one axis.
std::int64_t axis_of(const char *what, std::int64_t dim, const Sizes &sizes);

/// What two shapes broadcast to, aligned at the last axis; nothing if two sizes
/// differ and neither is 1.
std::optional<Sizes> try_broadcast(const Sizes &lhs, const Sizes &rhs);

/// The same, or throws.
Sizes broadcast_sizes(const char *what, const Sizes &lhs, const Sizes &rhs);

/// All but the last two axes of a stack of matrices, [*b, m, n].
Sizes leading_sizes(const Tensor &x);

} // namespace tensor_tidy

#endif // TENSOR_TIDY_RUNTIME_SIZES_H

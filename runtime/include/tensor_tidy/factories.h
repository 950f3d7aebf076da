//===- factories.h - New tensors --------------------------------*- C++ -*-===//
//
// Functions that make a tensor from sizes or values, named and behaving as
// torch's. All results are contiguous and own their storage. Each throws
// ShapeError if a size is negative.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FACTORIES_H
#define TENSOR_TIDY_FACTORIES_H

#include "tensor_tidy/tensor_class.h"
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace tensor_tidy {

/// Numbers in nested braces, as deep as you like: the argument of tensor().
class NestedValues {
public:
  NestedValues(double number) : values_{static_cast<float>(number)} {}
  /// Throws unless all `rows` have the same sizes.
  NestedValues(std::initializer_list<NestedValues> rows);

  const Sizes &sizes() const { return sizes_; }
  const std::vector<float> &values() const { return values_; }

private:
  Sizes sizes_;
  std::vector<float> values_;
};

/// tensor(2.5) is a 0-d tensor, tensor({1, 2}) is [2] and
/// tensor({{1, 0, 1}}) is [1, 3].
Tensor tensor(const NestedValues &values);

/// `values` in row-major order, with `sizes`.
/// Throws if there are not as many values as `sizes` asks for.
Tensor from_values(const Sizes &sizes, std::vector<float> values);

Tensor zeros(const Sizes &sizes);
Tensor ones(const Sizes &sizes);
Tensor full(const Sizes &sizes, float value);

/// 0, 1, ..., n - 1 as [n].
Tensor arange(std::int64_t n);

/// Independent numbers from the standard normal distribution. The sequence
/// depends on the seed only, on every platform; each thread has its own.
Tensor randn(const Sizes &sizes);

/// Restarts this thread's sequence of random numbers. The seed at start is 0.
void manual_seed(std::uint32_t seed);

} // namespace tensor_tidy

#endif // TENSOR_TIDY_FACTORIES_H

//===- test_support.h - What the runtime's unit tests share -----*- C++ -*-===//
#ifndef TENSOR_TIDY_RUNTIME_TEST_SUPPORT_H
#define TENSOR_TIDY_RUNTIME_TEST_SUPPORT_H

#include "tensor_tidy/tensor.h"
#include <gtest/gtest.h>
#include <string>

namespace tensor_tidy {

/// The message of the ShapeError that `call` throws, "" if it throws none.
template <class Call> std::string error_of(Call &&call) {
  try {
    call();
  } catch (const ShapeError &error) {
    return error.what();
  }
  return "";
}

/// 0, 1, 2, ... in row-major order: every element tells where it came from.
inline Tensor counting(const Sizes &sizes) {
  return arange(zeros(sizes).numel()).view(sizes);
}

/// All indices of `sizes`, in row-major order.
inline std::vector<Sizes> indices_of(const Sizes &sizes) {
  std::vector<Sizes> indices{{}};
  for (std::int64_t size : sizes) {
    std::vector<Sizes> longer;
    for (const Sizes &index : indices)
      for (std::int64_t i = 0; i < size; ++i) {
        longer.push_back(index);
        longer.back().push_back(i);
      }
    indices = longer;
  }
  return indices;
}

} // namespace tensor_tidy

#endif // TENSOR_TIDY_RUNTIME_TEST_SUPPORT_H

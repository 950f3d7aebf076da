//===- oracle_torch.h - libtorch's answers as plain data --------*- C++ -*-===//
//
// What oracle_torch_test.cpp asks the real library. libtorch 1.13's headers
// are C++17 and the runtime's are C++20, so the two meet only in these types.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_RUNTIME_ORACLE_TORCH_H
#define TENSOR_TIDY_RUNTIME_ORACLE_TORCH_H

#include <cstdint>
#include <vector>

namespace oracle {

using Sizes = std::vector<std::int64_t>;

/// A tensor in row-major order, or libtorch's refusal to make one.
struct Answer {
  bool accepted = false;
  Sizes sizes;
  std::vector<float> values;
};

Answer matmul(const Answer &a, const Answer &b);
Answer add(const Answer &a, const Answer &b);
Answer softmax(const Answer &x, std::int64_t dim);

/// x.permute(dims), then view(sizes) of that.
Answer permute_view(const Answer &x, const Sizes &dims, const Sizes &sizes);

/// x.expand(sizes).
Answer expand(const Answer &x, const Sizes &sizes);

/// softmax(query key^T / sqrt(d)) value, step by step.
Answer attention(const Answer &query, const Answer &key, const Answer &value);

} // namespace oracle

#endif // TENSOR_TIDY_RUNTIME_ORACLE_TORCH_H

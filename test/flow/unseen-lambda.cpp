// RUN: %tensor-tidy %s -- %runtime-flags -std=c++17 2>&1 | FileCheck %s
// What only an algorithm of the standard library calls, and is generic, has no
// code that could be looked at.
//
// CHECK: nothing found
//
// CHECK-SAME: not understood: generic lambda 2
#include <algorithm>
#include <tensor_tidy/tensor.h>
#include <vector>

using namespace tensor_tidy;
void each(std::vector<Tensor> &xs) {
  std::for_each(xs.begin(), xs.end(),
                [](auto &x) { x = matmul(zeros({2, 3}), zeros({2, 3})); });
  std::for_each(xs.begin(), xs.end(), [](auto &x) { x = x.transpose(0, 1); });
  std::sort(xs.begin(), xs.end(),
            [](const auto &x, const auto &y) { return &x < &y; });
  auto called = [](auto x) { return x.transpose(0, 1); };
  called(xs[0]);
}

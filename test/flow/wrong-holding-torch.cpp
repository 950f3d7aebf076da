// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s
// An optional that is made of an optional of its kind, of nothing or of a tensor is as empty as that.
#include <optional>
#include <torch/torch.h>

using torch::Tensor;
int main() {
  auto x = torch::zeros({2, 3});
  std::optional<Tensor> a = x, b, c = b, d = std::nullopt, e(a);
  if (a && !b && !c && !d && e)
    e->matmul(*a);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: inner dimensions of 'matmul' differ: 3 and 2
}
// CHECK-NOT: error:

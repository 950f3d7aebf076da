// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s
// A reference to a field, or to an element of a list that stays, leads where it did.
#include <torch/torch.h>

using torch::Tensor;
using torch::zeros;
struct Two {
  Tensor a, b;
};
int main() {
  Two x{zeros({2, 3}), zeros({4})}, y{zeros({5, 6}), zeros({1})};
  std::vector<Tensor> list{zeros({2, 3})}, other, more;
  auto &a = x.a;
  auto &e = list[0];
  std::swap(x, y);
  other = std::move(more);
  a.matmul(e);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: inner dimensions of 'matmul' differ: 6 and 2
}
// CHECK-NOT: error:

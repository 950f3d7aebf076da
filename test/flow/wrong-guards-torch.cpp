// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s
// Checks and guards that say nothing against what comes after them; tensors in
// braces and lists.
#include <torch/torch.h>

using torch::Tensor;
void checked(Tensor a) {
  TORCH_CHECK(a.dim() == 2, "two axes");
  a.matmul(a);
  // CHECK: :[[@LINE-1]]:12: error: inner dimensions
}
void defined(Tensor a, const Tensor &mask) {
  TORCH_CHECK(a.defined());
  if (!a.defined())
    return;
  a.matmul(a);
  // CHECK: :[[@LINE-1]]:12: error: inner dimensions
}
void braces() {
  Tensor k{torch::zeros({2, 3})}, l = {k};
  k.matmul(l);
  // CHECK: :[[@LINE-1]]:12: error: inner dimensions
  std::vector<Tensor> v = {torch::zeros({2, 3}), torch::zeros({2, 4})};
  torch::cat(v);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: 'cat'
}
int main() {
  checked(torch::zeros({2, 3}));
  defined(torch::zeros({2, 3}), {});
}
// CHECK-NOT: error:

// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s
// Behind its constructor an object is what it was made as.
#include <torch/torch.h>

struct Base {
  torch::Tensor run() { return width().matmul(torch::zeros({3, 4})); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: inner dimensions of 'matmul' differ: 6 and 3
  virtual torch::Tensor width() { return torch::zeros({2, 3}); }
  virtual ~Base() = default;
};
struct Derived : Base {
  torch::Tensor width() override { return torch::zeros({5, 6}); }
};
int main() {
  Derived d;
  d.run();
}
// CHECK-NOT: error:

// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %clangxx -w %torch-pch %torch-flags %s -o %t %torch-libs && %t
// While a base is made, its own methods run.
#include <torch/torch.h>

struct Base {
  torch::Tensor w;
  Base() { build(); }
  void build() { w = width().matmul(torch::zeros({3, 4})); }
  virtual torch::Tensor width() { return torch::zeros({2, 3}); }
  virtual ~Base() = default;
};
struct Derived : Base {
  torch::Tensor width() override { return torch::zeros({5, 6}); }
};
int main() {
  Derived d;
  d.w.view({8});
  auto p = std::make_shared<Derived>();
  p->w.view({8});
}

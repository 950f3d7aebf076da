// REQUIRES: torch
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// RUN: %tensor-tidy %s -- %torch-flags | count 0
// Conditions of several parts, the whole of which is asked: what each of them
// says holds behind it.
#include <cassert>
#include <stdexcept>
#include <torch/torch.h>

void checked(torch::Tensor x, torch::Tensor w) {
  TORCH_CHECK(x.dim() == 3 && w.dim() == 2, "axes");
  // CHECK: auto y = x.transpose(1, 2); // y: [n, n1, n2]
  auto y = x.transpose(1, 2);
  // CHECK: auto v = w.t(); // v: [n3, n4]
  auto v = w.t();
}

void asserted(torch::Tensor x) {
  assert(!(x.dim() != 2 || x.size(1) != 8));
  // CHECK: auto y = x.t(); // y: [8, n]
  auto y = x.t();
}

void nested(torch::Tensor x, bool flag) {
  TORCH_CHECK(x.dim() == 2 && !(x.size(0) != 4 || flag) && x.size(1) == 5);
  // CHECK: auto y = x.t(); // y: [5, 4]
  auto y = x.t();
}

// One of them holds, and nobody knows which.
void either(torch::Tensor x) {
  TORCH_CHECK(x.dim() == 2 || x.dim() == 3);
  // CHECK: auto y = x.transpose(0, 1); // y: [...]
  auto y = x.transpose(0, 1);
}

void likely(torch::Tensor x) {
  if (__builtin_expect(!(x.dim() == 2 && x.size(0) == 6), 0))
    throw std::invalid_argument("x");
  // CHECK: auto y = x.t(); // y: [n, 6]
  auto y = x.t();
}

void listed(torch::Tensor x, torch::Tensor w) {
  TORCH_CHECK(w.sizes() == torch::IntArrayRef({2, 3}));
  auto a = torch::zeros({2, 3}), b = torch::zeros({3, 2});
  // CHECK: auto c = a.sizes() != b.sizes() ? a : b; // c: [2, 3]
  auto c = a.sizes() != b.sizes() ? a : b;
}

void kept(torch::Tensor x, int64_t n) {
  bool fits = x.dim() == 2 && x.size(0) == n;
  // CHECK: auto y = fits ? torch::zeros({2, 3}) : torch::ones({2, 3}); // y: [2, 3]
  auto y = fits ? torch::zeros({2, 3}) : torch::ones({2, 3});
}

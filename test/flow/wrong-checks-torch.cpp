// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s
// RUN: %tensor-tidy --checks=-failing-check %s -- %torch-flags | count 0
// Checks that fail for what comes to them.
#include <cassert>
#include <cstdlib>
#include <stdexcept>
#include <torch/torch.h>

torch::Tensor split_heads(torch::Tensor x, int64_t heads) {
  int64_t width = x.size(-1);
  // CHECK: [[#@LINE+1]]:15: error: this check fails: 'width % heads == 0' is false; 'width % heads' is 4 [tensor-failing-check]
  TORCH_CHECK(width % heads == 0, "width ", width, " and heads ", heads);
  return x.view({x.size(0), heads, width / heads});
}

void divides() {
  // CHECK: [[#@LINE+1]]:3: note: in this call of 'split_heads'
  split_heads(torch::randn({16, 100}), 8);
  split_heads(torch::randn({16, 96}), 8);
}

void rank(torch::Tensor x) {
  auto y = x.reshape({2, 3, -1});
  // CHECK: [[#@LINE+1]]:7: error: this check fails: 'y.dim() != 4' is true; 'y.dim()' is 3 [tensor-failing-check]
  if (y.dim() != 4)
    throw std::invalid_argument("four axes");
}

void sizes() {
  auto a = torch::zeros({2, 3}), b = torch::zeros({3, 2});
  // CHECK: [[#@LINE+1]]:10: error: this check fails: 'a.size(1) == b.size(1)' is false; 'a.size(1)' is 3 and 'b.size(1)' is 2 [tensor-failing-check]
  assert(a.size(1) == b.size(1));
}

void lists() {
  auto a = torch::zeros({2, 3}), b = torch::zeros({3, 2});
  // CHECK: [[#@LINE+1]]:15: error: this check fails: 'a.sizes() == b.sizes()' is false; 'a.sizes()' is (2, 3) and 'b.sizes()' is (3, 2)
  TORCH_CHECK(a.sizes() == b.sizes(), "equal shapes");
}

void both() {
  auto a = torch::zeros({2, 3});
  // CHECK: [[#@LINE+1]]:31: error: this check fails: 'a.size(0) == 3' is false; 'a.size(0)' is 2 [tensor-failing-check]
  TORCH_CHECK(a.dim() == 2 && a.size(0) == 3);
}

void named() {
  auto a = torch::zeros({2, 3});
  bool fits = a.size(0) == 3;
  // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: this check fails: 'fits' is false [tensor-failing-check]
  if (!fits)
    std::abort();
}

void twice(torch::Tensor x) {
  TORCH_CHECK(x.dim() == 3);
  // CHECK: [[#@LINE+1]]:15: error: this check fails: 'x.dim() == 4' is false; 'x.dim()' is 3 [tensor-failing-check]
  TORCH_CHECK(x.dim() == 4);
}

struct Attention : torch::nn::Module {
  Attention(int64_t dim, int64_t heads) {
    // CHECK: [[#@LINE+1]]:17: error: this check fails: 'dim % heads == 0' is false; 'dim % heads' is 2
    TORCH_CHECK(dim % heads == 0);
  }
};

void configured() { Attention wrong(50, 4); }
// CHECK-NOT: error:

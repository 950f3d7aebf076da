// REQUIRES: torch
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// What a handler knows: what is so whether or not an attempt has written it.
#include <torch/torch.h>

using torch::Tensor;
Tensor load(int64_t i);
void accumulated(int64_t n) {
  Tensor total = torch::zeros({6});
  for (int64_t i = 0; i < n; ++i) {
    try {
      Tensor x = load(i).view({6});
      total = total + x;
    } catch (...) {
      continue;
    }
  }
  Tensor sum = total + 1; // CHECK: sum: [6]
}
void between() {
  Tensor x = torch::zeros({2, 6});
  try {
    x = torch::zeros({2, 7});
    load(0);
    x = torch::zeros({2, 8});
  } catch (...) {
    Tensor y = x + 1; // CHECK: y: [2, _]
  }
}
// A callee may have left it as it likes.
void half(Tensor &x) {
  x = torch::zeros({9});
  load(1);
  x = torch::zeros({6});
}
void inCallee() {
  Tensor x = torch::zeros({6});
  try {
    half(x);
  } catch (...) {
    Tensor y = x + 1; // CHECK: y: [...]
  }
}
void inPlace() {
  Tensor x = torch::zeros({6}), other = x;
  try {
    other.unsqueeze_(0);
    load(1);
    x = torch::zeros({6});
  } catch (...) {
    Tensor y = x + 1; // CHECK: y: [...]
  }
}

// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s
// What is learnt of a tensor still finds what cannot be.
#include <torch/torch.h>
using torch::ones;
using torch::Tensor;

static void transposed(Tensor x) {
  auto xt = x.t();
  x.mm(ones({3, 4}));
  // CHECK: [[@LINE+1]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 3 and 7
  x.exp().mm(ones({7, 4}));
}
static Tensor project(Tensor x) { return x.mm(ones({3, 4})); }
static void learntByCallee(Tensor a, Tensor b) {
  project(a);
  b.mm(ones({7, 4}));
  // CHECK: [[@LINE+1]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 3 and 7
  a.mm(ones({7, 4}));
}
static void eitherWay(Tensor x, bool c) {
  Tensor y = x.mm(ones({3, 4}));
  if (c)
    y = y + 1;
  // CHECK: [[@LINE+1]]:{{[0-9]+}}: error: 'bmm' does not take [m, 3]: it takes 3 axes
  x.bmm(ones({2, 7, 4}));
}
// CHECK-NOT: error:

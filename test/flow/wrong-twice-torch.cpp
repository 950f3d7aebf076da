// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s --implicit-check-not '{{^[^ ]+}}: error:'
// Two mistakes a function that have nothing to do with each other: behind the first the second is still found.
#include <vector>
#include <torch/torch.h>
using torch::Tensor;
using torch::nn::Linear;

void variable() {
  Tensor x = torch::zeros({2, 7});
  Tensor y = Linear(8, 16)(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  x.mm(x);                     // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 7 and 2
}
void vector() {
  Tensor x = torch::zeros({2, 7});
  std::vector<Tensor> v = {x, Linear(8, 16)(x)}; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  v[0].view({3, 5});                             // CHECK: [[@LINE]]:{{[0-9]+}}: error: 'view' of [2, 7] to [3, 5]
}
struct Net {
  void step(Tensor x) { state = l(x); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  Tensor with(Tensor t) {
    return t.relu() + w.view({9}); // CHECK: [[@LINE]]:{{[0-9]+}}: error: 'view' of [2, 3] to [9]
  }
  Linear l{8, 8};
  Tensor w = torch::zeros({2, 3}), state;
};
void net() {
  Net n;
  n.step(torch::zeros({2, 7}));
  n.with(n.state);
  n.w.mm(n.w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 3 and 2
}
// A call is followed with what comes of an op that fails.
Tensor sum(Tensor a, Tensor b) {
  return a + b.view({3, 5}); // CHECK: [[@LINE]]:{{[0-9]+}}: error: 'view' of [2, 7] to [3, 5]
}
void given() {
  Tensor x = torch::zeros({2, 7});
  sum(Linear(8, 16)(x), x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
}
void loop(int n) {
  Tensor x = torch::zeros({2, 7});
  for (int i = 0; i < n; ++i) {
    Linear(8, 16)(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
    x.mm(x);          // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 7 and 2
  }
}
// Whoever comes behind the branch has not come by what fails.
void branch(bool c) {
  Tensor x = torch::zeros({2, 7}), y = torch::zeros({2, 16});
  if (c)
    y = Linear(8, 16)(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  y.view({3, 5});         // CHECK: [[@LINE]]:{{[0-9]+}}: error: 'view' of [2, 16] to [3, 5]
}
// What was written anew has nothing to do with it any longer.
void anew() {
  Tensor x = torch::zeros({2, 7});
  Tensor y = Linear(8, 16)(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  y = x;
  y.mm(y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 7 and 2
}

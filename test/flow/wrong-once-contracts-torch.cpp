// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags -I%root/runtime/include | FileCheck %s --implicit-check-not '{{^[^ ]+}}: error:'
// A call that breaks a contract is cause enough: what the callee does with such arguments is not told, nor what comes of that.
#include <functional>
#include <tensor_tidy/shaped.h>
#include <torch/torch.h>
using torch::Tensor;
using torch::nn::Linear;

struct Net : torch::nn::Module {
  Tensor forward(TENSOR_SHAPE("b, 32") Tensor x) {
    seen = l(x);
    return seen + x;
  }
  Linear l{32, 32};
  Tensor seen;
};
void method() {
  Net net;
  Tensor x = torch::zeros({4, 31});
  Tensor y = net.forward(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: 'Net' takes [b, 32] for 'x', given [4, 31]
  x + y + net.seen;
}
void sequential() {
  torch::nn::Sequential s(std::make_shared<Net>(), std::make_shared<Net>());
  Tensor x = torch::zeros({4, 31});
  x + s->forward(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: 'Net' at index 0 of 's' takes [b, 32] for 'x', given [4, 31]
}

Tensor narrowed(TENSOR_SHAPE("b, 4") Tensor x, Tensor &out) {
  out = x.mm(torch::zeros({4, 6}));
  return out;
}
Tensor through(Tensor x) {
  Tensor y;
  return narrowed(x, y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: 'narrowed' takes [b, 4] for 'x', given [4, 31]
}
void written() {
  Tensor x = torch::zeros({4, 31}), out = torch::zeros({2, 2});
  narrowed(x, out).mm(torch::zeros({7, 3})); // CHECK: [[@LINE]]:{{[0-9]+}}: error: 'narrowed' takes [b, 4] for 'x', given [4, 31]
  out.mm(torch::zeros({3, 3}));
  through(x).mm(torch::zeros({7, 3}));
}
void callable() {
  std::function<Tensor(Tensor)> f = [](TENSOR_SHAPE("b, 4") Tensor x) { return x.mm(torch::zeros({4, 6})); };
  Tensor x = torch::zeros({4, 31});
  x + f(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} takes [b, 4] for 'x', given [4, 31]
}

// What has nothing to do with it is told as ever, in the callee as well.
Tensor other(TENSOR_SHAPE("b, 4") Tensor x, Tensor y) {
  return x + y.view({1, 4}); // CHECK: [[@LINE]]:{{[0-9]+}}: error: 'view' of [4, 31] to [1, 4]
}
void separate() {
  Tensor x = torch::zeros({4, 31});
  other(x, x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: 'other' takes [b, 4] for 'x', given [4, 31]
  x.mm(x);     // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 31 and 4
}

// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// A lambda that is only called where it stands sees the object that it captures, and writes to it. It runs with libtorch
// 1.13.
#include <functional>
#include <torch/torch.h>
using torch::Tensor;

struct Attention : torch::nn::Module {
  Attention(int64_t width, int64_t heads) : heads(heads), size(width / heads) {}
  Tensor forward(const Tensor &x) {
    auto split = [&](const Tensor &y) { return y.view({x.size(0), x.size(1), heads, size}).transpose(1, 2); };
    return split(x).relu();
    // CHECK: relu:{{.*}} [2, 4, 5, 3]
  }
  Tensor grown(const Tensor &x) {
    auto grow = [this] {
      ++heads;
      last = torch::zeros({heads, 2});
    };
    grow();
    [this] { last.tanh(); }();
    // CHECK: tanh:{{.*}} [5, 2]
    return x.view({heads, -1});
  }
  // Whoever has the lambda may call it later.
  Tensor kept(const Tensor &x) {
    later = [this] { heads = 3; };
    later();
    return x.view({heads, -1}).exp();
    // CHECK: exp: [_, _]
  }
  int64_t heads, size;
  Tensor last;
  std::function<void()> later;
};

int main() {
  Attention attention(12, 4);
  attention.forward(torch::zeros({2, 5, 12}));
  attention.grown(torch::zeros({10})).sigmoid();
  attention.kept(torch::zeros({3}));
  // CHECK: sigmoid: [5, 2]
}

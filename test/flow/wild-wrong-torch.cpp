// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags 2>&1 | FileCheck %s
// What is a hair from right code of the wild: every one throws with libtorch 1.13.
#include <torch/torch.h>
using torch::Tensor;

Tensor rebound() {
  auto x = torch::randn({2, 3});
  x = x.view(-1);
  {
    auto x = torch::randn({4, 5, 6});
    x = x.flatten(1);
  }
  return torch::matmul(x, torch::randn({5, 2}));
  // CHECK: :[[@LINE-1]]:{{.*}} error: inner dimensions of 'matmul' differ: 6 and 5
}

Tensor catOfZeroRows() { return torch::cat({torch::empty({0, 4}), torch::randn({2, 5})}, 0); }
// CHECK: :[[@LINE-1]]:{{.*}} error: 'cat' cannot work: axis 1 is 4 in one and 5 in another
Tensor scalarProduct() { return torch::matmul(torch::randn({3, 4}).sum(), torch::randn({3})); }
// CHECK: :[[@LINE-1]]:{{.*}} error: 'matmul' does not take []
Tensor unbatched() {
  torch::nn::Conv2d conv(3, 8, 3);
  return conv(torch::randn({4, 9, 9}));
  // CHECK: :[[@LINE-1]]:{{.*}} error: inner dimensions of 'Conv2d' differ: it takes 3, given 4
}
Tensor noSuchAxis() { return torch::randn({2, 3, 4}).transpose(-1, -4); }
// CHECK: :[[@LINE-1]]:{{.*}} error: 'transpose' has no axis -4
Tensor expanded() { return torch::randn({2, 3, 4}).expand({-1, 5, -1}); }
// CHECK: :[[@LINE-1]]:{{.*}} error: 'expand' cannot work: axis 1 has size 3, 5 is asked for

Tensor grown(int64_t steps) {
  std::vector<Tensor> rows;
  auto all = torch::zeros({0, 3});
  for (int64_t i = 0; i < steps; ++i) {
    all = torch::cat({all, torch::randn({1, 3})});
    rows.push_back(torch::randn({3}));
  }
  auto right = torch::matmul(torch::stack(rows), torch::randn({3, 4}));
  return torch::matmul(all, torch::randn({4, 2}));
  // CHECK: :[[@LINE-1]]:{{.*}} error: inner dimensions of 'matmul' differ: 3 and 4
}

Tensor batched(Tensor x) {
  if (x.dim() == 2)
    x = x.unsqueeze(0);
  return torch::bmm(x, torch::randn({x.size(0), x.size(2) + 1, 5}));
  // CHECK: :[[@LINE-1]]:{{.*}} error: inner dimensions of 'bmm' differ: 4 and 5
}

struct Heads : torch::nn::Module {
  int64_t d, n;
  torch::nn::Linear qkv, out;
  Heads(int64_t d, int64_t n) : d(d), n(n), qkv(d, 3 * d), out(d + n, d) {}
  Tensor forward(Tensor x) {
    auto b = x.size(0), t = x.size(1);
    auto parts = qkv(x).view({b, t, 3, n, d / n}).permute({2, 0, 3, 1, 4});
    auto w = torch::softmax(torch::matmul(parts[0], parts[1].transpose(-2, -1)), -1);
    return out(torch::matmul(w, parts[2]).transpose(1, 2).reshape({b, t, d}));
    // CHECK: :[[@LINE-1]]:{{.*}} error: inner dimensions of 'Linear' differ: it takes 72, given 64
  }
};

Tensor fromArguments(const char *text) {
  int64_t hidden = std::stoll(text);
  return torch::matmul(torch::randn({2, hidden}), torch::randn({hidden + 1, hidden}));
  // CHECK: :[[@LINE-1]]:{{.*}} error: inner dimensions of 'matmul' differ: hidden and hidden + 1
}

Tensor normalise(const Tensor &x) {
  auto y = x - x.mean(-1, true);
  if (x.dim() == 3)
    return torch::bmm(y, torch::randn({x.size(0), x.size(2), x.size(2)}));
  return torch::mm(y, torch::randn({x.size(1), x.size(1)}));
  // CHECK: :[[@LINE-1]]:{{.*}} error: 'mm' does not take [2, 2, 4, 3]
}

struct ResNet : torch::nn::Module {
  int64_t inChannels = 8;
  torch::nn::Sequential layer1, layer2;
  torch::nn::Linear fc;
  torch::nn::Sequential make_layer(int64_t out) {
    torch::nn::Sequential layers(torch::nn::Conv2d(inChannels, out, 3));
    inChannels = out;
    return layers;
  }
  ResNet() : layer1(make_layer(8)), layer2(make_layer(16)), fc(8, 10) {}
  Tensor forward(Tensor x) { return fc(layer2->forward(layer1->forward(x)).mean({2, 3})); }
  // CHECK: :[[@LINE-1]]:{{.*}} error: inner dimensions of 'Linear' differ: it takes 8, given 16
};

int main() {
  batched(torch::randn({3, 4}));
  Heads(64, 8).forward(torch::randn({2, 5, 64}));
  normalise(torch::randn({2, 2, 4, 3}));
  ResNet().forward(torch::randn({2, 8, 16, 16}));
}
// CHECK: 12 errors in 1 file

// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// What looks wrong and is legal: every function was run with libtorch 1.13.
#include <torch/torch.h>
using torch::Tensor;
namespace F = torch::nn::functional;

Tensor catOfAnEmptyOne() {
  Tensor all = torch::empty({0});
  for (int i = 0; i < 3; ++i)
    all = torch::cat({all, torch::randn({2, 5})}, 0);
  auto with = torch::cat({torch::empty({0}), torch::randn({4, 3, 9})}, 1);
  return torch::cat({all, torch::randn({1, 5})}, 0);
  // CHECK: cat: [7, 5]
}

Tensor scalars() {
  auto zero = torch::tensor(2.0);
  auto also = torch::randn({}) + zero * torch::randn({3, 4});
  auto sum = torch::randn({3, 4}).sum() * torch::randn({5});
  return also.mean() + sum.sum();
}

Tensor axesOfNothing() {
  auto none = torch::zeros({0, 4});
  auto product = torch::matmul(none, torch::randn({4, 2}));
  auto view = none.view({0, 2, 2});
  auto inner = torch::matmul(torch::randn({3, 0}), torch::randn({0, 2}));
  // CHECK: inner: [3, 2]
  return torch::cat({product, inner}, 0);
}

Tensor unbatched() {
  torch::nn::Conv2d conv(torch::nn::Conv2dOptions(3, 8, 3).padding(1));
  auto one = conv(torch::randn({3, 9, 9}));
  // CHECK: one: [8, 9, 9]
  auto many = conv(torch::randn({2, 3, 9, 9}));
  // CHECK: many: [2, 8, 9, 9]
  torch::nn::Linear linear(5, 7);
  auto row = linear(torch::randn({5}));
  return one.sum() + many.sum() + row.sum();
}

Tensor squeezeOfMore() {
  auto x = torch::randn({2, 3, 1});
  auto same = x.squeeze(0);
  // CHECK: same: [2, 3, 1]
  auto less = x.squeeze(-1);
  // CHECK: less: [2, 3]
  return torch::matmul(same.transpose(-1, -2), less.unsqueeze(-1));
}

Tensor viewBehindTranspose() {
  auto x = torch::randn({5, 1, 4});
  return x.transpose(0, 1).view({5, 4});
  // CHECK: view: [5, 4]
}

Tensor negativeAxes() {
  auto x = torch::randn({2, 3, 4});
  auto swapped = x.transpose(-1, -3);
  auto summed = swapped.sum(-2);
  auto last = torch::cat({x, x}, -1);
  return torch::stack({summed, summed}, -1).unsqueeze(-4);
  // CHECK: unsqueeze: [1, 4, 2, 2]
}

Tensor expandKeeps() {
  auto x = torch::randn({2, 1, 4});
  auto wide = x.expand({-1, 3, -1});
  // CHECK: wide: [2, 3, 4]
  auto more = x.expand({6, -1, 5, 4});
  // CHECK: more: [6, 2, 5, 4]
  return wide.matmul(torch::randn({4, 4}));
}

Tensor silentLosses() {
  auto loud = torch::mse_loss(torch::randn({8, 1}), torch::randn({8, 1}));
  auto silent = torch::mse_loss(torch::randn({8, 1}), torch::randn({8}));
  auto also = F::mse_loss(torch::randn({8, 1}), torch::randn({8}));
  return loud + silent + also;
}

Tensor lossOfSqueezed() {
  auto real = torch::rand({64, 1, 1, 1}).reshape(64);
  return torch::binary_cross_entropy(real, torch::ones({64}));
}

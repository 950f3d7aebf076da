// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s
// Lambdas that are passed on and have captured by reference what nobody
// changes.
#include <algorithm>
#include <functional>
#include <torch/torch.h>

using torch::Tensor;
using Step = std::function<Tensor(Tensor)>;

Tensor run(const Step &step, Tensor x) { return step(x); }
template <class F> Tensor each(F &&f, Tensor x) { return f(x); }

void layers() {
  torch::nn::Linear fc(4, 8);
  run([&](Tensor x) { return fc(x); }, torch::randn({2, 4}));
  // CHECK: [[#@LINE+2]]:34: error: inner dimensions of 'Linear' differ: it takes 4, given 5
  // CHECK: [[#@LINE+1]]:3: note: in this call of 'each<{{.*}}>'
  each([&](Tensor x) { return fc(x); }, torch::randn({2, 5}));
  Step step = [&fc](Tensor x) { return fc->forward(x); };
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: error: inner dimensions of 'Linear' differ: it takes 4, given 6
  // CHECK: [[#@LINE+1]]:3: note: in this call of 'step'
  step(torch::randn({2, 6}));
}

void weights(const Tensor &bias) {
  Tensor w = torch::randn({4, 3});
  int64_t rows = w.size(0);
  auto product = [&](Tensor x) { return torch::matmul(x, w).view({rows, -1}); };
  product(torch::randn({4, 4}));
  each(product, torch::randn({8, 4}));
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: error: inner dimensions of 'matmul' differ: 3 and 4
  each(product, torch::randn({8, 3}));
}

struct Config {
  std::vector<int64_t> widths{3, 4};
  int64_t heads = 5;
};

void fields() {
  Config config;
  // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: 'view' of [2, 7] to
  run([&](Tensor x) { return x.view({2, config.heads}); }, torch::randn({2, 7}));
}

void nested() {
  int64_t n = 3;
  // CHECK: [[#@LINE+1]]:{{[0-9]+}}: error: 'view' of [4] to
  auto outer = [&] { return run([&](Tensor x) { return x.view({n, -1}); }, torch::zeros({4})); };
  outer();
}
// CHECK-NOT: error:

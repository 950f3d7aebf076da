// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// Tensors that are made of nothing are none until they are given one; caches, masks and sums that begin so.
#include <array>
#include <optional>
#include <torch/torch.h>
#include <tuple>
using torch::Tensor;

Tensor made(bool given, Tensor mask = {}) {
  Tensor x = torch::zeros({2, 3});
  if (!mask.defined())
    mask = torch::ones({2, 3});
  return torch::cat({x, mask}, given ? 0 : 1);
}

struct Attention {
  Tensor step(const Tensor &k) {
    cache = cache.defined() ? torch::cat({cache, k}, 1) : k;
    return cache.transpose(1, 2);
  }
  Tensor cache;
};

void cached() {
  Attention attention;
  attention.step(torch::zeros({2, 4, 8}));
  Tensor keys = attention.step(torch::zeros({2, 3, 8}));
  keys.relu();
  // CHECK: relu: [2, 8, 7]
}

// On some way there is none: what is used is there.
void loop(int n) {
  Tensor last, sum;
  for (int i = 0; i < n; ++i) {
    last = torch::zeros({5, 6});
    sum = sum.defined() ? sum + last : last;
  }
  last.t();
  // CHECK: t: [6, 5]
  sum.exp();
  // CHECK: exp: [5, 6]
}

void maybe(bool given) {
  Tensor x;
  if (given)
    x = torch::zeros({3, 4});
  if (x.defined())
    x.tanh();
  // CHECK: tanh: [3, 4]
  // Its sizes may be asked also where it is none, and a list may hold none: it
  // is left out of what is joined.
  torch::zeros({x.dim()}).cos();
  // CHECK: cos: [_]
  torch::cat({torch::zeros({3, 4}), x}).sin();
  // CHECK: sin: [_, 4]
}

void optional(bool given) {
  std::optional<Tensor> x;
  if (given)
    x = torch::zeros({3, 4});
  x.value_or(torch::zeros({3, 5})).square();
  // CHECK: square: [3, _]
}

struct Pair {
  Tensor a, b;
};
void containers() {
  std::array<Tensor, 2> two;
  two[1] = torch::zeros({7, 1});
  std::pair<Tensor, int> pair;
  pair.first = torch::zeros({pair.second + 8, 1});
  std::tuple<Pair, Tensor> tuple;
  std::get<0>(tuple).b = torch::zeros({9, 1});
  Tensor rest[3];
  if (!rest[2].defined() && !two[0].defined() && !std::get<1>(tuple).defined())
    torch::cat({two[1], pair.first, std::get<0>(tuple).b}).sigmoid();
  // CHECK: sigmoid: [24, 1]
}

int main() {
  made(true).log();
  // CHECK: log: [4, 3]
  cached();
  containers();
}

// RUN: %tensor-tidy %s -- %runtime-flags
// A reference sees what its variable becomes; one to a converted value is a
// copy and does not.
#include <algorithm>
#include <cstdint>
#include <tensor_tidy/tensor.h>
#include <utility>

using namespace tensor_tidy;

bool flag();

Tensor &same(Tensor &t) { return t; }

void seen() {
  auto a = zeros({2, 3}), b = zeros({5, 5});
  const Tensor &either = flag() ? a : b;
  const Tensor &through = same(a);
  a = zeros({5, 5});
  matmul(either, zeros({5, 1}));
  matmul(through, zeros({5, 1}));
  int n = 3, m = 2;
  const int &larger = std::max(n, m);
  n = 7;
  matmul(zeros({1, larger}), zeros({7, 1}));
}

void copied() {
  int m = 3;
  const std::int64_t &wide = m;
  std::int64_t &&moved = m;
  m = 5;
  matmul(zeros({1, wide}), zeros({3, 1}));
  moved = 8;
  matmul(zeros({1, m}), zeros({5, 1}));
  const Tensor &kept = zeros({2, 3}).transpose(0, 1);
  matmul(kept, zeros({2, 1}));
}

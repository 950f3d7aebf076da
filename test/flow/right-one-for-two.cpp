// RUN: %tensor-tidy %s -- %runtime-flags
// One variable given for two parameters.
#include <cstdint>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
void both(Tensor &a, Tensor &b) {
  b = zeros({5, 5});
  matmul(a, zeros({5, 2}));
}
void reads(Tensor &a, const Tensor &b) {
  a = zeros({5, 5});
  matmul(b, zeros({5, 2}));
}
void counts(std::int64_t &n, const std::int64_t &m) {
  n = 7;
  matmul(zeros({1, m}), zeros({7, 1}));
}
void first(Tensor &a, Tensor &b) {
  a = zeros({6, 6});
  b = zeros({5, 5});
}
void second(Tensor &a, Tensor &b) {
  b = zeros({5, 5});
  a = zeros({6, 6});
}
template <class F> void during(Tensor &x, F change) {
  change();
  matmul(x, zeros({5, 1}));
}

void twice() {
  auto x = zeros({2, 3}), y = x;
  both(x, x);
  reads(y, y);
  std::int64_t n = 3;
  counts(n, n);
  second(x, x);
  matmul(x, zeros({6, 1}));
  first(x, x);
  matmul(x, zeros({5, 1}));
  x = zeros({2, 3});
  during(x, [&] { x = zeros({5, 5}); });
}

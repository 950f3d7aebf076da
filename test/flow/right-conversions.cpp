// RUN: %tensor-tidy %s -- %runtime-flags
// Conversions and unsigned numbers wrap around as C++ says.
#include <cstdint>
#include <cstdlib>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;

void known() {
  int a = -7, b = 2;
  matmul(zeros({1, a / b + 10}), zeros({7, 1}));
  matmul(zeros({1, a % b + 10}), zeros({9, 1}));
  std::int8_t small = 0;
  int big = 300;
  small = big;
  matmul(zeros({1, small}), zeros({44, 1}));
  unsigned u = 2, v = 3;
  matmul(zeros({1, (u - v) % 8}), zeros({7, 1}));
  auto x = zeros({2, 3});
  if (int less = -1; less < v)
    x = zeros({1, 1});
  matmul(x, zeros({3, 1}));
  std::size_t none = 0;
  if (none - 1 > 5)
    x = zeros({5, 5});
  matmul(x, zeros({5, 1}));
}

std::uint8_t low(int n) { return n; }

Tensor made(std::uint8_t n) { return zeros({1, n}); }

void converted() {
  int big = 300;
  matmul(made(big), zeros({44, 1}));
  matmul(zeros({1, low(big)}), zeros({44, 1}));
  double d = 3.7;
  matmul(zeros({1, static_cast<int>(d * 2)}), zeros({7, 1}));
  int n = 4;
  n *= 1.5;
  matmul(zeros({1, n}), zeros({6, 1}));
}

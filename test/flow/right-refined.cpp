// RUN: %tensor-tidy %s -- %runtime-flags
// What a condition says does not hold elsewhere, nor of another tensor.
#include <stdexcept>
#include <tensor_tidy/shaped.h>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
#define CHECK(c)                                                               \
  if (!(c))                                                                    \
  throw std::runtime_error(#c)
void keep(Tensor &x);
void callback();

void joined(int n, Tensor x) {
  if (n == 4)
    zeros({n});
  matmul(zeros({2, n}), zeros({5, 2}));
  if (x.dim() == 2)
    x.sum();
  softmax(x, 2);
}

// Names that were declared stay any numbers: nothing is learnt of them.
Tensor named(Shaped<Tensor, "b, d"> x, Shaped<Tensor, "c, e"> y) {
  CHECK(x.size(1) == y.size(0));
  CHECK(y.size(1) == 64);
  if (x.size(0) == 3)
    return matmul(x, y);
  return matmul(matmul(x, y), zeros({64, 3}));
}

// The question was about what the variable held before.
void replaced(Tensor x) {
  auto rank = x.dim();
  x = x.unsqueeze(0);
  if (rank == 2)
    softmax(x, 2);
}

// Whoever holds it may have changed it again.
void held(Tensor x) {
  keep(x);
  callback();
  if (x.dim() == 2) {
    callback();
    softmax(x, 2);
  }
}

void rounds(Tensor x) {
  while (x.dim() == 3)
    x = x.select(0, 0);
  softmax(x, 4);
  for (int i = 0; i < 9; ++i) {
    if (i == 4)
      zeros({i}).view({2, 2});
    zeros({i}).view({i});
  }
}

// The caller knows that the callee's condition does not hold.
Tensor halves(Tensor x, int n) {
  if (n == 2)
    return x.view({2, -1});
  CHECK(n == 3);
  return x.view({3, -1});
}
void calls(int n) {
  halves(zeros({8}), 2), halves(zeros({9}), 3), halves(zeros({6}), n);
}

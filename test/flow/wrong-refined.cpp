// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// What was checked is known, and held against what comes after it.
#include <stdexcept>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
#define CHECK(c)                                                               \
  if (!(c))                                                                    \
  throw std::runtime_error(#c)

void checkedRank(Tensor x) {
  CHECK(x.dim() == 2);
  softmax(x, 2);
  // CHECK: :[[@LINE-1]]:14: error: 'softmax' has no axis 2
}

void checkedSize(Tensor x) {
  CHECK(x.dim() == 2);
  CHECK(x.size(1) == 4);
  matmul(x, zeros({5, 2}));
  // CHECK: :[[@LINE-1]]:13: error: inner dimensions of 'matmul' differ: 4 and 5
}

void chosen(int n) {
  if (n == 4)
    matmul(zeros({2, n}), zeros({5, 2}));
  // CHECK: :[[@LINE-1]]:27: error: inner dimensions of 'matmul' differ: 4 and 5
}

void split(int d) {
  CHECK(d == 64);
  zeros({2, d}).view({2, 6, 10});
  // CHECK: :[[@LINE-1]]:3: error: 'view' of [2, 64] to [2, 6, 10]
}
// CHECK-NOT: error:

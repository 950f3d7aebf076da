// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// What fails in some round, or behind the last.
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
bool flag();

void lastRound() {
  auto x = zeros({2, 8});
  for (int i = 0, width = 8; i < 3; ++i, width /= 2)
    x = matmul(x, zeros({width, 8}));
  // CHECK: :[[@LINE-1]]:19: error: inner dimensions of 'matmul' differ: 8 and 4
}

void behind() {
  auto y = zeros({2, 3}), x = y;
  for (int i = 0; i < 3; ++i)
    x = cat({x, y}, 1);
  matmul(x, zeros({9, 2}));
  // CHECK: :[[@LINE-1]]:13: error: inner dimensions of 'matmul' differ: 12 and 9
}

void turned(int n) {
  auto x = zeros({2, 3});
  for (int i = 0; i < 3; ++i)
    x = x.transpose(0, 1);
  matmul(x, zeros({3, 4}));
  // CHECK: :[[@LINE-1]]:13: error: inner dimensions of 'matmul' differ: 2 and 3
  for (int i = 0; i < n; ++i)
    matmul(zeros({2, 3}), zeros({2, 3}));
  // CHECK: :[[@LINE-1]]:27: error: inner dimensions of 'matmul' differ: 3 and 2
}

void levels(int depth) {
  Tensor x = zeros({2, 3});
  for (int i = 0; i < 4; ++i) {
    if (depth < 0)
      throw depth;
    matmul(x, zeros({3, 3}));
    // CHECK: :[[@LINE-1]]:15: error: inner dimensions of 'matmul' differ: 2 and 3
    x = x.transpose(0, 1);
  }
}

Tensor layer(Tensor x, int width) { return matmul(x, zeros({width, 2 * width})); }
// CHECK: :[[@LINE-1]]:54: error: inner dimensions of 'matmul' differ: 16 and 12

void widened() {
  auto x = zeros({5, 4});
  int width = 4;
  for (int i = 0; i < 3; ++i) {
    x = layer(x, width);
    width += 4;
    if (i == 0)
      continue;
    width += 0;
  }
}
// CHECK-NOT: error:

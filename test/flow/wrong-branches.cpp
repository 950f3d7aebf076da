// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// Wrong wherever it is reached: alone, in one branch, in a loop.
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
bool flag();

void alone() {
  Tensor x = randn({2, 3});
  matmul(x, x);
  // CHECK: :[[@LINE-1]]:13: error: inner dimensions of 'matmul' differ: 3 and 2 [tensor-mismatched-inner-dim]
}

void branch() {
  Tensor x = randn({2, 3});
  if (flag())
    matmul(x, randn({4, 3}));
  // CHECK: :[[@LINE-1]]:15: error: inner dimensions of 'matmul' differ: 3 and 4
}

void loop() {
  for (int i = 0; i < 3; ++i) {
    Tensor x = randn({2, 3});
    softmax(x, 2);
    // CHECK: :[[@LINE-1]]:16: error: 'softmax' has no axis 2: the axes are -2 to 1 [tensor-mismatched-shapes]
  }
}

void guarded(int n) {
  if (n < 2)
    return;
  if (n > 90)
    return;
  randn({3, 5}) + randn({5, 3});
  // CHECK: :[[@LINE-1]]:19: error: '+' cannot broadcast [3, 5] and [5, 3]: 5 and 3
}

void joined() {
  Tensor x = flag() ? randn({2, 3}) : randn({4, 3});
  matmul(x, randn({5, 6}));
  // CHECK: :[[@LINE-1]]:13: error: inner dimensions of 'matmul' differ: 3 and 5
}
// CHECK-NOT: error:

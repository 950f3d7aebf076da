// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// What needs one choice counts one, however often it is asked.
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;

void again(bool causal) {
  auto x = zeros({2, 3});
  if (causal)
    x = zeros({4, 5});
  if (causal)
    matmul(x, zeros({3, 1}));
  // CHECK: :[[@LINE-1]]:15: error: inner dimensions of 'matmul' differ: 5 and 3
}

void behind(bool causal, int n) {
  auto x = causal ? zeros({4, 5}) : zeros({2, 3});
  matmul(x, zeros({3, 1}));
  // CHECK: :[[@LINE-1]]:13: error: inner dimensions of 'matmul' differ: 5 and 3
  if (n > 3)
    x = zeros({9, 9});
  if (causal)
    x.sum();
  if (n > 3)
    matmul(x, zeros({7, 7}));
  // CHECK: :[[@LINE-1]]:15: error: inner dimensions of 'matmul' differ: 9 and 7
}

Tensor inner(bool wide) {
  auto x = wide ? zeros({4, 5}) : zeros({4, 6});
  auto y = matmul(x, zeros({7, 5}));
  // CHECK: :[[@LINE-1]]:22: error: inner dimensions of 'matmul' differ: 5 and 7
  return wide ? y : x;
}
void outer(bool wide) { inner(wide); }
// CHECK-NOT: error:

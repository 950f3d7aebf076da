// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// The case of a known number is held against what comes after it; one that the
// number is not is not taken.
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;

Tensor turned(Tensor x, int how) {
  switch (how) {
  case 0:
    return x;
  case 1:
    return x.transpose(0, 1);
  // CHECK: :[[@LINE-1]]:27: error: 'transpose' has no axis 1
  case 2:
    return x.view({5, 5});
  }
  return x.view({6});
}

void known() {
  auto x = zeros({2, 3});
  matmul(turned(x, 0), zeros({3, 1}));
  matmul(turned(x, 1), zeros({2, 1}));
  matmul(turned(x, 1), zeros({3, 1}));
  // CHECK: :[[@LINE-1]]:24: error: inner dimensions of 'matmul' differ: 2 and 3
  matmul(zeros({1, 6}), turned(x, 7));
  turned(zeros({6}), 1);
}
// CHECK-NOT: error:

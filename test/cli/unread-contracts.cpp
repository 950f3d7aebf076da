// RUN: %tensor-tidy %s -- %runtime-flags 2>&1 | FileCheck %s
// A contract that cannot be read is told with its place, down to where it goes
// wrong: in the file, and in its text.
#include <tensor_tidy/expect_shape.h>
#include <tensor_tidy/shaped.h>
#include <tensor_tidy/tensor.h>
using namespace tensor_tidy;

// CHECK: not understood:
Tensor one(TENSOR_SHAPE("b n d") Tensor x) { return x; }
// CHECK-SAME: the contract "b n d" ({{.*}}unread-contracts.cpp:[[@LINE-1]]:28: expected ',' or end of text, found 'n' at character 3) 1
Tensor two(Tensor x) {
  expect_shape(x, "b, ,"
                  " 3");
  // CHECK-SAME: the contract "b, , 3" ({{.*}}unread-contracts.cpp:[[@LINE-2]]:23: {{.*}} found ',' at character 4) 1
  Shaped<Tensor, "k, 2*"> y = x;
  // CHECK-SAME: the contract "k, 2*" ({{.*}}unread-contracts.cpp:[[@LINE-1]]:24: {{.*}} at character 6) 1
  return y;
}

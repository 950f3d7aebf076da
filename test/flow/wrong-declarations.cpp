// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// Results, variables and assertions that cannot be what they say.
#include <tensor_tidy/expect_shape.h>
#include <tensor_tidy/shaped.h>
#include <tensor_tidy/tensor.h>
using namespace tensor_tidy;

Shaped<Tensor, "b, v"> swapped(Shaped<Tensor, "b, v"> x) {
  return x.transpose(0, 1);
  // CHECK: :[[@LINE-1]]:10: error: the result of 'swapped' is declared [b, v], but is [v, b] [tensor-broken-contract]
  // CHECK: :[[@LINE-2]]:10: note: 'x.transpose(0, 1)' is [v, b], made here
}
TENSOR_SHAPE("b, 4") Tensor numbered(Tensor x) {
  return randn({3, 5});
  // CHECK: :[[@LINE-1]]:10: error: the result of 'numbered' is declared [b, 4], but is [3, 5]
}
Shaped<Tensor, "b, n, v"> passedOn(Shaped<Tensor, "b, d"> x) { return x; }
// CHECK: :[[@LINE-1]]:71: error: the result of 'passedOn' is declared [b, n, v], but is [b, d]
// CHECK: note: 'x' is [b, d], declared here

void variables() {
  Shaped<Tensor, "b, c"> x = randn({2, 3});
  TENSOR_SHAPE("c, d") Tensor w = randn({4, 5});
  // CHECK: :[[@LINE-1]]:35: error: 'w' is declared [c, d] with c = 3, but is [4, 5] [tensor-broken-contract]
  Shaped<Tensor, "b, 2*c"> y = randn({2, 5});
  // CHECK: :[[@LINE-1]]:32: error: 'y' is declared [b, 2*c] with 2*c = 6, but is [2, 5]
  x = randn({3, 2});
  // CHECK: :[[@LINE-1]]:7: error: 'x' is declared [b, c] with b = 2, but is [3, 2]
}
void ofTheParameter(Shaped<Tensor, "b, d"> x) {
  Shaped<Tensor, "b, d"> y = x.transpose(0, 1);
  // CHECK: :[[@LINE-1]]:30: error: 'y' is declared [b, d], but is [d, b]
}
void asserts(Tensor x) {
  expect_shape(x, "b, t, d");
  expect_shape(x, "b, t");
  // CHECK: :[[@LINE-1]]:16: error: 'x' is expected to be [b, t], but is [b, t, d]
  // CHECK: :[[@LINE-3]]:3: note: 'x' is [b, t, d], declared here
}
void refines(Tensor x, const Tensor &other) {
  expect_shape(x, "b, 4");
  matmul(x, randn({5, 4}));
  // CHECK: :[[@LINE-1]]:13: error: inner dimensions of 'matmul' differ: 4 and 5
  Shaped<Tensor, "n, 3"> y = other.select(0, 1);
  matmul(y, randn({4, 5}));
  // CHECK: :[[@LINE-1]]:13: error: inner dimensions of 'matmul' differ: 3 and 4
}
void calls() { refines(randn({2, 3}), randn({2})); }
// CHECK-NOT: error:

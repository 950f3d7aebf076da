// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// The same plain mistake wherever C++ lets one write it.
#include <functional>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
#define PRODUCT(a, b) matmul(a, b)
#define TWICE(x)                                                               \
  x;                                                                           \
  x
template <class T> Tensor inTemplate(T x) { return matmul(x, x); }
// CHECK: [[@LINE-1]]:62: error: inner dimensions
struct Layer {
  Tensor w = zeros({4, 5});
  Tensor operator()(Tensor x) const { return matmul(x, x); }
  // CHECK: [[@LINE-1]]:56: error: inner dimensions
  template <class T> static Tensor of(const T &x) { return matmul(x, x); }
  // CHECK: [[@LINE-1]]:70: error: inner dimensions
};
void everywhere(bool flag) {
  auto x = zeros({2, 3}), square = zeros({3, 3});
  PRODUCT(x, x);
  // CHECK: [[@LINE-1]]:{{.*}}: error: inner dimensions
  inTemplate(x), inTemplate(square);
  Layer()(x), Layer::of(x);
  auto lambda = [](auto t) { return matmul(t, t); };
  // CHECK: [[@LINE-1]]:47: error: inner dimensions
  lambda(x);
  for (int i = 0; i < 2; ++i)
    matmul(x, x);
  // CHECK: [[@LINE-1]]:15: error: inner dimensions
  flag ? matmul(x, square) : matmul(x, x);
  // CHECK: [[@LINE-1]]:40: error: inner dimensions
  switch (flag) {
  case true:
    matmul(square, x);
    // CHECK: [[@LINE-1]]:20: error: inner dimensions
  }
  const auto &alias = x;
  matmul(alias, alias.unsqueeze(0));
  // CHECK: [[@LINE-1]]:17: error: inner dimensions
  // CHECK-NOT: error
}

// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// One cause, one finding; a fix is safe only if no call works as it stands.
// RUN: not %tensor-tidy --format=json %s -- %runtime-flags | FileCheck %s --check-prefix SAFE
#include <cstdint>
#include <tensor_tidy/tensor.h>
#include <tensor_tidy/shaped.h>

using namespace tensor_tidy;

Tensor linear(Tensor x, Tensor w) { return matmul(x, w); }
// CHECK: :[[@LINE-1]]:54: error: inner dimensions of 'matmul' differ: 3 and 4 [tensor-mismatched-inner-dim]
// CHECK: note: in this call of 'linear'
void calls() {
  linear(randn({2, 3}), randn({3, 4}));
  linear(randn({2, 3}), randn({4, 3}));
  linear(randn({2, 3}), randn({4, 3}));
}

Tensor scores(Tensor query, Tensor key) { return matmul(query, key); }
// CHECK: :[[@LINE-1]]:64: error: inner dimensions of 'matmul' differ: 3 and 4 [tensor-missing-key-transpose]
// SAFE: "title": "transpose the key",
// SAFE-NEXT: "safe": false,
void square() {
  scores(randn({5, 5}), randn({5, 5}));
  scores(randn({2, 3}), randn({4, 3}));
}

Tensor attend(Tensor a, Tensor b, Tensor c) {
  Tensor s = matmul(a, b) / 2.0f;
  // CHECK: :[[@LINE-1]]:24: error: inner dimensions of 'matmul' differ: 16 and 7 [tensor-missing-key-transpose]
  // SAFE: "title": "transpose the key",
  // SAFE-NEXT: "safe": true,
  return matmul(softmax(s, -1), c);
}
void named_otherwise() {
  attend(randn({2, 8, 5, 16}), randn({2, 8, 7, 16}), randn({2, 8, 7, 16}));
}

Tensor checked(Tensor x, std::int64_t n) {
  if (n < 0)
    throw ShapeError("negative");
  return x;
}
void behindThrow(std::int64_t n) {
  Tensor x = checked(randn({2, 3}), n);
  matmul(x, x);
  // CHECK: :[[@LINE-1]]:13: error: inner dimensions
}

Tensor contract(Shaped<Tensor, "b, q, d"> query,
                Shaped<Tensor, "b, k, d"> key) {
  return matmul(query, key);
  // CHECK: :[[@LINE-1]]:24: error: inner dimensions of 'matmul' differ: d and k
  // CHECK: note: 'query' is [b, q, d], declared here
}

Tensor kept(TENSOR_SHAPE("q, d") Tensor x, TENSOR_SHAPE("k, d") Tensor y) {
  return matmul(x, y.transpose(0, 1)).view({x.size(0), y.size(0)});
}
// CHECK-NOT: error:

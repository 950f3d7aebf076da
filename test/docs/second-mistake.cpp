// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// As docs/limits.md has it: the key is to be transposed, but then two keys would meet five values. No edit is offered,
// nor for an operand that a macro brings.
#include <tensor_tidy/tensor.h>
#define KEY key
using namespace tensor_tidy;

Tensor attend(Tensor query, Tensor key, Tensor value) {
  Tensor weights = softmax(matmul(query, key), -1);
  // CHECK: :[[@LINE-1]]:42: error: {{.*}} [tensor-missing-key-transpose]
  return matmul(weights, value);
}
Tensor scores(Tensor query, Tensor key) { return matmul(query, KEY); }
// CHECK: :[[@LINE-1]]:64: error: {{.*}} [tensor-missing-key-transpose]
int main() {
  attend(randn({1, 3}), randn({2, 3}), randn({5, 4}));
  scores(randn({1, 3}), randn({2, 3}));
}
// CHECK-NOT: transpose(
// CHECK-NOT: error:

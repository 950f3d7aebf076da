// RUN: %tensor-tidy %s -- %runtime-flags | count 0
// RUN: %tensor-tidy --expected-failures %s -- %runtime-flags 2>%t | FileCheck %s --implicit-check-not error:
// RUN: FileCheck %s --check-prefix SUMMARY < %t
// RUN: %tensor-tidy --expected-failures --format=json %s -- %runtime-flags | FileCheck %s --check-prefix JSON
// What is meant to fail is told on demand, and is no reason to fail.
#include <gtest/gtest.h>
#include <tensor_tidy/tensor.h>
using namespace tensor_tidy;

static Tensor wrong() { return matmul(zeros({2, 3}), zeros({4, 3})); }
// CHECK: :[[@LINE-1]]:54: remark: inner dimensions of 'matmul' differ: 3 and 4 [tensor-mismatched-inner-dim] [expected]
// CHECK: note: in this call of 'wrong'
Tensor product(const Tensor &x) { return matmul(x, x); }
// CHECK: :[[@LINE-1]]:52: remark: inner dimensions of 'matmul' differ: 3 and 2 {{.*}} [expected]
TEST(Products, InnerDimensions) {
  auto x = zeros({2, 3}), y = zeros({5, 3});
  EXPECT_THROW(matmul(x, y), ShapeError);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: remark: inner dimensions of 'matmul' differ: 3 and 5 {{.*}} [expected]
  EXPECT_THROW(product(x), ShapeError);
  EXPECT_THROW(wrong(), ShapeError);
  EXPECT_THROW(matmul(x, y.transpose(0, 1)), ShapeError); // it does not
}
// SUMMARY: 3 remarks in 1 file
// JSON: "level": "remark",
// JSON-NEXT: "expected": true,

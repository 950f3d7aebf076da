// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// A test that does not expect a failure.
#include <gtest/gtest.h>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;

TEST(Products, InnerDimensions) {
  auto x = zeros({2, 3});
  EXPECT_EQ(matmul(x, x).dim(), 2);
  // CHECK: :[[@LINE-1]]:{{.*}} error: inner dimensions
  EXPECT_THROW(matmul(x, x), ShapeError);
}
// CHECK-NOT: error:

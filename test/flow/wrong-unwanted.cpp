// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// A handler that only tells, counts or gives up has not waited for the failure.
#include <gtest/gtest.h>
#include <iostream>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
static int counted() {
  int failures = 0;
  bool ok = true;
  try {
    matmul(zeros({2, 3}), zeros({2, 3}));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: inner dimensions
  } catch (const std::exception &e) {
    std::cerr << "unexpected: " << e.what() << "\n";
    ++failures;
    ok = false;
  }
  return ok ? 0 : failures;
}
static void eachRound() {
  for (int i = 0; i < 2; ++i)
    try {
      matmul(zeros({2, 3}), zeros({2, 3}));
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: inner dimensions
    } catch (const std::exception &e) {
      std::cerr << e.what() << "\n";
    }
}
TEST(Products, Work) {
  EXPECT_NO_THROW(matmul(zeros({2, 3}), zeros({2, 3})));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: inner dimensions
}
TEST(Products, Too) {
  ASSERT_NO_THROW({ matmul(zeros({2, 3}), zeros({2, 3})); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: inner dimensions
}
TEST(Products, ByHand) {
  try {
    matmul(zeros({2, 3}), zeros({2, 3}));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: inner dimensions
    SUCCEED();
  } catch (const std::exception &e) {
    FAIL() << e.what();
  }
}
// CHECK-NOT: error:

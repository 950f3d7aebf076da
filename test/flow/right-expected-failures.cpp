// RUN: %tensor-tidy %s -- %runtime-flags
// What a test wants to throw is right to do so.
#include <gtest/gtest.h>
#include <iostream>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
#define REQUIRE_THROWS_AS(expression, type)                                    \
  try {                                                                        \
    static_cast<void>(expression);                                             \
  } catch (const type &) {                                                     \
  }

static Tensor wrong() { return matmul(zeros({2, 3}), zeros({2, 3})); }
#define BOOST_CHECK_THROW(expression, type)                                    \
  REQUIRE_THROWS_AS(expression, type)
Tensor product(const Tensor &x) { return matmul(x, x); }

TEST(Products, InnerDimensions) {
  auto x = zeros({2, 3});
  EXPECT_THROW(matmul(x, x), ShapeError);
  EXPECT_THROW(product(x), ShapeError);
  ASSERT_ANY_THROW({
    auto y = x.transpose(0, 1);
    matmul(y, y);
  });
  EXPECT_THROW([&] { matmul(zeros({2, 3}), zeros({2, 3})); }(), ShapeError);
  REQUIRE_THROWS_AS(matmul(x, x), ShapeError);
  EXPECT_DEATH(matmul(x, x), "");
  EXPECT_THROW(wrong(), ShapeError);
  auto bad = [] { return matmul(zeros({2, 3}), zeros({2, 3})); };
  EXPECT_THROW(bad(), ShapeError);
  BOOST_CHECK_THROW(bad(), ShapeError);
  try {
    matmul(x, x);
    FAIL() << "it worked";
  } catch (const ShapeError &e) {
    EXPECT_NE(std::string(e.what()).find("inner"), std::string::npos);
  }
  try {
    matmul(x, x);
    ADD_FAILURE();
  } catch (const ShapeError &e) {
    std::cerr << e.what();
  }
  try {
    matmul(x, x);
  } catch (const ShapeError &e) {
    ASSERT_STRNE(e.what(), "");
  }
}

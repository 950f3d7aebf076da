#include "tensor_tidy/expect_shape.h"
#include "tensor_tidy/tensor.h"
#include <gtest/gtest.h>

using tensor_tidy::expect_shape;
using tensor_tidy::randn;

namespace {

TEST(ExpectShape, TakesWhatFits) {
  EXPECT_NO_THROW(expect_shape(randn({2, 3}), "b, d"));
  EXPECT_NO_THROW(expect_shape(randn({2, 3}), "[2, _]"));
  EXPECT_NO_THROW(expect_shape(randn({4, 4}), "d, d"));
  EXPECT_NO_THROW(expect_shape(randn({5, 2, 3}), "*b, n, 3"));
  EXPECT_NO_THROW(expect_shape(randn({3}), "..., 3"));
  EXPECT_NO_THROW(expect_shape(randn({5, 7, 3}), "5, ..., 3"));
  EXPECT_NO_THROW(expect_shape(randn({}), ""));
}

TEST(ExpectShape, LeavesExpressionsToTheChecker) {
  EXPECT_NO_THROW(expect_shape(randn({2, 6}), "b, 2*d"));
  EXPECT_THROW(expect_shape(randn({2, 6}), "b, 1, 2*d"), std::invalid_argument);
}

TEST(ExpectShape, ThrowsWhereARankOrASizeDiffers) {
  EXPECT_THROW(expect_shape(randn({2, 3}), "b"), std::invalid_argument);
  EXPECT_THROW(expect_shape(randn({2, 3}), "b, 4"), std::invalid_argument);
  EXPECT_THROW(expect_shape(randn({2, 3}), "d, d"), std::invalid_argument);
  EXPECT_THROW(expect_shape(randn({3}), "*b, n, 3"), std::invalid_argument);
  EXPECT_THROW(expect_shape(randn({}), "b"), std::invalid_argument);
}

TEST(ExpectShape, SaysWhatItWasGiven) {
  try {
    expect_shape(randn({2, 3}), "d, d");
    FAIL();
  } catch (const std::invalid_argument &e) {
    EXPECT_STREQ(e.what(), "expected a tensor of shape [d, d], given [2, 3]");
  }
}

} // namespace

#include "test_support.h"

using namespace tensor_tidy;

static std::string error(const Sizes &a, const Sizes &b) {
  return error_of([&] { matmul(zeros(a), zeros(b)); });
}

TEST(MatmulErrors, InnerDimensionsWithTheTransposeThatHelps) {
  EXPECT_EQ(error({1, 3}, {2, 3}),
            "matmul: inner dimensions differ: [1, 3] x [2, 3] (3 and 2); did "
            "you mean to transpose the second operand?");
  EXPECT_EQ(error({3, 1}, {3, 2}),
            "matmul: inner dimensions differ: [3, 1] x [3, 2] (1 and 3); did "
            "you mean to transpose the first operand?");
  EXPECT_EQ(error({2, 3}, {4, 5}),
            "matmul: inner dimensions differ: [2, 3] x [4, 5] (3 and 4); make "
            "the last of the first equal to it");
  EXPECT_NE(error({2}, {3}).find("[2] x [3] (2 and 3)"), std::string::npos);
}

TEST(MatmulErrors, LeadingAxesThatDoNotBroadcast) {
  EXPECT_EQ(error({2, 3, 4}, {3, 4, 5}),
            "matmul: leading axes do not broadcast: [2, 3, 4] x [3, 4, 5] "
            "([2] and [3]); sizes must be equal or 1");
}

TEST(MatmulErrors, NumbersAreNotMatrices) {
  EXPECT_EQ(error({}, {3}), "matmul: a 0-d operand: [] x [3]; use operator* to "
                            "multiply by a number");
}

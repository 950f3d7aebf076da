#include "tensor_tidy/attention.h"
#include "test_support.h"
#include <limits>

using namespace tensor_tidy;

TEST(EntropyWords, OneRow) {
  EXPECT_EQ(describe(1.0f, 5), "uniform: no position stands out");
  EXPECT_EQ(describe(0.9999999f, 5), "uniform: no position stands out");
  EXPECT_EQ(describe(0.0f, 5), "one-hot: a single position");
  EXPECT_EQ(describe(0.0f, 0), "masked: no position to attend to");
  EXPECT_EQ(describe(0.469f, 2),
            "in between: 47 % of the entropy of equal weights");
  EXPECT_EQ(describe(std::numeric_limits<float>::quiet_NaN(), 2),
            "not a number: look at the scores");
}

TEST(EntropyWords, AllRowsWithTheirIndex) {
  EXPECT_EQ(describe(attention_entropy(tensor({{0.5, 0.5}}))),
            "uniform: no position stands out");
  EXPECT_EQ(describe(attention_entropy(tensor({{{0.5, 0.5}, {0, 1}}}))),
            "[0, 0] uniform: no position stands out\n"
            "[0, 1] one-hot: a single position");
}

TEST(EntropyWords, ErrorsNameBothShapes) {
  EXPECT_EQ(error_of([] { attention_entropy(ones({2, 3}), zeros({4})); }),
            "attention_entropy: mask [4] does not broadcast to weights [2, 3]; "
            "its last axis is the keys, or 1");
  EXPECT_EQ(error_of([] { attention_entropy(tensor(1)); }),
            "attention_entropy: weights are 0-d, []; give [*b, q, k]");
}

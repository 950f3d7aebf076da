#include "tensor_tidy/attention.h"
#include "test_support.h"
#include <limits>

using namespace tensor_tidy;

static constexpr float hidden = -std::numeric_limits<float>::infinity();

TEST(AttentionMask, HiddenKeysDoNotCount) {
  manual_seed(2);
  Tensor query = randn({2, 3}), key = randn({4, 3}), value = randn({4, 5});
  Tensor mask = tensor({0, 0, hidden, hidden});
  Tensor expected = scaled_dot_product_attention(query, key.narrow(0, 0, 2),
                                                 value.narrow(0, 0, 2));
  EXPECT_TRUE(allclose(scaled_dot_product_attention(query, key, value, mask),
                       expected));
}

TEST(AttentionMask, FullyMaskedRowGivesZeros) {
  Tensor mask = tensor({{hidden, hidden}, {0, hidden}});
  Tensor result = scaled_dot_product_attention(zeros({2, 3}), zeros({2, 3}),
                                               tensor({{1, 2}, {3, 4}}), mask);
  EXPECT_EQ(result.to_vector(), (std::vector<float>{0, 0, 1, 2}));
}

TEST(AttentionMask, FiniteEntriesAreAddedToTheScores) {
  Tensor bias = tensor({{0, 1}});
  EXPECT_TRUE(allclose(attention_weights(zeros({1, 3}), zeros({2, 3}), bias),
                       softmax(bias, 1)));
}

TEST(AttentionMask, BroadcastsOverBatchAndHeads) {
  Tensor mask = tensor({{0, hidden}, {0, 0}});
  Tensor weights =
      attention_weights(zeros({3, 4, 2, 5}), zeros({3, 4, 2, 5}), mask);
  EXPECT_EQ(weights.select(0, 2).select(0, 3).to_vector(),
            (std::vector<float>{1, 0, 0.5f, 0.5f}));
}

TEST(AttentionMask, ErrorNamesBothShapes) {
  EXPECT_EQ(error_of([] {
              attention_weights(zeros({2, 3}), zeros({4, 3}), zeros({4, 2}));
            }),
            "attention_weights: mask [4, 2] does not broadcast to "
            "scores [2, 4]; its last two axes are queries and keys, or 1");
  EXPECT_NE(error_of([] {
              attention_weights(zeros({2, 3}), zeros({4, 3}), zeros({1, 2, 4}));
            }).find("[1, 2, 4] does not broadcast to scores [2, 4]"),
            std::string::npos);
}

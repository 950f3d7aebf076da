#include "tensor_tidy/attention.h"
#include "test_support.h"
#include <cmath>
#include <limits>

using namespace tensor_tidy;

static constexpr float hidden = -std::numeric_limits<float>::infinity();

TEST(AttentionEntropy, EqualScoresGiveExactlyOne) {
  for (std::int64_t keys = 2; keys < 3000; keys += 1 + keys / 8) {
    AttentionEntropy found = attention_entropy(softmax(zeros({1, keys}), 1));
    EXPECT_EQ(found.relative.item(), 1.0f) << keys;
    EXPECT_FLOAT_EQ(found.nats.item(), std::log(static_cast<float>(keys)));
    EXPECT_EQ(found.keys.item(), keys);
  }
}

TEST(AttentionEntropy, OneHotGivesExactlyZero) {
  for (float weight : {1.0f, 0.3f, 1e-30f}) {
    AttentionEntropy found = attention_entropy(tensor({{0, weight, 0}}));
    EXPECT_EQ(found.nats.item(), 0.0f);
    EXPECT_EQ(found.relative.item(), 0.0f);
  }
}

TEST(AttentionEntropy, InBetweenFollowsTheFormula) {
  AttentionEntropy found = attention_entropy(tensor({{0.9, 0.1}}));
  double nats = -0.9 * std::log(0.9) - 0.1 * std::log(0.1);
  EXPECT_NEAR(found.nats.item(), nats, 1e-6);
  EXPECT_NEAR(found.relative.item(), nats / std::log(2), 1e-6);
}

TEST(AttentionEntropy, HiddenKeysCountNowhere) {
  Tensor mask = tensor({0, 0, 0, hidden, hidden});
  Tensor weights = attention_weights(zeros({2, 4}), zeros({5, 4}), mask);
  AttentionEntropy found = attention_entropy(weights, mask);
  EXPECT_EQ(found.relative.to_vector(), (std::vector<float>{1, 1}));
  EXPECT_EQ(found.keys.to_vector(), (std::vector<float>{3, 3}));
  // Weight on a hidden key is left out of the sum as well.
  found = attention_entropy(full({1, 5}, 0.2f), mask);
  EXPECT_EQ(found.relative.item(), 1.0f);
  EXPECT_LT(attention_entropy(weights).relative.at({0}), 1.0f);
}

TEST(AttentionEntropy, OneKeyOrNoneIsNoChoice) {
  Tensor mask = tensor({{0, hidden}, {hidden, hidden}});
  Tensor weights = attention_weights(zeros({2, 4}), zeros({2, 4}), mask);
  AttentionEntropy found = attention_entropy(weights, mask);
  EXPECT_EQ(found.relative.to_vector(), (std::vector<float>{0, 0}));
  EXPECT_EQ(found.keys.to_vector(), (std::vector<float>{1, 0}));
}

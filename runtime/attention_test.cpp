#include "tensor_tidy/attention.h"
#include "test_support.h"
#include <cmath>
#include <limits>

using namespace tensor_tidy;

static const Tensor query = tensor({{1, 0, 1}});
static const Tensor key = tensor({{1, 0, 1}, {0, 1, 0}});
static const Tensor value = tensor({{1, 2}, {3, 4}});

TEST(Attention, WorkedExample) {
  // Scores are 2 / sqrt(3) and 0.
  double odds = std::exp(2 / std::sqrt(3.0)), share = odds / (odds + 1);
  Tensor result = scaled_dot_product_attention(query, key, value);
  EXPECT_EQ(result.sizes(), (Sizes{1, 2}));
  EXPECT_NEAR(result.at({0, 0}), share * 1 + (1 - share) * 3, 1e-6);
  EXPECT_NEAR(result.at({0, 1}), share * 2 + (1 - share) * 4, 1e-6);
  EXPECT_NEAR(result.at({0, 0}), 1.479263, 1e-6);
}

TEST(Attention, AgreesWithDoubleLoops) {
  manual_seed(11);
  Tensor q = randn({2, 3, 4}), k = randn({2, 5, 4}), v = randn({2, 5, 6});
  Tensor result = scaled_dot_product_attention(q, k, v);
  ASSERT_EQ(result.sizes(), (Sizes{2, 3, 6}));
  for (const Sizes &index : indices_of(result.sizes())) {
    double total = 0, weighted = 0;
    for (std::int64_t j = 0; j < 5; ++j) {
      double score = 0;
      for (std::int64_t c = 0; c < 4; ++c)
        score += q.at({index[0], index[1], c}) * k.at({index[0], j, c});
      double weight = std::exp(score / 2);
      total += weight;
      weighted += weight * v.at({index[0], j, index[2]});
    }
    EXPECT_NEAR(result.at(index), weighted / total, 1e-5);
  }
}

TEST(Attention, LeadingAxesBroadcast) {
  EXPECT_EQ(scaled_dot_product_attention(zeros({7, 2, 3, 4}), zeros({5, 4}),
                                         zeros({2, 5, 6}))
                .sizes(),
            (Sizes{7, 2, 3, 6}));
}

TEST(Attention, ScaleReplacesTheRootOfTheWidth) {
  Tensor weights = attention_weights(query, key, std::nullopt, 0.5f);
  EXPECT_TRUE(allclose(weights, softmax(tensor({{1, 0}}), 1)));
}

TEST(Attention, NoKeysOrNoWidth) {
  EXPECT_EQ(
      scaled_dot_product_attention(zeros({1, 3}), zeros({0, 3}), zeros({0, 2}))
          .to_vector(),
      (std::vector<float>{0, 0}));
  EXPECT_EQ(attention_weights(zeros({1, 0}), zeros({2, 0})).to_vector(),
            (std::vector<float>{0.5f, 0.5f}));
}

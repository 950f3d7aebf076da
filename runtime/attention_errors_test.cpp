#include "tensor_tidy/attention.h"
#include "test_support.h"

using namespace tensor_tidy;

static std::string error(const Sizes &query, const Sizes &key,
                         const Sizes &value) {
  return error_of([&] {
    scaled_dot_product_attention(zeros(query), zeros(key), zeros(value));
  });
}

TEST(AttentionErrors, KeysAndValuesDifferInNumber) {
  EXPECT_EQ(error({2, 3}, {5, 3}, {6, 4}),
            "scaled_dot_product_attention: 5 keys and 6 values: key [5, 3], "
            "value [6, 4]; every key needs exactly one value");
}

TEST(AttentionErrors, QueryAndKeyDifferInWidth) {
  EXPECT_EQ(error({1, 3}, {2, 4}, {2, 2}),
            "scaled_dot_product_attention: query [1, 3] and key [2, 4] differ "
            "in width (3 and 4); project both to one width");
}

TEST(AttentionErrors, LeadingAxesDoNotBroadcast) {
  EXPECT_EQ(error({2, 1, 3}, {3, 5, 3}, {5, 4}),
            "scaled_dot_product_attention: leading axes of query and key do "
            "not broadcast: [2, 1, 3] and [3, 5, 3]; their sizes must be equal "
            "or 1");
  EXPECT_NE(error({2, 1, 3}, {5, 3}, {4, 5, 4}).find("query and value"),
            std::string::npos);
}

TEST(AttentionErrors, TooFewAxes) {
  EXPECT_EQ(error({3}, {5, 3}, {5, 4}),
            "scaled_dot_product_attention: query and value are [3] and [5, 4]; "
            "each needs an axis of positions and a width");
}

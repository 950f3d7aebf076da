#include "tensor_tidy/attention.h"
#include "test_support.h"

using namespace tensor_tidy;

TEST(AttentionHeads, SplitSendsEachPartOfTheWidthToItsHead) {
  Tensor x = counting({2, 5, 6}), split = split_heads(x, 3);
  EXPECT_EQ(split.sizes(), (Sizes{2, 3, 5, 2}));
  EXPECT_EQ(split.data(), x.data());
  for (const Sizes &at : indices_of(split.sizes()))
    EXPECT_EQ(split.at(at), x.at({at[0], at[2], at[1] * 2 + at[3]}));
}

TEST(AttentionHeads, MergeIsTheInverse) {
  for (std::int64_t heads : {1, 2, 8, 64}) {
    Tensor x = counting({2, 3, 64});
    Tensor back = merge_heads(split_heads(x, heads));
    EXPECT_EQ(back.sizes(), x.sizes());
    EXPECT_EQ(back.to_vector(), x.to_vector());
  }
}

TEST(AttentionHeads, ZeroSizes) {
  EXPECT_EQ(split_heads(zeros({0, 3, 4}), 2).sizes(), (Sizes{0, 2, 3, 2}));
  EXPECT_EQ(merge_heads(zeros({2, 4, 0, 3})).sizes(), (Sizes{2, 0, 12}));
}

TEST(AttentionHeads, ErrorsNameBothNumbers) {
  EXPECT_EQ(error_of([] { split_heads(zeros({1, 2, 64}), 6); }),
            "split_heads: width 64 of [1, 2, 64] does not divide into 6 heads; "
            "choose a divisor of 64");
  EXPECT_NE(error_of([] {
              split_heads(zeros({1, 2, 64}), 0);
            }).find("width 64 of [1, 2, 64] does not divide into 0 heads"),
            std::string::npos);
  EXPECT_EQ(error_of([] { split_heads(zeros({2, 64}), 8); }),
            "split_heads: [2, 64] is not [b, n, d]; give batch, positions and "
            "width");
  EXPECT_EQ(error_of([] { merge_heads(zeros({2, 3, 64})); }),
            "merge_heads: [2, 3, 64] is not [b, h, n, d]; give batch, heads, "
            "positions and width");
}

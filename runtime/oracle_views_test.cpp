// Which views libtorch allows of a permuted tensor, and what they show.
#include "oracle_support.h"

using namespace tensor_tidy;
using oracle::Answer;

TEST(OracleTorch, ViewsOfPermutedTensors) {
  RandomShapes random;
  int refused = 0, rounds = 1000;
  for (int round = 0; round < rounds; ++round) {
    Tensor x = randn(random.sizes(4));
    Sizes dims = random.order(x.dim()), sizes = random.factors(x.numel());
    SCOPED_TRACE(testing::PrintToString(x.sizes()) +
                 testing::PrintToString(dims) + testing::PrintToString(sizes));
    Answer expected = oracle::permute_view(plain(x), dims, sizes);
    expect_same(ours([&] { return x.permute(dims).view(sizes); }), expected);
    refused += !expected.accepted;
  }
  EXPECT_GT(refused, rounds / 10);
  EXPECT_LT(refused, rounds / 2);
}

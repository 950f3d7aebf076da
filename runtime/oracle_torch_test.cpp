// The runtime against libtorch: the same sizes and values, or both refuse.
#include "oracle_support.h"
#include "tensor_tidy/attention.h"

using namespace tensor_tidy;
using oracle::Answer;

TEST(OracleTorch, Matmul) {
  RandomShapes random;
  int accepted = 0, rounds = 200;
  for (int round = 0; round < rounds; ++round) {
    Sizes left = random.sizes(4), right = random.sizes(4);
    if (left.size() > 0 && right.size() > 1 && random.below(3) > 0)
      right[right.size() - 2] = left.back();
    SCOPED_TRACE(testing::PrintToString(left) + testing::PrintToString(right));
    Tensor a = randn(left), b = randn(right);
    Answer expected = oracle::matmul(plain(a), plain(b));
    expect_same(ours([&] { return matmul(a, b); }), expected);
    accepted += expected.accepted;
  }
  EXPECT_GT(accepted, rounds / 4);
  EXPECT_LT(accepted, rounds * 3 / 4);
}

TEST(OracleTorch, Broadcasting) {
  RandomShapes random;
  for (int round = 0; round < 100; ++round) {
    Tensor a = randn(random.sizes(3)), b = randn(random.sizes(3));
    expect_same(ours([&] { return a + b; }), oracle::add(plain(a), plain(b)));
    expect_same(ours([&] { return a.expand(b.sizes()); }),
                oracle::expand(plain(a), b.sizes()));
  }
}

TEST(OracleTorch, Softmax) {
  RandomShapes random;
  for (int round = 0; round < 100; ++round) {
    Tensor x = randn(random.sizes(4)) * 5;
    std::int64_t dim = random.below(9) - 4;
    expect_same(ours([&] { return softmax(x, dim); }),
                oracle::softmax(plain(x), dim));
  }
}

TEST(OracleTorch, AttentionOfTheWorkedExample) {
  Tensor query = tensor({{1, 0, 1}}), key = tensor({{1, 0, 1}, {0, 1, 0}});
  Tensor value = tensor({{1, 2}, {3, 4}});
  expect_same(plain(scaled_dot_product_attention(query, key, value)),
              oracle::attention(plain(query), plain(key), plain(value)), 1e-6f);
}

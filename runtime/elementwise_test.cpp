#include "test_support.h"
#include <cmath>
#include <limits>

using namespace tensor_tidy;

/// The element of `x` that broadcasting puts at `index`.
static float broadcast_at(const Tensor &x, const Sizes &index) {
  Sizes own(index.end() - x.dim(), index.end());
  for (std::size_t i = 0; i < own.size(); ++i)
    own[i] = x.sizes()[i] == 1 ? 0 : own[i];
  return x.at(own);
}

TEST(Elementwise, BroadcastsAsIndexArithmeticSays) {
  const std::vector<Sizes> shapes = {{}, {3}, {1}, {2, 1}, {2, 3}, {4, 1, 3}};
  for (const Sizes &left : shapes)
    for (const Sizes &right : shapes) {
      Tensor a = counting(left), b = counting(right) + 1;
      Tensor sum = a + b, ratio = a / b;
      for (const Sizes &index : indices_of(sum.sizes())) {
        float x = broadcast_at(a, index), y = broadcast_at(b, index);
        EXPECT_EQ(sum.at(index), x + y);
        EXPECT_EQ((a - b).at(index), x - y);
        EXPECT_EQ((a * b).at(index), x * y);
        EXPECT_EQ(ratio.at(index), x / y);
      }
    }
}

TEST(Elementwise, ZeroSizesBroadcast) {
  EXPECT_EQ((zeros({0, 3}) + zeros({1, 3})).sizes(), (Sizes{0, 3}));
}

TEST(Elementwise, NumbersOnEitherSide) {
  Tensor x = tensor({2, 4});
  EXPECT_EQ((1 + x - 2).to_vector(), (std::vector<float>{1, 3}));
  EXPECT_EQ((1 - x).to_vector(), (std::vector<float>{-1, -3}));
  EXPECT_EQ((8 / x * 2).to_vector(), (std::vector<float>{8, 4}));
  EXPECT_EQ((3 * x / 2).to_vector(), (std::vector<float>{3, 6}));
  EXPECT_EQ((-x).to_vector(), (std::vector<float>{-2, -4}));
}

TEST(Elementwise, Functions) {
  Tensor x = tensor({1, 4}), turned = counting({2, 3}).transpose(0, 1);
  EXPECT_EQ(sqrt(x).to_vector(), (std::vector<float>{1, 2}));
  EXPECT_TRUE(allclose(log(exp(x)), x));
  EXPECT_EQ(exp(turned).at({2, 1}), std::exp(5.0f));
}

TEST(Elementwise, ErrorsNameBothShapes) {
  EXPECT_EQ(error_of([] { zeros({3, 5}) + zeros({5, 3}); }),
            "operator+: shapes do not broadcast: [3, 5] and [5, 3]; aligned at "
            "the last axis, sizes must be equal or 1");
  EXPECT_NE(error_of([] {
              zeros({0}) * zeros({2});
            }).find("operator*: shapes do not broadcast: [0] and [2]"),
            std::string::npos);
}

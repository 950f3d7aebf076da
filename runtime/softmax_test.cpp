#include "test_support.h"
#include <cmath>
#include <limits>

using namespace tensor_tidy;

static constexpr float infinity = std::numeric_limits<float>::infinity();

TEST(Softmax, AgreesWithTheEquation) {
  manual_seed(3);
  Tensor x = randn({2, 3, 4}).transpose(0, 2);
  for (std::int64_t dim = -3; dim < 3; ++dim) {
    Tensor expected = exp(x) / exp(x).sum(dim, true);
    Tensor found = softmax(x, dim);
    EXPECT_EQ(found.sizes(), x.sizes());
    EXPECT_TRUE(allclose(found, expected, 1e-5, 1e-6));
  }
}

TEST(Softmax, LargeNumbersDoNotOverflow) {
  EXPECT_EQ(softmax(tensor({1e4, 1e4}), 0).to_vector(),
            (std::vector<float>{0.5f, 0.5f}));
}

TEST(Softmax, MinusInfinityGetsNothing) {
  EXPECT_EQ(softmax(tensor({-infinity, 2, -infinity}), 0).to_vector(),
            (std::vector<float>{0, 1, 0}));
}

TEST(Softmax, NothingToChooseGivesZeros) {
  Tensor x = tensor({{-infinity, -infinity}, {0, 0}});
  EXPECT_EQ(softmax(x, 1).to_vector(), (std::vector<float>{0, 0, 0.5f, 0.5f}));
}

TEST(Softmax, NaNIsNotHidden) {
  float nan = std::numeric_limits<float>::quiet_NaN();
  for (float value : softmax(tensor({-infinity, nan}), 0).to_vector())
    EXPECT_TRUE(std::isnan(value));
}

TEST(Softmax, RankZeroAndSizeZero) {
  EXPECT_EQ(softmax(tensor(7), 0).item(), 1);
  EXPECT_EQ(softmax(zeros({2, 0}), 1).sizes(), (Sizes{2, 0}));
  EXPECT_EQ(softmax(zeros({0, 2}), 1).sizes(), (Sizes{0, 2}));
}

TEST(Softmax, AxesThatAreNotThere) {
  EXPECT_EQ(error_of([] { softmax(zeros({2, 3}), 2); }),
            "softmax: [2, 3] has no axis 2; use -2 to 1");
}

#include "test_support.h"
#include <algorithm>
#include <cmath>
#include <limits>

using namespace tensor_tidy;

TEST(Reductions, AgreeWithNaiveLoops) {
  Tensor x = counting({2, 3, 4}).permute({1, 2, 0});
  for (std::int64_t dim = 0; dim < 3; ++dim) {
    Tensor sum = x.sum(dim, true), mean = x.mean(dim), max = x.max(dim - 3);
    for (Sizes index : indices_of(sum.sizes())) {
      float total = 0, largest = -1;
      for (std::int64_t i = 0; i < x.size(dim); ++i) {
        Sizes at = index;
        at[dim] = i;
        total += x.at(at);
        largest = std::max(largest, x.at(at));
      }
      EXPECT_EQ(sum.at(index), total);
      index.erase(index.begin() + dim);
      EXPECT_FLOAT_EQ(mean.at(index), total / x.size(dim));
      EXPECT_EQ(max.at(index), largest);
    }
  }
}

TEST(Reductions, KeepdimLeavesASizeOfOne) {
  EXPECT_EQ(zeros({2, 3}).sum(0, true).sizes(), (Sizes{1, 3}));
  EXPECT_EQ(zeros({2, 3}).mean(1).sizes(), Sizes{2});
  EXPECT_EQ(zeros({2, 3}).max(-1, true).sizes(), (Sizes{2, 1}));
}

TEST(Reductions, OverAllElements) {
  Tensor x = counting({2, 3}).transpose(0, 1);
  EXPECT_EQ(x.sum().item(), 15);
  EXPECT_EQ(x.mean().item(), 2.5f);
  EXPECT_EQ(x.max().item(), 5);
  EXPECT_EQ(tensor(3).sum(0).item(), 3);
}

TEST(Reductions, NothingToReduce) {
  EXPECT_EQ(zeros({2, 0}).sum(1).to_vector(), (std::vector<float>{0, 0}));
  EXPECT_TRUE(std::isnan(zeros({0}).mean().item()));
  EXPECT_EQ(error_of([] { zeros({2, 0}).max(1); }),
            "max: axis 1 of [2, 0] has no elements; there is no largest of "
            "none");
}

TEST(Reductions, NaNWins) {
  float nan = std::numeric_limits<float>::quiet_NaN();
  EXPECT_TRUE(std::isnan(tensor({1, nan, 2}).max().item()));
}

TEST(Reductions, AxesThatAreNotThere) {
  EXPECT_EQ(error_of([] { zeros({2, 3}).sum(2); }),
            "sum: [2, 3] has no axis 2; use -2 to 1");
}

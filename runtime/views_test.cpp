#include "test_support.h"
#include <algorithm>

using namespace tensor_tidy;

static const std::vector<Sizes> shapes = {{},     {0},       {1, 3},
                                          {2, 3}, {2, 1, 4}, {2, 3, 2, 2}};

TEST(Views, TransposeSwapsIndices) {
  for (const Sizes &sizes : shapes) {
    Tensor x = counting(sizes);
    for (std::int64_t i = 0; i < x.dim(); ++i)
      for (std::int64_t j = 0; j < x.dim(); ++j) {
        Tensor turned = x.transpose(i, j - x.dim());
        EXPECT_EQ(turned.data(), x.data());
        for (Sizes index : indices_of(turned.sizes())) {
          float found = turned.at(index);
          std::swap(index[i], index[j]);
          EXPECT_EQ(found, x.at(index));
        }
      }
  }
}

TEST(Views, PermuteReordersIndices) {
  Tensor x = counting({2, 3, 4}), turned = x.permute({2, 0, -2});
  EXPECT_EQ(turned.sizes(), (Sizes{4, 2, 3}));
  for (const Sizes &index : indices_of(turned.sizes()))
    EXPECT_EQ(turned.at(index), x.at({index[1], index[2], index[0]}));
}

TEST(Views, SelectAndNarrowShiftIndices) {
  Tensor x = counting({2, 4, 3});
  Tensor row = x.select(1, -1), part = x.narrow(-2, 1, 2);
  EXPECT_EQ(row.sizes(), (Sizes{2, 3}));
  for (const Sizes &index : indices_of(row.sizes()))
    EXPECT_EQ(row.at(index), x.at({index[0], 3, index[1]}));
  for (const Sizes &index : indices_of({2, 2, 3}))
    EXPECT_EQ(part.at(index), x.at({index[0], index[1] + 1, index[2]}));
  EXPECT_EQ(x.narrow(0, 2, 0).sizes(), (Sizes{0, 4, 3}));
}

TEST(Views, SqueezeDropsOnlySizeOne) {
  EXPECT_EQ(zeros({2, 1, 3}).squeeze(1).sizes(), (Sizes{2, 3}));
  EXPECT_EQ(zeros({2, 1, 3}).squeeze(0).sizes(), (Sizes{2, 1, 3}));
  EXPECT_EQ(zeros({2, 3}).unsqueeze(-1).sizes(), (Sizes{2, 3, 1}));
  EXPECT_EQ(zeros({2, 3}).unsqueeze(-3).sizes(), (Sizes{1, 2, 3}));
}

TEST(Views, ExpandRepeatsWithoutCopying) {
  Tensor x = counting({3, 1}), wide = x.expand({2, -1, 4});
  EXPECT_EQ(wide.data(), x.data());
  for (const Sizes &index : indices_of({2, 3, 4}))
    EXPECT_EQ(wide.at(index), x.at({index[1], 0}));
}

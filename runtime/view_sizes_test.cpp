// view() and reshape(): which sizes share memory, and which elements they show.
#include "test_support.h"

using namespace tensor_tidy;

TEST(ViewSizes, ContiguousTensorsTakeAnySizes) {
  Tensor x = arange(12);
  for (const Sizes &sizes : std::vector<Sizes>{{3, 4}, {1, 2, 1, 6}, {-1, 2}}) {
    EXPECT_EQ(x.view(sizes).data(), x.data());
    EXPECT_EQ(x.view(sizes).to_vector(), x.to_vector());
  }
  EXPECT_EQ(x.view({-1, 2}).sizes(), (Sizes{6, 2}));
  EXPECT_EQ(tensor(1).view({1, 1}).sizes(), (Sizes{1, 1}));
  EXPECT_EQ(zeros({0, 3}).view({7, 0}).sizes(), (Sizes{7, 0}));
}

// Every view of a strided tensor shows its elements in row-major order.
TEST(ViewSizes, StridedViewsKeepTheOrder) {
  Tensor turned = counting({2, 3, 4}).permute({2, 0, 1});
  Tensor part = counting({4, 6}).narrow(1, 0, 4);
  EXPECT_EQ(turned.view({2, 2, 6}).to_vector(), turned.to_vector());
  EXPECT_EQ(part.view({2, 2, 2, 2}).to_vector(), part.to_vector());
  EXPECT_EQ(zeros({1, 4}).transpose(0, 1).view({4}).sizes(), Sizes{4});
}

TEST(ViewSizes, ReshapeCopiesWhereViewCannot) {
  Tensor turned = counting({2, 3}).transpose(0, 1);
  Tensor flat = turned.reshape({-1});
  EXPECT_NE(flat.data(), turned.data());
  EXPECT_EQ(flat.to_vector(), turned.to_vector());
  Tensor x = arange(6);
  EXPECT_EQ(x.reshape({2, 3}).data(), x.data());
  EXPECT_EQ(reshape(x, {3, 2}).sizes(), (Sizes{3, 2}));
}

TEST(ViewSizes, ErrorsNameBothShapes) {
  EXPECT_EQ(error_of([] { zeros({2, 3, 4}).view({4, 7}); }),
            "view: [2, 3, 4] has 24 elements, [4, 7] has 28; the products of "
            "the sizes must agree");
  EXPECT_EQ(error_of([] { zeros({5}).reshape({-1, 2}); }),
            "reshape: [5] has 5 elements, [-1, 2] needs a multiple of 2; the "
            "products of the sizes must agree");
  EXPECT_EQ(
      error_of([] { zeros({2, 3, 4}).transpose(1, 2).view({2, 12}); }),
      "view: [2, 12] joins axes of [2, 4, 3] that do not follow each other in "
      "memory (strides [12, 1, 4]); call contiguous() first, or reshape()");
  EXPECT_EQ(error_of([] { zeros({4}).view({-1, -1}); }),
            "view: more than one -1 in [-1, -1] for [4]; only one size can be "
            "worked out");
  EXPECT_EQ(error_of([] { zeros({0, 3}).view({-1, 0}); }),
            "view: any size would do for the -1 in [-1, 0] for [0, 3]; write "
            "the size out beside a 0");
}

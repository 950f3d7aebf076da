#include "test_support.h"

using namespace tensor_tidy;

TEST(TensorClass, SizesStridesAndCounts) {
  Tensor x = zeros({2, 3, 4});
  EXPECT_EQ(x.sizes(), (Sizes{2, 3, 4}));
  EXPECT_EQ(x.strides(), (Sizes{12, 4, 1}));
  EXPECT_EQ(x.dim(), 3);
  EXPECT_EQ(x.numel(), 24);
  EXPECT_EQ(x.size(-1), 4);
}

TEST(TensorClass, RankZeroAndSizeZeroAreOrdinary) {
  EXPECT_EQ(tensor(2.5).dim(), 0);
  EXPECT_EQ(tensor(2.5).item(), 2.5f);
  EXPECT_EQ(tensor(2.5).at({}), 2.5f);
  EXPECT_EQ(zeros({2, 0, 3}).numel(), 0);
  EXPECT_TRUE(zeros({2, 0, 3}).is_contiguous());
  EXPECT_EQ(Tensor().sizes(), Sizes{0});
}

TEST(TensorClass, CopiesShareAndClonesDoNot) {
  Tensor x = zeros({2, 2}), same = x, other = x.clone();
  x.at({0, 1}) = 7;
  EXPECT_EQ(same.at({0, 1}), 7);
  EXPECT_EQ(other.at({0, 1}), 0);
}

TEST(TensorClass, ContiguousCopiesOnlyWhatIsNot) {
  Tensor x = counting({2, 3}), turned = x.transpose(0, 1);
  EXPECT_EQ(x.contiguous().data(), x.data());
  EXPECT_FALSE(turned.is_contiguous());
  Tensor copy = turned.contiguous();
  EXPECT_TRUE(copy.is_contiguous());
  EXPECT_EQ(copy.to_vector(), (std::vector<float>{0, 3, 1, 4, 2, 5}));
}

TEST(TensorClass, NegativeIndicesCountBack) {
  EXPECT_EQ(counting({2, 3}).at({-1, -2}), 4);
}

TEST(TensorClass, ErrorsNameBothSides) {
  Tensor x = zeros({2, 3});
  EXPECT_EQ(error_of([&] { x.at({2, 0}); }),
            "at: index [2, 0] is outside [2, 3]; axis 0 has 2 entries, "
            "counted from 0");
  EXPECT_EQ(error_of([&] { x.at({1}); }),
            "at: index [1] has 1 entries, [2, 3] has 2 axes; give one for "
            "each");
  EXPECT_EQ(error_of([&] { x.item(); }),
            "item: [2, 3] has 6 elements and item() wants one; pick it with "
            "at()");
  EXPECT_EQ(error_of([&] { x.size(2); }),
            "size: [2, 3] has no axis 2; use -2 to 1");
  EXPECT_NE(error_of([&] { tensor(1).size(0); }).find("0-d"),
            std::string::npos);
}

#include "test_support.h"
#include <cmath>
#include <limits>

using namespace tensor_tidy;

TEST(Factories, NestedBracesGiveTheSizes) {
  EXPECT_EQ(tensor(3).sizes(), Sizes{});
  EXPECT_EQ(tensor({3}).sizes(), Sizes{1});
  EXPECT_EQ(tensor({{1, 0, 1}}).sizes(), (Sizes{1, 3}));
  EXPECT_EQ(tensor({{{1}, {2}}, {{3}, {4}}}).sizes(), (Sizes{2, 2, 1}));
  EXPECT_EQ(tensor({}).sizes(), Sizes{0});
  EXPECT_EQ(tensor({{}}).sizes(), (Sizes{1, 0}));
  EXPECT_EQ(tensor({{1, 2.5}, {-3, 4}}).to_vector(),
            (std::vector<float>{1, 2.5f, -3, 4}));
}

TEST(Factories, Values) {
  EXPECT_EQ(zeros({2}).to_vector(), (std::vector<float>{0, 0}));
  EXPECT_EQ(ones({2}).to_vector(), (std::vector<float>{1, 1}));
  EXPECT_EQ(full({1, 2}, 3).to_vector(), (std::vector<float>{3, 3}));
  EXPECT_EQ(arange(3).to_vector(), (std::vector<float>{0, 1, 2}));
  EXPECT_EQ(from_values({2, 1}, {5, 6}).at({1, 0}), 6);
}

TEST(Factories, RandnRepeatsForASeed) {
  manual_seed(7);
  Tensor first = randn({1000});
  manual_seed(7);
  EXPECT_EQ(first.to_vector(), randn({1000}).to_vector());
  EXPECT_NE(first.to_vector(), randn({1000}).to_vector());
}

TEST(Factories, RandnIsStandardNormal) {
  manual_seed(1);
  Tensor x = randn({20000});
  EXPECT_NEAR(x.mean().item(), 0, 0.03);
  EXPECT_NEAR((x * x).mean().item(), 1, 0.05);
  EXPECT_TRUE(std::isfinite(x.max().item()));
}

TEST(Factories, ErrorsNameBothSides) {
  EXPECT_EQ(error_of([] { tensor({{1, 2}, {3}}); }),
            "tensor: rows of different sizes: [2] and [1]; fill them up to one "
            "size");
  EXPECT_NE(error_of([] { tensor({{1, 2}, 3}); }).find("[2] and []"),
            std::string::npos);
  EXPECT_EQ(error_of([] { from_values({2, 3}, {1, 2}); }),
            "from_values: [2, 3] takes 6 values, got [2]; the product of the "
            "sizes must be their number");
  EXPECT_EQ(error_of([] { zeros({2, -1}); }),
            "zeros: negative size -1 in [2, -1]; sizes start from 0");
  EXPECT_NE(error_of([] { zeros({INT64_MAX, 3}); }).find("64 bits"),
            std::string::npos);
}

#include "test_support.h"
#include <limits>
#include <sstream>

using namespace tensor_tidy;

static std::string printed(const Tensor &x) {
  std::ostringstream out;
  out << x;
  return out.str();
}

TEST(Printing, NestedBracketsWithFourDecimals) {
  EXPECT_EQ(printed(tensor({{1.47926, 2.47926}})), "[[1.4793, 2.4793]]");
  EXPECT_EQ(printed(counting({2, 2}).transpose(0, 1)),
            "[[0.0000, 2.0000], [1.0000, 3.0000]]");
  EXPECT_EQ(printed(tensor(-0.5)), "-0.5000");
}

TEST(Printing, EmptyAndInfinite) {
  EXPECT_EQ(printed(zeros({0})), "[]");
  EXPECT_EQ(printed(zeros({2, 0})), "[[], []]");
  EXPECT_EQ(printed(tensor({-std::numeric_limits<float>::infinity()})),
            "[-inf]");
}

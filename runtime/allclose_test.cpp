#include "test_support.h"
#include <limits>

using namespace tensor_tidy;

static constexpr float infinity = std::numeric_limits<float>::infinity();
static constexpr float nan = std::numeric_limits<float>::quiet_NaN();

TEST(Allclose, ToleratesRelativeToTheSecond) {
  EXPECT_TRUE(allclose(tensor({100}), tensor({101}), 0.01, 0));
  EXPECT_FALSE(allclose(tensor({101}), tensor({99.9}), 0.01, 0));
  EXPECT_TRUE(allclose(tensor({0}), tensor({0.5}), 0, 0.5));
  EXPECT_FALSE(allclose(tensor({1, 2}), tensor({1, 2.1})));
  EXPECT_TRUE(allclose(zeros({0}), zeros({0})));
}

TEST(Allclose, InfinitiesAndNaN) {
  EXPECT_TRUE(allclose(tensor({infinity}), tensor({infinity})));
  EXPECT_FALSE(allclose(tensor({infinity}), tensor({-infinity})));
  EXPECT_FALSE(allclose(tensor({1}), tensor({infinity})));
  EXPECT_FALSE(allclose(tensor({nan, 0}), tensor({nan, 0})));
}

TEST(Allclose, BroadcastsAndRefuses) {
  EXPECT_TRUE(allclose(ones({2, 3}), tensor(1)));
  EXPECT_NE(error_of([] {
              allclose(ones({2}), ones({3}));
            }).find("allclose: shapes do not broadcast: [2] and [3]"),
            std::string::npos);
}

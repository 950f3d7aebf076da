#include "tensor_tidy/shaped.h"
#include <gtest/gtest.h>
#include <type_traits>

using tensor_tidy::Shaped;

// Defined in shaped_cxx17_test.cpp, which is compiled as C++17.
int twice_in_cxx17(int size);

namespace {

struct Layer {
  TENSOR_SHAPE("d, d") int weight = 1;
};

TENSOR_SHAPE("b, k")
int scaled(TENSOR_SHAPE("b, k") int x) {
  TENSOR_SHAPE("b, k") int result = 3 * x;
  return result;
}

} // namespace

TEST(Shaped, IsTheTypeItself) {
  static_assert(std::is_same_v<Shaped<int, "b, q, d">, int>);
  static_assert(std::is_same_v<Shaped<int, "b">, Shaped<int, "q">>);
}

TEST(Shaped, TheMacroStandsWhereTensorsAreDeclared) {
  EXPECT_EQ(scaled(Layer().weight), 3);
}

TEST(Shaped, TheMacroWorksInCxx17) { EXPECT_EQ(twice_in_cxx17(4), 8); }

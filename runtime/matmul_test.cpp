#include "test_support.h"

using namespace tensor_tidy;

/// (a: [b, m, k], b: [b, k, n]) -> [b, m, n] by double loops over at().
static Tensor naive(const Tensor &a, const Tensor &b) {
  Tensor out = zeros({a.size(0), a.size(1), b.size(2)});
  for (const Sizes &index : indices_of(out.sizes()))
    for (std::int64_t k = 0; k < a.size(2); ++k)
      out.at(index) +=
          a.at({index[0], index[1], k}) * b.at({index[0], k, index[2]});
  return out;
}

// Both kernels: b with rows in one piece, and b transposed.
TEST(Matmul, AgreesWithDoubleLoops) {
  manual_seed(5);
  for (const Sizes &s : std::vector<Sizes>{{1, 1, 1}, {2, 3, 4}, {5, 1, 7}}) {
    Tensor a = randn({2, s[0], s[1]}), b = randn({2, s[1], s[2]});
    Tensor turned = b.transpose(1, 2).contiguous().transpose(1, 2);
    EXPECT_TRUE(allclose(matmul(a, b), naive(a, b), 1e-5, 1e-6));
    EXPECT_TRUE(allclose(matmul(a, turned), naive(a, b), 1e-5, 1e-6));
  }
}

TEST(Matmul, LeadingAxesBroadcast) {
  manual_seed(6);
  Tensor a = randn({5, 1, 2, 3}), b = randn({4, 3, 2});
  Tensor product = matmul(a, b);
  EXPECT_EQ(product.sizes(), (Sizes{5, 4, 2, 2}));
  for (std::int64_t i = 0; i < 5; ++i)
    for (std::int64_t j = 0; j < 4; ++j) {
      Tensor part = product.select(0, i).select(0, j);
      Tensor left = a.select(0, i).select(0, 0);
      EXPECT_TRUE(allclose(part, matmul(left, b.select(0, j))));
    }
}

TEST(Matmul, OneAxisIsARowOrAColumn) {
  Tensor row = tensor({1, 2}), square = tensor({{1, 2}, {3, 4}});
  EXPECT_EQ(matmul(row, row).sizes(), Sizes{});
  EXPECT_EQ(matmul(row, row).item(), 5);
  EXPECT_EQ(matmul(row, square).to_vector(), (std::vector<float>{7, 10}));
  EXPECT_EQ(matmul(square, row).to_vector(), (std::vector<float>{5, 11}));
  EXPECT_EQ(matmul(zeros({6, 3, 2}), row).sizes(), (Sizes{6, 3}));
}

TEST(Matmul, ZeroSizes) {
  EXPECT_EQ(matmul(zeros({2, 0}), zeros({0, 3})).to_vector(),
            std::vector<float>(6, 0.0f));
  EXPECT_EQ(matmul(zeros({0, 2}), zeros({2, 3})).sizes(), (Sizes{0, 3}));
}

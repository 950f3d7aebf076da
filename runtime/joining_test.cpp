#include "test_support.h"

using namespace tensor_tidy;

TEST(Joining, CatPutsOneBehindTheOther) {
  Tensor a = counting({2, 1, 3}), b = counting({3, 2, 2}).transpose(0, 2);
  Tensor joined = cat({a, b}, -2);
  EXPECT_EQ(joined.sizes(), (Sizes{2, 3, 3}));
  EXPECT_EQ(joined.narrow(1, 0, 1).to_vector(), a.to_vector());
  EXPECT_EQ(joined.narrow(1, 1, 2).to_vector(), b.to_vector());
}

TEST(Joining, CatSkipsEmptyTensors) {
  EXPECT_EQ(cat({zeros({0}), zeros({2, 3}), Tensor()}, 1).sizes(),
            (Sizes{2, 3}));
  EXPECT_EQ(cat({Tensor(), Tensor()}).sizes(), Sizes{0});
}

TEST(Joining, StackMakesANewAxis) {
  Tensor a = counting({2, 3}), b = a * 10;
  for (std::int64_t dim = -3; dim < 3; ++dim) {
    Tensor pile = stack({a, b}, dim);
    EXPECT_EQ(pile.dim(), 3);
    EXPECT_EQ(pile.select(dim, 0).to_vector(), a.to_vector());
    EXPECT_EQ(pile.select(dim, 1).to_vector(), b.to_vector());
  }
  EXPECT_EQ(stack({tensor(1), tensor(2)}).sizes(), Sizes{2});
}

TEST(Joining, ErrorsNameBothShapes) {
  EXPECT_EQ(error_of([] { cat({zeros({2, 3}), zeros({2, 4})}, 0); }),
            "cat: [2, 3] and [2, 4] do not join along axis 0; all other sizes "
            "must be equal");
  EXPECT_NE(error_of([] {
              cat({zeros({2, 3}), zeros({2})}, 1);
            }).find("[2, 3] and [2] do not join along axis 1"),
            std::string::npos);
  EXPECT_EQ(error_of([] { cat({zeros({2}), tensor(1)}); }),
            "cat: a 0-d tensor, [], has no axis 0 beside [2]; use stack, or "
            "unsqueeze(0)");
  EXPECT_EQ(error_of([] { cat({zeros({2})}, 1); }),
            "cat: [2] has no axis 1; use -1 to 0");
  EXPECT_EQ(error_of([] { stack({zeros({2}), zeros({3})}); }),
            "stack: shapes differ: [2] and [3]; cat joins along an axis that "
            "is there");
  EXPECT_NE(error_of([] { stack({}); }).find("at least one"),
            std::string::npos);
}

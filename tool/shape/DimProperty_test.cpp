//===- DimProperty_test.cpp - Sizes are worth what they say ---------------===//
#include "shape/TestTrees.h"
#include <gtest/gtest.h>

using namespace tidy;
using namespace tidy::test;

// Two sizes and one that may be negative.
static const std::vector<Dim> Symbols = {dim("a"), dim("X"), dim("$y")};

static std::vector<std::int64_t> randomNumbers(Random &R) {
  auto Upto = [&](int N) { return std::int64_t(R() % N); };
  return {Upto(12), Upto(12), Upto(15) - 7};
}

TEST(DimProperty, EvaluatesAsThePlainExpression) {
  Random R(1);
  unsigned Compared = 0, Unknown = 0;
  for (unsigned I = 0; I < 25000; ++I) {
    Tree T = Tree::random(R, 1 + I % 4, Symbols.size());
    Dim D = T.build(Symbols);
    Unknown += D.isUnknown();
    for (unsigned J = 0; J < 12; ++J) {
      auto Env = randomNumbers(R);
      auto Expected = T.value(Env), Found = value(D, Symbols, Env);
      if (!Expected || !Found)
        continue;
      ++Compared;
      ASSERT_EQ(*Found, *Expected) << D.str();
    }
  }
  EXPECT_GT(Compared, 200000u);
  EXPECT_LT(Unknown, 6000u); // mostly divisions by 0
}

TEST(DimProperty, SubstitutionCommutesWithEvaluation) {
  Random R(2);
  for (unsigned I = 0; I < 5000; ++I) {
    Dim D = Tree::random(R, 3, 3).build(Symbols);
    // Sizes are replaced by what cannot be negative.
    Dim New[] = {maximum(Tree::random(R, 2, 3).build(Symbols), 0), dim("2*a"),
                 Tree::random(R, 1, 3).build(Symbols)};
    Dim Replaced = D.substitute([&](const Symbol &S) -> std::optional<Dim> {
      return New[S.Name == "a" ? 0 : S.Name == "X" ? 1 : 2];
    });
    auto Env = randomNumbers(R);
    std::vector<std::int64_t> Inner;
    for (const Dim &N : New)
      Inner.push_back(value(N, Symbols, Env).value_or(INT64_MIN));
    if (llvm::is_contained(Inner, INT64_MIN))
      continue;
    auto After = value(Replaced, Symbols, Env),
         Before = value(D, Symbols, Inner);
    if (After && Before) {
      ASSERT_EQ(*After, *Before) << D.str() << " became " << Replaced.str();
    }
  }
}

TEST(DimProperty, NormalFormIsIndependentOfOrder) {
  Random R(3);
  for (unsigned I = 0; I < 5000; ++I) {
    Dim A = Tree::random(R, 3, 3).build(Symbols),
        B = Tree::random(R, 2, 3).build(Symbols),
        C = Tree::random(R, 2, 3).build(Symbols);
    if ((A * B * C).isUnknown() || (A + B + C).isUnknown())
      continue;
    ASSERT_EQ(A + B, B + A);
    ASSERT_EQ(A * B, B * A);
    ASSERT_EQ((A + B) + C, A + (C + B));
    ASSERT_EQ((A * B) * C, A * (C * B));
    ASSERT_EQ(A * (B + C), A * B + A * C);
    ASSERT_EQ(minimum(A, minimum(B, C)), minimum(minimum(C, A), B));
    ASSERT_EQ(A - A, Dim(0));
  }
}

TEST(DimProperty, BuildingAgainOrReadingBackChangesNothing) {
  Random R(4);
  auto Same = [](const Symbol &S) { return Dim::symbol(S); };
  for (unsigned I = 0; I < 5000; ++I) {
    Dim D = Tree::random(R, 3, 2).build(Symbols);
    ASSERT_TRUE(Dim::compare(D.substitute(Same), D) == 0) << D.str();
    ASSERT_TRUE(Dim::compare(dim(D.str()), D) == 0) << D.str();
  }
}

//===- Shape_test.cpp - Shapes and broadcasting ---------------------------===//
#include "shape/Shape.h"
#include "shape/TestDims.h"
#include <gtest/gtest.h>

using namespace tidy;
using test::dim, test::facts;

struct Row {
  const char *A, *B, *Given;
  Answer Fits;
  const char *Result;
};
static constexpr Answer Yes = Answer::Yes, No = Answer::No,
                        Unknown = Answer::Unknown;

TEST(Shape, Broadcast) {
  for (const Row &R :
       std::initializer_list<Row>{{"1", "7", "", Yes, "7"},
                                  {"1", "_", "", Yes, "_"},
                                  {"3", "3", "", Yes, "3"},
                                  {"3", "4", "", No, "_"},
                                  {"1", "n", "", Yes, "n"},
                                  {"n", "n", "", Yes, "n"},
                                  {"n", "64", "", No, "_"},
                                  {"n", "m", "", No, "_"},
                                  {"X", "64", "", Unknown, "64"},
                                  {"X", "n", "", Unknown, "n"},
                                  {"_", "64", "", Unknown, "64"},
                                  {"_", "n", "", Unknown, "n"},
                                  {"X", "Y", "", Unknown, "_"},
                                  {"_", "_", "", Unknown, "_"},
                                  {"X", "4", "X = 1", Yes, "4"},
                                  {"X", "4", "X = 3", No, "_"},
                                  {"0", "X", "", Unknown, "0"},
                                  {"0", "1", "", Yes, "0"},
                                  {"0", "3", "", No, "_"},
                                  {"2*X", "3", "", No, "_"},
                                  {"2*X", "n", "", Unknown, "n"},
                                  {"X", "2*n", "", Unknown, "2*n"},
                                  {"2*X", "4*X", "", No, "_"},
                                  {"X", "4*X", "", Unknown, "4*X"},
                                  {"2*X", "4*Y", "X = Y", No, "_"},
                                  {"h*(d/h)", "d", "h | d", Yes, "d"}}) {
    for (bool Swap : {false, true}) {
      Dim A = dim(Swap ? R.B : R.A), B = dim(Swap ? R.A : R.B);
      BroadcastDim Out = broadcast(A, B, facts(R.Given));
      EXPECT_EQ(Out.Fits, R.Fits) << R.A << " with " << R.B;
      EXPECT_EQ(Out.Result.str(), R.Result) << R.A << " with " << R.B;
    }
  }
}

TEST(Shape, OfUnknownRank) {
  Shape Last({dim("_"), dim("b"), dim("_"), 3}, /*HasRank=*/false);
  EXPECT_EQ(Last.str(), "[..., b, _, 3]");
  EXPECT_FALSE(Last.hasRank());
  EXPECT_FALSE(Last.isUnknown());
  EXPECT_EQ(Last.fromEnd(1), Dim(3));
  EXPECT_EQ(Last.fromEnd(3), dim("b"));
  EXPECT_EQ(Last.fromEnd(0), std::nullopt);
  EXPECT_EQ(Last.fromEnd(4), std::nullopt);
  EXPECT_TRUE(Last.elementCount().isUnknown());
  EXPECT_FALSE(Last == Last);
  auto Forget = [](const Dim &D) { return D == Dim(3) ? D : Dim::unknown(); };
  EXPECT_EQ(Last.mapDims(Forget).str(), "[..., 3]");

  Shape Ranked({dim("_"), 5, 3});
  EXPECT_EQ(Last.filledFrom(Ranked).str(), "[b, 5, 3]");
  EXPECT_EQ(Ranked.filledFrom(Last).str(), "[b, 5, 3]");
  EXPECT_TRUE(Ranked.tellsMoreThan(Last));
  EXPECT_FALSE(Last.tellsMoreThan(Ranked));
  EXPECT_TRUE(Last.tellsMoreThan(Shape::unknown()));
  EXPECT_FALSE(Last.tellsMoreThan(Last));
}

TEST(Shape, Basics) {
  Shape S({dim("b"), dim("2*X")}), Scalar(std::vector<Dim>{});
  EXPECT_EQ(S.str(), "[b, 2*X]");
  EXPECT_EQ(Scalar.str(), "[]");
  EXPECT_EQ(Shape::unknown().str(), "[...]");
  EXPECT_EQ(S.elementCount().str(), "2*b*X");
  EXPECT_EQ(Scalar.elementCount(), Dim(1));
  EXPECT_TRUE(Shape::unknown().elementCount().isUnknown());
  EXPECT_FALSE(S.isConstant());
  EXPECT_TRUE(Shape({1, 3}).isConstant());
  EXPECT_FALSE(Shape::unknown().isConstant());
  EXPECT_EQ(S.normalised(facts("X = 4")).str(), "[b, 8]");
  EXPECT_TRUE(S == S);
  EXPECT_FALSE(Shape::unknown() == Shape::unknown());
  EXPECT_FALSE(Shape({dim("_")}) == Shape({dim("_")}));
}

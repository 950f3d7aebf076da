//===- DimLimits_test.cpp - Overflow, growth and the edges of int64 -------===//
#include "shape/TestDims.h"
#include <gtest/gtest.h>

using namespace tidy;
using test::dim;

static const Dim Least = INT64_MIN, Most = INT64_MAX, N = Dim::rigid("n");

TEST(DimLimits, OverflowIsUnknown) {
  for (const Dim &D :
       {Most + 1, Least - 1, -Least, Least * Dim(-1), floorDiv(Least, -1),
        Most * N * Dim(2), Most * N + N, Least * (-N), N * Least * N * Least})
    EXPECT_TRUE(D.isUnknown()) << D.str();
}

TEST(DimLimits, EdgesAreExact) {
  EXPECT_EQ(floorMod(Least, -1), Dim(0));
  EXPECT_EQ(floorDiv(Least, 2), Dim(INT64_MIN / 2));
  EXPECT_EQ(floorDiv(Least, Least), Dim(1));
  EXPECT_EQ(minimum(Least, Most), Least);
  EXPECT_EQ(maximum(Least, Most), Most);
  EXPECT_EQ((Least * N).str(), "-9223372036854775808*n");
  EXPECT_EQ(Dim(0) - Most - Dim(1), Least);
}

TEST(DimLimits, GrowthIsBounded) {
  Dim Power = dim("a + b + c + d + 1"), Nested = N;
  for (unsigned I = 0; I < 10; ++I)
    Power = Power * Power;
  EXPECT_TRUE(Power.isUnknown());
  for (unsigned I = 0; I < Dim::MaxDepth - 1; ++I)
    Nested = floorDiv(Nested + Dim::rigid("a"), Dim::rigid("b") - Nested);
  EXPECT_TRUE(Nested.isUnknown());
}

TEST(DimLimits, UnknownEqualsNothing) {
  Dim Unknown = Dim::unknown();
  EXPECT_FALSE(Unknown == Unknown);
  EXPECT_TRUE(Dim::compare(Unknown, Unknown) == 0);
  EXPECT_TRUE(Dim::compare(N, Unknown) < 0);
  EXPECT_FALSE(Unknown.evaluate([](const Symbol &) { return 1; }));
}

TEST(DimLimits, SymbolsOfOneNameDiffer) {
  EXPECT_FALSE(Dim::flexible(1, "n") == Dim::flexible(2, "n"));
  EXPECT_FALSE(Dim::flexible(1, "n") == N);
  EXPECT_EQ(dim("X*(a/X) + a").symbols().size(), 2u);
  EXPECT_EQ(dim("n + 1").asSymbol(), nullptr);
  EXPECT_EQ(dim("n").asSymbol()->Name, "n");
}

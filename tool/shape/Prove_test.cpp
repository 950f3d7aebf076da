//===- Prove_test.cpp - The three answers ---------------------------------===//
#include "shape/TestDims.h"
#include <gtest/gtest.h>

using namespace tidy;
using test::dim, test::facts;

struct Row {
  const char *A, *B, *Given;
  Answer Expected;
};
static constexpr Answer Yes = Answer::Yes, No = Answer::No,
                        Unknown = Answer::Unknown;

TEST(Prove, Equal) {
  for (const Row &R : std::initializer_list<Row>{
           {"h*(d/h)", "d", "", No},
           {"h*(d/h)", "d", "h | d", Yes},
           {"H*(d/H)", "d", "", Unknown},
           {"2*h*(d/(2*h))", "d", "2*h | d", Yes},
           {"h*X", "d", "h | d; X = d/h", Yes},
           {"h*X", "d + 1", "h | d; X = d/h", No},
           {"64", "6*(64/6)", "", No},
           {"64", "8*(64/8)", "", Yes},
           {"min(a, b) + max(a, b)", "a + b", "", Yes},
           {"min(a, b)", "a", "", No},
           {"min(A, B)", "A", "", Unknown},
           {"min(a, 1)", "1", "", Unknown}, // only a = 0 tells: not tried
           {"n + 1", "0", "", No},
           {"N + 1", "0", "", No},
           {"$n + 1", "0", "", Unknown},
           {"2*N + 1", "2*M", "", No},
           {"2*n + 1", "2*m", "", No},
           {"N % 8", "8", "", No},
           {"N % 8", "7", "", Unknown},
           {"3*N/2", "N + N/2", "", Yes},
           {"n - n % 8", "8*(n/8)", "", Yes},
           {"a", "b", "", No},
           {"a", "64", "", No},
           {"A", "B", "", Unknown},
           {"A", "64", "", Unknown},
           {"A", "64", "A = 63", No},
           {"a", "2*(a/2)", "2 | a", Yes},
           {"b*d", "b*h*(d/h)", "h | d", Yes},
           {"d", "h", "h | d; d | h", Unknown},
           {"_", "_", "", Unknown}})
    EXPECT_EQ(facts(R.Given).provesEqual(dim(R.A), dim(R.B)), R.Expected)
        << R.A << " == " << R.B << " given " << R.Given;
}

/// What is known of more sizes than are looked at may rule every witness out.
TEST(Prove, NoWitnessWithMoreThan32Constraints) {
  auto Bounded = [](unsigned Sizes) { // each is 100 - a: a is at most 100
    Facts F;
    for (unsigned I = 0; I < Sizes; ++I)
      F.bind(*Dim::flexible(100 + I, "X").asSymbol(), dim("100 - a"));
    return F.provesEqual(dim("a"), dim("b"));
  };
  EXPECT_EQ(Bounded(32), No);
  EXPECT_EQ(Bounded(33), Unknown);
  auto Divided = [](unsigned Before) {
    Facts F;
    for (unsigned I = 0; I < Before; ++I)
      F.assumeDivides(Dim::rigid("p" + std::to_string(I)),
                      Dim::rigid("q" + std::to_string(I)));
    F.assumeDivides(dim("h"), dim("d"));
    return F.provesEqual(dim("h*(d/h)"), dim("d"));
  };
  EXPECT_EQ(Divided(0), Yes);
  EXPECT_EQ(Divided(31), Yes);
  EXPECT_EQ(Divided(32), Unknown);
}

TEST(Prove, Less) {
  for (const Row &R : std::initializer_list<Row>{{"3", "4", "", Yes},
                                                 {"n", "n", "", No},
                                                 {"n", "n + 1", "", Yes},
                                                 {"N % 8", "8", "", Yes},
                                                 {"N + M", "N", "", No},
                                                 {"N", "M", "", Unknown},
                                                 {"n", "m", "", No},
                                                 {"$n", "0", "", Unknown}})
    EXPECT_EQ(facts(R.Given).provesLess(dim(R.A), dim(R.B)), R.Expected)
        << R.A << " < " << R.B;
}

TEST(Prove, Divides) {
  for (const Row &R :
       std::initializer_list<Row>{{"3", "6", "", Yes},
                                  {"3", "7", "", No},
                                  {"h", "d", "", No},
                                  {"h", "d", "h | d", Yes},
                                  {"H", "d", "", Unknown},
                                  {"4", "D", "8 | D", Yes},
                                  {"16", "2*D", "8 | D", Yes},
                                  {"16", "D", "8 | D", Unknown},
                                  {"h", "b*d + 3*h", "h | d", Yes},
                                  {"a", "c", "a | b; b | c", Yes},
                                  {"4", "2*N + 1", "", No},
                                  {"0", "4", "", Unknown},
                                  {"h", "128", "h | 64", Yes},
                                  {"h", "a + b", "h | a + b", Yes}})
    EXPECT_EQ(facts(R.Given).provesDivides(dim(R.A), dim(R.B)), R.Expected)
        << R.A << " | " << R.B << " given " << R.Given;
}

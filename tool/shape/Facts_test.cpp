//===- Facts_test.cpp - Bindings, divisibility and where paths meet -------===//
#include "shape/TestDims.h"
#include <gtest/gtest.h>
#include <tuple>

using namespace tidy;
using test::dim, test::facts;

struct Row {
  const char *Before, *Given, *After;
};

TEST(Facts, Normalise) {
  for (const Row &R :
       std::initializer_list<Row>{{"h*(d/h)", "h | d", "d"},
                                  {"d % h", "h | d", "0"},
                                  {"h*(d/h)", "", "h*(d/h)"},
                                  {"(d + 1) % h", "h | d", "1 % h"},
                                  {"2*(n/8)", "8 | n", "n/4"},
                                  {"b*h*(d/h) + 1", "h | d", "b*d + 1"},
                                  {"(2*d)/h", "h | d", "2*(d/h)"},
                                  {"g*(d/h)", "h | d", "g*(d/h)"},
                                  {"h*((a + b)/h)", "h | a + b", "a + b"},
                                  {"X*(Y + 1)", "X = 2*Y; Y = 3", "24"},
                                  {"X", "X = Y; Y = Z; Z = 2", "2"},
                                  {"h*X", "X = d/h; h | d", "d"},
                                  {"min(X, 3)", "X = 5", "3"},
                                  {"D/8*8", "8 | D; D = 2*E", "2*E"}})
    EXPECT_EQ(facts(R.Given).normalise(dim(R.Before)).str(), R.After)
        << R.Before << " given " << R.Given;
}

TEST(Facts, BindRefusesCycles) {
  Facts F = facts("X = Y + 1");
  EXPECT_FALSE(F.bind(*dim("Y").asSymbol(), dim("2*X")));
  EXPECT_FALSE(F.bind(*dim("Y").asSymbol(), dim("Y")));
  EXPECT_FALSE(F.bind(*dim("X").asSymbol(), dim("5"))); // stands for Y + 1
  EXPECT_FALSE(F.bind(*dim("n").asSymbol(), dim("5"))); // rigid
  EXPECT_TRUE(F.bind(*dim("Y").asSymbol(), dim("_")));  // says nothing
  EXPECT_TRUE(F == facts("X = Y + 1"));
}

TEST(Facts, Unify) {
  for (const Row &R :
       std::initializer_list<Row>{{"X", "n", "X = n"},
                                  {"Y", "X", "Y = X"},
                                  {"X", "Y", "Y = X"},
                                  {"X + 1", "64", "X = 63"},
                                  {"2*X", "64", "X = 32"},
                                  {"h*X*b", "2*h*b*d", "X = 2*d"},
                                  {"A + 3", "B", "B = A + 3"},
                                  {"X*X", "4", ""},
                                  {"H*X", "H*d", ""},
                                  {"2*X", "Y", "Y = 2*X"},
                                  {"X", "X % 8 + 8*(h/8)", ""},
                                  {"X", "_", ""}}) {
    Facts F;
    Answer A = F.unify(dim(R.Before), dim(R.Given));
    EXPECT_TRUE(F == facts(R.After)) << R.Before << " == " << R.Given;
    EXPECT_EQ(A, *R.After ? Answer::Yes : Answer::Unknown) << R.Before;
  }
  Facts F = facts("X = 63");
  EXPECT_EQ(F.unify(dim("X"), dim("64")), Answer::No);
}

TEST(Facts, UnifySizes) {
  for (auto [A, B, Given, Is] : std::initializer_list<
           std::tuple<const char *, const char *, const char *, Answer>>{
           {"2*X", "4*X", "", Answer::No},
           {"X", "2*X", "", Answer::No},
           {"2*X*Y", "3*X*Y", "", Answer::No},
           {"2*X", "4*Y", "X = Y", Answer::No},
           {"2*X", "4*Y", "", Answer::Yes}, // X = 2*Y
           {"2*X", "3*Y", "", Answer::Unknown},
           {"X", "4*Y", "", Answer::Yes},
           {"2*X", "2*X", "", Answer::Yes},
           {"X + Y", "Y", "", Answer::Yes}, // X = 0
           {"X", "0", "", Answer::Yes}}) {
    Facts F = facts(Given);
    EXPECT_EQ(F.unifySizes(dim(A), dim(B)), Is) << A << " and " << B;
  }
}

TEST(Facts, Meet) {
  for (const Row &R :
       std::initializer_list<Row>{{"X = n", "X = n", "X = n"},
                                  {"X = n", "", ""},
                                  {"X = n", "X = m", ""},
                                  {"X = Y", "Y = X", "X = Y"},
                                  {"X = Y; Y = 3", "X = Y", "X = Y"},
                                  {"h | d", "h | d; X = 1", "h | d"},
                                  {"8 | d", "4 | d", "4 | d"},
                                  {"h | d", "g | d", ""},
                                  {"h | D", "D = 2*h", "h | D"}}) {
    Facts A = facts(R.Before), B = facts(R.Given);
    Facts Both = Facts::meet(A, B), Swapped = Facts::meet(B, A);
    EXPECT_TRUE(Both == facts(R.After)) << R.Before;
    EXPECT_TRUE(Facts::meet(Both, Swapped) == Both) << R.Before;
    EXPECT_TRUE(Facts::meet(Swapped, Both) == Swapped) << R.Before;
  }
}

//===- Dim_test.cpp - How sizes simplify and print ------------------------===//
#include "shape/TestDims.h"
#include <gtest/gtest.h>

using namespace tidy;
using test::dim;

struct Row {
  const char *Before, *After;
};

static void check(std::initializer_list<Row> Table) {
  for (const Row &R : Table) {
    EXPECT_EQ(dim(R.Before).str(), R.After) << R.Before;
    EXPECT_EQ(dim(R.After).str(), R.After) << "read back";
  }
}

TEST(Dim, Polynomials) {
  check({{"d + 2*d", "3*d"},
         {"b + a - b", "a"},
         {"a - a", "0"},
         {"(n + 1)*(n - 1)", "n*n - 1"},
         {"1 - n", "1 - n"},
         {"-n - 1", "-n - 1"},
         {"m - n + a*b", "a*b + m - n"},
         {"0*_", "_"},
         {"_ + 1", "_"}});
}

TEST(Dim, Divisions) {
  check({{"(6*d)/6", "d"},
         {"(d*h)/h", "d"},
         {"(8*d + 5)/8", "d"},
         {"(n/2)/3", "n/6"},
         {"n/2/h", "n/(2*h)"},
         {"((n + 1)/2 + 1)/2", "(n + 3)/4"},
         {"(b*d)/(b*h)", "d/h"},
         {"(n % h)/h", "0"},
         {"(n*h + d)/h", "n + d/h"},
         {"(n - 1)/2 + 1", "(n + 1)/2"},
         {"(2*n + 1)/4", "n/2"},
         {"3*n/2", "3*n/2"},
         {"((n + 1)*m)/(n + 1)", "m"},
         {"-d/h", "(-d)/h"},
         {"0 - d/h", "-(d/h)"},
         {"n/-3", "(-n)/3"},
         {"n/1", "n"},
         {"n/0", "_"},
         {"n/(a - b)", "n/(a - b)"},
         {"h*(d/h)", "h*(d/h)"},
         {"7/2", "3"},
         {"-7/2", "-4"}});
}

TEST(Dim, Remainders) {
  check({{"(6*d) % 6", "0"},
         {"(d*h) % h", "0"},
         {"(8*d + 5) % 8", "5"},
         {"(n % 8) % 4", "n % 4"},
         {"(9*n + 10) % 8", "(n + 2) % 8"},
         {"(8 - n % 8) % 8", "(-n) % 8"},
         {"(2*n) % 4", "2*(n % 2)"},
         {"(b*d) % (b*h)", "b*(d % h)"},
         {"n % -3", "-((-n) % 3)"},
         {"-7 % 3", "2"},
         {"7 % -3", "-2"},
         {"n % 0", "_"}});
}

TEST(Dim, Extrema) {
  check({{"min(n, n + 1)", "n"},
         {"max(n, 0)", "n"},
         {"max(n + 3, 2)", "n + 3"},
         {"min(3, 5)", "3"},
         {"max(1, n)", "max(n, 1)"},
         {"min(c, min(b, a))", "min(a, min(b, c))"},
         {"max(b, a) - max(a, b)", "0"}});
}

// Loops on programs as text: which are followed round by round, what becomes of
// those that are not, and what it takes.
#include "flow/TestPrograms.h"

using namespace tidy;
using test::analysed, test::values;

namespace {

/// `for (i = 0; i < <Bound>; ++i)`, with `Body` from %10 on in b3 after the
/// increment %9; %3 is what i is in the end.
Analysis loop(const std::string &Bound, const std::string &Body) {
  return analysed(
      "function @f \"f\" (n: int) {\n  var i: other\n  var x: tensor\nb0:\n"
      "  %0 = const 0\n  %1 = store i, %0\n  goto b1\n"
      "b1:\n  %4 = load i\n  %5 = " +
      Bound +
      "\n  %6 = compare < %4, %5\n  branch %6, b3, b2\n"
      "b2:\n  %2 = load i\n  %3 = store i, %2\n  return\n"
      "b3:\n  %7 = const 1\n  %8 = arith + %4, %7\n  %9 = store i, %8\n" +
      Body + "\n}\n");
}

TEST(Rounds, AreFollowedWhileTheirNumberIsKnown) {
  Analysis A = loop("const 3", "  goto b1");
  EXPECT_EQ(values(A, 9), "1;2;3;");
  EXPECT_EQ(values(A, 3), "3;");
}

TEST(Rounds, AreOneWhereTheirNumberIsNotKnown) {
  Analysis A = loop("load n", "  goto b1");
  EXPECT_EQ(values(A, 9), "i;"); // some number
  EXPECT_EQ(values(A, 3), "_;");
}

TEST(Rounds, AreAtMostSixtyFour) {
  EXPECT_EQ(values(loop("const 64", "  goto b1"), 3), "64;");
  EXPECT_EQ(values(loop("const 65", "  goto b1"), 3), "_;");
}

TEST(Rounds, EndWithTheLoopWhereverItIsLeft) {
  Analysis A = loop("const 9", "  %10 = const 4\n  %11 = compare == %8, %10\n"
                               "  branch %11, b2, b4\nb4:\n  goto b1");
  EXPECT_EQ(values(A, 3), "4;");
}

/// What is the same in each round says nothing of how many there are.
TEST(Rounds, AreNotCountedByWhatDoesNotChange) {
  Analysis A = loop("load n", "  %10 = const false\n  branch %10, b2, b1");
  EXPECT_EQ(values(A, 3), "_;");
  EXPECT_LT(A.Work, 100u);
}

/// A value that is used in another block than it was made in is that of the
/// same round.
TEST(Rounds, KeepWhatGoesFromBlockToBlock) {
  Analysis A =
      loop("const 3", "  %10 = list %8, %8\n  %11 = op filled(size=%10)\n"
                      "  goto b4\nb4:\n  store x, %11\n  goto b1");
  EXPECT_EQ(values(A, 12), "[1, 1];[2, 2];[3, 3];");
}

TEST(Rounds, OneThatFailsIsAFailure) {
  Analysis A = loop("const 3", "  %10 = list %8, %7\n"
                               "  %11 = op filled(size=%10)\n"
                               "  %12 = op mm(a=%11, b=%11)\n  goto b1");
  ASSERT_EQ(A.Failures.size(), 1u);
  EXPECT_EQ(A.Failures[0].Args["a"].str(), "[2, 1]");
}

/// Each loop in the one before, each of so many rounds.
std::size_t workOfNested(unsigned Depth, unsigned Rounds) {
  unsigned Next = 3;
  auto Line = [&](const std::string &What) {
    return "  %" + std::to_string(Next++) + " = " + What + "\n";
  };
  auto Last = [&] { return "%" + std::to_string(Next - 1); };
  auto Is = [](const char *Sort, unsigned D) {
    return Sort + std::to_string(D);
  };
  std::string Vars,
      Blocks = "b0:\n  %0 = const 0\n  %1 = const 1\n  %2 = const " +
               std::to_string(Rounds) + "\n";
  for (unsigned D = 0; D < Depth; ++D) { // begin, head; then what is behind
    Vars += "  var " + Is("i", D) + ": other\n";
    Blocks += Line("store " + Is("i", D) + ", %0") + "  goto " +
              Is("b", 2 * D + 1) + "\n" + Is("b", 2 * D + 1) + ":\n" +
              Line("load " + Is("i", D));
    Blocks += Line("compare < " + Last() + ", %2");
    Blocks += "  branch " + Last() + ", " + Is("b", 2 * D + 2) + ", " +
              Is("b", 3 * Depth - D) + "\n" + Is("b", 2 * D + 2) + ":\n";
  }
  for (unsigned D = Depth; D > 0; --D) { // the end of each loop's body
    Blocks += Line("load " + Is("i", D - 1));
    Blocks += Line("arith + " + Last() + ", %1");
    Blocks += Line("store " + Is("i", D - 1) + ", " + Last());
    Blocks += "  goto " + Is("b", 2 * D - 1) + "\n" +
              Is("b", 3 * Depth - D + 1) + ":\n";
  }
  return analysed("function @f \"f\" () {\n" + Vars + Blocks + "  return\n}\n")
      .Work;
}

TEST(Rounds, OfLoopsInLoopsAreBounded) {
  EXPECT_GT(workOfNested(2, 8), 8u * 8u * 6u);
  EXPECT_LT(workOfNested(5, 64), 100000u);
  EXPECT_LT(workOfNested(9, 64), 100000u);
}

} // namespace

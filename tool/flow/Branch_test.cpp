// What an edge says, on programs as text: which are taken, and what is known on
// them and behind them.
#include "flow/Analysis.h"
#include "ir/Text.h"
#include "sig/Parse.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

/// What n x m and t are in each branch of `if (<Condition, %9>)`, and what n x
/// m is behind it; %0 to %3 are n, m, 0 and 4, %4 their sizes, %5 something
/// unknown, %6 is t and %7 its rank. `End` is b0's, where it is no branch.
std::string stored(const std::string &Condition,
                   const std::string &End = "branch %9, b1, b2") {
  static Models M;
  if (M.Ops.empty())
    llvm::cantFail(parseModelFile("filled(size: ints) -> [*size]\n"
                                  "rank(x: [*s]) -> axes(s)\n"
                                  "defined(x: any) -> known(x)\n",
                                  "ops.sig", M));
  const char *Arm = "op filled(size=%4)\n  %";
  std::string Text =
      "function @f \"f\" (n: int, m: int, t: tensor, o: other) {\nb0:\n"
      "  %0 = load n\n  %1 = load m\n  %2 = const 0\n  %3 = const 4\n"
      "  %4 = list %0, %1\n  %5 = load o\n  %6 = load t\n"
      "  %7 = op rank(x=%6)\n" +
      Condition + "\n  " + End + "\nb1:\n  %10 = " + Arm +
      "11 = load t\n  %12 = store t, %11\n  goto b3\nb2:\n  %13 = " + Arm +
      "14 = load t\n  %15 = store t, %14\n  goto b3\n"
      "b3:\n  %16 = op filled(size=%4)\n  return\n}\n";
  Analysis A = analyse(llvm::cantFail(parseProgram(Text)), M);
  std::string Out;
  for (InstrId I : {10, 12, 13, 15, 16}) {
    auto Seen = A.Values.find({0, I});
    Out += Seen == A.Values.end() ? "never " : Seen->second[0].str() + " ";
  }
  return Out;
}

TEST(Edges, SayThatSizesAreEqual) {
  const char *Then = "[4, m] [...] [n, m] [...] [n, m] ";
  const char *Else = "[n, m] [...] [4, m] [...] [n, m] ";
  EXPECT_EQ(stored("  %8 = list\n  %9 = compare == %0, %3"), Then);
  EXPECT_EQ(stored("  %8 = list\n  %9 = compare != %0, %3"), Else);
  EXPECT_EQ(stored("  %8 = compare == %0, %3\n  %9 = compare not %8"), Else);
  EXPECT_EQ(stored("  %8 = compare != %3, %0\n  %9 = compare not %8"), Then);
}

TEST(Edges, SayNothingOfWhatIsLess) {
  EXPECT_EQ(stored("  %8 = list\n  %9 = compare < %0, %3"),
            "[n, m] [...] [n, m] [...] [n, m] ");
}

TEST(Edges, SayHowManyAxesThereAre) {
  EXPECT_EQ(stored("  %8 = const 2\n  %9 = compare == %7, %8"),
            "[n, m] [n, n] [n, m] [...] [n, m] ");
  EXPECT_EQ(stored("  %8 = unknown \"resize_\"(%6) taints\n"
                   "  %9 = compare == %7, %3"),
            "[n, m] [...] [n, m] [...] [n, m] ");
}

TEST(Edges, SayThatThereIsNoTensor) {
  EXPECT_EQ(stored("  %8 = list\n  %9 = op defined(x=%6)"),
            "[n, m] [...] [n, m] none [n, m] ");
  EXPECT_EQ(stored("  %8 = unknown \"reset\"(&t)\n  %9 = op defined(x=%6)"),
            "[n, m] ? [n, m] ? [n, m] ");
}

TEST(Edges, AreNotTakenIfTheyContradictWhatIsKnown) {
  EXPECT_EQ(stored("  %8 = const 5\n  %9 = compare == %3, %8"),
            "never never [n, m] [...] [n, m] ");
}

TEST(Edges, OfASwitchAreForOneNumber) {
  std::string Nothing = "  %8 = list\n  %9 = list";
  EXPECT_EQ(stored(Nothing, "choose %0, b1 case 4, b2"),
            "[4, m] [...] [n, m] [...] [n, m] ");
  EXPECT_EQ(stored(Nothing, "choose %3, b1 case 4, b2"),
            "[n, m] [...] never never [n, m] ");
  EXPECT_EQ(stored(Nothing, "choose %3, b1 case 5, b2"),
            "never never [n, m] [...] [n, m] ");
  EXPECT_EQ(stored(Nothing, "choose %3, b1 case 5, b2 case 6"),
            "[n, m] [...] [n, m] [...] [n, m] ");
  EXPECT_EQ(stored(Nothing, "choose %7, b1 case 2, b2 case 0"),
            "[n, m] [n, n] [n, m] [] [n, m] ");
}

} // namespace

// What comes of a limit that is reached: unknown, never an error, never proved.
#include "flow/TestPrograms.h"

using namespace tidy;
using test::analysed;

namespace {

std::string line(unsigned Number, const std::string &What) {
  return "  %" + std::to_string(Number) + " = " + What + "\n";
}

/// A function whose products fail for an argument of [2, 3], and its caller.
Analysis failing(unsigned Products) {
  std::string Text = "function @g \"g\" (x: tensor) {\nb0:\n  %0 = load x\n";
  for (unsigned I = 1; I <= Products; ++I)
    Text += line(I, "op mm(a=%0, b=%0)");
  return analysed(Text + "  return\n}\nfunction @f \"f\" () {\nb0:\n"
                         "  %0 = const (2, 3)\n  %1 = op filled(size=%0)\n"
                         "  %2 = call \"g\"(%1)\n  return\n}\n");
}

TEST(Limits, ACallTellsOfSixtyFourFailures) {
  Analysis Few = failing(64), Many = failing(65);
  EXPECT_EQ(Few.Failures.size(), 64u);
  EXPECT_FALSE(Few.IsCut);
  EXPECT_EQ(Many.Failures.size(), 64u);
  EXPECT_TRUE(Many.IsCut);
  EXPECT_TRUE(Many.Proved.empty() || !Many.Proved.contains({0, 65}));
}

TEST(Limits, CallsAreFollowedThirtyTwoDeep) {
  auto Chain = [](unsigned Depth) { // callers first
    std::string Text;
    for (unsigned I = 0; I < Depth; ++I)
      Text += "function @f" + std::to_string(I) + " \"f" + std::to_string(I) +
              "\" (x: tensor) {\nb0:\n  %0 = load x\n  %1 = call \"f" +
              std::to_string(I + 1) + "\"(%0)\n  return %1\n}\n";
    return Text + "function @last \"f" + std::to_string(Depth) +
           "\" (x: tensor) {\nb0:\n  %0 = load x\n  return %0\n}\n";
  };
  // What is given tells these calls from those that are known already.
  const std::string Main = "function @m \"m\" () {\nb0:\n  %0 = const (2, 3)\n"
                           "  %1 = op filled(size=%0)\n"
                           "  %2 = call \"f0\"(%1)\n  return %2\n}\n";
  EXPECT_FALSE(analysed(Main + Chain(30)).IsCut);
  EXPECT_TRUE(analysed(Main + Chain(33)).IsCut);
  EXPECT_FALSE(analysed(Chain(100)).IsCut); // each knows what the next one does
}

/// Calls with different texts of a function in which `Use` is done with it.
std::uint64_t workOfMessages(const std::string &Use) {
  std::string Text = "function @g \"g\" (x: tensor, s: other) {\nb0:\n"
                     "  %0 = load s\n  %1 = " +
                     Use + "\n  %2 = load x\n";
  for (unsigned I = 3; I < 60; ++I)
    Text += line(I, "op mm(a=%2, b=%2)");
  Text += "  return\n}\nfunction @f \"f\" (x: tensor) {\nb0:\n"
          "  %0 = load x\n";
  for (unsigned I = 1; I < 200; I += 2)
    Text += line(I, "const \"" + std::to_string(I) + "\"") +
            line(I + 1, "call \"g\"(%0, %" + std::to_string(I) + ")");
  return analysed(Text + "  return\n}\n").Work;
}

TEST(Limits, TextsThatAreOnlyPrintedMakeNoOtherCall) {
  EXPECT_GT(workOfMessages("compare == %0, %0"),
            5 * workOfMessages("unknown \"print\"(%0)"));
}

/// What a list is worth that holds `Width` others in each of `Depth` steps, and
/// whether a product with it as a size went through.
std::pair<std::string, bool> listOf(unsigned Depth, unsigned Width) {
  std::string Text = "function @f \"f\" () {\n  var v: other\nb0:\n";
  unsigned Last = 0;
  Text += line(Last, "const 3");
  for (unsigned Step = 0; Step < Depth; ++Step, ++Last) {
    std::string Parts;
    for (unsigned I = 0; I < Width; ++I)
      Parts += (I ? ", %" : "%") + std::to_string(Last);
    Text += line(Last + 1, "list " + Parts);
  }
  std::string List = "%" + std::to_string(Last);
  Text += "  store v, " + List + "\n";
  Text += line(Last + 2, "op filled(size=" + List + ")");
  std::string Tensor = "%" + std::to_string(Last + 2);
  Text += line(Last + 3, "op mm(a=" + Tensor + ", b=" + Tensor + ")");
  Analysis A = analysed(Text + "  return\n}\n");
  EXPECT_TRUE(Depth == 1 || A.Failures.empty());
  return {A.Values.at({0, Last + 1}).front().str(),
          A.Worked.contains({0, Last + 3})};
}

TEST(Limits, DeepAndLongListsAreUnknown) {
  EXPECT_NE(listOf(12, 1).first, "?");
  EXPECT_EQ(listOf(13, 1), std::pair(std::string("?"), false));
  EXPECT_NE(listOf(2, 127).first, "?"); // 16257 values
  EXPECT_EQ(listOf(2, 128), std::pair(std::string("?"), false));
}

TEST(Limits, WhatACalleeLeaksAndGivesBackIsLeaked) {
  const std::string Callee =
      "function @g \"g\" () {\n  var x: tensor\nb0:\n  %0 = const (2, 3)\n"
      "  %1 = op filled(size=%0)\n  store x, %1\n  %3 = load x\n";
  const std::string Rest =
      "  return %3\n}\nfunction @f \"f\" () {\nb0:\n  %0 = call \"g\"()\n"
      "  %1 = unknown \"callback\"() taints opaque\n"
      "  %2 = op mm(a=%0, b=%0)\n  return\n}\n";
  std::string Keeps = line(4, "unknown \"push_back\"(%3) keeps");
  EXPECT_EQ(analysed(Callee + Rest).Failures.size(), 1u);
  EXPECT_EQ(analysed(Callee + Keeps + Rest).Failures.size(), 0u);
}

/// A chain of functions each of which calls the next twice, with numbers that
/// nobody else gives it; in the last of them a product may fail.
std::string doubling(unsigned Functions) {
  std::string Text;
  for (unsigned I = 0; I < Functions; ++I) {
    std::string Call = "call \"f" + std::to_string(I + 1) + "\"";
    Text += "function @f" + std::to_string(I) + " \"f" + std::to_string(I) +
            "\" (n: int) {\nb0:\n" + line(0, I ? "load n" : "const 1") +
            line(1, "arith + %0, %0") + line(2, Call + "(%1)") +
            line(3, "const 1") + line(4, "arith + %1, %3") +
            line(5, Call + "(%4)") + "  return\n}\n";
  }
  return Text + "function @last \"f" + std::to_string(Functions) +
         "\" (n: int) {\nb0:\n" + line(0, "load n") + line(1, "const 3") +
         line(2, "list %0, %1") + line(3, "op filled(size=%2)") +
         line(4, "op mm(a=%3, b=%3)") + "  return\n}\n";
}

TEST(Limits, CallsThatTakeTooMuchAreNotFollowedAndCounted) {
  Analysis Few = analysed(doubling(6)), Many = analysed(doubling(30));
  EXPECT_TRUE(Few.Unfinished.empty());
  EXPECT_EQ(Few.Failures.size(), 1u);
  EXPECT_FALSE(Many.Unfinished.empty());
  EXPECT_TRUE(Many.IsCut);
  EXPECT_LT(Many.Work, 300000u);
}

/// Loops in loops, in each of which one variable becomes the next one.
Analysis nested(unsigned Depth) {
  std::string Vars;
  unsigned Next = 2 + Depth + 1;
  std::string Text = line(0, "const (2, 3)") + line(1, "op filled(size=%0)");
  for (unsigned I = 0; I <= Depth; ++I) {
    Vars += "  var v" + std::to_string(I) + ": tensor\n";
    Text += "  store v" + std::to_string(I) + ", %1\n";
  }
  Text += "  goto b1\n";
  for (unsigned I = 1; I <= Depth; ++I, Next += 3) {
    std::string Out = std::to_string(I == 1 ? Depth + 2 : I - 1);
    Text += "b" + std::to_string(I) + ":\n" +
            line(Next, "unknown \"more\"() external") +
            line(Next + 1, "load v" + std::to_string(I)) + "  store v" +
            std::to_string(I - 1) + ", %" + std::to_string(Next + 1) +
            "\n  branch %" + std::to_string(Next) + ", b" +
            std::to_string(I + 1) + ", b" + Out + "\n";
  }
  std::string Last = std::to_string(Depth);
  return analysed(
      "function @f \"f\" () {\n" + Vars + "b0:\n" + Text + "b" +
      std::to_string(Depth + 1) + ":\n" + line(Next, "const (4, 4)") +
      line(Next + 1, "op filled(size=%" + std::to_string(Next) + ")") +
      "  store v" + Last + ", %" + std::to_string(Next + 1) + "\n  goto b" +
      Last + "\nb" + std::to_string(Depth + 2) + ":\n  return\n}\n");
}

TEST(Limits, AFunctionThatTakesTooLongIsGivenUp) {
  Analysis Few = nested(10), Many = nested(1280);
  EXPECT_TRUE(Few.Unfinished.empty());
  EXPECT_EQ(Many.Unfinished, std::set<FunctionId>{0});
  EXPECT_LT(Many.Work, 1600000u); // of almost five million
}

} // namespace

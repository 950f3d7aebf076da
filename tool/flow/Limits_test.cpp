// What comes of a limit that is reached: unknown, never an error, never proved.
#include "flow/Analysis.h"
#include "ir/Text.h"
#include "sig/Parse.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

Analysis analysed(const std::string &Text) {
  static Models M; // a Failure refers to its signature
  if (M.Ops.empty())
    llvm::cantFail(parseModelFile("mm(a: [m, k], b: [k, n]) -> [m, n]\n"
                                  "filled(size: ints) -> [*size]\n",
                                  "ops.sig", M));
  return analyse(llvm::cantFail(parseProgram(Text)), M);
}

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
  EXPECT_FALSE(analysed(Chain(31)).IsCut);
  EXPECT_TRUE(analysed(Chain(33)).IsCut);
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

} // namespace

// What an op that works says of operands of which nothing was known.
#include "flow/Analysis.h"
#include "ir/Text.h"
#include "sig/Parse.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

/// Functions over mm, which takes matrices, and dot, which takes anything.
Analysis analysed(const std::string &Text) {
  Models M;
  llvm::cantFail(parseModelFile(
      "mm(a: [m, k], b: [k, n]) -> [m, n]\n"
      "dot(a: [k], b: [k]) -> []\ndot(a: [*s, k], b: [k, n]) -> [*s, n]\n"
      "wide(x: [*s, 64]) -> [*s, 10]\nnarrow(x: [*s, 32]) -> [*s, 10]\n"
      "swap(x: [*s], i: axis, j: axis) -> swapped(s, i, j)\n"
      "filled(size: ints) -> [*size]\n",
      "ops.sig", M));
  auto Parsed = parseProgram(Text);
  EXPECT_TRUE(bool(Parsed)) << llvm::toString(Parsed.takeError());
  return analyse(llvm::cantFail(std::move(Parsed)), M, {nullptr, true, true});
}

/// f(x, w), which begins by loading both.
std::string body(const std::string &Instrs) {
  return "function @f \"f\" (x: tensor, w: tensor) {\n  var y: tensor\nb0:\n"
         "  %0 = load x\n  %1 = load w\n" +
         Instrs + "}\n";
}

std::string parameter(const Analysis &A, unsigned I) {
  return A.Signatures.at(0).Parameters[I].str();
}

const std::string Filled = "  %2 = const (3, 4)\n  %3 = op filled(size=%2)\n";

TEST(Ranks, AnOpThatTakesMatricesHasGotSome) {
  Analysis A = analysed(body("  %2 = op mm(a=%0, b=%1)\n  return %2\n"));
  EXPECT_EQ(parameter(A, 0), "[m, k]");
  EXPECT_EQ(parameter(A, 1), "[k, n]");
  EXPECT_EQ(A.Signatures.at(0).Result->str(), "[m, n]");
}

TEST(Ranks, WhatIsBoundThenCannotBeOtherwise) {
  const char *Both = "  %4 = op mm(a=%0, b=%3)\n  %5 = load x\n"
                     "  %6 = op mm(a=%3, b=%5)\n  return %6\n";
  EXPECT_EQ(analysed(body(Filled + Both)).Failures.size(), 0u);
  const char *Other = "  %4 = op mm(a=%0, b=%3)\n  %5 = load x\n"
                      "  %6 = const (5, 4)\n  %7 = op filled(size=%6)\n"
                      "  %8 = op mm(a=%5, b=%7)\n  return %8\n";
  EXPECT_EQ(analysed(body(Filled + Other)).Failures.size(), 1u);
}

TEST(Ranks, WhatTakesSeveralRanksTellsTheLastAxes) {
  Analysis A = analysed(body("  %2 = op dot(a=%0, b=%1)\n  return %2\n"));
  EXPECT_EQ(parameter(A, 0), "[..., k]");
  EXPECT_EQ(parameter(A, 1), "[..., n]");
}

TEST(Ranks, AnAxisFromTheEndIsThere) {
  Analysis A = analysed(body("  %2 = const -2\n  %3 = const -1\n"
                             "  %4 = op swap(x=%0, i=%2, j=%3)\n"
                             "  %5 = op wide(x=%0)\n  return %4\n"));
  EXPECT_EQ(parameter(A, 0), "[..., n, 64]");
  EXPECT_EQ(A.Signatures.at(0).Result->str(), "[..., 64, n]");
}

// Every rank-0 tensor takes -1 for its axis, as if it had one.
TEST(Ranks, AnAxisThatMayBeOfNoneIsNot) {
  Analysis A = analysed(body("  %2 = const -1\n"
                             "  %3 = op swap(x=%0, i=%2, j=%2)\n"
                             "  return %3\n"));
  EXPECT_EQ(parameter(A, 0), "[...]");
}

TEST(Ranks, TheLastAxesOfOneTensorAreTheSameInEveryOp) {
  std::string Ops = "  %2 = op wide(x=%0)\n  %3 = load x\n"
                    "  %4 = op mm(a=%3, b=%1)\n  return %4\n";
  Analysis A = analysed(body(Ops));
  EXPECT_EQ(parameter(A, 0), "[m, 64]");
  EXPECT_EQ(parameter(A, 1), "[64, n]");
}

TEST(Ranks, WhatEndsOtherwiseIsFound) {
  const char *Layers =
      "  %2 = op wide(x=%0)\n  %3 = op narrow(x=%2)\n  return\n";
  EXPECT_EQ(analysed(body(Layers)).Failures.size(), 1u);
}

TEST(Ranks, ThatOfASwappedTensorIsItsOwn) {
  Analysis A = analysed(body("  %2 = const 0\n  %3 = const 1\n"
                             "  %4 = op swap(x=%0, i=%2, j=%3)\n"
                             "  %5 = op mm(a=%4, b=%1)\n  return %5\n"));
  EXPECT_EQ(parameter(A, 0), "[m, k]");
  EXPECT_EQ(parameter(A, 1), "[m, n]");
}

TEST(Ranks, WhatMayFailSaysNothing) {
  Analysis Meant =
      analysed(body("  %2 = op mm(a=%0, b=%1) expected\n  return %2\n"));
  EXPECT_EQ(parameter(Meant, 0), "[...]");
  Analysis Caught = analysed(body("  %2 = op mm(a=%0, b=%1)\n"
                                  "  attempt b1, b1\nb1:\n  return\n"));
  EXPECT_EQ(parameter(Caught, 0), "[...]");
}

TEST(Ranks, WhatMayBeLeftOutSaysNothing) {
  Analysis A = analysed(body("  %2 = unknown \"c\"() integer external\n"
                             "  branch %2, b1, b2\n"
                             "b1:\n  %3 = op mm(a=%0, b=%1)\n  goto b2\n"
                             "b2:\n  return %0\n"));
  EXPECT_EQ(parameter(A, 0), "[...]");
  EXPECT_EQ(A.Signatures.at(0).Result->str(), "[...]");
}

TEST(Ranks, ATensorThatWasReshapedHasAnother) {
  Analysis A = analysed(body("  %2 = unknown \"lib\"(%0) taints\n"
                             "  %3 = op mm(a=%0, b=%1)\n  return %3\n"));
  EXPECT_EQ(parameter(A, 0), "[...]");
  EXPECT_EQ(parameter(A, 1), "[k, n]");
}

TEST(Ranks, ACallThatReturnsHasNeededThem) {
  Analysis A = analysed("function @g \"g\" (t: tensor) {\nb0:\n"
                        "  %0 = load t\n  %1 = call \"f\"(%0, %0) \"f\"\n"
                        "  return %1\n}\n" +
                        body("  %2 = op mm(a=%0, b=%1)\n  return %2\n"));
  EXPECT_EQ(parameter(A, 0), "[k, k]");
}

} // namespace

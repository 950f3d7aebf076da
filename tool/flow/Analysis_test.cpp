// Flow without Clang: programs as text, the sizes that come of them, and what
// fails.
#include "flow/TestPrograms.h"

using namespace tidy;
using test::analysed, test::values;

namespace {

const std::string Product = "function @f \"f\" () {\n  var x: tensor\nb0:\n"
                            "  %0 = const (2, 3)\n"
                            "  %1 = op filled(size=%0)\n"
                            "  store x, %1\n"
                            "  %3 = load x\n";

TEST(Analysis, AShapeGoesThroughAVariable) {
  Analysis R =
      analysed(Product + "  %4 = const (3, 4)\n  %5 = op filled(size=%4)\n"
                         "  %6 = op mm(a=%3, b=%5)\n  return %6\n}\n");
  EXPECT_EQ(values(R, 6), "[2, 4];");
  EXPECT_TRUE(R.Failures.empty());
  EXPECT_TRUE(R.Worked.count({0, 6}));
}

TEST(Analysis, AFailureNamesTheCallThatBroughtItsArguments) {
  Analysis R = analysed("function @g \"g\" (x: tensor) {\nb0:\n  %0 = load x\n"
                        "  %1 = op mm(a=%0, b=%0)\n  return %1\n}\n\n" +
                        Product + "  %4 = call \"g\"(%3)\n  return\n}\n");
  ASSERT_EQ(R.Failures.size(), 1u);
  EXPECT_EQ(R.Failures[0].Where, (Place{0, 1}));
  EXPECT_EQ(R.Failures[0].Calls, std::vector<Place>({{1, 4}}));
}

TEST(Analysis, WhatIsMeantToFailIsNotReported) {
  Analysis R =
      analysed(Product + "  %4 = op mm(a=%3, b=%3) expected\n  return\n}\n");
  EXPECT_TRUE(R.Failures.empty());
}

TEST(Analysis, WhatAnAttemptWroteIsUnknownToItsHandler) {
  Analysis R =
      analysed(Product + "  %4 = const (5, 6)\n  %5 = op filled(size=%4)\n"
                         "  store x, %5\n  attempt b1, b2\n"
                         "b1:\n  %7 = load x\n  store x, %7\n  return\n"
                         "b2:\n  %9 = load x\n  store x, %9\n  return\n}\n");
  EXPECT_EQ(values(R, 8), "[5, 6];");
  EXPECT_EQ(values(R, 10), "?;");
}

TEST(Analysis, AnAttemptsHandlerKnowsWhatIsSoWhateverWasWritten) {
  Analysis R = analysed(
      "function @f \"f\" () {\n  var x: tensor\nb0:\n  %0 = const (2, 3)\n"
      "  %1 = op filled(size=%0)\n  store x, %1\n  goto b1\n"
      "b1:\n  %3 = op filled(size=%0)\n  store x, %3\n  %5 = const (2, 4)\n"
      "  %6 = op filled(size=%5)\n  store x, %6\n  attempt b2, b3\n"
      "b2:\n  %8 = load x\n  store x, %8\n  return\n"
      "b3:\n  %10 = load x\n  store x, %10\n  return\n}\n");
  EXPECT_EQ(values(R, 9), "[2, 4];");
  EXPECT_EQ(values(R, 11), "[2, _];");
}

/// x is [2, 3], or what comes of mm(x, x), and then `Shape` by itself.
Analysis joinedWithFailure(const std::string &Shape) {
  return analysed("function @f \"f\" (n: int, t: tensor \"b, d\") {\n"
                  "  var x: tensor\nb0:\n  %0 = const (2, 3)\n"
                  "  %1 = op filled(size=%0)\n  store x, %1\n  %3 = " +
                  Shape +
                  "\n  %4 = load n\n  branch %4, b1, b2\n"
                  "b1:\n  %5 = op mm(a=%3, b=%3)\n  store x, %5\n  goto b2\n"
                  "b2:\n  %7 = load x\n  store x, %7\n"
                  "  %9 = op mm(a=%7, b=%7)\n  return\n}\n");
}

TEST(Analysis, NobodyComesByWhatAlwaysFails) {
  Analysis R = joinedWithFailure("load x");
  EXPECT_EQ(values(R, 8), "[2, 3];");
  EXPECT_EQ(R.Failures.size(), 2u);
}

TEST(Analysis, WhatFailsForSomeSizesAloneMayBeComeBy) {
  Analysis R = joinedWithFailure("load t");
  EXPECT_EQ(values(R, 8), "?;");
  EXPECT_EQ(R.Failures.size(), 1u);
}

TEST(Analysis, ACallIsFollowedWithWhatComesOfAFailure) {
  Analysis R = analysed(
      Product + "  %4 = op mm(a=%3, b=%3)\n"
                "  %5 = call \"g\"(%4, %3, &x)\n  %6 = load x\n"
                "  %7 = op mm(a=%6, b=%6)\n  return\n}\n"
                "function @g \"g\" (a: tensor, b: tensor, c: ref tensor) {\n"
                "b0:\n  %0 = load a\n  %1 = load b\n"
                "  %2 = op mm(a=%0, b=%1)\n  store c, %2\n"
                "  %4 = op mm(a=%1, b=%1)\n  return %4\n}\n");
  ASSERT_EQ(R.Failures.size(), 2u);
  EXPECT_EQ(R.Failures[0].Where, (Place{0, 4}));
  EXPECT_EQ(R.Failures[1].Where, (Place{1, 4}));
}

/// `if (condition) mm(x, x)`.
size_t failuresBehind(const std::string &Condition) {
  Analysis R =
      analysed("function @f \"f\" (n: int) {\n  var x: tensor\nb0:\n"
               "  %0 = const (2, 3)\n  %1 = op filled(size=%0)\n"
               "  store x, %1\n  %3 = load x\n  %4 = load n\n  %5 = " +
               Condition +
               "\n  branch %5, b1, b2\n"
               "b1:\n  %6 = op mm(a=%3, b=%3)\n  goto b2\nb2:\n  return\n}\n");
  return R.Failures.size();
}

TEST(Analysis, OnlyConditionsThatMayGoEitherWayAreTakenForAWitness) {
  EXPECT_EQ(failuresBehind("compare > %4, %4"), 0u);
  EXPECT_EQ(failuresBehind("unknown \"getenv\"() external"), 1u);
  EXPECT_EQ(failuresBehind("unknown \"operator\"(%4) computed"), 1u);
  EXPECT_EQ(failuresBehind("unknown \"operator\"() computed"), 0u);
  EXPECT_EQ(failuresBehind("unknown \"member\"()"), 0u);
  EXPECT_EQ(failuresBehind("unknown \"isSmall\"(%3) external"), 0u);
}

/// v0 = v1, v1 = v2, ... goes round once for each variable; head and body each
/// let something hold a tensor.
TEST(Analysis, ALoopThatSettlesLateEndsAndKnowsNothing) {
  std::string Vars, Entry, Shift;
  for (unsigned I = 0; I <= 80; ++I)
    Vars += "  var v" + std::to_string(I) + ": tensor\n";
  for (unsigned I = 0; I <= 80; ++I)
    Entry += "  store v" + std::to_string(I) + ", %1\n";
  unsigned Next = 87;
  for (unsigned I = 0; I < 80; ++I, Next += 2)
    Shift += "  %" + std::to_string(Next) + " = load v" +
             std::to_string(I + 1) + "\n  store v" + std::to_string(I) + ", %" +
             std::to_string(Next) + "\n";
  std::string Number = std::to_string(Next);
  Analysis R = analysed(
      "function @f \"f\" () {\n" + Vars +
      "b0:\n  %0 = const (2, 3)\n  %1 = op filled(size=%0)\n" + Entry +
      "  goto b1\nb1:\n  %83 = const (4, 4)\n"
      "  %84 = op filled(size=%83)\n  %85 = unknown \"keep\"(%84) keeps\n"
      "  %86 = unknown \"more\"() external\n  branch %86, b2, b3\n"
      "b2:\n" +
      Shift + "  %" + Number + " = op filled(size=%83)\n  store v80, %" +
      Number + "\n  %" + std::to_string(Next + 2) + " = unknown \"keep\"(%" +
      Number +
      ") keeps\n  goto b1\n"
      "b3:\n  %" +
      std::to_string(Next + 3) + " = load v0\n  store v0, %" +
      std::to_string(Next + 3) + "\n  return\n}\n");
  EXPECT_EQ(values(R, Next + 4), "?;");
}

} // namespace

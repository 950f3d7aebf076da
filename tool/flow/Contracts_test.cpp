// Declared shapes: what calls and declarations are held to, on IR text.
#include "flow/TestPrograms.h"

using namespace tidy;
using test::analysed, test::values;

namespace {

/// `place: letter first second` of every failure of a contract.
std::string broken(const Analysis &A) {
  std::string Out;
  for (const Failure &F : A.Failures)
    if (F.Contract != NoId)
      Out += std::to_string(F.Where.Function) + "." +
             std::to_string(F.Where.Instr) + ": " + F.What.Letter + " " +
             F.What.First.Size.str() + " " + F.What.Second.Size.str() + ";";
  return Out;
}

const std::string Callee =
    "function @f \"f\" (x: tensor \"b, d\", y: tensor \"d, v\") -> \"b, v\" {\n"
    "b0:\n  %0 = load x\n  %1 = load y\n  %2 = op mm(a=%0, b=%1)\n"
    "  %3 = expect result %2, \"b, v\"\n  return %3\n}\n";

/// Calls f with what is filled with these sizes.
std::string caller(const std::string &X, const std::string &Y) {
  return "function @g \"g\" (n: int, t: tensor) {\n"
         "  var r: tensor\nb0:\n  %0 = load n\n  %1 = const 2\n"
         "  %2 = const 3\n  %3 = list " +
         X + "\n  %4 = list " + Y +
         "\n  %5 = op filled(size=%3)\n  %6 = op filled(size=%4)\n"
         "  %7 = call \"f\"(%5, %6) \"f\"\n  store r, %7\n  return\n}\n";
}

TEST(Contracts, ACallBindsTheLetters) {
  Analysis R = analysed(caller("%1, %0", "%2, %1") + Callee);
  EXPECT_EQ(broken(R), "");
  EXPECT_EQ(values(R, 8), "[2, 2];");
}

TEST(Contracts, ACallThatCannotIsBroken) {
  Analysis R = analysed(caller("%1, %2", "%1, %1") + Callee);
  EXPECT_EQ(broken(R), "0.7: d 3 2;");
  EXPECT_EQ(R.Failures.size(), 1u); // not again inside of the callee
}

TEST(Contracts, WhatIsUnknownIsAsDeclared) {
  Analysis R =
      analysed("function @g \"g\" (t: tensor) {\n  var r: tensor\nb0:\n"
               "  %0 = load t\n  %1 = call \"f\"(%0, %0) \"f\"\n"
               "  store r, %1\n  return\n}\n" +
               Callee);
  EXPECT_EQ(broken(R), "");
  EXPECT_EQ(values(R, 2), "[b, v];");
}

TEST(Contracts, ACallThatIsNotFollowedGivesWhatIsDeclared) {
  Analysis R =
      analysed("function @f \"f\" (x: tensor \"b, d\") -> \"b, 4\" {\n"
               "  var r: tensor\nb0:\n  %0 = load x\n"
               "  %1 = call \"f\"(%0) \"f\"\n  store r, %1\n  return %1\n}\n");
  EXPECT_EQ(values(R, 2), "[b, 4];");
}

TEST(Contracts, ABrokenOneIsCauseEnough) {
  std::string More =
      "function @g \"g\" () {\n  var r: tensor\nb0:\n"
      "  %0 = const (2, 3)\n  %1 = op filled(size=%0)\n"
      "  %2 = call \"f\"(%1) \"f\"\n  %3 = op mm(a=%2, b=%1)\n"
      "  %4 = op mm(a=%1, b=%1)\n  return\n}\n"
      "function @f \"f\" (x: tensor \"b, 4\") {\nb0:\n  %0 = load x\n"
      "  %1 = const (4, 5)\n  %2 = op filled(size=%1)\n"
      "  %3 = op mm(a=%0, b=%2)\n  return %3\n}\n";
  Analysis R = analysed(More);
  EXPECT_EQ(broken(R), "0.2: 4 4 3;");
  ASSERT_EQ(R.Failures.size(), 2u);
  EXPECT_EQ(R.Failures[1].Where, (Place{0, 4}));
}

/// A function of one block with a tensor parameter.
std::string body(const std::string &Contract, const std::string &Instrs) {
  return "function @f \"f\" (x: tensor" + Contract +
         ") {\n  var v: tensor\nb0:\n  %0 = load x\n" + Instrs +
         "  return\n}\n";
}

TEST(Contracts, ADeclarationBindsAndRefines) {
  Analysis R = analysed(
      body("", "  %1 = expect variable %0, \"n, 4\"\n  store v, %1\n"
               "  %3 = expect variable %1, \"m, m\"\n  store v, %3\n"));
  EXPECT_EQ(broken(R), "");
  EXPECT_EQ(values(R, 2), "[n, 4];");
  EXPECT_EQ(values(R, 4), "[4, 4];");
}

TEST(Contracts, TheParametersLettersStandForEverySize) {
  const char *Instrs = "  %1 = expect variable %0, \"d, _\"\n";
  EXPECT_EQ(broken(analysed(body(" \"b, d\"", Instrs))), "0.1: d d b;");
  EXPECT_EQ(broken(analysed(body(" \"d, d\"", Instrs))), "");
  EXPECT_EQ(broken(analysed(body(" \"*s, d\"", Instrs))), "");
}

TEST(Contracts, WhatIsNoTensorIsLeftAlone) {
  Analysis R =
      analysed(body("", "  %1 = const none\n  %2 = expect result %1, \"b, 4\"\n"
                        "  store v, %2\n"));
  EXPECT_EQ(broken(R), "");
  EXPECT_EQ(values(R, 3), "none;");
}

TEST(Contracts, LettersOfALoopAreOtherOnesEachTime) {
  Analysis R =
      analysed("function @f \"f\" (c: int) {\n  var x: tensor\n"
               "  var n: other\nb0:\n"
               "  %0 = const 1\n  store n, %0\n  goto b1\n"
               "b1:\n  %2 = load n\n  %3 = const 1\n  %4 = arith + %2, %3\n"
               "  store n, %4\n  %6 = list %4\n  %7 = op filled(size=%6)\n"
               "  %8 = expect variable %7, \"n\"\n  store x, %8\n"
               "  %10 = load c\n  branch %10, b1, b2\nb2:\n  return\n}\n");
  EXPECT_EQ(broken(R), "");
}

} // namespace

//===- Parts_test.cpp - Objects with fields, shared objects, lists --------===//
#include "flow/Analysis.h"
#include "ir/Text.h"
#include "sig/Parse.h"
#include <gtest/gtest.h>

using namespace tidy;

/// What the last instruction that stores to `out` saw, of a function @f with
/// this body.
static std::string last(const std::string &Body, const std::string &More = "") {
  Models M;
  Program P = llvm::cantFail(
      parseProgram("function @f \"f\" () {\n  var x: other\n  var y: other\n"
                   "  var out: other\nb0:\n" +
                   Body + "  return\n}\n" + More));
  Analysis A = analyse(P, M);
  std::string Seen;
  for (const auto &[At, Values] : A.Values) {
    const Instr &I = P.Functions[At.Function].Instrs[At.Instr];
    if (I.Kind == InstrKind::Store && I.Var == 2 && At.Function == 0)
      Seen = Values.back().str();
  }
  return Seen;
}

TEST(Parts, AFieldIsWhatWasWrittenToIt) {
  EXPECT_EQ(last("  %0 = const 3\n  store x.a.b, %0\n  %2 = load x.a\n"
                 "  store out, %2\n"),
            "{b: 3}");
  EXPECT_EQ(last("  %0 = const 3\n  %1 = record \"C\"(a=%0)\n  store x, %1\n"
                 "  %3 = load x.b\n  store out, %3\n"),
            "?");
  EXPECT_EQ(last("  %0 = const 3\n  %1 = record \"C\"(a=%0)\n"
                 "  %2 = field \"a\"(%1)\n  store out, %2\n"),
            "3");
}

TEST(Parts, CopiesOfAnObjectAreTheirOwn) {
  EXPECT_EQ(last("  %0 = const 3\n  store x.a, %0\n  %2 = load x\n"
                 "  store y, %2\n  %4 = const 4\n  store x.a, %4\n"
                 "  %6 = load y.a\n  store out, %6\n"),
            "3");
}

TEST(Parts, AnObjectWithSeveralNamesIsKnownByTheOneThatWrites) {
  const std::string Shared =
      "  %0 = const 3\n  %1 = record \"C\"(a=%0)\n  %2 = share %1\n"
      "  store x, %2\n  store y, %2\n  %5 = const 4\n  store x*.a, %5\n";
  EXPECT_EQ(last(Shared + "  %7 = load x*.a\n  store out, %7\n"), "4");
  EXPECT_EQ(last(Shared + "  %7 = load y*.a\n  store out, %7\n"), "?");
}

TEST(Parts, WhoWritesThroughAnUnknownPointerMayWriteAnyObject) {
  const std::string Head = "  %0 = const 3\n  %1 = record \"C\"(a=%0)\n"
                           "  %2 = share %1\n  store x, %2\n";
  EXPECT_EQ(last(Head + "  store y*.a, %0\n  %5 = load x*.a\n"
                        "  store out, %5\n"),
            "?");
  EXPECT_EQ(last(Head + "  store y.a, %0\n  %5 = load x*.a\n"
                        "  store out, %5\n"),
            "3");
}

TEST(Parts, ListsGrowAndMayBeOfUnknownLength) {
  const std::string Two = "  %0 = const (5, 5)\n  %1 = const 5\n"
                          "  %2 = append %0, %1\n";
  EXPECT_EQ(last(Two + "  store out, %2\n"), "(5, 5, 5)");
  EXPECT_EQ(last(Two + "  %3 = count %2\n  store out, %3\n"), "3");
  EXPECT_EQ(last(Two + "  %3 = const ?\n  %4 = element %2, %3\n"
                       "  store out, %4\n"),
            "5");
}

TEST(Parts, ACalleeWritesToTheObjectOfItsCaller) {
  const std::string Set =
      "function @set \"set\" (this: ref object, n: int) {\nb0:\n"
      "  %0 = load n\n  store this.a, %0\n  return\n}\n";
  EXPECT_EQ(last("  %0 = const 3\n  %1 = call \"set\"(&x.o, %0)\n"
                 "  %2 = load x\n  store out, %2\n",
                 Set),
            "{o: {a: 3}}");
  // What it is given besides is a part of what it changes: that may have been
  // another on the way.
  EXPECT_EQ(last("  %0 = const 3\n  store x.a, %0\n"
                 "  %2 = call \"set\"(&x, const &x.a)\n"
                 "  %3 = load x.a\n  store out, %3\n",
                 Set),
            "?");
  EXPECT_EQ(last("  %0 = const 3\n  store x.b, %0\n"
                 "  %2 = call \"set\"(&x, const &x.b)\n"
                 "  %3 = load x.a\n  store out, %3\n",
                 Set),
            "?");
}

TEST(Parts, AnObjectIsOfItsClassOrOfOneThatIsNotKnown) {
  const std::string Head = "  %0 = const 3\n  %1 = record \"C\"(a=%0)\n";
  EXPECT_EQ(last(Head + "  %2 = as \"C\"(%1)\n  store out, %2\n"), "C{a: 3}");
  EXPECT_EQ(last(Head + "  %2 = as \"D\"(%1)\n  store out, %2\n"), "?");
  EXPECT_EQ(last("  %0 = const none\n  %1 = as \"D\"(%0)\n  store out, %1\n"),
            "none");
}

TEST(Parts, AVirtualCallMeansWhatTheObjectsClassDoes) {
  auto Called = [](const std::string &Class) {
    return last("  %0 = record \"" + Class +
                    "\"()\n  %1 = unknown \"f\"(%0) virtual \"f\"\n"
                    "  store out, %1\n",
                "function @B::f \"f\" (this: ref object) plays \"f\" of \"B\", "
                "\"f\" of \"C\" {\nb0:\n  %0 = const 1\n  return %0\n}\n"
                "function @D::f \"d\" (this: ref object) plays \"f\" of \"D\" "
                "{\nb0:\n  %0 = const 2\n  return %0\n}\n");
  };
  EXPECT_EQ(Called("B"), "1");
  EXPECT_EQ(Called("C"), "1");
  EXPECT_EQ(Called("D"), "2");
  EXPECT_EQ(Called("E"), "?");
}

TEST(Parts, AListIsSplicedWhereThePlacesAreKnown) {
  const std::string Lists = "  %0 = const (1, 2, 3)\n  %1 = const (7, 8)\n"
                            "  %2 = const 1\n  %3 = const 2\n";
  EXPECT_EQ(last(Lists + "  %4 = splice %0, %2, %3, %1\n  store out, %4\n"),
            "(1, 7, 8, 3)");
  EXPECT_EQ(last(Lists + "  %4 = splice %0, %3, %2, %1\n  store out, %4\n"),
            "?");
  EXPECT_EQ(last(Lists + "  %4 = unknown \"n\"() integer\n"
                         "  %5 = splice %1, %4, %3, %1\n  store out, %5\n"),
            "(_, ...)");
}

TEST(Parts, ArithmeticTakesTheElementsOfLists) {
  const std::string Lists = "  %0 = const (2, 3, 4)\n  %1 = const 5\n";
  EXPECT_EQ(last(Lists + "  %2 = arith * %1, %0\n  store out, %2\n"), "120");
  EXPECT_EQ(last(Lists + "  %2 = arith max %0\n  store out, %2\n"), "4");
}

/// What a part of `Whole`, which holds what comes of a failure at `b` or at
/// its index 1, is; `store out, ` at the end.
static std::string failing(const std::string &Read) {
  Models M;
  llvm::cantFail(parseModelFile("one(x: [1]) -> [1]\nof(n: ints) -> [*n]\n",
                                "ops.sig", M));
  Program P = llvm::cantFail(parseProgram(
      "function @f \"f\" () {\n  var x: other\n  var out: other\nb0:\n"
      "  %0 = const 2\n  %1 = list %0\n  %2 = op of(n=%1)\n"
      "  %3 = op one(x=%2)\n  %4 = record \"C\"(a=%2, b=%3)\n"
      "  store x, %4\n  %6 = list %2, %3\n" +
      Read + "  store out, %7\n  return\n}\n"));
  Analysis A = analyse(P, M);
  std::string Out;
  for (const auto &[At, Values] : A.Values)
    if (const Instr &I = P.Functions[0].Instrs[At.Instr];
        I.Kind == InstrKind::Store && I.Var == 1)
      Out = Values.back().str() + (Values.back().isFailed() ? "!" : "");
  return Out;
}

TEST(Parts, WhatHoldsSomethingThatFailsIsStillKnownOtherwise) {
  EXPECT_EQ(failing("  %7 = load x.a\n"), "[2]");
  EXPECT_EQ(failing("  %7 = load x.b\n"), "?!");
  EXPECT_EQ(failing("  %7 = load x.b.c\n"), "?!");
  EXPECT_EQ(failing("  %7 = count %6\n"), "2");
  EXPECT_EQ(failing("  %7 = element %6, %0\n"), "?");
  EXPECT_EQ(failing("  %7 = element %3, %0\n"), "?!");
  EXPECT_EQ(failing("  %7 = append %3, %0\n"), "?!");
  EXPECT_EQ(failing("  %7 = arith + %3, %0\n"), "?!");
  EXPECT_EQ(failing("  %7 = compare given %3\n"), "?!");
  EXPECT_EQ(failing("  %7 = unknown \"f\"(%6)\n"), "?!");
  EXPECT_EQ(failing("  %7 = unknown \"f\"(%2)\n"), "?");
}

TEST(Parts, OrIsTheSecondWhereTheFirstIsNone) {
  const std::string Both = "  %0 = const none\n  %1 = const 5\n";
  EXPECT_EQ(last(Both + "  %2 = or %0, %1\n  store out, %2\n"), "5");
  EXPECT_EQ(last(Both + "  %2 = or %1, %0\n  store out, %2\n"), "5");
}

// Conditions that are asked again: which they are, how they came out, and what
// is taken for granted by it.
#include "flow/Answers.h"
#include "flow/Questions.h"
#include "ir/Text.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

/// Whether the second condition, on other variables of that name, asks the
/// first one again.
bool isAskedAgain(const std::string &First, const std::string &Second) {
  Program P = llvm::cantFail(parseProgram(
      "function @f \"f\" (n: int, m: int, t: tensor) {\nb0:\n  %0 = load n\n"
      "  %1 = load m\n  %2 = load t\n  %3 = const 4\n  %4 = " +
      First + "\n  branch %4, b1, b1\nb1:\n  %5 = load n\n  %6 = load m\n" +
      "  %7 = load t\n  %8 = const 4\n  %9 = " + Second +
      "\n  branch %9, b2, b2\nb2:\n  return\n}\n"));
  Questions Q(P.Functions[0], {0, 1, 2});
  if (Q.numberOf(0) == NoId)
    return false;
  EXPECT_EQ(Q.blockOf(1), 0u);
  EXPECT_EQ(Q.blockOf(2), 1u);
  EXPECT_FALSE(Q.isOverAt(0, 1));
  EXPECT_TRUE(Q.isOverAt(0, 2));
  return true;
}

TEST(Questions, AreAlikeIfTheyReadAlike) {
  EXPECT_TRUE(isAskedAgain("compare not %0", "compare not %5"));
  EXPECT_TRUE(isAskedAgain("compare < %0, %1", "compare > %6, %5"));
  EXPECT_TRUE(isAskedAgain("compare >= %0, %1", "compare < %5, %6"));
  EXPECT_TRUE(isAskedAgain("compare == %0, %3", "compare != %5, %8"));
  EXPECT_FALSE(isAskedAgain("compare < %0, %1", "compare > %5, %6"));
  EXPECT_FALSE(isAskedAgain("compare < %0, %3", "compare == %5, %8"));
  EXPECT_FALSE(isAskedAgain("compare not %0", "compare not %6"));
  EXPECT_FALSE(isAskedAgain("unknown \"f\"(%0)", "unknown \"f\"(%5)"));
  EXPECT_FALSE(isAskedAgain("compare == %3, %3", "compare == %8, %8"));
}

struct Row {
  const char *Op;
  Answer Found;
};

TEST(Answers, AreFoundByTheSameQuestion) {
  Dim N = Dim::flexible(1, "n", false), M = Dim::flexible(2, "m", false);
  Answers Less;
  Less.add("<", N, M, true);
  for (Row R : {Row{"<", Answer::Yes}, Row{">=", Answer::No},
                Row{">", Answer::Unknown}, Row{"==", Answer::Unknown}})
    EXPECT_EQ(Less.find(R.Op, N, M, {}), R.Found) << R.Op;
  EXPECT_EQ(Less.find(">", M, N, {}), Answer::Yes);
  EXPECT_EQ(Less.find("<=", M, N, {}), Answer::No);
  EXPECT_EQ(Less.find("<", N + 1, M + 1, {}), Answer::Yes);
  Answers Other;
  Other.add("!=", N, 4, true);
  EXPECT_EQ(Other.find("==", Dim(4), N, {}), Answer::No);
  Facts F;
  F.bind(*M.asSymbol(), 4);
  EXPECT_EQ(Less.find("<", N, 4, F), Answer::Yes);
  EXPECT_FALSE(meetInto(Other, Other));
  EXPECT_TRUE(meetInto(Other, Less));
  EXPECT_TRUE(Other.isEmpty());
}

TEST(Answers, AreForgottenWhereThereAreMany) {
  Dim N = Dim::flexible(1, "n", false);
  Answers A;
  for (int I = 0; I < 9; ++I)
    A.add("==", N, I, false);
  EXPECT_EQ(A.find("==", N, 0, {}), Answer::Unknown);
  EXPECT_EQ(A.find("==", N, 8, {}), Answer::No);
}

TEST(Assumptions, CountTheSameChoiceOnce) {
  Assumptions A{false, 1, 1, {{4, true}}}, B{false, 1, 1, {{5, true}}};
  Assumptions Rest{false, 0, 1, {{6, false}}}, Sum;
  for (const Assumptions &Next : {A, A, Rest, Rest})
    Sum += Next;
  EXPECT_EQ(Sum.Choices, 1u);
  EXPECT_EQ(Sum.All, 2u);
  Sum += B; // the other way
  EXPECT_EQ(Sum.Choices, 2u);
}

} // namespace

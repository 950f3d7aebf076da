//===- Summary_test.cpp - The last line of a run --------------------------===//
#include "driver/Summary.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

Report report(std::vector<Level> Levels, Coverage Seen) {
  Report R;
  for (Level L : Levels) {
    R.Findings.emplace_back();
    R.Findings.back().Severity = L;
  }
  R.Seen = std::move(Seen);
  return R;
}

TEST(Summary, WhatWasFoundAndWhatWasNotUnderstood) {
  EXPECT_EQ(summary(report({Level::Error}, {6, 5, {{"torch::foo", 1}}, 5}),
                    {1, 0, {}}),
            "1 error in 1 file; 5 of 6 tensor operations understood (not "
            "understood: torch::foo 1)");
  EXPECT_EQ(summary(report({}, {2, 2, {}, 2}), {3, 0, {}}),
            "nothing found in 3 files; all 2 tensor operations understood");
  EXPECT_EQ(summary(report({}, {1, 1, {}, 1}), {1, 0, {}}),
            "nothing found in 1 file; the one tensor operation understood");
  EXPECT_EQ(summary(report({}, {}), {1, 0, {}}),
            "nothing found in 1 file; no tensor operations found");
  EXPECT_EQ(summary(report({}, {4, 4, {}, 1}), {1, 0, {}}),
            "nothing found in 1 file; all 4 tensor operations understood, 1 "
            "with known shapes");
}

TEST(Summary, EachLevelByItself) {
  EXPECT_EQ(summary(report({Level::Remark, Level::Error, Level::Error}, {}),
                    {1, 0, {}}),
            "2 errors and 1 remark in 1 file; no tensor operations found");
}

TEST(Summary, FilesThatCouldNotBeChecked) {
  EXPECT_EQ(summary(report({}, {1, 1, {}, 1}), {1, 2, {}}),
            "nothing found in 1 file; the one tensor operation understood; 2 "
            "files could not be checked");
  EXPECT_EQ(summary(report({}, {}), {0, 1, {}}), "1 file could not be checked");
}

TEST(Summary, FunctionsThatWereGivenUp) {
  EXPECT_EQ(summary(report({}, {1, 1, {}, 1, 5, 2}), {1, 0, {}}),
            "nothing found in 1 file; the one tensor operation understood; 2 "
            "functions not followed to the end");
}

TEST(Summary, Fixes) {
  EXPECT_EQ(summary(report({Level::Error}, {}), {1, 0, 1}),
            "1 error in 1 file; fixed 1 of 1 findings; no tensor operations "
            "found");
  EXPECT_EQ(summary(report({}, {}), {1, 0, 0}),
            "nothing found in 1 file; no tensor operations found");
}

TEST(Summary, TheMostFrequentCalleesFirstAndNotTooMany) {
  Coverage Seen{12, 0, {}};
  for (char Name = 'a'; Name < 'a' + 10; ++Name)
    Seen.Unknown[std::string(1, Name)] = Name == 'j' ? 3 : 1;
  EXPECT_EQ(summary(report({}, Seen), {1, 0, {}}),
            "nothing found in 1 file; 0 of 12 tensor operations understood "
            "(not understood: j 3, a 1, b 1, c 1, d 1, e 1, f 1, g 1, and 2 "
            "more)");
}

} // namespace

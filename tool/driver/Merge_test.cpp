//===- Merge_test.cpp - Many translation units, one report ----------------===//
#include "driver/Merge.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

/// A unit of `main` and one header with one function: an op that is
/// understood and one that is not.
Program unit(const char *Main, const char *HeaderText = "header") {
  Program P;
  P.Files = {{Main, "main"}, {"none/shared.h", HeaderText}};
  Function F;
  F.Usr = "c:@F@shared";
  F.Where = {1, 0, 6};
  F.Instrs.resize(4);
  F.Instrs[0].Kind = InstrKind::Op;
  F.Instrs[1].Counted = true;
  F.Instrs[1].Callee = "torch::foo";
  F.Instrs[2].Kind = InstrKind::Load;
  P.Functions.push_back(F);
  return P;
}

Finding finding(Span Where, const char *Rule = "r") {
  Finding F;
  F.Rule = Rule;
  F.Where = Where;
  F.Related = {Where};
  F.Notes = {{Where, "note"}};
  F.Fixes = {{"fix", true, {}, {{Where, "text"}}, {}}};
  return F;
}

TEST(Merge, AHeaderOfTwoUnitsCountsOnce) {
  Merger M;
  M.add(unit("a.cpp"), Analysis(), {finding({1, 2, 1}), finding({0, 0, 1})});
  M.add(unit("b.cpp"), Analysis(), {finding({1, 2, 1}), finding({0, 0, 1})});
  Report R = M.finish();
  ASSERT_EQ(R.Files.size(), 3u);
  EXPECT_EQ(R.Files[2].Path, "b.cpp");
  ASSERT_EQ(R.Findings.size(), 3u);
  EXPECT_EQ(R.Findings[0].Where.File, 0u);
  EXPECT_EQ(R.Findings[1].Where.File, 1u);
  EXPECT_EQ(R.Findings[2].Where.File, 2u);
  EXPECT_EQ(R.Seen.Operations, 2u);
  EXPECT_EQ(R.Seen.Understood, 1u);
  EXPECT_EQ(R.Seen.Functions, 1u);
  EXPECT_EQ(R.Seen.Unknown,
            (std::map<std::string, unsigned>{{"torch::foo", 1}}));
}

TEST(Merge, WhatWorksInOneUnitIsNotSafelyEditedForAnother) {
  Merger M;
  Finding F = finding({1, 2, 1});
  F.Fixes[0].Op = {1, 0, 9};
  M.add(unit("a.cpp"), Analysis(), {F});
  Program Other = unit("b.cpp");
  Other.Functions[0].Instrs[0].Where = {1, 0, 9};
  Analysis Shapes;
  Shapes.Proved.insert({0, 0});
  M.add(Other, Shapes, {});
  EXPECT_FALSE(M.finish().Findings.at(0).Fixes.at(0).Safe);
}

TEST(Merge, EverySpanIsCarriedOver) {
  Merger M;
  M.add(unit("a.cpp"), Analysis(), {});
  M.add(unit("b.cpp"), Analysis(), {finding({0, 1, 1})});
  Finding F = M.finish().Findings.at(0);
  EXPECT_EQ(F.Where, (Span{2, 1, 1}));
  EXPECT_EQ(F.Related[0], F.Where);
  EXPECT_EQ(F.Notes[0].Where, F.Where);
  EXPECT_EQ(F.Fixes[0].Edits[0].Where, F.Where);
}

TEST(Merge, SortedByFileOffsetAndRule) {
  Merger M;
  M.add(unit("a.cpp"), Analysis(),
        {finding({1, 0, 1}), finding({0, 9, 1}, "b"), finding({0, 9, 1}, "a"),
         finding({0, 3, 1})});
  std::string Order;
  for (const Finding &F : M.finish().Findings)
    Order += std::to_string(F.Where.File) + ":" +
             std::to_string(F.Where.Offset) + F.Rule + " ";
  EXPECT_EQ(Order, "0:3r 0:9a 0:9b 1:0r ");
}

TEST(Merge, AFileThatChangedMeanwhileIsAnother) {
  Merger M;
  M.add(unit("a.cpp", "old"), Analysis(), {finding({1, 0, 1})});
  M.add(unit("b.cpp", "new"), Analysis(), {finding({1, 0, 1})});
  Report R = M.finish();
  EXPECT_EQ(R.Files.size(), 4u);
  EXPECT_EQ(R.Findings.size(), 2u);
}

} // namespace

//===- Examples_test.cpp - Every ok: and bad: line of the .sig files ------===//
#include "rules/BuiltinModels.h"
#include "sig/Parse.h"
#include "sig/Unify.h"
#include <gtest/gtest.h>

using namespace tidy;

static Models builtinModels() {
  Models M;
  for (auto [Name, Text] : builtinModelFiles())
    if (llvm::Error E = parseModelFile(Text, Name, M))
      ADD_FAILURE() << llvm::toString(std::move(E));
  return M;
}

TEST(ModelFiles, EveryExampleHolds) {
  Models M = builtinModels();
  ASSERT_GT(M.Examples.size(), 60u);
  for (auto [Name, Text] : builtinModelFiles()) {
    llvm::Error Wrong = checkExamples(M, Name);
    EXPECT_FALSE(bool(Wrong)) << llvm::toString(std::move(Wrong));
  }
}

/// Of a tensor only its last so many sizes; anything else as it is.
static Value knownFromTheEnd(const Value &V, size_t Axes) {
  const auto *T = V.as<TensorValue>();
  if (!T || !T->Sizes.hasRank() || T->Sizes.rank() < Axes)
    return V;
  const std::vector<Dim> &Sizes = T->Sizes.sizes();
  return TensorValue{Shape({Sizes.end() - Axes, Sizes.end()}, false), {}, {}};
}

// What comes out is as true where less is known of one operand, or of all.
TEST(ModelFiles, LessKnownOfAnExampleGivesLessAndNothingElse) {
  Models M = builtinModels();
  unsigned Tried = 0;
  for (const Example &E : M.Examples) {
    const std::vector<Signature> &Of = M.Ops.find(E.Op)->second;
    const Arguments Args = argumentsOf(E, Of);
    auto Try = [&](const Arguments &Less) {
      Facts F;
      Outcome O = apply(Of, Less, F);
      EXPECT_FALSE(O.Failure) << E.Op << " line " << E.Where.Line;
      EXPECT_EQ(join(O.Result, E.Result).str(), O.Result.str())
          << E.Op << " line " << E.Where.Line;
      ++Tried;
    };
    for (size_t Axes = 0; E.Ok && Axes < 5; ++Axes) {
      Arguments All;
      for (const auto &[Name, V] : Args) {
        Arguments One = Args;
        All[Name] = One[Name] = knownFromTheEnd(V, Axes);
        Try(One);
      }
      Try(All);
    }
  }
  EXPECT_GT(Tried, 1000u);
}

TEST(ModelFiles, EveryOpHasAnExampleOfEachKind) {
  Models M = builtinModels();
  for (const auto &[Name, Signatures] : M.Ops) {
    bool Ok = false;
    for (const Example &E : M.Examples)
      Ok |= E.Op == Name && E.Ok;
    EXPECT_TRUE(Ok) << Name << " has no ok: line";
  }
}

//===- Examples_test.cpp - Every ok: and bad: line of the .sig files ------===//
#include "rules/BuiltinModels.h"
#include "sig/Parse.h"
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

TEST(ModelFiles, EveryOpHasAnExampleOfEachKind) {
  Models M = builtinModels();
  for (const auto &[Name, Signatures] : M.Ops) {
    bool Ok = false;
    for (const Example &E : M.Examples)
      Ok |= E.Op == Name && E.Ok;
    EXPECT_TRUE(Ok) << Name << " has no ok: line";
  }
}

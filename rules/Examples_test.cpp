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

/// By name, or by position among the first alternative that has so many.
static Arguments argumentsOf(const Example &E,
                             const std::vector<Signature> &Alternatives) {
  Arguments Args;
  for (size_t I = 0; I < E.Arguments.size(); ++I) {
    std::string Name = E.Arguments[I].Name;
    for (const Signature &S : Alternatives)
      if (Name.empty() && I < S.Parameters.size())
        Name = S.Parameters[I].Name;
    Args[Name] = E.Arguments[I].Given;
  }
  return Args;
}

TEST(ModelFiles, EveryExampleHolds) {
  Models M = builtinModels();
  ASSERT_GT(M.Examples.size(), 60u);
  for (const Example &E : M.Examples) {
    SCOPED_TRACE(E.Where.File + ":" + std::to_string(E.Where.Line));
    const auto &Alternatives = M.Ops.at(E.Op);
    Facts F;
    Outcome O = apply(Alternatives, argumentsOf(E, Alternatives), F);
    EXPECT_TRUE(O.Understood);
    EXPECT_EQ(O.Failure.has_value(), !E.Ok) << O.Result.str();
    if (E.Ok)
      EXPECT_EQ(O.Result.str(), E.Result.str());
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

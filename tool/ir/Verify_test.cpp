// Programs that were built, not read: every broken one is named.
#include "ir/Text.h"
#include <gtest/gtest.h>

using namespace tidy;

namespace {

class Verify : public testing::Test {
protected:
  void SetUp() override {
    auto Read = parseProgram("function @f \"\" (x: tensor) {\nb0:\n"
                             "  %0 = load x\n  %1 = list %0, %0\n"
                             "  goto b1\nb1:\n  return %1\n}\n");
    ASSERT_TRUE(bool(Read)) << llvm::toString(Read.takeError());
    P = std::move(*Read);
  }
  std::string problem() { return llvm::toString(verify(P)); }

  Program P;
  Function &f() { return P.Functions[0]; }
};

TEST_F(Verify, TakesAGoodProgram) { EXPECT_EQ(problem(), ""); }

TEST_F(Verify, WantsEveryInstructionInOneBlock) {
  f().Blocks[1].Instrs = {1};
  EXPECT_EQ(problem(), "function 'f': %1 stands in two places");
  f().Blocks[0].Instrs = {0};
  f().Blocks[1].Instrs = {};
  EXPECT_EQ(problem(), "function 'f': %1 stands in no block");
  f().Blocks[1].Instrs = {7};
  EXPECT_EQ(problem(), "function 'f': b1 has %7, which does not exist");
}

TEST_F(Verify, WantsParametersFirst) {
  f().Params[0].Var = 1;
  EXPECT_EQ(problem(), "function 'f': variable 0 is not that of parameter 0, "
                       "though the first variables are the parameters");
}

TEST_F(Verify, WantsOperands) {
  f().Instrs[1].Operands[1] = {};
  EXPECT_EQ(problem(), "function 'f', %1: an operand is missing");
  f().Instrs[1].Operands[1] = {"", 0, 0};
  EXPECT_EQ(problem(),
            "function 'f', %1: an operand is a value or a reference, not both");
}

TEST_F(Verify, WantsTheFieldsOfTheKind) {
  f().Instrs[0].Var = NoId;
  EXPECT_EQ(problem(),
            "function 'f', %0: expected a variable to load or store");
  f().Instrs[0].Var = 0;
  f().Instrs[1].Var = 0;
  EXPECT_EQ(problem(), "function 'f', %1: only load and store name a variable");
  f().Instrs[1].Var = NoId;
  f().Instrs[1].Literal = Dim(1);
  EXPECT_EQ(problem(), "function 'f', %1: only const has a literal");
  f().Instrs[1].Literal = {};
  f().Instrs[1].Pattern = {{AxisPattern::Kind::Any, {}, "", ""}};
  EXPECT_EQ(problem(), "function 'f', %1: only expect has a shape");
}

TEST_F(Verify, WantsUnknownsForWhatIsOutside) {
  f().Outside = {{0, "g", {}}};
  EXPECT_EQ(problem(), "function 'f': %0, called outside, is no unknown");
  f().Outside[0].Call = 2;
  EXPECT_EQ(problem(), "function 'f': %2, called outside, is no unknown");
}

TEST_F(Verify, WantsEndsThatGoSomewhere) {
  f().Blocks[0].End.Targets = {2};
  EXPECT_EQ(problem(), "function 'f', b0: b2 does not exist");
  f().Blocks[0].End.Value = 0;
  EXPECT_EQ(problem(), "function 'f', b0: the end of a block has the wrong "
                       "targets or value");
}

TEST_F(Verify, WantsCasesOfAValue) {
  f().Blocks[0].End = {Terminator::Kind::Choose, NoId, {1, 1}, {1, 2}};
  const char *Wrong = "function 'f', b0: only choose has cases, one for each "
                      "target and by a value";
  EXPECT_EQ(problem(), Wrong);
  f().Blocks[0].End.Value = 0;
  EXPECT_EQ(problem(), "");
  f().Blocks[0].End.Cases.pop_back();
  EXPECT_EQ(problem(), Wrong);
}

} // namespace

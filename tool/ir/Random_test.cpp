// Random programs read back equal in every field; noise never crashes.
#include "ir/RandomProgram.h"
#include "ir/Text.h"
#include <gtest/gtest.h>

using namespace tidy;

namespace {

#define SAME(Field) EXPECT_TRUE(A.Field == B.Field) << #Field

void expectSame(const Instr &A, const Instr &B) {
  SAME(Kind);
  SAME(Name);
  SAME(Callee);
  SAME(Operands);
  SAME(Var);
  SAME(Where);
  SAME(NameSpan);
  SAME(Editable);
  SAME(MacroArgument);
  SAME(Postfix);
  SAME(Counted);
  SAME(Taints);
  SAME(Integer);
  SAME(Pattern);
  SAME(Virtual);
  EXPECT_TRUE(same(A.Literal, B.Literal));
}

void expectSame(const Variable &A, const Variable &B) {
  SAME(Name);
  SAME(Where);
  SAME(Escapes);
  SAME(IsTensor);
}

void expectSame(const Param &A, const Param &B) {
  SAME(Var);
  SAME(What);
  SAME(ByReference);
  SAME(Contract);
}

void expectSame(const Block &A, const Block &B) {
  SAME(Instrs);
  SAME(End);
}

template <class T>
void expectSame(const std::vector<T> &A, const std::vector<T> &B) {
  ASSERT_EQ(A.size(), B.size());
  for (size_t I = 0; I < A.size(); ++I)
    expectSame(A[I], B[I]);
}

void expectSame(const Function &A, const Function &B) {
  SAME(Name);
  SAME(Usr);
  SAME(Internal);
  SAME(Declared);
  SAME(Roles);
  SAME(Outside);
  SAME(Where);
  SAME(Result);
  expectSame(A.Params, B.Params);
  expectSame(A.Vars, B.Vars);
  expectSame(A.Instrs, B.Instrs);
  expectSame(A.Blocks, B.Blocks);
}

TEST(RandomPrograms, ReadBackTheSame) {
  ProgramGenerator G(3);
  for (int I = 0; I < 3000 && !testing::Test::HasFailure(); ++I) {
    Program P = G.program();
    std::string Text = printProgram(P);
    llvm::Expected<Program> Read = parseProgram(Text);
    ASSERT_TRUE(bool(Read)) << llvm::toString(Read.takeError()) << "\n" << Text;
    ASSERT_EQ(Read->Files.size(), P.Files.size());
    for (size_t F = 0; F < P.Files.size(); ++F)
      EXPECT_EQ(Read->Files[F].Path, P.Files[F].Path);
    ASSERT_EQ(Read->Functions.size(), P.Functions.size());
    for (size_t F = 0; F < P.Functions.size(); ++F)
      expectSame(Read->Functions[F], P.Functions[F]);
    EXPECT_EQ(printProgram(*Read), Text);
    EXPECT_FALSE(bool(verify(P)));
  }
}

TEST(RandomPrograms, NoiseNeverCrashes) {
  ProgramGenerator G(4);
  std::mt19937 Random(5);
  for (int I = 0; I < 10000; ++I) {
    std::string Text = printProgram(G.program());
    for (unsigned Edits = 1 + Random() % 3; Edits > 0; --Edits)
      Text.insert(Random() % (Text.size() + 1), 1,
                  "%&@(){}b0 \n\"\\\0,.="[Random() % 17]);
    Text.erase(Random() % (Text.size() + 1), Random() % 3);
    llvm::Expected<Program> Read = parseProgram(Text, "noise");
    if (Read)
      EXPECT_EQ(printProgram(*parseProgram(printProgram(*Read))),
                printProgram(*Read));
    else
      EXPECT_TRUE(llvm::StringRef(llvm::toString(Read.takeError()))
                      .starts_with("noise:"));
  }
}

} // namespace

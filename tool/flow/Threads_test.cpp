// Whatever the number of threads, an Analysis is the same to the letter.
#include "flow/Analysis.h"
#include "ir/RandomProgram.h"
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ThreadPool.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

/// Many functions, each of which calls only its nearest neighbours.
Program neighbourhoods(unsigned Seed) {
  ProgramGenerator G(Seed);
  std::mt19937 Random(Seed);
  Program P;
  while (P.Functions.size() < 2000)
    llvm::append_range(P.Functions, G.program().Functions);
  for (auto [Id, F] : llvm::enumerate(P.Functions)) {
    F.Usr = std::to_string(Id);
    for (Block &B : F.Blocks)
      for (BlockId &Target : B.End.Targets)
        Target = Random() % F.Blocks.size();
    for (Instr &I : F.Instrs) {
      if (I.Kind == InstrKind::Call)
        I.Name = std::to_string(Id / 4 * 4 + Random() % 4);
      if (I.Kind != InstrKind::Op)
        continue;
      I.Name = I.Operands.size() == 2 ? "mm" : "filled";
      for (auto [N, O] : llvm::enumerate(I.Operands))
        O.Parameter = I.Name == "filled" ? "size" : N ? "b" : "a";
    }
  }
  return P;
}

std::string printed(const Analysis &A) {
  std::string Out = std::to_string(A.Work);
  auto Add = [&](const Place &P) {
    Out += " " + std::to_string(P.Function) + "." + std::to_string(P.Instr);
  };
  for (const Failure &F : A.Failures) {
    Add(F.Where);
    for (const auto &[Name, V] : F.Args)
      Out += " " + Name + V.str();
    llvm::for_each(F.Calls, Add);
  }
  for (const auto &[At, Values] : A.Values) {
    Add(At);
    for (const Value &V : Values)
      Out += V.str();
  }
  llvm::for_each(A.Worked, Add);
  llvm::for_each(A.Proved, Add);
  return Out;
}

TEST(Threads, DoNotChangeAnAnalysis) {
  Models M;
  llvm::cantFail(parseModelFile("mm(a: [m, k], b: [k, n]) -> [m, n]\n"
                                "filled(size: ints) -> [*size]\n",
                                "ops.sig", M));
  for (unsigned Seed = 1; Seed <= 4; ++Seed) {
    Program P = neighbourhoods(Seed);
    std::string Alone = printed(analyse(P, M));
    EXPECT_GT(CallGraph(P).components().size(), 100u);
    for (unsigned Threads : {1, 2, 8}) {
      llvm::DefaultThreadPool Pool(llvm::hardware_concurrency(Threads));
      EXPECT_EQ(printed(analyse(P, M, {&Pool})), Alone);
    }
  }
}

} // namespace

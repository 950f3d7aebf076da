// Loops against their definition by dominators, on random graphs.
#include "flow/Graph.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"
#include <random>

using namespace tidy;

namespace {

Function randomGraph(std::mt19937 &Random) {
  Function F;
  F.Blocks.resize(2 + Random() % 8);
  for (Block &B : F.Blocks) {
    B.End.What = Terminator::Kind::Choose;
    B.End.Targets.resize(Random() % 4);
    for (BlockId &T : B.End.Targets)
      T = Random() % F.Blocks.size();
  }
  return F;
}

/// What can be come to from `From` without `Without`.
std::vector<bool> reached(const Function &F, BlockId From, BlockId Without) {
  std::vector<bool> Seen(F.Blocks.size());
  std::vector<BlockId> Work;
  auto Go = [&](BlockId B) {
    if (B != Without && !Seen[B]) {
      Seen[B] = true;
      Work.push_back(B);
    }
  };
  for (Go(From); !Work.empty();) {
    BlockId B = Work.back();
    Work.pop_back();
    llvm::for_each(F.Blocks[B].End.Targets, Go);
  }
  return Seen;
}

struct Reference {
  std::vector<bool> IsLoopBranch;
  bool IsReducible = true; // without its jumps back it has no cycle
};

Reference referenceOf(Function F) {
  std::vector<bool> Live = reached(F, 0, NoId);
  std::vector<std::vector<BlockId>> Ends(F.Blocks.size());
  Reference R{std::vector<bool>(F.Blocks.size())};
  for (BlockId Head = 0; Head < F.Blocks.size(); ++Head) {
    std::vector<bool> Others = reached(F, 0, Head), Inside = Others;
    for (BlockId B = 0; B < F.Blocks.size(); ++B)
      if (Live[B] && !Others[B] &&
          llvm::is_contained(F.Blocks[B].End.Targets, Head))
        Ends[Head].push_back(B);
    for (BlockId B = 0; B < F.Blocks.size(); ++B) {
      std::vector<bool> Next = reached(F, B, Head);
      Inside[B] = B == Head || llvm::any_of(Ends[Head], [&](BlockId End) {
                    return Next[End];
                  });
    }
    std::vector<BlockId> Deciding = Ends[Head];
    if (!Deciding.empty())
      Deciding.push_back(Head);
    for (BlockId B : Deciding)
      for (BlockId T : F.Blocks[B].End.Targets)
        if (!Inside[T])
          R.IsLoopBranch[B] = true;
  }
  for (BlockId Head = 0; Head < F.Blocks.size(); ++Head)
    for (BlockId End : Ends[Head])
      llvm::erase(F.Blocks[End].End.Targets, Head);
  std::vector<bool> Cycles = cycles(F);
  for (BlockId B = 0; B < F.Blocks.size(); ++B)
    R.IsReducible &= !Live[B] || !Cycles[B];
  return R;
}

TEST(Graph, LoopBranchesAreThoseOfNaturalLoops) {
  std::mt19937 Random(1);
  unsigned Reducible = 0, LoopBranches = 0, Total = 20000;
  for (unsigned N = 0; N < Total; ++N) {
    Function F = randomGraph(Random);
    Graph G(F);
    Reference R = referenceOf(F);
    Reducible += R.IsReducible;
    for (BlockId B : G.order()) {
      LoopBranches += G.isLoopBranch(B);
      // Where goto enters a loop, a branch too many is taken for a choice.
      EXPECT_TRUE(R.IsLoopBranch[B] || !G.isLoopBranch(B)) << N;
      EXPECT_TRUE(!R.IsReducible || R.IsLoopBranch[B] == G.isLoopBranch(B))
          << N;
    }
  }
  EXPECT_GT(Reducible, Total / 4);
  EXPECT_LT(Reducible, Total);
  EXPECT_GT(LoopBranches, Total / 4);
}

} // namespace

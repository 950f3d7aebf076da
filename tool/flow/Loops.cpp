//===- Loops.cpp - A function's loops, and what they change ---------------===//
#include "flow/Graph.h"
#include <numeric>

namespace tidy {
namespace {

/// Which loop a block is in, as far as they have been found.
struct Forest {
  explicit Forest(std::size_t Blocks) : In(Blocks), Around(Blocks, NoId) {
    std::iota(In.begin(), In.end(), 0);
  }
  BlockId outermost(BlockId B) {
    while (In[B] != B)
      B = In[B] = In[In[B]];
    return B;
  }
  std::vector<BlockId> In;     // the head of some loop around it
  std::vector<BlockId> Around; // that of the next one
};

} // namespace

/// A block that some later block jumps back to is a loop's head. Where the
/// head, or one that jumps back to it, may leave the loop, its branch decides
/// how often, not what; others in a loop are choices like any, and so are all
/// in one that is entered elsewhere than at its head (goto). Inner loops come
/// first and count as one block from then on, so that each block is looked at
/// once for each loop it is next in (Tarjan 1974); who enters one elsewhere
/// then comes before its head (Havlak 1997).
void Graph::findLoops() {
  std::vector<std::vector<BlockId>> Before(F.Blocks.size());
  for (BlockId B : Order)
    for (BlockId T : F.Blocks[B].End.Targets)
      Before[T].push_back(B);
  Forest Found(F.Blocks.size());
  std::set<BlockId> Natural;
  for (BlockId Head : llvm::reverse(Order)) {
    std::vector<BlockId> Ends;
    llvm::copy_if(Before[Head], std::back_inserter(Ends),
                  [&](BlockId B) { return Position[B] >= Position[Head]; });
    if (Ends.empty())
      continue;
    std::vector<BlockId> Elsewhere;
    for (std::vector<BlockId> Work = Ends; !Work.empty();) {
      BlockId B = Found.outermost(Work.back());
      Work.pop_back();
      if (Position[B] < Position[Head])
        Elsewhere.push_back(B);
      if (Position[B] <= Position[Head])
        continue;
      llvm::append_range(Work, Before[B]);
      Found.In[B] = Found.Around[B] = Head;
    }
    auto Leaves = [&](BlockId B) {
      return llvm::any_of(F.Blocks[B].End.Targets, [&](BlockId T) {
        return Found.outermost(T) != Head;
      });
    };
    Ends.push_back(Head);
    for (BlockId B : Ends)
      InLoopHead[B] = InLoopHead[B] || (Elsewhere.empty() && Leaves(B));
    if (Elsewhere.empty())
      Natural.insert(Head);
    KnowsAllLoops &= Elsewhere.empty();
    llvm::append_range(Before[Head], Elsewhere);
  }
  nestLoops(Found.Around, Natural);
}

/// Loops in more loops than this are not told apart.
static constexpr std::size_t MostNested = 6;

void Graph::nestLoops(llvm::ArrayRef<BlockId> Around,
                      const std::set<BlockId> &Natural) {
  for (BlockId B : Order) {
    if (Around[B] != NoId)
      Loops[B] = Loops[Around[B]];
    if (!Natural.contains(B))
      continue;
    if (Loops[B].size() < MostNested)
      Loops[B].push_back(B);
    else
      KnowsAllLoops = false;
  }
}

void Graph::findWrites() {
  for (BlockId B : Order)
    for (InstrId I : F.Blocks[B].Instrs)
      for (BlockId Head : Loops[B]) {
        if (F.Instrs[I].Kind == InstrKind::Store)
          WrittenIn.insert({Head, F.Instrs[I].Var});
        for (const Operand &O : F.Instrs[I].Operands)
          if (O.Reference != NoId)
            WrittenIn.insert({Head, O.Reference});
      }
}

/// Only what the block itself computes it from is looked at.
bool Graph::mayChangeIn(BlockId Head, BlockId B) const {
  std::vector<InstrId> Work{F.Blocks[B].End.Value};
  std::set<InstrId> Seen;
  while (!Work.empty()) {
    InstrId I = Work.back();
    Work.pop_back();
    if (I == NoId || !Seen.insert(I).second)
      continue;
    const Instr &In = F.Instrs[I];
    if (Home[I] != B || In.Kind == InstrKind::Op ||
        In.Kind == InstrKind::Call || In.Kind == InstrKind::Apply ||
        In.Kind == InstrKind::Unknown ||
        (In.Kind == InstrKind::Load && WrittenIn.contains({Head, In.Var})))
      return true;
    for (const Operand &O : In.Operands)
      Work.push_back(O.From);
    for (const PathStep &Step : In.Path)
      Work.push_back(Step.Index);
  }
  return false;
}

void Graph::findCarried() {
  VarId Next = F.Vars.size();
  auto Use = [&](BlockId B, InstrId I) {
    if (I == NoId || Home[I] == B)
      return;
    if (Carrier[I] == NoId)
      Carrier[I] = Next++;
    Foreign[B].push_back(I);
  };
  for (BlockId B : Order) {
    auto UseIndices = [&](const Path &Steps) {
      for (const PathStep &Step : Steps)
        Use(B, Step.Index);
    };
    for (InstrId I : F.Blocks[B].Instrs) {
      UseIndices(F.Instrs[I].Path);
      for (const Operand &O : F.Instrs[I].Operands) {
        Use(B, O.From);
        UseIndices(O.Path);
      }
    }
    Use(B, F.Blocks[B].End.Value);
  }
}

} // namespace tidy

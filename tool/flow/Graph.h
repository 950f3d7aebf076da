//===- Graph.h - Questions about a function's blocks ------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FLOW_GRAPH_H
#define TENSOR_TIDY_FLOW_GRAPH_H

#include "flow/Questions.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

namespace tidy {

class Uses;

/// What flow asks of one function's control flow, computed once.
class Graph {
public:
  explicit Graph(const Function &F);

  /// Reachable blocks in reverse post-order, and each one's place in it.
  const std::vector<BlockId> &order() const { return Order; }
  unsigned position(BlockId B) const { return Position[B]; }

  /// Which way branch `B` goes says nothing about the inputs: it enters or
  /// leaves a loop.
  bool isLoopBranch(BlockId B) const { return InLoopHead[B]; }
  /// The loops around block `B`, outermost first, by their heads; a head is in
  /// its own. Those that are entered elsewhere than at their head and those
  /// that are in too many others are left out.
  llvm::ArrayRef<BlockId> loopsAround(BlockId B) const { return Loops[B]; }
  bool isInLoop(BlockId B, BlockId Head) const {
    return llvm::is_contained(Loops[B], Head);
  }
  /// No loop of the function is left out.
  bool knowsAllLoops() const { return KnowsAllLoops; }
  const Questions &questions() const { return Again; }
  /// What branch `B` goes by may be another in each round of the loop.
  bool mayChangeIn(BlockId Head, BlockId B) const;
  /// Something in the value `I` was not understood.
  bool isUnfollowed(InstrId I) const { return NotFollowed[I]; }
  /// Block `B` ends the function at once and is only come to by decisions.
  bool isExit(BlockId B) const { return Exit[B]; }
  /// Block `B` is where a guard goes: it ends the function at once (return,
  /// throw), computes nothing before, and is only come to by decisions.
  bool isBareExit(BlockId B) const { return BareExit[B]; }
  /// The condition `I` is computed from tensors.
  bool dependsOnTensors(InstrId I) const { return OnTensors[I]; }
  /// The condition `I` may come out either way: it hangs on arguments and what
  /// comes from outside, and on nothing that was not understood and may well be
  /// the same in every run.
  bool isFree(InstrId I) const { return FromOutside[I] && !NotFollowed[I]; }
  /// The block that instruction `I` stands in.
  BlockId homeOf(InstrId I) const { return Home[I]; }
  /// Something in the function may reshape tensors that it has.
  bool mayReshape() const { return MayReshape; }
  bool isInCycle(BlockId B) const { return InCycle[B]; }
  /// Where the value of an instruction that other blocks use is kept between
  /// them: a variable behind those of the function. NoId for others.
  VarId carrierOf(InstrId I) const { return Carrier[I]; }
  /// What block `B` uses of others.
  llvm::ArrayRef<InstrId> usedFromOthers(BlockId B) const { return Foreign[B]; }
  /// The instruction that stores instruction `I`'s value, or NoId.
  InstrId storeOf(InstrId I) const { return Stored[I]; }

private:
  void walk(BlockId Entry);
  void findLoops();
  void nestLoops(llvm::ArrayRef<BlockId> Around,
                 const std::set<BlockId> &Natural);
  void findWrites();
  void findCarried();
  void findExits();
  void findTensorUse(const Uses &Of);
  void findFromOutside(const Uses &Of);
  void findNotFollowed(const Uses &Of);

  const Function &F;
  std::vector<BlockId> Order;
  std::vector<unsigned> Position;
  std::vector<bool> InLoopHead;
  std::vector<std::vector<BlockId>> Loops;
  bool KnowsAllLoops = true;
  std::set<std::pair<BlockId, VarId>> WrittenIn; // by loop
  std::vector<VarId> Carrier;
  std::vector<std::vector<InstrId>> Foreign;
  std::vector<bool> Exit, BareExit;
  std::vector<bool> OnTensors;
  std::vector<bool> FromOutside;
  std::vector<bool> NotFollowed;
  bool MayReshape;
  std::vector<InstrId> Stored;
  std::vector<BlockId> Home;
  std::vector<bool> InCycle;
  Questions Again;
};

} // namespace tidy

#endif

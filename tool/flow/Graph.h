//===- Graph.h - Questions about a function's blocks ------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FLOW_GRAPH_H
#define TENSOR_TIDY_FLOW_GRAPH_H

#include "flow/Decisions.h"

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
  /// The instruction that stores instruction `I`'s value, or NoId.
  InstrId storeOf(InstrId I) const { return Stored[I]; }

private:
  void walk(BlockId Entry);
  void findLoops();
  void findExits();
  void findTensorUse(const Uses &Of);
  void findFromOutside(const Uses &Of);
  void findNotFollowed(const Uses &Of);

  const Function &F;
  std::vector<BlockId> Order;
  std::vector<unsigned> Position;
  std::vector<bool> InLoopHead;
  std::vector<bool> Exit, BareExit;
  std::vector<bool> OnTensors;
  std::vector<bool> FromOutside;
  std::vector<bool> NotFollowed;
  bool MayReshape;
  std::vector<InstrId> Stored;
  std::vector<BlockId> Home;
  std::vector<bool> InCycle;
};

} // namespace tidy

#endif

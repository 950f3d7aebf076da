//===- Graph.h - Questions about a function's blocks ------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FLOW_GRAPH_H
#define TENSOR_TIDY_FLOW_GRAPH_H

#include "ir/Program.h"

namespace tidy {

/// What flow asks of one function's control flow, computed once.
class Graph {
public:
  explicit Graph(const Function &F);

  /// Reachable blocks in reverse post-order, and each one's place in it.
  const std::vector<BlockId> &order() const { return Order; }
  unsigned position(BlockId B) const { return Position[B]; }

  /// Going from branch `B` to `Target` says nothing about the inputs: it enters
  /// or leaves a loop.
  bool isLoopBranch(BlockId B) const { return InLoopHead[B]; }
  /// Block `B` ends the function at once (return, throw).
  bool isExit(BlockId B) const;
  /// The condition `I` is computed from tensors.
  bool dependsOnTensors(InstrId I) const { return OnTensors[I]; }
  /// The variable that instruction `I`'s value is stored to, or NoId.
  VarId storedTo(InstrId I) const { return Stored[I]; }

private:
  void walk(BlockId Entry);
  void findLoops();
  void findTensorUse();
  bool findTensorUse(InstrId I, std::vector<bool> &Vars);

  const Function &F;
  std::vector<BlockId> Order;
  std::vector<unsigned> Position;
  std::vector<bool> InLoopHead;
  std::vector<bool> OnTensors;
  std::vector<VarId> Stored;
};

} // namespace tidy

#endif

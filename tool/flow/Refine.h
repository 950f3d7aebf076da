//===- Refine.h - What a branch says about sizes ----------------*- C++ -*-===//
//
// Internal to flow/. A condition that came out one way is a fact from there on:
// d % h == 0 lets h divide d, x.dim() == 3 gives x three axes.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_REFINE_H
#define TENSOR_TIDY_FLOW_REFINE_H

#include "flow/Results.h"

namespace tidy {

/// One way out of a block that ends in a branch.
struct BranchEdge {
  const Function &F;
  const std::vector<InstrId> &Instrs; ///< of the block, in order
  const Results &Values;
  /// A size that nobody has seen before, the same one for the same number each
  /// time that the edge is looked at, where that is right.
  llvm::function_ref<Dim(unsigned)> freshSize;
  /// Its condition is asked elsewhere, too: what facts cannot hold of it is
  /// kept as an answer.
  bool IsAskedAgain = false;
};

struct Learnt {
  /// What was known already does not contradict it: the edge can be taken.
  bool IsPossible = true;
  /// The state says all of the condition that matters: nothing that fails there
  /// would have been kept out by it. Never so where rigid names, of which
  /// nothing can be learnt, are compared.
  bool IsUnderstood = false;
  /// The same condition will come out the same way.
  bool IsRemembered = false;
};

/// Adds to `S`, the state at the block's end, that `Condition` came out as
/// `Holds`. Conditions that are not computed in the block say nothing.
Learnt assume(const BranchEdge &At, InstrId Condition, bool Holds, State &S);
/// That `What` is a number: a switch.
Learnt assumeIs(const BranchEdge &At, InstrId What, std::int64_t Number,
                State &S);

} // namespace tidy

#endif

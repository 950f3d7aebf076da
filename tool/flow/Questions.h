//===- Questions.h - Conditions that are asked more than once ---*- C++ -*-===//
//
// Internal to flow/.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_QUESTIONS_H
#define TENSOR_TIDY_FLOW_QUESTIONS_H

#include "flow/Decisions.h"

namespace tidy {

/// Branches whose condition reads the same as that of another branch: `flag`
/// and `!flag`, `n > 4` and `n <= 4`. The variables may have changed between
/// them.
class Questions {
public:
  Questions() = default;
  /// By the blocks in `Order`.
  Questions(const Function &F, llvm::ArrayRef<BlockId> Order);

  /// The number of block `B`'s branch; NoId where its condition is asked once,
  /// or if the function has many such.
  unsigned numberOf(BlockId B) const;
  BlockId blockOf(Choice C) const { return Asked[C / 2].Block; }
  /// No block at that place in the order, or behind it, asks what `C` says.
  bool isOverAt(Choice C, unsigned Position) const {
    return Position > Asked[C / 2].Last;
  }

private:
  struct Question {
    BlockId Block;
    unsigned Last; ///< the place in the order of the last one that is alike
  };
  std::vector<Question> Asked;
  std::map<BlockId, unsigned> Numbers;
};

} // namespace tidy

#endif

//===- Decisions.h - What a block's being reached hangs on ------*- C++ -*-===//
//
// Internal to flow/. A block is control dependent on the branches that decide
// whether it is reached; where two ways meet again, nothing was decided. From
// that, and from what each edge takes for granted, follows how doubtful it is
// that a block is ever reached.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_DECISIONS_H
#define TENSOR_TIDY_FLOW_DECISIONS_H

#include "ir/Program.h"
#include "llvm/ADT/SmallVector.h"
#include <map>

namespace tidy {

/// One edge out of a block: to its terminator's target number `Target`.
struct Edge {
  BlockId From = NoId;
  unsigned Target = 0;
};

/// For each block, the edges of which one has to be taken to come to it
/// (control dependence: Ferrante, Ottenstein and Warren 1987). An edge from
/// NoId stands for the function's entry: the block is always come to.
std::vector<std::vector<Edge>> decisions(const Function &F);

/// Blocks that may be come to again from themselves.
std::vector<bool> cycles(const Function &F);

/// How a condition came out: twice the number of the branch (Questions.h) and
/// the target.
using Choice = unsigned;
/// Sorted.
using ChoiceSet = llvm::SmallVector<Choice, 3>;

/// What coming to a block takes for granted of conditions that were not known.
struct Assumptions {
  /// One of them hangs on tensors, and so perhaps on the very shapes that fail,
  /// or on something that was not understood and perhaps never is so.
  bool Doubtful = false;
  /// How many there are, those left out by which the rest of a function goes on
  /// behind a guard.
  unsigned Choices = 0;
  /// How many with these.
  unsigned All = 0;
  /// Those among them that may be made again elsewhere, which then counts as
  /// one, and whether each is a choice. Of one function: to be dropped where
  /// another hears of it.
  std::map<Choice, bool> Again = {};

  Assumptions &operator+=(const Assumptions &Other);
  friend auto operator<=>(const Assumptions &, const Assumptions &) = default;
};

/// By block and target: none where the edge was never taken.
using EdgeAssumptions = std::vector<std::vector<std::optional<Assumptions>>>;

/// For each block the least that one has to assume to come to it; where several
/// edges lead there, any one will do.
std::vector<Assumptions>
leastAssumptions(const std::vector<std::vector<Edge>> &Decisions,
                 const EdgeAssumptions &Edges);

} // namespace tidy

#endif

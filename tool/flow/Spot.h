//===- Spot.h - What states are kept apart by -------------------*- C++ -*-===//
//
// Internal to flow/. By the rounds of the loops that they are in, as long as it
// is known how often a loop goes round, and by how conditions came out that are
// asked again (trace partitioning: Rival and Mauborgne 2007).
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_SPOT_H
#define TENSOR_TIDY_FLOW_SPOT_H

#include "flow/Graph.h"
#include "llvm/ADT/SmallVector.h"

namespace tidy {

/// A block in certain rounds of the loops around it: for each loop, outermost
/// first, its head's position and the round, and then the block's own position.
/// In this order all rounds of a loop come one after the other, and before what
/// follows the loop.
using RoundPath = llvm::SmallVector<unsigned, 5>;

/// A loop as it is come to once, in certain rounds of those around it: a path
/// without the loop's round and what comes after that.
using LoopPath = RoundPath;

struct Spot {
  RoundPath In;
  /// How conditions came out that will be asked again, in order.
  ChoiceSet Way;

  friend bool operator<(const Spot &A, const Spot &B) {
    return std::tie(A.In, A.Way) < std::tie(B.In, B.Way);
  }
};

/// Where a function begins.
RoundPath entryPath(const Graph &G);

/// Where an edge from `At` to block `To` leads, apart from what it does to the
/// round of the loop that it closes: loops that are entered are in round 0.
RoundPath pathBehind(const RoundPath &At, const Graph &G, BlockId To);

/// The loop number `Depth` around the path's block.
inline LoopPath loopAt(const RoundPath &At, std::size_t Depth) {
  return LoopPath(At.begin(), At.begin() + 2 * Depth + 1);
}
inline RoundPath inRound(LoopPath Loop, unsigned Round) {
  Loop.push_back(Round);
  return Loop;
}
/// Some loop around is not in its first round.
inline bool isRepeat(const RoundPath &At) {
  for (std::size_t I = 1; I < At.size(); I += 2)
    if (At[I] > 0)
      return true;
  return false;
}

} // namespace tidy

#endif

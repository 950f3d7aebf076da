//===- Spot.h - A block, in certain rounds of the loops around it -*- C++
//-*-===//
//
// Internal to flow/. States are kept apart by the rounds of the loops that they
// are in, as long as it is known how often a loop goes round (trace
// partitioning: Rival and Mauborgne 2007).
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_SPOT_H
#define TENSOR_TIDY_FLOW_SPOT_H

#include "flow/Graph.h"
#include "llvm/ADT/SmallVector.h"

namespace tidy {

/// For each loop around a block, outermost first, its head's position and the
/// round, and then the block's own position. In this order all rounds of a loop
/// come one after the other, and before what follows the loop.
using Spot = llvm::SmallVector<unsigned, 5>;

/// A loop as it is come to once, in certain rounds of those around it: a spot
/// without the loop's round and what comes after that.
using LoopSpot = Spot;

inline Spot entrySpot(const Graph &G) {
  Spot At;
  for (BlockId Head : G.loopsAround(0))
    At.append({G.position(Head), 0});
  At.push_back(G.position(0));
  return At;
}

/// Where an edge from `At` to block `To` leads, apart from what it does to the
/// round of the loop that it closes: loops that are entered are in round 0.
Spot spotBehind(const Spot &At, const Graph &G, BlockId To);

inline Spot inRound(LoopSpot Loop, unsigned Round) {
  Loop.push_back(Round);
  return Loop;
}

} // namespace tidy

#endif

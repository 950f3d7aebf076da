//===- Node.h - What is known at a spot -------------------------*- C++ -*-===//
//
// Internal to flow/.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_NODE_H
#define TENSOR_TIDY_FLOW_NODE_H

#include "flow/Engine.h"
#include "flow/Spot.h"

namespace tidy {

/// What a visit of an instruction saw besides its value.
struct Seen {
  bool Worked = false; // met with known ranks
  bool Proved = false; // and needed nothing that was not so already
  std::vector<std::pair<Made, Shape>> Needed; // of parameters' shapes
  std::vector<Suspect> Suspects;
};
struct SeenValue {
  InstrId Instr;
  Value Is;
};
/// The state at a spot, and what its last visit saw.
struct Node {
  Node(BlockId Block, State Entry, std::size_t Targets)
      : Block(Block), Entry(std::move(Entry)), Taken(Targets) {}
  BlockId Block;
  State Entry;
  unsigned Visits = 0;
  std::vector<std::optional<Assumptions>> Taken; // by target
  std::vector<SeenValue> Values;                 // if they are wanted
  std::vector<std::pair<InstrId, Seen>> Saw;
};
using Nodes = std::map<Spot, Node>;
/// A loop that goes round an unknown number of times, and a state at its end.
struct Fold {
  LoopPath Loop;
  ChoiceSet Way;
  State S;
};

} // namespace tidy

#endif

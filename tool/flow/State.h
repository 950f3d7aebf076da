//===- State.h - What holds at one point of a function ----------*- C++ -*-===//
#ifndef TENSOR_TIDY_FLOW_STATE_H
#define TENSOR_TIDY_FLOW_STATE_H

#include "ir/Program.h"
#include <set>

namespace tidy {

/// The variables' values and what is known of sizes, on every path to here.
struct State {
  std::vector<Value> Vars;
  Facts Known;
  /// Tensors that something out of sight holds. An unknown one stands for any.
  std::set<Made> Leaked;
  /// Variables that something out of sight has a reference to.
  std::set<VarId> Exposed;

  /// Every tensor may have any shape from here on.
  void taintAll();
  /// Nothing is known any more.
  void forget();
};

/// What holds whichever of the two paths was taken. True if `Into` changed.
bool joinInto(State &Into, const State &From);

} // namespace tidy

#endif

//===- State.h - What holds at one point of a function ----------*- C++ -*-===//
#ifndef TENSOR_TIDY_FLOW_STATE_H
#define TENSOR_TIDY_FLOW_STATE_H

#include "ir/Program.h"
#include <set>

namespace tidy {

/// A branch that was taken without knowing its condition.
struct OpaqueChoice {
  BlockId Branch = NoId;
  BlockId Target = NoId;
  /// The condition depends on tensors: which way it goes may well hang on the
  /// very shapes that fail behind it.
  bool OnShapes = false;
  /// The other way returns at once: what comes after is the function's rest.
  bool IsRest = false;

  friend auto operator<=>(const OpaqueChoice &, const OpaqueChoice &) = default;
};

/// The variables' values, what is known of sizes, and the opaque choices that
/// every path to this point has made.
struct State {
  std::vector<Value> Vars;
  Facts Known;
  std::set<OpaqueChoice> Choices;

  /// Every tensor that shares `Handle` may have any shape from here on.
  void taint(const Made &Handle);
  /// The same of every tensor there is.
  void taintAll();
};

/// What holds whichever of the two paths was taken. True if `Into` changed.
bool joinInto(State &Into, const State &From);

} // namespace tidy

#endif

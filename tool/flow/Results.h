//===- Results.h - What the instructions of a function gave -----*- C++ -*-===//
#ifndef TENSOR_TIDY_FLOW_RESULTS_H
#define TENSOR_TIDY_FLOW_RESULTS_H

#include "flow/State.h"
#include <map>

namespace tidy {

/// The value of every instruction by its last visit. A tensor among them that
/// is reshaped later is so here, too: what was loaded is the same handle.
class Results {
public:
  explicit Results(std::size_t Instrs) : Values(Instrs) {}

  const Value &operator[](InstrId I) const { return Values[I]; }
  void set(InstrId I, Value V);
  /// As in State. Each result is looked at once for each time that it was set,
  /// however often its tensors are reshaped.
  std::size_t reshape(const PersistentSet<Made> &Handles);
  std::size_t forgetObject(const Made &Handle);
  std::size_t reshapeAll();
  /// Some result has the tensor with known rank.
  bool isShaped(const Made &Handle);

private:
  using HoldersOf = std::map<Made, std::vector<InstrId>>;
  void note(InstrId I);
  void noteAll();
  std::size_t reshape(HoldersOf::iterator Which);

  std::vector<Value> Values;
  bool Noted = false; // from the first reshape on
  HoldersOf Shaped;   // results that hold the tensor, with known rank once
};

} // namespace tidy

#endif

//===- State.h - What holds at one point of a function ----------*- C++ -*-===//
#ifndef TENSOR_TIDY_FLOW_STATE_H
#define TENSOR_TIDY_FLOW_STATE_H

#include "flow/Answers.h"
#include "ir/Program.h"

namespace tidy {

/// The variables' values and what is known of sizes, on every path to here. A
/// copy costs nothing and shares its parts with what it was made of.
class State {
public:
  /// `MayReshape`: whether anything in the function may reshape tensors.
  State(const Function &F, bool MayReshape) : F(&F), MayReshape(MayReshape) {}
  /// Nothing is known any more.
  void forget();

  /// A variable that was never written is unknown. Those behind the function's
  /// own are the run's: nothing else knows of them.
  Value read(VarId Var) const;
  void write(VarId Var, const Value &V);
  /// Something out of sight has a reference to the variable from now on.
  void expose(VarId Var);
  bool isExposed(VarId Var) const { return Exposed.contains(Var); }
  /// Variables that have a name elsewhere may have been written there.
  void forgetExposed();
  /// The tensors may have any shape from here on, and so may those of which it
  /// is not known which ones they are; lists that refer to sizes are unknown.
  /// Returns how many variables that changed.
  std::size_t reshape(const PersistentSet<Made> &Handles);
  /// The same of the fields of an object that several names may have.
  std::size_t forgetObject(const Made &Handle);
  /// The same of every tensor and object.
  std::size_t reshapeAll();
  /// Tensors that something out of sight holds. An unknown one stands for any.
  const PersistentSet<Made> &leaked() const { return Leaked; }
  void leak(const Made &Handle) { Leaked.set(Handle, {}); }
  /// What is leaked was reshaped: nothing is known of it any longer, and so
  /// nobody needs to know that it is.
  void forgetLeaked() { Leaked = {}; }

  Facts Known;
  Answers Asked;

  /// What holds whichever of the two paths was taken. True if `Into` changed.
  /// `Touched` counts what was looked at: what the two do not share. `IsKnown`:
  /// whether the shape of a tensor is known outside of the variables.
  friend bool joinInto(State &Into, const State &From, std::size_t &Touched,
                       llvm::function_ref<bool(const Made &)> IsKnown);

private:
  /// A tensor's handle and a variable that holds it.
  using Holding = std::pair<Made, VarId>;

  bool isView(VarId Var) const {
    return Var < F->Vars.size() && F->Vars[Var].IsView;
  }
  void forEachHolding(VarId Var, const Value &V,
                      llvm::function_ref<void(const Holding &)> Visit) const;
  void forEachShaped(const Made &Handle,
                     llvm::function_ref<void(const Holding &)> Visit) const;
  std::size_t reshape(const std::vector<Holding> &Found);
  bool joinLeaked(const PersistentSet<Made> &Other, std::size_t &Touched,
                  llvm::function_ref<bool(const Made &)> IsKnown);

  const Function *F;
  bool MayReshape;
  PersistentMap<VarId, Value> Vars;
  PersistentSet<Made> Leaked;
  PersistentSet<VarId> Exposed;
  PersistentSet<VarId> ExposedAndKnown; // what forgetExposed changes
  /// What a reshape changes: variables that hold tensors of known rank, or
  /// objects with known fields. Under the handle of no tensor, what any reshape
  /// changes.
  PersistentSet<Holding> Shaped;
};

} // namespace tidy

#endif

//===- CallStack.h - The calls that are being followed ----------*- C++ -*-===//
#ifndef TENSOR_TIDY_FLOW_CALLSTACK_H
#define TENSOR_TIDY_FLOW_CALLSTACK_H

#include "ir/Program.h"
#include "shape/Value.h"

namespace tidy {

class CallStack {
public:
  /// With `Id` at the bottom, whatever it is given.
  explicit CallStack(FunctionId Id) : Calls{{Id, {}}} {}

  std::size_t depth() const { return Calls.size(); }
  /// A call of it would go on for ever, as far as can be seen: it is being
  /// followed, and no number has another value now that was known then.
  bool recurs(FunctionId Callee, llvm::ArrayRef<Value> Args) const;
  void push(FunctionId Callee, llvm::ArrayRef<Value> Args);
  void pop() { Calls.pop_back(); }

private:
  struct Call {
    FunctionId Of;
    std::vector<std::optional<std::int64_t>> Numbers; // by argument, if known
  };
  std::vector<Call> Calls;
};

} // namespace tidy

#endif

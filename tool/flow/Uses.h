//===- Uses.h - What hangs on what in a function ----------------*- C++ -*-===//
//
// Internal to flow/.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_USES_H
#define TENSOR_TIDY_FLOW_USES_H

#include "ir/Program.h"

namespace tidy {

/// Who uses what an instruction gives, and who reads a variable.
class Uses {
public:
  /// By the instructions of the `Reachable` blocks.
  Uses(const Function &F, llvm::ArrayRef<BlockId> Reachable);

  /// Marks every instruction that `Starts` or that uses a marked one, through
  /// variables too; `Vars` are marked from the beginning.
  std::vector<bool>
  spread(std::vector<bool> Vars,
         llvm::function_ref<bool(const Instr &)> Starts) const;

private:
  const Function &F;
  std::vector<InstrId> All;
  std::vector<std::vector<InstrId>> UsersOf;   // by instruction
  std::vector<std::vector<InstrId>> ReadersOf; // by variable
};

} // namespace tidy

#endif

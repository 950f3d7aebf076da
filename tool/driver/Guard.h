//===- Guard.h - A crash is a message, not the end --------------*- C++ -*-===//
#ifndef TENSOR_TIDY_DRIVER_GUARD_H
#define TENSOR_TIDY_DRIVER_GUARD_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"

namespace tidy {

/// Runs `Work` on a thread with a deep stack. A crash in it, stack overflow
/// and LLVM's fatal errors included, becomes an error that says what is known
/// of the reason; what the work held then is lost.
llvm::Error runGuarded(llvm::function_ref<void()> Work);

} // namespace tidy

#endif

//===- Guard.h - A crash is a message, not the end --------------*- C++ -*-===//
#ifndef TENSOR_TIDY_DRIVER_GUARD_H
#define TENSOR_TIDY_DRIVER_GUARD_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/ErrorHandling.h"

namespace tidy {

/// While one lives, crashes can be survived. One at a time in a process.
class Guard {
public:
  Guard();
  ~Guard();
  Guard(const Guard &) = delete;
  Guard &operator=(const Guard &) = delete;

  /// Runs `Work` on a thread with a deep stack. A crash in it, stack overflow
  /// and LLVM's fatal errors included, becomes an error that says what is known
  /// of the reason; what the work held then is lost. Any thread may call it.
  llvm::Error run(llvm::function_ref<void()> Work) const;

private:
  llvm::ScopedFatalErrorHandler Handler;
};

} // namespace tidy

#endif

//===- DeepThread.h - Work that may crash -----------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_THREAD_DEEPTHREAD_H
#define TENSOR_TIDY_THREAD_DEEPTHREAD_H

#include "llvm/ADT/STLFunctionalExtras.h"

namespace tidy {

/// Runs `Work` on a thread with a deep stack, and waits for it. False if it
/// crashed; what it held then is lost. That needs CrashRecoveryContext to be
/// enabled with handlers that run on a stack of their own (driver/Guard.h);
/// without, a crash is one.
bool runDeep(llvm::function_ref<void()> Work);

} // namespace tidy

#endif

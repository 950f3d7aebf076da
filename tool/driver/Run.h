//===- Run.h - A run of the tool --------------------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_DRIVER_RUN_H
#define TENSOR_TIDY_DRIVER_RUN_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace tidy {

enum ExitStatus : int {
  NothingFound = 0, ///< with --fix also: everything found was fixed
  FindingsLeft = 1,
  WrongUse = 2,        ///< of the command line, or a model file is broken
  SomethingUnread = 3, ///< nothing found, but a file could not be checked
};

/// What `tensor-tidy ARGS...` does: results to `Out`, messages about the run
/// and the summary to `Err`.
ExitStatus run(llvm::ArrayRef<const char *> Args, llvm::raw_ostream &Out,
               llvm::raw_ostream &Err);

} // namespace tidy

#endif

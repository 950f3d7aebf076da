//===- BuiltinModels.h - The .sig files, compiled in ------------*- C++ -*-===//
#ifndef TENSOR_TIDY_RULES_BUILTINMODELS_H
#define TENSOR_TIDY_RULES_BUILTINMODELS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace tidy {

/// Name and text of ops.sig and of every file in rules/libs, ops.sig first.
llvm::ArrayRef<std::pair<llvm::StringRef, llvm::StringRef>> builtinModelFiles();

} // namespace tidy

#endif

//===- Names.h - Parts of the names that a Program has ----------*- C++ -*-===//
#ifndef TENSOR_TIDY_IR_NAMES_H
#define TENSOR_TIDY_IR_NAMES_H

#include "ir/Instr.h"

namespace tidy {

/// `net::Block<4>` of `net::Block<4>::forward`; empty if there is no scope.
llvm::StringRef scopeOf(llvm::StringRef Name);
/// A function's or field's name without its scope: `apply<net::Block>` of
/// `net::apply<net::Block>`.
llvm::StringRef shortName(llvm::StringRef Name);
/// As the source has it, `net.layers[].weight`; of `this` without that.
std::string placeName(llvm::StringRef Variable, const Path &Steps);

} // namespace tidy

#endif

//===- Arithmetic.h - Numbers of the program under analysis -----*- C++ -*-===//
//
// Internal to flow/.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_ARITHMETIC_H
#define TENSOR_TIDY_FLOW_ARITHMETIC_H

#include "shape/Value.h"

namespace tidy {

/// Integer arithmetic and comparison on abstract values; unknown operands give
/// an unknown. Division is exact for sizes, which are not negative.
Value arithmetic(llvm::StringRef Op, llvm::ArrayRef<Value> Args,
                 const Facts &F);
Value compare(llvm::StringRef Op, llvm::ArrayRef<Value> Args, const Facts &F);

/// As a condition sees it, where a rigid name is just some number: two of them
/// may well be equal on the path that asks.
Dim loosened(const Dim &D);

} // namespace tidy

#endif

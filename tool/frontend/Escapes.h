//===- Escapes.h - Variables that have other names --------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_ESCAPES_H
#define TENSOR_TIDY_FRONTEND_ESCAPES_H

#include "frontend/Place.h"
#include "frontend/Settled.h"
#include "llvm/ADT/DenseSet.h"

namespace tidy {

/// Null among them is `this`.
using VariableSet = llvm::DenseSet<const clang::ValueDecl *>;

/// Variables that can be changed through another name than their own anywhere
/// in a body (`&x`, a capture by reference of what is not settled, an object
/// that keeps a reference): what is read from them is not known. Static
/// variables are among them, since they are not followed either.
VariableSet findEscapes(llvm::ArrayRef<const clang::Stmt *> Code,
                        const TypeInfo &Types, const Places &Parts,
                        PointerUses &Pointers, SettledVariables &Settled);

} // namespace tidy

#endif

//===- LibraryCalls.h - What the code of others may do ----------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_LIBRARYCALLS_H
#define TENSOR_TIDY_FRONTEND_LIBRARYCALLS_H

#include "frontend/Types.h"
#include "clang/AST/ExprCXX.h"

namespace tidy {

/// Code of others runs code of the user's that is not in sight.
bool runsUsersCode(const clang::CallExpr &E, const TypeInfo &Types);

/// A library that is given an object of the user's, to train, print or store
/// it, does not write to the fields that the user's class adds, nor change what
/// a model says that an object holds; what it calls back may.
bool leavesAlone(const clang::CallExpr &E, const clang::Expr *Object,
                 const TypeInfo &Types);

/// A method that is not followed may write to its object; a callback, to
/// whatever it stands in.
bool mayChange(const clang::Expr *Object, const clang::CallExpr &E,
               const TypeInfo &Types);

} // namespace tidy

#endif

//===- Settled.h - Variables that are only read -----------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_SETTLED_H
#define TENSOR_TIDY_FRONTEND_SETTLED_H

#include "frontend/Types.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseSet.h"
#include <map>

namespace tidy {

/// Local variables and parameters that hold to their end what they are made
/// with: a lambda that captures such a one by reference has what it would have
/// as a copy, whoever calls it.
class SettledVariables {
public:
  explicit SettledVariables(const TypeInfo &Types) : Types(Types) {}

  bool contains(const clang::ValueDecl *V);
  /// By reference, and it is not one of these.
  bool mayChange(const clang::LambdaCapture &C) {
    return C.getCaptureKind() == clang::LCK_ByRef &&
           !contains(C.getCapturedVar());
  }

  /// The lambda, and what is nested in it, does no more with the object that it
  /// captures by `this` than read its fields and call what is const.
  bool onlyReadsThis(const clang::LambdaExpr &L) const;

private:
  using Set = llvm::DenseSet<const clang::ValueDecl *>;
  Set find(const clang::FunctionDecl &D) const;

  const TypeInfo &Types;
  std::map<const clang::FunctionDecl *, Set> Known;
};

} // namespace tidy

#endif

//===- NameUses.h - What a body does with its names -------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_NAMEUSES_H
#define TENSOR_TIDY_FRONTEND_NAMEUSES_H

#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <vector>

namespace tidy {

/// Every statement in and below `Roots`, those of lambdas too; without
/// recursion over the C++ stack, since expressions can be deep. Null is none.
void forEachStatement(llvm::ArrayRef<const clang::Stmt *> Roots,
                      llvm::function_ref<void(const clang::Stmt &)> Visit);

/// A function's body, which it has, and what a constructor initialises with.
std::vector<const clang::Stmt *> codeOf(const clang::FunctionDecl &D);

/// Variables that are named for nothing but what is allowed.
class NameUses {
public:
  /// Counts the names of statement `S`, which is one.
  void count(const clang::Stmt &S) {
    if (const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(&S))
      ++Others[Ref->getDecl()];
  }
  /// One of the places that name it is allowed; null is none.
  void allow(const clang::ValueDecl *V) {
    if (V)
      --Others[V];
  }
  bool allAllowed(const clang::ValueDecl *V) const {
    return Others.lookup(V) == 0;
  }

private:
  llvm::DenseMap<const clang::ValueDecl *, int> Others;
};

} // namespace tidy

#endif

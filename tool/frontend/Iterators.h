//===- Iterators.h - Which list an iterator leads into ----------*- C++ -*-===//
//
// An iterator that stays in sight, from `v.begin()` over local variables to an
// algorithm of the standard library, is no other name for the list: it is a
// position in it. Found without lowering anything, as places are.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FRONTEND_ITERATORS_H
#define TENSOR_TIDY_FRONTEND_ITERATORS_H

#include "frontend/Types.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseSet.h"

namespace tidy {

class Iterators {
public:
  explicit Iterators(const TypeInfo &Types) : Types(Types) {}

  /// Looks at all iterators of a body, once.
  void find(llvm::ArrayRef<const clang::Stmt *> Code);

  /// The iterator that this makes goes nowhere but where it is followed.
  bool staysInSight(const clang::Expr *Maker) const {
    return InSight.contains(Maker->IgnoreParenImpCasts());
  }
  /// The container, where there can be but one; null otherwise.
  const clang::Expr *containerOf(const clang::Expr *Iterator) const;
  /// The same of an iterator that stands for a position: into a list that is a
  /// variable or a field by its name.
  const clang::Expr *listOf(const clang::Expr *Iterator) const;

private:
  bool stays(const clang::Expr *E) const;
  bool staysIn(const clang::CallExpr &Call, const clang::Expr &Inner) const;
  bool looksOnly(const clang::CXXMethodDecl &M) const;
  bool onlyRead(const clang::Expr *Element) const;
  bool isAssignedAsMade(const clang::DeclRefExpr &To) const;
  const clang::Stmt *around(const clang::Expr *&E) const;
  const clang::Expr *containerOfResult(const clang::CallExpr &Call) const;

  const TypeInfo &Types;
  llvm::DenseMap<const clang::Stmt *, const clang::Stmt *> Parent;
  llvm::DenseMap<const clang::ValueDecl *, const clang::Expr *> Made;
  llvm::DenseSet<const clang::Expr *> InSight;
};

} // namespace tidy

#endif

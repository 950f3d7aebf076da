//===- Pointers.h - Pointers that stand for what they point to --*- C++ -*-===//
//
// `void split(const Tensor &x, Tensor *left)` writes its result by way of a
// pointer. A parameter that points to a tensor, a whole number or a list is
// passed as a reference would be, by its type alone, so that files agree. A
// body may take it for one if it does nothing else with the pointer.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FRONTEND_POINTERS_H
#define TENSOR_TIDY_FRONTEND_POINTERS_H

#include "frontend/NameUses.h"
#include "frontend/Types.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <map>

namespace tidy {

/// Pointers of a body that lead to what they point to and do nothing else.
using PointerSet = llvm::DenseSet<const clang::ValueDecl *>;

/// What is known of the functions of one translation unit.
class PointerUses {
public:
  using Question = llvm::function_ref<bool(const clang::FunctionDecl &)>;

  /// `IsLowered` says which bodies are followed, and outlives this.
  PointerUses(const TypeInfo &Types, Question IsLowered)
      : Types(Types), IsLowered(IsLowered) {}

  /// The parameters, and local variables that are made from `&x`, that are only
  /// dereferenced, tested for null, or passed to a parameter that is such a
  /// one. `D` has a body.
  const PointerSet &in(const clang::FunctionDecl &D);

  /// What is given to this parameter in a direct call leaves no pointer behind.
  bool onlyLeads(const clang::FunctionDecl &Callee, unsigned Parameter);

private:
  PointerSet find(const clang::FunctionDecl &D);
  void release(const clang::CallExpr &E, NameUses &Uses);

  const TypeInfo &Types;
  Question IsLowered;
  std::map<const clang::FunctionDecl *, PointerSet> Known; // stay in place
  llvm::DenseSet<const clang::FunctionDecl *> InProgress;
};

/// A parameter that points to something is led to something else.
bool isRebound(const clang::ParmVarDecl &P, const clang::FunctionDecl &In);

} // namespace tidy

#endif

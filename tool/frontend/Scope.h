//===- Scope.h - What a function's lowering knows so far --------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_SCOPE_H
#define TENSOR_TIDY_FRONTEND_SCOPE_H

#include "frontend/Emitter.h"
#include "frontend/Escapes.h"
#include "frontend/Place.h"
#include <map>

namespace tidy {

struct Scope {
  using Expr = clang::Expr;
  using Exprs = llvm::ArrayRef<const Expr *>;
  using Call = clang::CallExpr;
  using Class = clang::CXXRecordDecl;
  using Method = clang::CXXMethodDecl;
  using Maker = clang::CXXConstructorDecl;
  using Named = clang::FunctionDecl;
  using Member = clang::FieldDecl;

  explicit Scope(const TypeInfo &Types) : Parts(Types) {}

  llvm::DenseMap<const clang::Expr *, InstrId> Values;
  llvm::DenseMap<const clang::ValueDecl *, VarPlace> Variables;
  llvm::DenseMap<const clang::Expr *, VarId> Arms;  // of ?:, &&, to their slot
  llvm::DenseMap<const clang::Expr *, VarId> Slots; // the ?:, && itself
  // Initialisers that stand for many values; true: it is being lowered.
  llvm::DenseMap<const clang::Expr *, bool> Defaults;
  unsigned Implicit = 0; // objects that a constructor nobody wrote has made
  Places Parts;
  const Named *Lowered = nullptr; // what `run` lowers
  VarPlace This;
  VariableSet Escaped;
  std::vector<std::string> Unread;              // contracts that do not parse
  std::map<VarId, ShapePattern> DeclaredShapes; // of local variables
  llvm::DenseMap<const clang::FieldDecl *, std::optional<ShapePattern>>
      DeclaredFields;
  std::optional<Terminator> Ended; // the block being lowered returns
};

} // namespace tidy

#endif

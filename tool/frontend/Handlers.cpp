//===- Handlers.cpp - Code that is allowed to fail ------------------------===//
#include "frontend/Handlers.h"
#include "frontend/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// Calls `Visit` for S and all below it, until it returns true.
static bool anyOf(const clang::Stmt *S,
                  llvm::function_ref<bool(const clang::Stmt &)> Visit) {
  llvm::SmallVector<const clang::Stmt *> Work{S};
  while (!Work.empty()) {
    const clang::Stmt *Next = Work.pop_back_val();
    if (!Next)
      continue;
    if (Visit(*Next))
      return true;
    llvm::append_range(Work, Next->children());
  }
  return false;
}

bool hasTry(const clang::Stmt *S) {
  if (!S || llvm::isa<clang::LambdaExpr>(S))
    return false;
  return llvm::isa<clang::CXXTryStmt>(S) || llvm::any_of(S->children(), hasTry);
}

/// May take what a tensor library throws: anything, a class of somebody's own
/// or one of the general ones of std.
static bool mayCatch(const clang::CXXCatchStmt &H) {
  if (!H.getExceptionDecl())
    return true;
  const auto *Class =
      H.getCaughtType().getNonReferenceType()->getAsCXXRecordDecl();
  if (!Class)
    return false;
  return !Class->isInStdNamespace() ||
         llvm::is_contained(
             {"exception", "runtime_error", "logic_error", "invalid_argument"},
             Class->getName());
}

static bool prints(const clang::CallExpr &E) {
  const clang::FunctionDecl *Callee = E.getDirectCallee();
  if (!Callee)
    return false;
  llvm::StringRef Name =
      Callee->getIdentifier() ? Callee->getName() : llvm::StringRef();
  return Callee->getOverloadedOperator() == clang::OO_LessLess ||
         Name.ends_with("printf") || Name.ends_with("puts") ||
         Name.starts_with("print") || Name == "perror";
}

static bool tells(const clang::CXXCatchStmt &H) {
  return anyOf(H.getHandlerBlock(), [&](const clang::Stmt &S) {
    if (const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(&S))
      return Ref->getDecl() == H.getExceptionDecl();
    if (const auto *Call = llvm::dyn_cast<clang::CallExpr>(&S))
      return prints(*Call) ||
             (Call->getDirectCallee() && Call->getDirectCallee()->isNoReturn());
    return llvm::isa<clang::CXXThrowExpr>(S);
  });
}

llvm::DenseSet<const clang::Stmt *> allowedToFail(const clang::Stmt *Body) {
  llvm::DenseSet<const clang::Stmt *> Found;
  anyOf(Body, [&](const clang::Stmt &S) {
    const auto *Try = llvm::dyn_cast<clang::CXXTryStmt>(&S);
    if (!Try)
      return false;
    for (unsigned I = 0; I < Try->getNumHandlers(); ++I)
      if (mayCatch(*Try->getHandler(I)) && !tells(*Try->getHandler(I)))
        anyOf(Try->getTryBlock(), [&](const clang::Stmt &Part) {
          Found.insert(&Part);
          return false;
        });
    return false;
  });
  return Found;
}

} // namespace tidy

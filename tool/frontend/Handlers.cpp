//===- Handlers.cpp - Code that is allowed to fail ------------------------===//
#include "frontend/Handlers.h"
#include "frontend/WantedFailures.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

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

/// Prints, ends the program, or has nothing to give back but what it does: a
/// function of the user's that logs.
static bool tells(const clang::CallExpr &E) {
  const clang::FunctionDecl *Callee = E.getDirectCallee();
  return prints(E) ||
         (Callee && (Callee->isNoReturn() || (!Callee->isInStdNamespace() &&
                                              E.getType()->isVoidType())));
}

static bool throws(const clang::CXXCatchStmt &H) {
  return anyOf(H.getHandlerBlock(), [](const clang::Stmt &S) {
    return llvm::isa<clang::CXXThrowExpr>(S);
  });
}

static bool tells(const clang::CXXCatchStmt &H, bool InMain) {
  return anyOf(H.getHandlerBlock(), [&](const clang::Stmt &S) {
    if (const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(&S))
      return Ref->getDecl() == H.getExceptionDecl();
    if (const auto *Call = llvm::dyn_cast<clang::CallExpr>(&S))
      return tells(*Call);
    return llvm::isa<clang::CXXThrowExpr>(S) ||
           (InMain && llvm::isa<clang::ReturnStmt>(S));
  });
}

/// What the try's own handlers take does not come to those around it.
static bool takesAll(const clang::CXXTryStmt &Try) {
  for (unsigned I = 0; I < Try.getNumHandlers(); ++I)
    if (mayCatch(*Try.getHandler(I)) && !throws(*Try.getHandler(I)))
      return true;
  return false;
}

/// S and all below it, but for what inner handlers take.
static void addAll(const clang::Stmt *S,
                   llvm::DenseSet<const clang::Stmt *> &To) {
  llvm::SmallVector<const clang::Stmt *> Work{S};
  while (!Work.empty()) {
    const clang::Stmt *Next = Work.pop_back_val();
    if (!Next)
      continue;
    To.insert(Next);
    const auto *Try = llvm::dyn_cast<clang::CXXTryStmt>(Next);
    for (const clang::Stmt *Child : Next->children())
      if (!Try || Child != Try->getTryBlock() || !takesAll(*Try))
        Work.push_back(Child);
  }
}

/// The try statements that stand in a loop of the same function.
static llvm::DenseSet<const clang::Stmt *> triesInLoops(const clang::Stmt *In) {
  llvm::DenseSet<const clang::Stmt *> Found;
  anyOf(In, [&](const clang::Stmt &S) {
    if (llvm::isa<clang::ForStmt, clang::WhileStmt, clang::DoStmt,
                  clang::CXXForRangeStmt>(S))
      anyOf(&S, [&](const clang::Stmt &Inner) {
        if (llvm::isa<clang::CXXTryStmt>(Inner))
          Found.insert(&Inner);
        return false;
      });
    return false;
  });
  return Found;
}

llvm::DenseSet<const clang::Stmt *> allowedToFail(const clang::FunctionDecl &D,
                                                  const TypeInfo &Types,
                                                  const SourceMap &Source) {
  llvm::DenseSet<const clang::Stmt *> Found;
  llvm::DenseSet<const clang::Stmt *> InLoops = triesInLoops(D.getBody());
  anyOf(D.getBody(), [&](const clang::Stmt &S) {
    const auto *Try = llvm::dyn_cast<clang::CXXTryStmt>(&S);
    if (!Try || Source.wantedAt(Try->getTryLoc()) == Wanted::Success)
      return false;
    bool EndsInFailure = endsInFailure(*Try, D.getASTContext(), Source);
    for (unsigned I = 0; I < Try->getNumHandlers(); ++I)
      if (const clang::CXXCatchStmt &H = *Try->getHandler(I);
          mayCatch(H) &&
          (EndsInFailure || !tells(H, D.isMain()) ||
           takesForAnswer(H, *Try, InLoops.contains(Try), Types, Source)))
        addAll(Try->getTryBlock(), Found);
    return false;
  });
  return Found;
}

} // namespace tidy

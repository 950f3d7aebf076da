//===- Escapes.cpp - Variables that have other names ----------------------===//
#include "frontend/Escapes.h"
#include "frontend/Lvalues.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtVisitor.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {
namespace {

class EscapeFinder : public clang::ConstStmtVisitor<EscapeFinder> {
public:
  explicit EscapeFinder(const TypeInfo &Types) : Types(Types) {}

  /// Without recursion over the C++ stack: expressions can be deep.
  void run(const clang::Stmt *Body) {
    llvm::SmallVector<const clang::Stmt *> Work{Body};
    while (!Work.empty()) {
      const clang::Stmt *S = Work.pop_back_val();
      if (!S)
        continue;
      Visit(S);
      llvm::append_range(Work, S->children());
    }
  }

  void VisitUnaryOperator(const clang::UnaryOperator *E) {
    if (E->getOpcode() == clang::UO_AddrOf)
      escape(E->getSubExpr());
    else if (E->isIncrementDecrementOp())
      escapeUnlessPlain(E->getSubExpr());
  }
  void VisitBinaryOperator(const clang::BinaryOperator *E) {
    if (E->isAssignmentOp())
      escapeUnlessPlain(E->getLHS());
  }
  void VisitDeclStmt(const clang::DeclStmt *S) {
    for (const clang::Decl *D : S->decls())
      if (const auto *V = llvm::dyn_cast<clang::VarDecl>(D))
        visitVariable(*V);
  }
  void VisitLambdaExpr(const clang::LambdaExpr *E);
  void VisitCapturedStmt(const clang::CapturedStmt *S) {
    for (const clang::CapturedStmt::Capture &C : S->captures())
      if (C.capturesVariable() || C.capturesVariableByCopy())
        Found.insert(C.getCapturedVar());
  }
  void VisitBlockExpr(const clang::BlockExpr *E) {
    for (const clang::BlockDecl::Capture &C : E->getBlockDecl()->captures())
      Found.insert(C.getVariable());
  }
  void VisitInitListExpr(const clang::InitListExpr *E) {
    visitAggregate(E->getType(), E->inits());
  }
  void VisitCXXParenListInitExpr(const clang::CXXParenListInitExpr *E) {
    visitAggregate(E->getType(), E->getInitExprs());
  }
  void VisitCXXConstructExpr(const clang::CXXConstructExpr *E);
  void VisitCallExpr(const clang::CallExpr *E);

  VariableSet Found;

private:
  void visitVariable(const clang::VarDecl &V);
  /// Members that are references.
  void visitAggregate(clang::QualType T, llvm::ArrayRef<clang::Expr *> Inits) {
    for (const clang::Expr *Init : Inits)
      if (T->isRecordType() && Init->isLValue())
        escape(Init);
  }
  void escape(const clang::Expr *E) {
    forEachRoot(
        E, Types, [&](const clang::ValueDecl *Root) { Found.insert(Root); },
        &Walked);
  }
  /// What is written by its own name, or is a part of that, is seen.
  void escapeUnlessPlain(const clang::Expr *E) {
    const clang::Expr *Inner = E->IgnoreParens();
    if (!plainName(E) &&
        !llvm::isa<clang::MemberExpr, clang::ArraySubscriptExpr>(Inner))
      escape(E);
  }

  const TypeInfo &Types;
  llvm::DenseSet<const clang::Expr *> Walked; // what lies in them has escaped
};

void EscapeFinder::VisitLambdaExpr(const clang::LambdaExpr *E) {
  for (const clang::LambdaCapture &C : E->captures())
    if (C.capturesVariable() && C.getCaptureKind() == clang::LCK_ByRef) {
      Found.insert(C.getCapturedVar());
      const auto *V = llvm::dyn_cast<clang::VarDecl>(C.getCapturedVar());
      if (V && V->isInitCapture())
        escape(V->getInit());
    }
}

void EscapeFinder::VisitCXXConstructExpr(const clang::CXXConstructExpr *E) {
  const clang::CXXConstructorDecl *C = E->getConstructor();
  if (!mayRefer(E->getType(), Types) || C->isCopyOrMoveConstructor())
    return;
  for (auto [P, Arg] : llvm::zip(C->parameters(), E->arguments()))
    if (isWritable(P->getType()))
      escape(Arg); // the object may keep it
}

/// A reference that is not simply a variable, or that the call may keep.
void EscapeFinder::VisitCallExpr(const clang::CallExpr *E) {
  const clang::FunctionDecl *Callee = E->getDirectCallee();
  const auto *Method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(Callee);
  clang::QualType T = E->getType();
  bool Keeps = E->isPRValue() && mayRefer(T, Types);
  if (const clang::Expr *Object = objectOf(E);
      Object && Method && !Method->isConst()) {
    if (Keeps && !Types.isTensor(Object->getType()))
      escape(Object); // an iterator, a pointer to the data
    else
      escapeUnlessPlain(Object);
  }
  llvm::SmallVector<const clang::Expr *> Storage;
  for (auto [I, Arg] : llvm::enumerate(argumentsOf(E, Storage))) {
    bool Written = Keeps ? !Callee || I >= Callee->getNumParams() ||
                               isWritable(Callee->getParamDecl(I)->getType())
                         : mayWrite(Callee, I, Types);
    if (Written && Arg->isLValue() && (Keeps || !plainName(withoutMove(Arg))))
      escape(Arg);
  }
}

void EscapeFinder::visitVariable(const clang::VarDecl &V) {
  if (V.isStaticLocal() || V.getType()->isArrayType() ||
      llvm::isa<clang::DecompositionDecl>(V))
    Found.insert(&V);
  const clang::Expr *Init = V.getInit();
  if (Types.isWrapper(V.getType())) // a view of a list that may change
    forEachRoot(Init, Types, [&](const clang::ValueDecl *Root) {
      if (Types.isStdList(Root->getType()) || Root->getType()->isArrayType()) {
        Found.insert(Root);
        Found.insert(&V);
      }
    });
  if (!V.getType()->isReferenceType() || !Init)
    return;
  if (const auto *Whole = llvm::dyn_cast<clang::ExprWithCleanups>(Init))
    Init = Whole->getSubExpr();
  const auto *Named = llvm::dyn_cast_or_null<clang::VarDecl>(plainName(Init));
  if ((Named && Named->hasLocalStorage()) ||
      llvm::isa<clang::MaterializeTemporaryExpr>(
          Init->IgnoreParens()->IgnoreImpCasts()))
    return;
  Found.insert(&V);
  escape(Init);
}

} // namespace

VariableSet findEscapes(const clang::Stmt *Body, const TypeInfo &Types) {
  EscapeFinder Finder(Types);
  Finder.run(Body);
  return std::move(Finder.Found);
}

} // namespace tidy

//===- Settled.cpp - Variables that are only read -------------------------===//
#include "frontend/Settled.h"
#include "frontend/Lvalues.h"
#include "frontend/NameUses.h"
#include "frontend/References.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtVisitor.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// The variable that an lvalue is, or is a field or an element of.
static const clang::ValueDecl *rootOf(const clang::Expr *E) {
  for (;;) {
    E = withoutNoise(E);
    if (const auto *Member = llvm::dyn_cast<clang::MemberExpr>(E);
        Member && !Member->isArrow() &&
        llvm::isa<clang::FieldDecl>(Member->getMemberDecl())) {
      E = Member->getBase();
      continue;
    }
    const auto *Op = llvm::dyn_cast<clang::CXXOperatorCallExpr>(E);
    const auto *Method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(
        Op ? Op->getDirectCallee() : nullptr);
    if (!Method || Method->isConst() || // that has read it already
        Op->getOperator() != clang::OO_Subscript ||
        !TypeInfo::isStdList(Op->getArg(0)->getType()))
      break;
    E = Op->getArg(0);
  }
  const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(E);
  return Ref ? Ref->getDecl() : nullptr;
}

namespace {

/// Allows what only reads a variable.
class ReadFinder : public clang::ConstStmtVisitor<ReadFinder> {
public:
  ReadFinder(const TypeInfo &Types, NameUses &Uses)
      : Types(Types), Uses(Uses) {}

  void VisitCastExpr(const clang::CastExpr *E) {
    if (E->getCastKind() == clang::CK_LValueToRValue ||
        E->getCastKind() == clang::CK_ToVoid)
      Uses.allow(rootOf(E->getSubExpr()));
  }
  void VisitCXXConstructExpr(const clang::CXXConstructExpr *E) {
    for (auto [P, Arg] :
         llvm::zip(E->getConstructor()->parameters(), E->arguments()))
      if (Arg->isLValue() && !isWritable(P->getType()))
        Uses.allow(rootOf(Arg));
  }
  void VisitCallExpr(const clang::CallExpr *E) {
    const clang::FunctionDecl *Callee = E->getDirectCallee();
    if (const clang::Expr *Object = objectOf(E);
        Object && Object->isLValue() && onlyReads(*E, *Object))
      Uses.allow(rootOf(Object));
    // By what it gives back, it may be written later.
    bool Keeps = E->isGLValue() || mayRefer(E->getType(), Types);
    llvm::SmallVector<const clang::Expr *> Storage;
    for (auto [I, Arg] : llvm::enumerate(argumentsOf(E, Storage))) {
      bool Written = mayWrite(Callee, I, Types) ||
                     (Keeps && isWritable(Callee->getParamDecl(I)->getType()));
      if (Arg->isLValue() && !Written)
        Uses.allow(rootOf(Arg));
    }
  }
  void VisitLambdaExpr(const clang::LambdaExpr *E) {
    for (auto [C, Init] : llvm::zip(E->captures(), E->capture_inits()))
      if (C.capturesVariable() && C.getCaptureKind() == clang::LCK_ByRef &&
          Init && !C.getCapturedVar()->isInitCapture())
        Uses.allow(plainName(Init));
  }

private:
  /// Does nothing to the object itself; a holder hands on to what it holds.
  bool onlyReads(const clang::CallExpr &E, const clang::Expr &Object) const {
    const auto *M =
        llvm::dyn_cast_or_null<clang::CXXMethodDecl>(E.getDirectCallee());
    if (!M)
      return false;
    clang::OverloadedOperatorKind Op = M->getOverloadedOperator();
    return (M->isConst() && !M->getParent()->hasMutableFields()) ||
           (Types.isPointer(ownType(&Object)) &&
            (Op == clang::OO_Arrow || Op == clang::OO_Star ||
             Op == clang::OO_Call));
  }

  const TypeInfo &Types;
  NameUses &Uses;
};

} // namespace

/// Made once with what it is to hold; not another name for something.
static bool isMadeWhole(const clang::VarDecl &V) {
  clang::QualType T = V.getType();
  bool IsParameter = llvm::isa<clang::ParmVarDecl>(V);
  return V.hasLocalStorage() && !V.isInitCapture() &&
         (IsParameter || V.getInit()) &&
         (!T->isReferenceType() ||
          (IsParameter && T->getPointeeType().isConstQualified()));
}

SettledVariables::Set
SettledVariables::find(const clang::FunctionDecl &D) const {
  Set Candidates;
  for (const clang::ParmVarDecl *P : D.parameters())
    Candidates.insert(P);
  NameUses Uses;
  ReadFinder Reads(Types, Uses);
  forEachStatement(codeOf(D), [&](const clang::Stmt &S) {
    if (const auto *Decls = llvm::dyn_cast<clang::DeclStmt>(&S))
      for (const clang::Decl *Declared : Decls->decls())
        if (const auto *V = llvm::dyn_cast<clang::VarDecl>(Declared))
          Candidates.insert(V);
    Uses.count(S);
    Reads.Visit(&S);
  });
  Set Found;
  for (const clang::ValueDecl *V : Candidates)
    if (isMadeWhole(*llvm::cast<clang::VarDecl>(V)) && Uses.allAllowed(V))
      Found.insert(V);
  return Found;
}

bool SettledVariables::contains(const clang::ValueDecl *V) {
  const auto *In = llvm::dyn_cast<clang::FunctionDecl>(V->getDeclContext());
  const clang::FunctionDecl *D = In ? In->getDefinition() : nullptr;
  if (!D)
    return false;
  auto [It, IsNew] = Known.try_emplace(D);
  if (IsNew)
    It->second = find(*D);
  return It->second.contains(V);
}

} // namespace tidy

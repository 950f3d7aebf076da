//===- Settled.cpp - Variables that are only read -------------------------===//
#include "frontend/Settled.h"
#include "frontend/Lvalues.h"
#include "frontend/NameUses.h"
#include "frontend/References.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtVisitor.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// The variable, or `this`, that an lvalue is, or is a field or an element of.
static const clang::Expr *rootOf(const clang::Expr *E) {
  for (;;) {
    E = withoutNoise(E);
    if (const auto *Member = llvm::dyn_cast<clang::MemberExpr>(E);
        Member && llvm::isa<clang::FieldDecl>(Member->getMemberDecl())) {
      E = Member->getBase();
      if (!Member->isArrow())
        continue;
      E = E->IgnoreParenImpCasts();
      return llvm::isa<clang::CXXThisExpr>(E) ? E : nullptr;
    }
    const auto *Op = llvm::dyn_cast<clang::CXXOperatorCallExpr>(E);
    const auto *Method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(
        Op ? Op->getDirectCallee() : nullptr);
    if (!Method || Method->isConst() || // that has read it already
        Op->getOperator() != clang::OO_Subscript ||
        !TypeInfo::isStdList(Op->getArg(0)->getType()))
      return E;
    E = Op->getArg(0);
  }
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
      allow(E->getSubExpr());
  }
  void VisitCXXConstructExpr(const clang::CXXConstructExpr *E) {
    for (auto [P, Arg] :
         llvm::zip(E->getConstructor()->parameters(), E->arguments()))
      if (Arg->isLValue() && !isWritable(P->getType()))
        allow(Arg);
  }
  void VisitCallExpr(const clang::CallExpr *E) {
    const clang::FunctionDecl *Callee = E->getDirectCallee();
    const clang::Expr *Object = objectOf(E);
    bool IsThis =
        Object && llvm::isa<clang::CXXThisExpr>(Object->IgnoreParenImpCasts());
    if (Object && (Object->isLValue() || IsThis) && onlyReads(*E, *Object))
      allow(Object);
    // By what it gives back, it may be written later.
    bool Keeps = E->isGLValue() || mayRefer(E->getType(), Types);
    llvm::SmallVector<const clang::Expr *> Storage;
    for (auto [I, Arg] : llvm::enumerate(argumentsOf(E, Storage))) {
      bool Written = mayWrite(Callee, I, Types) ||
                     (Keeps && isWritable(Callee->getParamDecl(I)->getType()));
      if (Arg->isLValue() && !Written)
        allow(Arg);
    }
  }
  void VisitLambdaExpr(const clang::LambdaExpr *E) {
    for (auto [C, Init] : llvm::zip(E->captures(), E->capture_inits()))
      if (C.capturesVariable() && C.getCaptureKind() == clang::LCK_ByRef &&
          Init && !C.getCapturedVar()->isInitCapture())
        Uses.allow(plainName(Init));
      else if (C.getCaptureKind() == clang::LCK_This && Init)
        allow(Init);
  }

  unsigned OfThis = 0; ///< how often `this` was allowed

private:
  void allow(const clang::Expr *E) {
    const clang::Expr *Root = rootOf(E);
    if (const auto *Ref = llvm::dyn_cast_or_null<clang::DeclRefExpr>(Root))
      Uses.allow(Ref->getDecl());
    OfThis +=
        Root && llvm::isa<clang::CXXThisExpr>(Root->IgnoreParenImpCasts());
  }
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

bool SettledVariables::onlyReadsThis(const clang::LambdaExpr &L) const {
  NameUses Uses;
  ReadFinder Reads(Types, Uses);
  unsigned OfThis = 0;
  forEachStatement({L.getBody()}, [&](const clang::Stmt &S) {
    OfThis += llvm::isa<clang::CXXThisExpr>(S);
    Reads.Visit(&S);
  });
  return OfThis == Reads.OfThis;
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

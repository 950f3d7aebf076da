//===- Pointers.cpp - Pointers that stand for what they point to ----------===//
#include "frontend/Pointers.h"
#include "frontend/Lvalues.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// How many calls down a pointer is looked after.
static constexpr unsigned DeepestCalls = 64;

/// The pointer that a statement does no more with than look behind it or test
/// it for null.
static const clang::Expr *ledFrom(const clang::Stmt *S,
                                  clang::ASTContext &Ctx) {
  if (const auto *X = llvm::dyn_cast<clang::UnaryOperator>(S))
    return X->getOpcode() == clang::UO_Deref ? X->getSubExpr() : nullptr;
  if (const auto *X = llvm::dyn_cast<clang::MemberExpr>(S))
    return X->isArrow() ? X->getBase() : nullptr;
  if (const auto *X = llvm::dyn_cast<clang::CastExpr>(S))
    return X->getCastKind() == clang::CK_PointerToBoolean ? X->getSubExpr()
                                                          : nullptr;
  const auto *X = llvm::dyn_cast<clang::BinaryOperator>(S);
  if (!X || !X->isEqualityOp())
    return nullptr;
  auto IsNull = [&](const clang::Expr *E) {
    return E->isNullPointerConstant(Ctx,
                                    clang::Expr::NPC_ValueDependentIsNotNull);
  };
  if (IsNull(X->getRHS()))
    return X->getLHS();
  return IsNull(X->getLHS()) ? X->getRHS() : nullptr;
}

static const clang::ValueDecl *pointerNamed(const clang::Expr *E) {
  return plainName(E->IgnoreParenImpCasts());
}

/// `&x`
static bool isAddress(const clang::Expr *E) {
  const auto *Unary = llvm::dyn_cast_or_null<clang::UnaryOperator>(
      E ? E->IgnoreParenImpCasts() : nullptr);
  return Unary && Unary->getOpcode() == clang::UO_AddrOf;
}

bool PointerUses::onlyLeads(const clang::FunctionDecl &Callee,
                            unsigned Parameter) {
  const clang::FunctionDecl *Body = Callee.getDefinition();
  const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(&Callee);
  return Body && Parameter < Body->getNumParams() && IsLowered(*Body) &&
         !(Method && Method->isVirtual()) &&
         Types.pointsToValue(Body->getParamDecl(Parameter)->getType()) &&
         in(*Body).contains(Body->getParamDecl(Parameter));
}

const PointerSet &PointerUses::in(const clang::FunctionDecl &D) {
  static const PointerSet None;
  if (auto It = Known.find(&D); It != Known.end())
    return It->second;
  if (InProgress.size() == DeepestCalls || !InProgress.insert(&D).second)
    return None;
  PointerSet Found = find(D);
  InProgress.erase(&D);
  return Known[&D] = std::move(Found);
}

/// Passing a pointer on is no other use where the callee only follows it.
void PointerUses::release(const clang::CallExpr &E, NameUses &Uses) {
  const clang::FunctionDecl *Callee = E.getDirectCallee();
  llvm::SmallVector<const clang::Expr *> Storage;
  for (auto [I, Arg] : llvm::enumerate(argumentsOf(&E, Storage)))
    if (const clang::ValueDecl *V = pointerNamed(Arg);
        V && Callee && Types.pointsToValue(V->getType()) &&
        onlyLeads(*Callee, I))
      Uses.allow(V);
}

PointerSet PointerUses::find(const clang::FunctionDecl &D) {
  PointerSet Candidates;
  NameUses Uses;
  for (const clang::ParmVarDecl *P : D.parameters())
    if (Types.pointsToValue(P->getType()))
      Candidates.insert(P);
  forEachStatement(codeOf(D), [&](const clang::Stmt &S) {
    Uses.count(S);
    if (const auto *Decls = llvm::dyn_cast<clang::DeclStmt>(&S)) {
      for (const clang::Decl *Declared : Decls->decls())
        if (const auto *V = llvm::dyn_cast<clang::VarDecl>(Declared);
            V && V->hasLocalStorage() && isAddress(V->getInit()) &&
            Types.pointsToValue(V->getType()))
          Candidates.insert(V);
    } else if (const auto *Call = llvm::dyn_cast<clang::CallExpr>(&S)) {
      release(*Call, Uses);
    } else if (const clang::Expr *Pointer = ledFrom(&S, D.getASTContext())) {
      Uses.allow(pointerNamed(Pointer));
    }
  });
  PointerSet Found;
  for (const clang::ValueDecl *V : Candidates)
    if (Uses.allAllowed(V))
      Found.insert(V);
  return Found;
}

/// What a call does may lead a pointer elsewhere: a member that is no way to
/// what it holds, a reference to it.
static bool mayRebind(const clang::CallExpr &E, const clang::ValueDecl &P) {
  auto Names = [&](const clang::Expr *Part) { return plainName(Part) == &P; };
  const auto *Method =
      llvm::dyn_cast_or_null<clang::CXXMethodDecl>(E.getDirectCallee());
  const clang::Expr *Object = objectOf(&E);
  bool Leads = Method && (Method->isConst() ||
                          Method->getOverloadedOperator() == clang::OO_Arrow ||
                          Method->getOverloadedOperator() == clang::OO_Star ||
                          Method->getOverloadedOperator() == clang::OO_Call);
  if (Object && Names(Object) && !Leads)
    return true;
  llvm::SmallVector<const clang::Expr *> Storage;
  return llvm::any_of(argumentsOf(&E, Storage), [&](const clang::Expr *Arg) {
    return Arg->isLValue() && Names(Arg) && !Arg->getType().isConstQualified();
  });
}

bool isRebound(const clang::ParmVarDecl &P, const clang::FunctionDecl &In) {
  bool Found = false;
  forEachStatement(codeOf(In), [&](const clang::Stmt &S) {
    if (const auto *Set = llvm::dyn_cast<clang::BinaryOperator>(&S))
      Found |= Set->isAssignmentOp() && plainName(Set->getLHS()) == &P;
    else if (const auto *Step = llvm::dyn_cast<clang::UnaryOperator>(&S))
      Found |= plainName(Step->getSubExpr()) == &P;
    else if (const auto *Call = llvm::dyn_cast<clang::CallExpr>(&S))
      Found |= mayRebind(*Call, P);
  });
  return Found;
}

} // namespace tidy

//===- Weights.cpp - Where layers get other weights -----------------------===//
#include "frontend/Weights.h"
#include "frontend/Lvalues.h"
#include "frontend/NameUses.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

bool isLayer(const clang::Expr *E, const TypeInfo &Types) {
  clang::QualType T = ownType(E);
  const clang::CXXRecordDecl *Class =
      Types.isPointer(T) ? Types.pointeeOf(T) : T->getAsCXXRecordDecl();
  return Class && Types.isRecord(*Class);
}

/// A library's field, or a call that gives a way into its object.
static bool leadsOn(const clang::Expr *E, const TypeInfo &Types) {
  if (const auto *Member = llvm::dyn_cast<clang::MemberExpr>(E))
    return !Types.libraryOf(*Member->getMemberDecl()).empty();
  const auto *Call = llvm::dyn_cast<clang::CallExpr>(E);
  if (!Call)
    return llvm::isa<clang::ParenExpr, clang::CastExpr>(E);
  const clang::FunctionDecl *Callee = Call->getDirectCallee();
  return Callee && !Types.libraryOf(*Callee).empty() && objectOf(Call) &&
         (E->isGLValue() || E->getType()->isPointerType() ||
          Types.isPointer(E->getType()));
}

bool isPartOfLayer(const clang::Expr *E, const TypeInfo &Types) {
  E = withoutNoise(E);
  if (!llvm::isa<clang::MemberExpr, clang::CallExpr>(E))
    return false;
  bool HasLayer = false;
  while (E && leadsOn(E, Types))
    if (E = wholeOf(E); E)
      HasLayer |= isLayer(E, Types);
  // What is made here is nobody else's: `LinearOptions(3, 4).bias(false)`.
  return HasLayer &&
         !(E && llvm::isa<clang::CXXConstructExpr>(E->IgnoreImplicit()));
}

namespace {

/// Code that a library calls back, and what it calls.
class CallbackCode {
public:
  explicit CallbackCode(const TypeInfo &Types) : Types(Types) {}

  bool mayReplace(const clang::FunctionDecl *Of) {
    const clang::FunctionDecl *Body = Of ? Of->getDefinition() : nullptr;
    if (!Body || !Body->getBody())
      return true;
    bool Found = false;
    if (Seen.insert(Body).second)
      forEachStatement(codeOf(*Body), [&](const clang::Stmt &S) {
        Found = Found || replaces(S);
      });
    return Found;
  }

private:
  /// Only local variables may be assigned to, and nothing may be reset.
  bool replaces(const clang::Stmt &S) {
    if (const auto *Op = llvm::dyn_cast<clang::BinaryOperator>(&S))
      return Op->isAssignmentOp() && !isLocal(Op->getLHS());
    if (const auto *Step = llvm::dyn_cast<clang::UnaryOperator>(&S))
      return Step->isIncrementDecrementOp() && !isLocal(Step->getSubExpr());
    const auto *Call = llvm::dyn_cast<clang::CallExpr>(&S);
    if (!Call)
      return false;
    const auto *Op = llvm::dyn_cast<clang::CXXOperatorCallExpr>(Call);
    const clang::FunctionDecl *Callee = Call->getDirectCallee();
    if (Op && Op->getOperator() == clang::OO_Equal)
      return !isLocal(Op->getArg(0));
    if (!Callee)
      return true;
    if (!Types.libraryOf(*Callee).empty())
      return !Types.modelOf(*Callee) &&
             (Types.mayReshape(*Callee) || changesModule(*Callee));
    return TypeInfo::isStandard(*Callee) ? changesList(*Call, *Callee)
                                         : mayReplace(Callee);
  }

  static bool changesList(const clang::CallExpr &E,
                          const clang::FunctionDecl &Callee) {
    const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(&Callee);
    const clang::Expr *Object = objectOf(&E);
    bool IsList = Object && (TypeInfo::isStdList(ownType(Object)) ||
                             TypeInfo::isMap(ownType(Object)));
    return (Callee.getIdentifier() && Callee.getName() == "swap") ||
           (Method && IsList && !Method->isConst() && !isLocal(Object));
  }

  static bool isLocal(const clang::Expr *To) {
    const auto *V = llvm::dyn_cast_or_null<clang::VarDecl>(plainName(To));
    return V && V->hasLocalStorage() && !V->getType()->isReferenceType();
  }

  /// `reset`, options that set themselves: it changes its object and gives
  /// nothing, or that object.
  bool changesModule(const clang::FunctionDecl &Callee) const {
    static constexpr llvm::StringRef Harmless[] = {"zero_grad", "step", "train",
                                                   "eval", "to"};
    const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(&Callee);
    clang::QualType T = Callee.getReturnType();
    bool GivesObject =
        isWritable(T) && !Types.isTensor(T) && Callee.getNumParams() > 0;
    return Method && !Method->isConst() && (T->isVoidType() || GivesObject) &&
           !(Callee.getIdentifier() &&
             llvm::is_contained(Harmless, Callee.getName()));
  }

  const TypeInfo &Types;
  llvm::DenseSet<const clang::FunctionDecl *> Seen;
};

} // namespace

/// What is called when the value is: that of a lambda or of a function.
static const clang::FunctionDecl *calledBy(const clang::Expr *Callback) {
  const clang::Expr *E = Callback->IgnoreImplicit();
  while (const auto *Made = llvm::dyn_cast<clang::CXXConstructExpr>(E)) {
    if (Made->getNumArgs() != 1)
      return nullptr;
    E = Made->getArg(0)->IgnoreImplicit();
  }
  if (const auto *Unary = llvm::dyn_cast<clang::UnaryOperator>(E))
    E = Unary->getSubExpr();
  if (const auto *F = llvm::dyn_cast_or_null<clang::FunctionDecl>(plainName(E)))
    return F;
  const clang::CXXRecordDecl *Class = E->getType()->getAsCXXRecordDecl();
  return Class && Class->isLambda() && !Class->isGenericLambda()
             ? Class->getLambdaCallOperator()
             : nullptr;
}

bool mayReplace(const clang::Expr *Callback, const TypeInfo &Types) {
  const clang::CXXRecordDecl *Class =
      Callback->getType().getNonReferenceType()->getAsCXXRecordDecl();
  bool IsOfLibrary = Class && !Types.libraryOf(*Class).empty();
  return !llvm::isa<clang::CXXDefaultArgExpr>(Callback) && !IsOfLibrary &&
         TypeInfo::isCallable(Callback->getType()) &&
         CallbackCode(Types).mayReplace(calledBy(Callback));
}

bool mayReplaceWeights(const clang::CallExpr &E, const TypeInfo &Types) {
  const clang::FunctionDecl *Callee = E.getDirectCallee();
  auto MayReplace = [&](const clang::Expr *Arg) {
    return mayReplace(Arg, Types);
  };
  llvm::SmallVector<const clang::Expr *> Storage;
  return Callee && !Types.libraryOf(*Callee).empty() && objectOf(&E) &&
         (Types.isReshaping(*Callee) ||
          llvm::any_of(argumentsOf(&E, Storage), MayReplace));
}

} // namespace tidy

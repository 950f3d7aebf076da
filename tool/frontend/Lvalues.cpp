//===- Lvalues.cpp - What expressions and calls may refer to --------------===//
#include "frontend/Lvalues.h"
#include "frontend/References.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace tidy {

bool isWritable(clang::QualType T) {
  return T->isReferenceType() && !T.getNonReferenceType().isConstQualified();
}

bool isWrittenThrough(clang::QualType T, const TypeInfo &Types) {
  return isWritable(T) ||
         (Types.pointsToValue(T) && !T->getPointeeType().isConstQualified());
}

const clang::Expr *withoutNoise(const clang::Expr *E) {
  while (true) {
    E = E->IgnoreParens();
    const auto *Cast = llvm::dyn_cast<clang::CastExpr>(E);
    if (!Cast || (Cast->getCastKind() != clang::CK_NoOp &&
                  Cast->getCastKind() != clang::CK_DerivedToBase &&
                  Cast->getCastKind() != clang::CK_UncheckedDerivedToBase))
      return E;
    E = Cast->getSubExpr();
  }
}

clang::QualType ownType(const clang::Expr *E) {
  return withoutNoise(E)->getType();
}

bool callsBack(llvm::ArrayRef<const clang::Expr *> Arguments) {
  return llvm::any_of(Arguments, [](const clang::Expr *Arg) {
    const auto *Function = llvm::dyn_cast_or_null<clang::FunctionDecl>(
        plainName(Arg->IgnoreImpCasts()));
    return TypeInfo::isCallable(Arg->getType()) &&
           !(Function && TypeInfo::isStandard(*Function));
  });
}

const clang::ValueDecl *plainName(const clang::Expr *E) {
  const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(withoutNoise(E));
  return Ref ? Ref->getDecl() : nullptr;
}

bool isThroughAReference(const clang::Expr *E) {
  while (true) {
    E = E->IgnoreParenImpCasts();
    if (E->getType()->isPointerType() ||
        llvm::isa<clang::UnaryOperator, clang::CallExpr>(E))
      return true;
    if (const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(E))
      return Ref->getDecl()->getType()->isReferenceType();
    if (const auto *Sub = llvm::dyn_cast<clang::ArraySubscriptExpr>(E)) {
      E = Sub->getBase();
      continue;
    }
    const auto *Member = llvm::dyn_cast<clang::MemberExpr>(E);
    if (!Member)
      return false;
    if (Member->isArrow() ||
        Member->getMemberDecl()->getType()->isReferenceType())
      return true;
    E = Member->getBase();
  }
}

bool seesAsItself(const clang::FunctionDecl &Callee, const TypeInfo &Types) {
  return Callee.getIdentifier() && Callee.getName() == "as" &&
         Callee.getNumParams() == 0 && !Types.libraryOf(Callee).empty() &&
         Callee.getReturnType()->isPointerType();
}

bool givesPointer(const clang::FunctionDecl &Callee) {
  return Callee.getOverloadedOperator() == clang::OO_Arrow ||
         (Callee.getIdentifier() && Callee.getNumParams() == 0 &&
          (Callee.getName() == "get" || Callee.getName() == "ptr"));
}

bool movesFrom(const clang::CallExpr *E) {
  const clang::FunctionDecl *Callee = E->getDirectCallee();
  return Callee && E->isXValue() && E->getNumArgs() == 1 &&
         (E->isCallToStdMove() ||
          Callee->getBuiltinID() == clang::Builtin::BIforward);
}

const clang::Expr *withoutMove(const clang::Expr *E) {
  const auto *Call = llvm::dyn_cast<clang::CallExpr>(withoutNoise(E));
  return Call && Call->isCallToStdMove() ? Call->getArg(0) : E;
}

const clang::CallExpr *tieAssignedBy(const clang::CXXOperatorCallExpr *E) {
  if (E->getOperator() != clang::OO_Equal || E->getNumArgs() != 2)
    return nullptr;
  const auto *Call = llvm::dyn_cast<clang::CallExpr>(
      E->getArg(0)->IgnoreImplicit()->IgnoreParens());
  const clang::FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && Callee->isInStdNamespace() && Callee->getIdentifier() &&
                 Callee->getName() == "tie"
             ? Call
             : nullptr;
}

const clang::Expr *withoutCopy(const clang::Expr *E) {
  const auto *Made =
      llvm::dyn_cast<clang::CXXConstructExpr>(E->IgnoreImplicit());
  return Made && Made->getNumArgs() == 1 &&
                 Made->getConstructor()->isCopyConstructor()
             ? Made->getArg(0)
             : E;
}

std::optional<std::string> constantKey(const clang::Expr *Key,
                                       clang::QualType Map,
                                       const clang::ASTContext &Ctx) {
  clang::QualType T = TypeInfo::keyOf(Map);
  if (T.isNull())
    return std::nullopt;
  while (!T->isIntegralOrEnumerationType()) {
    Key = Key->IgnoreUnlessSpelledInSource()->IgnoreParenCasts();
    if (const auto *Text = llvm::dyn_cast<clang::StringLiteral>(Key))
      return "[\"" + Text->getBytes().str() + "\"]";
    const auto *Made = llvm::dyn_cast<clang::CXXConstructExpr>(Key);
    if (!Made || Made->getNumArgs() == 0 ||
        (Made->getNumArgs() > 1 &&
         !llvm::isa<clang::CXXDefaultArgExpr>(Made->getArg(1))))
      return std::nullopt;
    Key = Made->getArg(0);
  }
  clang::Expr::EvalResult R;
  if (!Key->getType()->isIntegralOrEnumerationType() ||
      Key->isValueDependent() || !Key->EvaluateAsInt(R, Ctx) ||
      R.HasSideEffects)
    return std::nullopt;
  // As the map holds it.
  llvm::APSInt Int = R.Val.getInt().extOrTrunc(Ctx.getIntWidth(T));
  Int.setIsSigned(T->isSignedIntegerOrEnumerationType());
  return "[" + llvm::toString(Int, 10) + "]";
}

const clang::Expr *arrayOf(const clang::ArraySubscriptExpr &E) {
  const auto *Decay =
      llvm::dyn_cast<clang::ImplicitCastExpr>(E.getBase()->IgnoreParens());
  return Decay && Decay->getCastKind() == clang::CK_ArrayToPointerDecay &&
                 plainName(Decay->getSubExpr())
             ? Decay->getSubExpr()
             : nullptr;
}

/// `x` of `x.begin()`, `x.cbegin()` where `Name` is begin.
static const clang::Expr *calledOn(const clang::Expr *E, llvm::StringRef Name) {
  const auto *Call = llvm::dyn_cast<clang::CXXMemberCallExpr>(
      withoutCopy(E->IgnoreImplicit())->IgnoreImplicit());
  const clang::FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getIdentifier() || Call->getNumArgs())
    return nullptr;
  llvm::StringRef Called = Callee->getName();
  Called.consume_front("c");
  return Called == Name
             ? Call->getImplicitObjectArgument()->IgnoreParenImpCasts()
             : nullptr;
}

const clang::Expr *copiedRange(const clang::CXXConstructExpr &E) {
  if (!TypeInfo::isVector(E.getType()) || E.getNumArgs() < 2)
    return nullptr;
  const clang::Expr *First = calledOn(E.getArg(0), "begin");
  const clang::Expr *Last = calledOn(E.getArg(1), "end");
  if (!First || !Last)
    return nullptr;
  const clang::ASTContext &Ctx = E.getConstructor()->getASTContext();
  llvm::FoldingSetNodeID A, B;
  First->Profile(A, Ctx, /*Canonical=*/true);
  Last->Profile(B, Ctx, /*Canonical=*/true);
  return A == B ? First : nullptr;
}

bool isEmpty(const clang::Expr *Init) {
  const auto *Made =
      llvm::dyn_cast_or_null<clang::CXXConstructExpr>(Init->IgnoreImplicit());
  return Made && Made->getNumArgs() == 0;
}

const clang::Expr *objectOf(const clang::CallExpr *E) {
  if (const auto *Member = llvm::dyn_cast<clang::CXXMemberCallExpr>(E))
    return Member->getImplicitObjectArgument();
  const auto *Op = llvm::dyn_cast<clang::CXXOperatorCallExpr>(E);
  const auto *Method =
      llvm::dyn_cast_or_null<clang::CXXMethodDecl>(E->getDirectCallee());
  return Op && Method && Method->isInstance() ? Op->getArg(0) : nullptr;
}

llvm::ArrayRef<const clang::Expr *>
argumentsOf(const clang::CallExpr *E,
            llvm::SmallVectorImpl<const clang::Expr *> &Storage) {
  Storage.assign(E->arg_begin(), E->arg_end());
  llvm::ArrayRef<const clang::Expr *> Args = Storage;
  bool First = llvm::isa<clang::CXXOperatorCallExpr>(E) && objectOf(E);
  return First ? Args.drop_front() : Args;
}

/// nullptr, or nullopt and its kin.
static bool isNone(const clang::Expr *E, const TypeInfo &Types) {
  const clang::CXXRecordDecl *Class = E->getType()->getAsCXXRecordDecl();
  return llvm::isa<clang::CXXNullPtrLiteralExpr>(E->IgnoreParenImpCasts()) ||
         (Class && Class->hasDefinition() && Class->isEmpty() &&
          Types.isWrapper(E->getType()));
}

const clang::Expr *comparedWithNone(const clang::Expr *A, const clang::Expr *B,
                                    const TypeInfo &Types) {
  const clang::Expr *Of = isNone(A, Types) ? B : A;
  bool MayBeNone = Types.isWrapper(Of->getType()) ||
                   Types.isPointer(Of->IgnoreParenImpCasts()->getType());
  return MayBeNone && isNone(A, Types) != isNone(B, Types) ? Of : nullptr;
}

clang::SourceRange nameRange(const clang::CallExpr *E) {
  if (const auto *Op = llvm::dyn_cast<clang::CXXOperatorCallExpr>(E))
    return Op->getOperatorLoc();
  const clang::Expr *Callee = E->getCallee()->IgnoreParenImpCasts();
  if (const auto *Member = llvm::dyn_cast<clang::MemberExpr>(Callee))
    return Member->getMemberLoc();
  if (const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(Callee))
    return {Ref->getBeginLoc(), Ref->getLocation()};
  return Callee->getSourceRange();
}

unsigned argumentCount(const clang::CallExpr *E) {
  llvm::SmallVector<const clang::Expr *> Storage;
  return llvm::count_if(argumentsOf(E, Storage), [](const clang::Expr *Arg) {
    return !llvm::isa<clang::CXXDefaultArgExpr>(Arg);
  });
}

/// `T &&` of a template's own T: it takes whatever it is given.
static bool isForwarding(const clang::FunctionDecl &Callee, unsigned Index) {
  const clang::FunctionDecl *Pattern = Callee.getTemplateInstantiationPattern();
  if (!Pattern || Pattern->getNumParams() == 0)
    return false;
  // A pack is one parameter there, and the last as a rule.
  const clang::ParmVarDecl *P =
      Pattern->getParamDecl(std::min(Index, Pattern->getNumParams() - 1));
  clang::QualType T = P->getType();
  if (const auto *Pack = T->getAs<clang::PackExpansionType>())
    T = Pack->getPattern();
  return T->isRValueReferenceType() &&
         T.getNonReferenceType()->isTemplateTypeParmType() &&
         !T.getNonReferenceType().isConstQualified();
}

/// `std::istringstream("5") >> n`, algorithms of ranges, and whatever is given
/// something to call: `std::invoke(f, n)`.
static bool writesForwarded(const clang::FunctionDecl &Callee) {
  clang::OverloadedOperatorKind Op = Callee.getOverloadedOperator();
  return Op == clang::OO_GreaterGreater || Op == clang::OO_Call ||
         Op == clang::OO_Pipe ||
         llvm::any_of(Callee.parameters(), [](const clang::ParmVarDecl *P) {
           return TypeInfo::isCallable(P->getType());
         });
}

bool mayWrite(const clang::FunctionDecl *Callee, unsigned Index,
              const TypeInfo &Types) {
  if (!Callee || Index >= Callee->getNumParams())
    return true;
  bool Foreign = (Types.isStandard(*Callee) && !writesForwarded(*Callee)) ||
                 !Types.libraryOf(*Callee).empty();
  return isWritable(Callee->getParamDecl(Index)->getType()) &&
         !(Foreign && isForwarding(*Callee, Index));
}

static bool isStream(clang::QualType T) {
  const clang::CXXRecordDecl *Class =
      T.getNonReferenceType()->getAsCXXRecordDecl();
  return Class && Class->isInStdNamespace() &&
         (Class->getName() == "basic_ostream" ||
          Class->getName() == "basic_istream");
}

/// What a call may return a writable reference to: its object, and what it was
/// given in a way that lets it keep one. `const T &` does not, and a stream
/// returns itself.
static bool mayComeBack(const clang::CallExpr &Call, unsigned Argument,
                        const TypeInfo &Types) {
  if (isStream(Call.getType()))
    return isStream(Call.getArg(Argument)->getType());
  const clang::FunctionDecl *Callee = Call.getDirectCallee();
  const auto *Method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(Callee);
  if (llvm::isa<clang::CXXOperatorCallExpr>(Call) && Method &&
      Method->isInstance()) {
    if (Argument == 0)
      return true;
    --Argument;
  }
  if (!Callee || Argument >= Callee->getNumParams())
    return true;
  clang::QualType T = Callee->getParamDecl(Argument)->getType();
  if (Types.isWrapper(Call.getType()) && TypeInfo::isStdList(T))
    return true; // a view of the list
  return T->isReferenceType() ? isWritable(T) : mayRefer(T, Types);
}

/// Numbers, tensors and lists that were computed refer to nothing.
static bool isOwnValue(const clang::Expr *E, const TypeInfo &Types) {
  clang::QualType T = E->getType();
  return E->isPRValue() && (T->isArithmeticType() || T->isEnumeralType() ||
                            Types.isTensor(T) || Types.isStdList(T));
}

/// The parts of an expression that an lvalue it gives may come from.
static void addParts(const clang::Expr *E, const TypeInfo &Types,
                     llvm::SmallVectorImpl<const clang::Expr *> &To) {
  const auto *Call = llvm::dyn_cast<clang::CallExpr>(E);
  if (!Call) {
    for (const clang::Stmt *Child : E->children())
      To.push_back(llvm::dyn_cast_or_null<clang::Expr>(Child));
    return;
  }
  To.push_back(Call->getCallee());
  for (auto [I, Arg] : llvm::enumerate(Call->arguments()))
    if (mayComeBack(*Call, I, Types))
      To.push_back(Arg);
}

void forEachRoot(const clang::Expr *E, const TypeInfo &Types,
                 llvm::function_ref<void(const clang::ValueDecl *)> Visit,
                 llvm::DenseSet<const clang::Expr *> *Walked) {
  llvm::SmallVector<const clang::Expr *> Work{E};
  while (!Work.empty()) {
    E = Work.pop_back_val();
    if (!E || isOwnValue(E, Types))
      continue;
    E = E->IgnoreParenCasts();
    if (Walked && !Walked->insert(E).second)
      continue;
    if (const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(E))
      Visit(Ref->getDecl());
    else if (const auto *Member = llvm::dyn_cast<clang::MemberExpr>(E))
      Work.push_back(Member->getBase());
    else if (!isOwnValue(E, Types) && !llvm::isa<clang::LambdaExpr>(E))
      addParts(E, Types, Work); // captures are looked at by themselves
  }
}

const clang::Expr *wholeOf(const clang::Expr *E) {
  if (const auto *Paren = llvm::dyn_cast<clang::ParenExpr>(E))
    return Paren->getSubExpr();
  if (const auto *Cast = llvm::dyn_cast<clang::CastExpr>(E))
    return Cast->getSubExpr();
  if (const auto *Unary = llvm::dyn_cast<clang::UnaryOperator>(E))
    return Unary->getSubExpr();
  if (const auto *Member = llvm::dyn_cast<clang::MemberExpr>(E))
    return Member->getBase();
  if (const auto *Element = llvm::dyn_cast<clang::ArraySubscriptExpr>(E))
    return Element->getBase();
  const auto *Call = llvm::dyn_cast<clang::CallExpr>(E);
  if (!Call)
    return nullptr;
  if (const clang::Expr *Object = objectOf(Call))
    return Object;
  return Call->getNumArgs() ? Call->getArg(0) : nullptr;
}

void forEachShifted(const clang::CallExpr &E,
                    llvm::function_ref<void(const clang::Expr *)> Visit) {
  const clang::FunctionDecl *Callee = E.getDirectCallee();
  llvm::StringRef Name =
      Callee && Callee->getIdentifier() ? Callee->getName() : llvm::StringRef();
  const clang::Expr *Object = objectOf(&E);
  llvm::SmallVector<const clang::Expr *> Storage;
  bool Swaps = Name == "swap";
  if (Swaps || E.isCallToStdMove())
    llvm::for_each(argumentsOf(&E, Storage), Visit);
  if (Object && (Swaps || Name == "push_front" || Name == "emplace_front" ||
                 Name == "pop_front"))
    Visit(Object);
}

} // namespace tidy

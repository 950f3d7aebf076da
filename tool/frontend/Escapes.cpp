//===- Escapes.cpp - Variables that have other names ----------------------===//
#include "frontend/Escapes.h"
#include "frontend/Lvalues.h"
#include "frontend/Makers.h"
#include "frontend/References.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtVisitor.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {
namespace {

/// The variable that an array, or a row of one, is in; null for a field.
static const clang::Expr *namedArray(const clang::Expr *E) {
  while (const auto *Row = llvm::dyn_cast<clang::ArraySubscriptExpr>(
             E->IgnoreParenImpCasts()))
    E = Row->getBase();
  return plainName(E->IgnoreParenImpCasts()) ? E : nullptr;
}

class EscapeFinder : public clang::ConstStmtVisitor<EscapeFinder> {
public:
  EscapeFinder(const TypeInfo &Types, const Places &Parts,
               PointerUses &Pointers, SettledVariables &Settled)
      : Types(Types), Parts(Parts), Pointers(Pointers), Settled(Settled) {}

  /// Without recursion over the C++ stack: expressions can be deep.
  void run(llvm::ArrayRef<const clang::Stmt *> Code) {
    findLocalLambdas(Code);
    llvm::SmallVector<const clang::Stmt *> Work(Code);
    while (!Work.empty()) {
      const clang::Stmt *S = Work.pop_back_val();
      if (!S)
        continue;
      if (const auto *For = llvm::dyn_cast<clang::CXXForRangeStmt>(S);
          For && Parts.follows(For)) {
        Work.append({For->getRangeStmt(), For->getLoopVarStmt(), For->getBody(),
                     For->getInit()});
        continue;
      }
      if (const auto *E = llvm::dyn_cast<clang::Expr>(S);
          E && E->isGLValue() && Parts.of(E))
        follow(E);
      Visit(S);
      llvm::append_range(Work, S->children());
    }
  }

  /// Where `this` goes otherwise, it is known there.
  void VisitCXXThisExpr(const clang::CXXThisExpr *E) {
    if (!Followed.contains(E))
      Found.insert(nullptr);
  }

  /// An array that somebody gets a pointer to.
  void VisitImplicitCastExpr(const clang::ImplicitCastExpr *E) {
    if (E->getCastKind() == clang::CK_ArrayToPointerDecay &&
        !Followed.contains(E))
      if (const clang::Expr *Array = namedArray(E->getSubExpr()))
        escape(Array);
  }
  /// `layers[0]->as<Linear>()->forward(x)`: a library's pointer that is used
  /// here and nowhere else.
  void VisitMemberExpr(const clang::MemberExpr *E) {
    const auto *Call =
        llvm::dyn_cast<clang::CallExpr>(E->getBase()->IgnoreParenImpCasts());
    const clang::FunctionDecl *Callee =
        Call ? Call->getDirectCallee() : nullptr;
    if (E->isArrow() && Callee && !Types.libraryOf(*Callee).empty())
      Passing.insert(Call);
  }
  void VisitUnaryOperator(const clang::UnaryOperator *E) {
    if (E->getOpcode() == clang::UO_AddrOf && !Harmless.contains(E))
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
        insert(C.getCapturedVar());
  }
  void VisitBlockExpr(const clang::BlockExpr *E) {
    for (const clang::BlockDecl::Capture &C : E->getBlockDecl()->captures())
      insert(C.getVariable());
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
    if (std::optional<Place> P = Parts.of(E))
      insert(P->Root);
    forEachRoot(
        E, Types, [&](const clang::ValueDecl *Root) { insert(Root); }, &Walked);
  }
  /// Somebody has the pointer that `E` holds. The object is one by all names.
  void lend(const clang::Expr *E) {
    forEachRoot(E, Types,
                [&](const clang::ValueDecl *Root) { Found.insert(Root); });
  }
  /// A name for a variable, or for a part of one, stands for the variable.
  void insert(const clang::ValueDecl *Root) {
    if (!Found.insert(Root).second)
      return;
    if (const auto *Binding =
            llvm::dyn_cast_or_null<clang::BindingDecl>(Root)) {
      insert(Binding->getDecomposedDecl());
      if (const clang::VarDecl *Holding = Binding->getHoldingVar())
        insert(Holding);
    } else if (const auto *V = llvm::dyn_cast_or_null<clang::VarDecl>(Root)) {
      if (std::optional<Place> Of = Parts.aliasedBy(*V))
        insert(Of->Root);
    }
  }
  /// What is written by its own name, or is a part of that, is seen.
  void escapeUnlessPlain(const clang::Expr *E) {
    const clang::Expr *Inner = E->IgnoreParens();
    bool IsPlace = Parts.of(E) || (E->getType()->isPointerType() &&
                                   E->isPRValue() && Parts.behind(E));
    if (!plainName(E) && !IsPlace &&
        !llvm::isa<clang::MemberExpr, clang::ArraySubscriptExpr>(Inner))
      escape(E);
  }
  void follow(const clang::Expr *E);
  void findLocalLambdas(llvm::ArrayRef<const clang::Stmt *> Code);
  bool keepsPointer(const clang::CallExpr *E, const clang::Expr *Object) const;

  const TypeInfo &Types;
  const Places &Parts;
  PointerUses &Pointers;
  SettledVariables &Settled;
  llvm::DenseSet<const clang::Expr *> Walked;   // what lies in them has escaped
  llvm::DenseSet<const clang::Expr *> Followed; // parts of a place
  llvm::DenseSet<const clang::Expr *> Harmless; // in what they are in
  llvm::DenseSet<const clang::Expr *> Passing;  // pointers, gone behind it
  llvm::DenseSet<const clang::LambdaExpr *> Local; // that are only called
};

/// All that a place is made of leads to it and nowhere else.
void EscapeFinder::follow(const clang::Expr *E) {
  while (E && Followed.insert(E).second)
    E = wholeOf(E);
}

static const clang::LambdaExpr *lambdaIn(const clang::Expr *E) {
  return E ? llvm::dyn_cast<clang::LambdaExpr>(E->IgnoreImplicit()) : nullptr;
}

/// What it captured by reference may come back from a call.
static bool mayGiveCaptures(const clang::LambdaExpr &L, const TypeInfo &Types) {
  clang::QualType T = L.getCallOperator()->getReturnType();
  const clang::AutoType *Auto = T->getContainedAutoType();
  return (Auto && Auto->isDecltypeAuto()) ||
         (!Types.isObject(T) && mayRefer(T, Types));
}

/// A lambda that a variable of its own holds, which is nothing but called, is
/// called here and nowhere else.
void EscapeFinder::findLocalLambdas(llvm::ArrayRef<const clang::Stmt *> Code) {
  llvm::DenseMap<const clang::ValueDecl *, const clang::LambdaExpr *> Held;
  NameUses Uses;
  forEachStatement(Code, [&](const clang::Stmt &S) {
    Uses.count(S);
    if (const auto *Decls = llvm::dyn_cast<clang::DeclStmt>(&S)) {
      for (const clang::Decl *Declared : Decls->decls())
        if (const auto *V = llvm::dyn_cast<clang::VarDecl>(Declared);
            V && V->hasLocalStorage())
          if (const clang::LambdaExpr *L = lambdaIn(V->getInit()))
            Held[V] = L;
    } else if (const auto *Call =
                   llvm::dyn_cast<clang::CXXOperatorCallExpr>(&S);
               Call && Call->getOperator() == clang::OO_Call) {
      const clang::Expr *Object = Call->getArg(0)->IgnoreImplicit();
      if (const auto *L = llvm::dyn_cast<clang::LambdaExpr>(Object))
        Local.insert(L);
      else
        Uses.allow(plainName(Object));
    }
  });
  for (auto [V, L] : Held)
    if (Uses.allAllowed(V))
      Local.insert(L);
  for (const clang::LambdaExpr *L : llvm::to_vector(Local))
    if (mayGiveCaptures(*L, Types))
      Local.erase(L);
}

/// The pointer that a smart one holds, for more than what stands here.
bool EscapeFinder::keepsPointer(const clang::CallExpr *E,
                                const clang::Expr *Object) const {
  const clang::FunctionDecl *Callee = E->getDirectCallee();
  return Callee && givesPointer(*Callee) && Types.isPointer(ownType(Object)) &&
         !Followed.contains(E) && !llvm::isa<clang::CXXOperatorCallExpr>(E);
}

void EscapeFinder::VisitLambdaExpr(const clang::LambdaExpr *E) {
  bool IsLocal = Local.contains(E);
  for (auto [C, Init] : llvm::zip(E->captures(), E->capture_inits()))
    if (C.capturesThis()) {
      if (IsLocal || Settled.onlyReadsThis(*E))
        Followed.insert(Init);
      else
        Found.insert(nullptr);
    } else if (C.capturesVariable() && Settled.mayChange(C)) {
      const auto *V = llvm::dyn_cast<clang::VarDecl>(C.getCapturedVar());
      bool IsOtherName = !V || V->isInitCapture();
      if (!IsLocal || IsOtherName)
        insert(C.getCapturedVar());
      if (V && IsOtherName)
        escape(V->getInit());
    }
}

void EscapeFinder::VisitCXXConstructExpr(const clang::CXXConstructExpr *E) {
  const clang::CXXConstructorDecl *C = E->getConstructor();
  if (copiedRange(*E))
    for (const clang::Expr *Iterator : {E->getArg(0), E->getArg(1)})
      Harmless.insert(
          withoutCopy(Iterator->IgnoreImplicit())->IgnoreImplicit());
  if (!mayRefer(E->getType(), Types) || C->isCopyOrMoveConstructor())
    return;
  // `Block(d)` of a ModuleHolder makes a Block of it; the constructor may be
  // that of a base. A tuple of references keeps what it is given.
  const clang::CXXConstructorDecl *Body =
      C->getInheritedConstructor()
          ? C->getInheritedConstructor().getConstructor()
          : C;
  bool PassesOn = Types.isPointer(E->getType());
  for (unsigned I = 0; I < std::min(E->getNumArgs(), C->getNumParams()); ++I)
    if (isWritable(C->getParamDecl(I)->getType()) &&
        !(PassesOn && !mayWrite(Body, I, Types)))
      escape(E->getArg(I)); // the object may keep it
}

/// A reference that is not simply a variable, or that the call may keep.
void EscapeFinder::VisitCallExpr(const clang::CallExpr *E) {
  const clang::FunctionDecl *Callee = E->getDirectCallee();
  const auto *Method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(Callee);
  clang::QualType T = E->getType();
  const auto *Op = llvm::dyn_cast<clang::CXXOperatorCallExpr>(E);
  // The pointer that `o->x` goes by is gone with it.
  bool IsPassing =
      (Op && Op->getOperator() == clang::OO_Arrow) || Passing.contains(E);
  bool Keeps = E->isPRValue() && !IsPassing && mayRefer(T, Types) &&
               !Parts.iterators().staysInSight(E);
  if (const clang::CallExpr *Tie = Op ? tieAssignedBy(Op) : nullptr) {
    Harmless.insert(Tie); // the variables are assigned to
    return;
  }
  if (Harmless.contains(E))
    return;
  const clang::Expr *Object = objectOf(E);
  if (Object && Object->getType()->isPointerType() && Parts.behind(Object))
    follow(Object);
  if (Object &&
      (keepsPointer(E, Object) || (Keeps && seesAsItself(*Callee, Types)))) {
    lend(Object);
  } else if (Object && Method && !Method->isConst() && !Followed.contains(E)) {
    if (Keeps && !Types.isTensor(Object->getType()))
      escape(Object); // an iterator out of sight, a pointer to the data
    else
      escapeUnlessPlain(Object);
  }
  llvm::SmallVector<const clang::Expr *> Storage;
  for (auto [I, Arg] : llvm::enumerate(argumentsOf(E, Storage))) {
    bool Written =
        Keeps ? mayKeep(*E, Callee, I, Types) : mayWrite(Callee, I, Types);
    if (!Keeps && Callee && Parts.behind(Arg) && Pointers.onlyLeads(*Callee, I))
      Harmless.insert(Arg->IgnoreParenImpCasts());
    if (Written && Arg->isLValue() &&
        (Keeps || !(plainName(withoutMove(Arg)) || Parts.of(withoutMove(Arg)))))
      escape(Arg);
  }
}

void EscapeFinder::visitVariable(const clang::VarDecl &V) {
  bool Splits = llvm::isa<clang::DecompositionDecl>(V);
  if (V.isStaticLocal() ||
      (V.getType().getNonReferenceType()->isArrayType() &&
       !V.getType()->isConstantArrayType()) ||
      (Splits && !TypeInfo::isTuple(V.getType()) &&
       !Types.isObject(V.getType())))
    Found.insert(&V);
  const clang::Expr *Init = V.getInit();
  if (Types.isWrapper(V.getType())) // a view of a list that may change
    forEachRoot(Init, Types, [&](const clang::ValueDecl *Root) {
      clang::QualType T = Root->getType().getNonReferenceType();
      if ((Types.isStdList(T) && !Settled.contains(Root)) || T->isArrayType()) {
        insert(Root);
        Found.insert(&V);
      }
    });
  bool Leads = Parts.leads(&V);
  if (Leads && Parts.aliasedBy(V))
    Harmless.insert(Init->IgnoreParenImpCasts());
  else if (Leads)
    Found.insert(&V);
  if (!V.getType()->isReferenceType() || !Init)
    return;
  if (const auto *Whole = llvm::dyn_cast<clang::ExprWithCleanups>(Init))
    Init = Whole->getSubExpr();
  if (Parts.aliasedBy(V) || !Parts.rowOf(&V).empty() ||
      llvm::isa<clang::MaterializeTemporaryExpr>(
          Init->IgnoreParens()->IgnoreImpCasts()))
    return;
  const auto *Named = llvm::dyn_cast_or_null<clang::VarDecl>(plainName(Init));
  if (Named && Types.isGlobalConstant(*Named))
    return;
  Found.insert(&V);
  escape(Init);
}

} // namespace

VariableSet findEscapes(llvm::ArrayRef<const clang::Stmt *> Code,
                        const TypeInfo &Types, const Places &Parts,
                        PointerUses &Pointers, SettledVariables &Settled) {
  EscapeFinder Finder(Types, Parts, Pointers, Settled);
  Finder.run(Code);
  return std::move(Finder.Found);
}

} // namespace tidy

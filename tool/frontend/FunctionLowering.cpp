//===- FunctionLowering.cpp - Blocks and statements -----------------------===//
#include "frontend/FunctionLowering.h"
#include "frontend/Conditions.h"
#include "frontend/Handlers.h"
#include "frontend/Linkage.h"
#include "frontend/WantedFailures.h"
#include "clang/Analysis/Analyses/PostOrderCFGView.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

Function FunctionLowering::run(const clang::FunctionDecl &D) {
  Lowered = &D;
  F.Name = U.Names.of(D);
  F.Usr = U.nameOf(D);
  F.Internal = isInternal(D, U.Source);
  if (!F.Internal)
    F.Declared = declaredIn(D, U.Source);
  F.Roles = U.rolesOf(D);
  F.Where = U.Source.at(D.getLocation(), D.getNameAsString().size());
  std::vector<const clang::Stmt *> Code = codeOf(D);
  Parts.findRanges(Code);
  Parts.takePointers(U.Pointers.in(D));
  Escaped = findEscapes(Code, U.Types, Parts, U.Pointers, U.Settled);
  MayFail = allowedToFail(D, U.Types, U.Source);
  declareParameters();
  for (const clang::Stmt *Part : Code)
    findArms(Part);
  if (lowerBody(*D.getBody()))
    return std::move(F);
  // Clang has no CFG for it: the body is one thing that is not understood.
  F.Blocks.emplace_back();
  F.Blocks[0].End.What = Terminator::Kind::Return;
  F.Blocks[0].End.Value = emitUnknown("function body", nullptr);
  return std::move(F);
}

/// False if Clang has no CFG for it.
bool FunctionLowering::lowerBody(const clang::Stmt &Body) {
  clang::CFG::BuildOptions Options;
  Options.setAllAlwaysAdd();
  Options.AddInitializers = true;
  Options.AddCXXDefaultInitExprInCtors = true;
  Options.AddEHEdges = hasTry(&Body);
  Options.AddImplicitDtors = true;
  auto Cfg = clang::CFG::buildCFG(Lowered, const_cast<clang::Stmt *>(&Body),
                                  &U.Ctx, Options);
  if (Cfg)
    lowerBlocks(*Cfg);
  return Cfg != nullptr;
}

/// The exit comes last, and gives back what was computed on the way.
Function FunctionLowering::runConstant(const clang::VarDecl &V) {
  const clang::Expr *Init = V.getInit();
  F.Name = U.Names.of(V);
  F.Usr = usrOf(V);
  F.Internal = !mayBeMeantOutside(V);
  if (!F.Internal)
    F.Declared = declaredIn(V, U.Source);
  F.Where = U.Source.at(V.getLocation(), V.getName().size());
  Parts.findRanges({Init});
  Escaped = findEscapes({Init}, U.Types, Parts, U.Pointers, U.Settled);
  findArms(Init);
  if (!lowerBody(*Init))
    F.Blocks.emplace_back().End.What = Terminator::Kind::Return;
  Current = F.Blocks.size() - 1;
  F.Blocks[Current].End.Value = value(Init);
  return std::move(F);
}

Function FunctionLowering::runImplicit(const clang::CXXRecordDecl &Class) {
  std::string Name = U.Names.of(Class);
  F.Name = Name + "::" + Class.getNameAsString();
  F.Usr = usrOf(Class) + "@implicit";
  F.Internal = true;
  F.Where = U.Source.at(Class.getLocation(), Class.getNameAsString().size());
  declareThis();
  F.Blocks.emplace_back();
  constructFields(This, Class, true);
  F.Blocks[0].End.What = Terminator::Kind::Return;
  return std::move(F);
}

/// The object first, what a lambda captured last.
void FunctionLowering::declareParameters() {
  const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(Lowered);
  bool IsLambda = Method && Method->getParent()->isLambda();
  if (Method && Method->isInstance() && !IsLambda)
    declareThis();
  for (const clang::ParmVarDecl *P : Lowered->parameters()) {
    clang::QualType T = P->getType();
    declareParameter(*P,
                     isWrittenThrough(T, U.Types) ||
                         (U.Types.isPointer(T) && !isRebound(*P, *Lowered)));
    F.Params.back().Contract =
        readShape(declaredShape(*Lowered, P->getFunctionScopeIndex()));
  }
  if (U.Types.isTensor(Lowered->getReturnType()))
    F.Result = readShape(declaredResult(*Lowered));
  if (IsLambda)
    declareCaptures(*Method);
}

void FunctionLowering::declareParameter(const clang::ValueDecl &P,
                                        bool ByReference) {
  clang::QualType T = P.getType();
  bool Points = U.Types.pointsToValue(T);
  Param Out;
  Out.What = U.Types.paramKind(T);
  Out.ByReference = ByReference;
  Out.Var = newVariable(P.getNameAsString(),
                        U.Source.at(P.getLocation(), P.getName().size()),
                        U.Types.holdsTensor(Points ? T->getPointeeType() : T),
                        Escaped.contains(&P) || (Points && !Parts.leads(&P)));
  F.Vars[Out.Var].IsView = U.Types.isWrapper(T);
  Variables[&P] = {Out.Var, {}};
  F.Params.push_back(std::move(Out));
}

void FunctionLowering::declareThis() {
  Param Out;
  Out.What = Param::Kind::Object;
  Out.ByReference = true;
  Out.Var = newVariable("this", Span(), false, Escaped.contains(nullptr));
  This = {Out.Var, {}};
  F.Params.push_back(std::move(Out));
}

void FunctionLowering::declareCaptures(const clang::CXXMethodDecl &Body) {
  for (const clang::LambdaCapture &C : Body.getParent()->captures())
    if (C.capturesThis())
      declareThis();
    else if (C.capturesVariable())
      declareParameter(*C.getCapturedVar(),
                       C.getCaptureKind() == clang::LCK_ByRef
                           ? U.Settled.mayChange(C)
                           : !Body.isConst());
}

/// What comes of it, or of the last of its parts that is evaluated, is written
/// to the slot.
static void addArm(const clang::Expr *E, VarId Slot, Scope &To) {
  E = E->IgnoreParens();
  const clang::BinaryOperator *Op = logicalOperator(E);
  if (!Op) {
    To.Arms[E] = Slot;
    return;
  }
  To.Slots[Op] = Slot;
  addArm(Op->getLHS(), Slot, To);
  addArm(Op->getRHS(), Slot, To);
}

/// The arms of `c ? a : b` write a slot that the whole reads: only one of them
/// is evaluated. So do the parts of `a && b`, the last one that is evaluated
/// says what the whole is.
void FunctionLowering::findArms(const clang::Stmt *S) {
  if (!S || llvm::isa<clang::LambdaExpr>(S))
    return;
  const auto *E = llvm::dyn_cast<clang::Expr>(S);
  auto NewSlot = [&](const char *Name) {
    return newVariable(Name, U.Source.of(E->getSourceRange()),
                       U.Types.holdsTensor(E->getType()), false);
  };
  if (const auto *C = llvm::dyn_cast<clang::ConditionalOperator>(S)) {
    VarId Slot = Slots[C] = NewSlot(ChoiceSlot);
    Arms[C->getTrueExpr()->IgnoreParens()] = Slot;
    Arms[C->getFalseExpr()->IgnoreParens()] = Slot;
  } else if (E && logicalOperator(E) && !Slots.contains(E)) {
    addArm(E, NewSlot(LogicalSlot), *this);
  }
  for (const clang::Stmt *Child : S->children())
    findArms(Child);
}

/// In reverse post-order what dominates a block, a variable's declaration too,
/// is lowered before it.
void FunctionLowering::lowerBlocks(const clang::CFG &Cfg) {
  F.Blocks.resize(Cfg.getNumBlockIDs());
  clang::PostOrderCFGView View(&Cfg);
  for (const clang::CFGBlock *B : View)
    lowerBlock(*B, Cfg);
}

void FunctionLowering::lowerBlock(const clang::CFGBlock &B,
                                  const clang::CFG &Cfg) {
  Current = numberOf(B, Cfg);
  Ended.reset();
  if (&B == &Cfg.getEntry())
    emitUnread();
  for (const clang::CFGElement &Element : B) {
    if (auto S = Element.getAs<clang::CFGStmt>())
      lowerStatement(S->getStmt());
    else if (auto Init = Element.getAs<clang::CFGInitializer>())
      lowerInitializer(*Init->getInitializer());
    else if (auto End = Element.getAs<clang::CFGAutomaticObjDtor>())
      lowerDestruction(*End->getVarDecl());
  }
  F.Blocks[Current].End = Ended ? *Ended : terminator(B, Cfg);
}

/// What a destructor of the user's does is not followed.
void FunctionLowering::lowerDestruction(const clang::VarDecl &V) {
  if (!U.Types.destroysWithUserCode(V.getType()))
    return;
  Instr I;
  I.Name = "destructor";
  I.Taints = I.Opaque = true;
  if (VarPlace At = placeOf(Place{&V, {}}); At.Var != NoId)
    I.Operands.push_back({"", NoId, At.Var, At.Steps});
  emit(std::move(I), nullptr);
}

/// Evaluating it does nothing of its own, or hangs on the object that it is
/// for: it is lowered when its user needs it. A variable's name alone reads
/// nothing: what is bound to it sees what it holds when the call is made.
static bool isPassive(const clang::Expr *E, const Places &Parts) {
  if (E->isGLValue() && Parts.of(E))
    return true;
  if (const auto *Cast = llvm::dyn_cast<clang::ImplicitCastExpr>(E))
    return Cast->getCastKind() != clang::CK_LValueToRValue;
  if (const auto *Member = llvm::dyn_cast<clang::MemberExpr>(E))
    return llvm::isa<clang::FunctionDecl>(Member->getMemberDecl());
  return llvm::isa<clang::DeclRefExpr, clang::CXXThisExpr,
                   clang::IntegerLiteral, clang::FloatingLiteral,
                   clang::StringLiteral, clang::CXXBoolLiteralExpr,
                   clang::CXXDefaultArgExpr, clang::CXXDefaultInitExpr>(E);
}

void FunctionLowering::lowerStatement(const clang::Stmt *S) {
  if (const auto *E = llvm::dyn_cast<clang::Expr>(S)) {
    if (Arms.contains(E) || !(isPassive(E, Parts) || Parts.isHidden(E)))
      value(E);
  } else if (const auto *Decls = llvm::dyn_cast<clang::DeclStmt>(S)) {
    for (const clang::Decl *Declared : Decls->decls())
      if (const auto *V = llvm::dyn_cast<clang::VarDecl>(Declared))
        lowerVariable(*V);
  } else if (const auto *Return = llvm::dyn_cast<clang::ReturnStmt>(S)) {
    Terminator End;
    End.What = Terminator::Kind::Return;
    if (const clang::Expr *Result = Return->getRetValue()) {
      End.Value = value(Result);
      if (isWritable(Lowered->getReturnType()))
        lend(Result);
    }
    if (F.Result && End.Value != NoId)
      End.Value =
          emitExpect("result", *F.Result, End.Value, Return->getRetValue());
    Ended = End;
  }
}

void FunctionLowering::lowerVariable(const clang::VarDecl &V) {
  const clang::Expr *Init = V.getInit();
  clang::QualType T = V.getType();
  if (lowerCounter(V))
    return;
  if (std::optional<Place> Other = Parts.aliasedBy(V))
    if (VarPlace Same = placeOf(*Other); Same.Var != NoId) {
      Variables[&V] = std::move(Same);
      return;
    }
  auto [It, New] = Variables.try_emplace(&V);
  if (New)
    It->second.Var = newVariable(
        V.getNameAsString(), U.Source.at(V.getLocation(), V.getName().size()),
        U.Types.holdsTensor(T), Escaped.contains(&V));
  VarId Var = It->second.Var;
  F.Vars[Var].IsView = U.Types.isWrapper(T);
  InstrId From = NoId;
  if (T->isConstantArrayType() &&
      (!Init || llvm::isa<clang::CXXConstructExpr>(Init)))
    From = filledArray(T, emitConst(ListValue(), nullptr), false, Init);
  else
    From = Init ? value(Init) : emitUnknown("uninitialised", nullptr);
  if (std::string Row = Parts.rowOf(&V); !Row.empty())
    From = field(From, Row, nullptr);
  From = lowerDeclared(V, Var, From);
  if (Init && U.Types.isTensor(T))
    From = lowerComment(From, Init);
  store({Var}, From, F.Vars[Var].Where);
}

} // namespace tidy

//===- LowerExpr.cpp - Expressions but for calls --------------------------===//
#include "frontend/FunctionLowering.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

namespace tidy {

VarId FunctionLowering::variableOf(const clang::Expr *E) const {
  const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(
      E->IgnoreParenNoopCasts(U.Ctx)->IgnoreImplicit());
  if (!Ref || Ref->refersToEnclosingVariableOrCapture())
    return NoId;
  auto It = Variables.find(Ref->getDecl());
  return It == Variables.end() ? NoId : It->second;
}

VarId FunctionLowering::rootOf(const clang::Expr *E) const {
  E = E->IgnoreParenCasts();
  if (VarId Var = variableOf(E); Var != NoId)
    return Var;
  if (const auto *Member = llvm::dyn_cast<clang::MemberExpr>(E))
    return rootOf(Member->getBase());
  if (const auto *Sub = llvm::dyn_cast<clang::ArraySubscriptExpr>(E))
    return rootOf(Sub->getBase());
  return NoId;
}

InstrId FunctionLowering::value(const clang::Expr *E) {
  E = E->IgnoreParens();
  auto Known = Values.find(E);
  if (Known != Values.end())
    return Known->second;
  InstrId V = lower(E);
  // Of a number with a fraction it is enough to know that it is one.
  if (E->getType()->isFloatingType() && F.Instrs[V].Kind == InstrKind::Unknown)
    F.Instrs[V].Number = true;
  Values[E] = V;
  if (auto Arm = Arms.find(E); Arm != Arms.end()) {
    Instr Store;
    Store.Kind = InstrKind::Store;
    Store.Var = Arm->second;
    Store.Operands = {{"", V, NoId}};
    emit(std::move(Store), nullptr);
  }
  return V;
}

/// The expression that this one only stands around; null if it does more.
static const clang::Expr *insideOf(const clang::Expr *E) {
  if (const auto *X = llvm::dyn_cast<clang::FullExpr>(E))
    return X->getSubExpr();
  if (const auto *X = llvm::dyn_cast<clang::MaterializeTemporaryExpr>(E))
    return X->getSubExpr();
  if (const auto *X = llvm::dyn_cast<clang::CXXBindTemporaryExpr>(E))
    return X->getSubExpr();
  if (const auto *X = llvm::dyn_cast<clang::CXXStdInitializerListExpr>(E))
    return X->getSubExpr();
  if (const auto *X = llvm::dyn_cast<clang::SubstNonTypeTemplateParmExpr>(E))
    return X->getReplacement();
  return nullptr;
}

InstrId FunctionLowering::lower(const clang::Expr *E) {
  if (InstrId Constant = lowerConstant(E); Constant != NoId)
    return Constant;
  if (const auto *X = llvm::dyn_cast<clang::DeclRefExpr>(E))
    return lowerReference(X);
  if (const auto *X = llvm::dyn_cast<clang::CastExpr>(E))
    return lowerCast(X);
  if (const auto *X = llvm::dyn_cast<clang::CallExpr>(E))
    return lowerCall(X);
  if (const auto *X = llvm::dyn_cast<clang::CXXConstructExpr>(E))
    return lowerConstruct(X);
  if (const auto *X = llvm::dyn_cast<clang::InitListExpr>(E))
    return lowerList(X);
  if (const auto *X = llvm::dyn_cast<clang::UnaryOperator>(E))
    return lowerUnary(X);
  if (const auto *X = llvm::dyn_cast<clang::BinaryOperator>(E))
    return lowerBinary(X);
  if (const clang::Expr *Inner = insideOf(E))
    return value(Inner);
  if (const auto *X = llvm::dyn_cast<clang::CXXDefaultArgExpr>(E))
    return lowerDefault(X->getExpr());
  if (const auto *X = llvm::dyn_cast<clang::CXXDefaultInitExpr>(E))
    return lowerDefault(X->getExpr());
  return lowerRest(E);
}

/// What is looked at less closely.
InstrId FunctionLowering::lowerRest(const clang::Expr *E) {
  if (auto Slot = Slots.find(E); Slot != Slots.end()) {
    Instr Load;
    Load.Kind = InstrKind::Load;
    Load.Var = Slot->second;
    return emit(std::move(Load), E);
  }
  if (llvm::isa<clang::CXXNullPtrLiteralExpr>(E))
    return emitConst(NoneValue(), E);
  if (const auto *X = llvm::dyn_cast<clang::CXXParenListInitExpr>(E))
    return emitKept("aggregate", E, X->getInitExprs());
  if (const auto *X = llvm::dyn_cast<clang::LambdaExpr>(E))
    return emitKept("lambda", E, {X->capture_init_begin(), X->capture_size()});
  if (const auto *X = llvm::dyn_cast<clang::ArraySubscriptExpr>(E))
    return emitComputed(
        "element", E,
        {{"", value(X->getBase()), NoId}, {"", value(X->getIdx()), NoId}});
  if (llvm::isa<clang::StringLiteral>(E))
    return emitComputed("string", E, {});
  return emitUnknown(E->getStmtClassName(), E);
}

/// One expression stands for the default of every call. Evaluated again it may
/// have another value, unless it is a constant.
InstrId FunctionLowering::lowerDefault(const clang::Expr *E) {
  auto Before = Values.find(E->IgnoreParens());
  if (Before != Values.end() &&
      F.Instrs[Before->second].Kind != InstrKind::Const)
    return emitUnknown("default argument", E);
  return value(E);
}

/// Whole numbers and flags that Clang can work out; any floating point number,
/// whose value never matters.
InstrId FunctionLowering::lowerConstant(const clang::Expr *E) {
  clang::QualType T = E->getType();
  if (E->isValueDependent() || E->isTypeDependent() || !E->isPRValue())
    return NoId;
  if (llvm::isa<clang::FloatingLiteral>(E))
    return emitConst(NumberValue(), E);
  if (!T->isIntegralOrEnumerationType())
    return NoId;
  clang::Expr::EvalResult R;
  if (!E->EvaluateAsInt(R, U.Ctx) || R.HasSideEffects)
    return NoId;
  const llvm::APSInt &Int = R.Val.getInt();
  if (T->isBooleanType())
    return emitConst(Int.getBoolValue() ? Answer::Yes : Answer::No, E);
  if (!Int.isRepresentableByInt64())
    return emitConst(Dim::unknown(), E);
  return emitConst(Dim(Int.getExtValue()), E);
}

InstrId FunctionLowering::lowerReference(const clang::DeclRefExpr *E) {
  VarId Var = variableOf(E);
  if (Var == NoId) {
    const clang::CXXRecordDecl *Record = E->getType()->getAsCXXRecordDecl();
    if (Record && Record->isEmpty() && U.Types.isWrapper(E->getType()))
      return emitConst(NoneValue(), E); // nullopt and its kin
    return emitUnknown("variable", E);
  }
  Instr Load;
  Load.Kind = InstrKind::Load;
  Load.Var = Var;
  return emit(std::move(Load), E);
}

InstrId FunctionLowering::lowerCast(const clang::CastExpr *E) {
  InstrId From = value(E->getSubExpr());
  switch (E->getCastKind()) {
  case clang::CK_FloatingToIntegral:
  case clang::CK_IntegralToFloating:
  case clang::CK_FloatingCast:
    return emitComputed("conversion", E, {{"", From, NoId}});
  case clang::CK_IntegralCast:
    return wrapped(From, E->getType(), E);
  case clang::CK_IntegralToBoolean:
  case clang::CK_FloatingToBoolean:
  case clang::CK_PointerToBoolean:
  case clang::CK_MemberPointerToBoolean:
    return emitCompare("bool", {From}, E);
  default:
    return From; // the same value, or a constructor or conversion below it
  }
}

InstrId FunctionLowering::lowerUnary(const clang::UnaryOperator *E) {
  InstrId Sub = value(E->getSubExpr());
  Instr I;
  I.Operands = {{"", Sub, NoId}};
  switch (E->getOpcode()) {
  case clang::UO_Plus:
  case clang::UO_Extension:
    return Sub;
  case clang::UO_LNot:
    return emitCompare("not", {Sub}, E);
  case clang::UO_Minus:
    if (!U.Types.isInteger(E->getType()))
      return emitComputed("operator -", E, std::move(I.Operands));
    I.Kind = InstrKind::Arith;
    I.Name = "neg";
    Sub = emit(std::move(I), E);
    return E->getType()->isUnsignedIntegerType() ? wrapped(Sub, E->getType(), E)
                                                 : Sub;
  default:
    break;
  }
  if (!E->isIncrementDecrementOp())
    return emitUnknown("operator", E);
  if (!U.Types.isInteger(E->getType()))
    return lowerAssignment(E->getSubExpr(), emitUnknown("operator", E), E);
  InstrId One = emitConst(Dim(1), nullptr);
  I.Kind = InstrKind::Arith;
  I.Name = E->isIncrementOp() ? "+" : "-";
  I.Operands.push_back({"", One, NoId});
  InstrId Next = wrapped(emit(std::move(I), nullptr), E->getType(), nullptr);
  lowerAssignment(E->getSubExpr(), Next, E);
  return E->isPrefix() ? Next : Sub;
}

static std::string operatorName(clang::BinaryOperatorKind K) {
  if (clang::BinaryOperator::isCompoundAssignmentOp(K))
    K = clang::BinaryOperator::getOpForCompoundAssignment(K);
  return clang::BinaryOperator::getOpcodeStr(K).str();
}

InstrId FunctionLowering::lowerBinary(const clang::BinaryOperator *E) {
  if (E->isLogicalOp() || E->getOpcode() == clang::BO_Comma) {
    // Control flow has the parts; as a value a logical operator is opaque.
    if (E->getOpcode() == clang::BO_Comma)
      return value(E->getRHS());
    return emitUnknown("logical operator", E);
  }
  InstrId L = E->getOpcode() == clang::BO_Assign ? NoId : value(E->getLHS());
  InstrId R = value(E->getRHS());
  if (E->getOpcode() == clang::BO_Assign)
    return lowerAssignment(E->getLHS(), R, E);
  Instr I;
  I.Name = operatorName(E->getOpcode());
  I.Operands = {{"", L, NoId}, {"", R, NoId}};
  bool Compares = E->isComparisonOp() && I.Name != "<=>";
  bool Counts = llvm::StringSwitch<bool>(I.Name)
                    .Cases({"+", "-", "*", "/", "%"}, true)
                    .Default(false);
  bool Integers = U.Types.isInteger(E->getLHS()->getType()) &&
                  U.Types.isInteger(E->getRHS()->getType());
  InstrId V;
  if ((Compares || Counts) && Integers) {
    I.Kind = Compares ? InstrKind::Compare : InstrKind::Arith;
    V = emit(std::move(I), E);
    if (Counts &&
        (E->isCompoundAssignmentOp() || E->getType()->isUnsignedIntegerType()))
      V = wrapped(V, E->getType(), E);
  } else {
    V = emitComputed("operator " + I.Name, E, std::move(I.Operands));
  }
  return E->isCompoundAssignmentOp() ? lowerAssignment(E->getLHS(), V, E) : V;
}

/// A variable gets the value; of anything else, the variable it is a part of
/// is no longer known, and something else holds the value now.
InstrId FunctionLowering::lowerAssignment(const clang::Expr *To, InstrId V,
                                          const clang::Expr *Whole) {
  VarId Var = variableOf(To);
  VarId Root = Var == NoId ? rootOf(To) : Var;
  InstrId From = V;
  if (Var == NoId) {
    Instr Elsewhere;
    Elsewhere.Name = "assigned elsewhere";
    Elsewhere.Operands = {{"", V, NoId}};
    Elsewhere.Keeps = true;
    // What is no part of a variable may be one that is known by its name.
    Elsewhere.Opaque = Root == NoId || isThroughAReference(To);
    From = emit(std::move(Elsewhere), nullptr);
  }
  if (Root == NoId)
    return V;
  Instr Store;
  Store.Kind = InstrKind::Store;
  Store.Var = Root;
  Store.Operands = {{"", From, NoId}};
  emit(std::move(Store), Whole);
  return V;
}

InstrId FunctionLowering::lowerList(const clang::InitListExpr *E) {
  clang::QualType T = E->getType();
  if (T->isRecordType() && !U.Types.isStdList(T) && !E->isTransparent())
    return emitKept("aggregate", E, E->inits());
  if (T->isRecordType() && E->getNumInits() == 1) // std::array's own array
    return value(E->getInit(0));
  if (E->isTransparent() || (!T->isRecordType() && !T->isArrayType()))
    return E->getNumInits() == 1 ? value(E->getInit(0))
                                 : emitUnknown("initialiser", E);
  if (E->hasArrayFiller())
    return emitUnknown("array filler", E);
  Instr I;
  I.Kind = InstrKind::List;
  for (const clang::Expr *Init : E->inits())
    I.Operands.push_back({"", value(Init), NoId});
  return emit(std::move(I), E);
}

/// Copies are the value itself; wrappers (ArrayRef, Scalar, optional) are what
/// they are made from; vectors are the list they are made from.
InstrId FunctionLowering::lowerConstruct(const clang::CXXConstructExpr *E) {
  clang::QualType T = E->getType();
  const clang::CXXConstructorDecl *C = E->getConstructor();
  unsigned Given = 0;
  for (const clang::Expr *Arg : E->arguments())
    Given += !llvm::isa<clang::CXXDefaultArgExpr>(Arg);
  bool FromList = C->getNumParams() > 0 &&
                  U.Types.isStdList(C->getParamDecl(0)->getType()) &&
                  E->getArg(0)->getType().getNonReferenceType()->isRecordType();
  bool Keeps = C->isCopyOrMoveConstructor() || U.Types.isWrapper(T) ||
               (U.Types.isStdList(T) && FromList);
  if (Given == 1 && Keeps)
    return value(E->getArg(0));
  if (Given == 0 && U.Types.isWrapper(T))
    return emitConst(NoneValue(), E);
  if (Given == 0 && U.Types.isStdList(T))
    return emitConst(ListValue(), E);
  std::vector<Operand> Operands;
  for (auto [I, Arg] : llvm::enumerate(E->arguments()))
    if (I < C->getNumParams())
      Operands.push_back(argument(Arg, C->getParamDecl(I)->getType()));
  Instr I;
  I.Name = qualifiedName(*C->getParent());
  I.Operands = std::move(Operands);
  bool Standard = U.Types.isStandard(*C);
  I.Taints = I.Opaque = Standard ? callsBack({E->getArgs(), E->getNumArgs()})
                                 : U.Types.libraryOf(*C).empty();
  I.Keeps = true;
  I.Computed = Standard;
  return emit(std::move(I), E);
}

} // namespace tidy

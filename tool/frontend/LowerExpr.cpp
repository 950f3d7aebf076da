//===- LowerExpr.cpp - Expressions but for calls --------------------------===//
#include "frontend/FunctionLowering.h"
#include "frontend/Linkage.h"
#include "frontend/NameUses.h"
#include "frontend/Texts.h"
#include "frontend/Verdicts.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

namespace tidy {

static bool mayBeUnknown(InstrKind K) {
  return K == InstrKind::Unknown || K == InstrKind::Load ||
         K == InstrKind::Field || K == InstrKind::Element;
}

InstrId FunctionLowering::value(const clang::Expr *E) {
  E = E->IgnoreParens();
  auto Known = Values.find(E);
  if (Known != Values.end())
    return Known->second;
  InstrId V = lower(E);
  // Of a number with a fraction it is enough to know that it is one.
  if (E->getType()->isFloatingType() && mayBeUnknown(F.Instrs[V].Kind))
    F.Instrs[V].Number = true;
  Values[E] = V;
  if (auto Arm = Arms.find(E); Arm != Arms.end())
    store({Arm->second}, V, Span());
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
  if (const auto *X = llvm::dyn_cast<clang::CXXRewrittenBinaryOperator>(E))
    return X->getSemanticForm();
  if (const auto *X = llvm::dyn_cast<clang::SubstNonTypeTemplateParmExpr>(E))
    return X->getReplacement();
  return nullptr;
}

InstrId FunctionLowering::lower(const clang::Expr *E) {
  if (InstrId Constant = lowerConstant(E); Constant != NoId)
    return Constant;
  if (InstrId Counting = lowerCounting(E); Counting != NoId)
    return Counting;
  if (InstrId Position = lowerIterator(E); Position != NoId)
    return Position;
  if (llvm::isa<clang::CXXThisExpr>(E) && This.Var != NoId)
    return load(This, E);
  if (const auto *Call = llvm::dyn_cast<clang::CallExpr>(E);
      Call && movesFrom(Call))
    return lowerMove(Call);
  if (E->isGLValue())
    if (VarPlace At = placeOf(E); At.Var != NoId)
      return lowerDeclaredField(E, load(At, E));
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
  if (auto Slot = Slots.find(E); Slot != Slots.end())
    return load({Slot->second}, E);
  if (llvm::isa<clang::CXXNullPtrLiteralExpr>(E))
    return emitConst(NoneValue(), E);
  if (const auto *X = llvm::dyn_cast<clang::CXXParenListInitExpr>(E))
    return emitKept("aggregate", E, X->getInitExprs());
  if (const auto *X = llvm::dyn_cast<clang::LambdaExpr>(E))
    return lowerLambda(X);
  if (const auto *X = llvm::dyn_cast<clang::MemberExpr>(E))
    return lowerField(X);
  if (const auto *X = llvm::dyn_cast<clang::CXXNewExpr>(E))
    return lowerNew(X);
  if (const auto *X = llvm::dyn_cast<clang::ArraySubscriptExpr>(E))
    return emitComputed(
        "element", E,
        {{"", value(X->getBase()), NoId}, {"", value(X->getIdx()), NoId}});
  if (const auto *X = llvm::dyn_cast<clang::StringLiteral>(E)) {
    std::optional<TextValue> Text = textIn(*X);
    return Text ? emitConst(std::move(*Text), E)
                : emitComputed("string", E, {});
  }
  return emitUnknown(E->getStmtClassName(), E);
}

/// One expression stands for the default of every call, and of a field of every
/// object: it is lowered for each. Unknown in itself.
InstrId FunctionLowering::lowerDefault(const clang::Expr *E) {
  auto [Before, IsFirst] = Defaults.try_emplace(E, true);
  if (!IsFirst && std::exchange(Before->second, true))
    return emitUnknown("default in itself", E);
  if (!IsFirst)
    forEachStatement({E}, [&](const clang::Stmt &S) {
      if (const auto *Part = llvm::dyn_cast<clang::Expr>(&S))
        Values.erase(Part);
    });
  InstrId V = value(E);
  Defaults[E] = false;
  return V;
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
  if (const auto *Body = llvm::dyn_cast<clang::FunctionDecl>(E->getDecl()))
    if (const clang::FunctionDecl *Here = Body->getDefinition();
        Here && U.IsLowered(*Here) && !llvm::isa<clang::CXXMethodDecl>(Here))
      return record("(" + U.nameOf(*Here) + ")", {}, E);
  if (const auto *V = llvm::dyn_cast<clang::VarDecl>(E->getDecl()))
    if (InstrId Constant = lowerGlobal(*V, E); Constant != NoId)
      return Constant;
  if (const Value *Constant = U.Types.constantOf(*E->getDecl()))
    return emitConst(*Constant, E);
  const clang::CXXRecordDecl *Record = E->getType()->getAsCXXRecordDecl();
  if (Record && Record->isEmpty() && U.Types.isWrapper(E->getType()))
    return emitConst(NoneValue(), E); // nullopt and its kin
  return emitUnknown("variable", E);
}

/// A constant is what the function of its name gives, here or in another file.
/// NoId if it is none.
InstrId FunctionLowering::lowerGlobal(const clang::VarDecl &V,
                                      const clang::Expr *E) {
  if (!U.Types.isGlobalConstant(V))
    return NoId;
  Instr I;
  I.Name = usrOf(V);
  I.Callee = U.Names.of(V);
  const clang::VarDecl *Definition = V.getInitializingDeclaration();
  if (Definition && U.IsConstant(*Definition)) {
    I.Kind = InstrKind::Call;
    return emit(std::move(I), E);
  }
  if (Definition || !mayBeMeantOutside(V))
    return NoId;
  I.Integer = U.Types.isInteger(E->getType());
  I.External = true;
  InstrId Call = emit(std::move(I), E);
  F.Outside.push_back({Call, usrOf(V), declaredIn(V, U.Source)});
  return Call;
}

InstrId FunctionLowering::lowerCast(const clang::CastExpr *E) {
  if (E->getCastKind() == clang::CK_PointerToBoolean)
    if (const clang::Expr *Answer = answerHeldBy(E->getSubExpr()))
      return value(Answer);
  InstrId From = value(E->getSubExpr());
  switch (E->getCastKind()) {
  case clang::CK_ArrayToPointerDecay:
    return mayChangeCharacters(*E->getSubExpr()) ? emitUnknown("characters", E)
                                                 : From;
  case clang::CK_Dynamic:
    return castTo(E->getType()->isPointerType() ? E->getType()->getPointeeType()
                                                : E->getType(),
                  From, E);
  case clang::CK_FloatingToIntegral:
  case clang::CK_IntegralToFloating:
  case clang::CK_FloatingCast:
    return emitComputed("conversion", E, {{"", From, NoId}});
  case clang::CK_IntegralCast:
    return wrapped(From, E->getType(), E);
  case clang::CK_IntegralToBoolean:
  case clang::CK_FloatingToBoolean:
  case clang::CK_MemberPointerToBoolean:
    return emitCompare("bool", {From}, E);
  case clang::CK_PointerToBoolean:
    if (U.Types.isPointer(E->getSubExpr()->getType()))
      return emitGiven(From, true, E);
    if (U.Types.pointsToValue(E->getSubExpr()->getType()))
      return emitUnknown("pointer", E); // its value is that behind it
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
  case clang::UO_AddrOf:
    lend(E->getSubExpr());
    return E->getSubExpr()->getType()->isFunctionType()
               ? Sub
               : emitUnknown("operator", E);
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
  if (auto Slot = Slots.find(E); Slot != Slots.end())
    return load({Slot->second}, E);
  if (E->getOpcode() == clang::BO_Comma)
    return value(E->getRHS());
  InstrId L = E->getOpcode() == clang::BO_Assign ? NoId : value(E->getLHS());
  InstrId R = value(E->getRHS());
  if (E->getOpcode() == clang::BO_Assign)
    return lowerAssignment(E->getLHS(), R, E);
  if (E->isEqualityOp())
    if (const clang::Expr *Of =
            comparedWithNone(E->getLHS(), E->getRHS(), U.Types))
      return emitGiven(value(Of), E->getOpcode() == clang::BO_NE, E);
  Instr I;
  I.Name = operatorName(E->getOpcode());
  I.Operands = {{"", L, NoId}, {"", R, NoId}};
  bool Compares = E->isComparisonOp() && I.Name != "<=>";
  bool Counts = llvm::StringSwitch<bool>(I.Name)
                    .Cases({"+", "-", "*", "/", "%", "<<", ">>"}, true)
                    .Default(false);
  bool Integers = U.Types.isInteger(E->getLHS()->getType()) &&
                  U.Types.isInteger(E->getRHS()->getType());
  InstrId V;
  if ((Compares || Counts) && Integers) {
    I.Kind = Compares ? InstrKind::Compare : InstrKind::Arith;
    if (I.Name == "<<" || I.Name == ">>")
      I.Name = I.Name == "<<" ? "shl" : "shr";
    V = emit(std::move(I), E);
    if (Counts &&
        (E->isCompoundAssignmentOp() || E->getType()->isUnsignedIntegerType()))
      V = wrapped(V, E->getType(), E);
  } else {
    V = emitComputed("operator " + I.Name, E, std::move(I.Operands));
  }
  return E->isCompoundAssignmentOp() ? lowerAssignment(E->getLHS(), V, E) : V;
}

InstrId FunctionLowering::lowerList(const clang::InitListExpr *E) {
  clang::QualType T = E->getType();
  if (T->isRecordType() && !U.Types.isStdList(T) && !E->isTransparent())
    return lowerAggregate(E);
  if (T->isRecordType() && E->getNumInits() == 1) // std::array's own array
    return value(E->getInit(0));
  if (E->isTransparent() || (!T->isRecordType() && !T->isArrayType()))
    return E->getNumInits() == 1 ? value(E->getInit(0))
                                 : emitUnknown("initialiser", E);
  llvm::SmallVector<const clang::Expr *> Inits(E->inits());
  InstrId Written = list(Inits, E);
  if (!E->hasArrayFiller())
    return Written;
  return filledArray(T, Written, true, E);
}

/// A copy; of a base alone, it is one of that class.
InstrId FunctionLowering::sliced(const clang::CXXConstructExpr *E) {
  InstrId V = value(E->getArg(0));
  const clang::CXXRecordDecl *To = E->getType()->getAsCXXRecordDecl();
  const clang::CXXRecordDecl *From =
      E->getArg(0)->IgnoreParenImpCasts()->getType()->getAsCXXRecordDecl();
  bool IsSliced = To && From && U.Types.isObject(E->getType()) &&
                  From->hasDefinition() && From->isDerivedFrom(To);
  return IsSliced ? record(U.Names.of(*To), {{"...", V, NoId}}, E) : V;
}

/// Made of one thing, it is that: a copy, a wrapper, the vector of a list, a
/// text, what carries an answer.
static bool isItsArgument(const clang::CXXConstructExpr &E,
                          const TypeInfo &Types) {
  clang::QualType T = E.getType(), From = E.getArg(0)->getType();
  const clang::CXXConstructorDecl *C = E.getConstructor();
  bool FromList = C->getNumParams() > 0 &&
                  Types.isStdList(C->getParamDecl(0)->getType()) &&
                  From.getNonReferenceType()->isRecordType();
  bool FromAnswer =
      From->isBooleanType() || From->isPointerType() || isVerdict(From);
  bool Keeps = C->isCopyOrMoveConstructor() || Types.isWrapper(T) ||
               (Types.isText(T) && Types.isText(From)) ||
               (Types.isStdList(T) && FromList);
  return (Keeps && Types.copiesAsIs(T)) || (isVerdict(T) && FromAnswer);
}

/// Copies are the value itself; wrappers (ArrayRef, Scalar, optional) are what
/// they are made from; vectors are the list they are made from.
InstrId FunctionLowering::lowerConstruct(const clang::CXXConstructExpr *E) {
  clang::QualType T = E->getType();
  const clang::CXXConstructorDecl *C = E->getConstructor();
  unsigned Given = 0;
  for (const clang::Expr *Arg : E->arguments())
    Given += !llvm::isa<clang::CXXDefaultArgExpr>(Arg);
  if (Given == 1 && isItsArgument(*E, U.Types))
    return viewed(T, E->getArg(0), held(T, E->getArg(0), sliced(E)));
  if (InstrId Pointer = lowerPointerConstruct(E); Pointer != NoId)
    return Pointer;
  if (InstrId Container = lowerContainer(E); Container != NoId)
    return Container;
  if (Given == 0)
    if (InstrId Default = defaultOf(T, E->requiresZeroInitialization(), E);
        Default != NoId)
      return Default;
  bool CopiesParts = C->isCopyOrMoveConstructor() && !C->isUserProvided();
  if (InstrId Object = CopiesParts ? NoId : lowerObjectConstruct(E);
      Object != NoId)
    return Object;
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

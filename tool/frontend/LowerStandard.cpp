//===- LowerStandard.cpp - Calls that the language itself explains --------===//
#include "frontend/FunctionLowering.h"
#include "frontend/Texts.h"
#include "frontend/Verdicts.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// std::move and its kin: the argument itself.
static bool givesItsArgument(const clang::CallExpr *E,
                             const clang::FunctionDecl &Callee) {
  unsigned Builtin = Callee.getBuiltinID();
  return E->isCallToStdMove() ||
         Builtin == clang::Builtin::BI__builtin_expect ||
         Builtin == clang::Builtin::BIforward ||
         Builtin == clang::Builtin::BIas_const;
}

/// `x = y`, after which the one is what the other is.
static bool assignsAll(const clang::CallExpr *E,
                       const clang::CXXMethodDecl &Method,
                       const TypeInfo &Types) {
  if (Method.getOverloadedOperator() != clang::OO_Equal ||
      Method.getRefQualifier() == clang::RQ_RValue)
    return false;
  clang::QualType T = objectOf(E)->getType();
  if (!Types.copiesAsIs(T))
    return false;
  if (Method.isCopyAssignmentOperator() || Method.isMoveAssignmentOperator())
    return Types.isTensor(T) || Types.isWrapper(T) || TypeInfo::isStdList(T) ||
           TypeInfo::isTuple(T) || TypeInfo::isMap(T) || Types.isPointer(T) ||
           Types.isObject(T) || Types.isText(T);
  if (Types.isText(T))
    return Types.isText(E->getArg(1)->getType());
  return (Types.isPointer(T) && Types.isPointer(E->getArg(1)->getType())) ||
         Types.isWrapper(T);
}

/// The key of `map.at("w")`, where nobody writes through what is read.
static std::optional<std::string> keyRead(const clang::CallExpr *E,
                                          const clang::CXXMethodDecl &Method,
                                          const clang::ASTContext &Ctx) {
  bool Reads = TypeInfo::isMap(objectOf(E)->getType()) && Method.isConst() &&
               Method.getIdentifier() && Method.getName() == "at";
  return Reads ? constantKey(E->getArg(0), objectOf(E)->getType(), Ctx)
               : std::nullopt;
}

/// `o.value_or(x)`, `o.reset()`, `o.emplace(x)`. NoId if it is something else.
InstrId FunctionLowering::lowerOptional(const clang::CallExpr *E,
                                        llvm::StringRef Name) {
  const clang::Expr *Object = objectOf(E);
  if (Name == "value_or" && E->getNumArgs() == 1)
    return emit(InstrKind::Or, "", {value(Object), value(E->getArg(0))}, E);
  bool Holds = Name == "emplace" && E->getNumArgs() == 1 &&
               U.Types.isElementOf(Object->getType(), E->getArg(0)->getType());
  if (!Holds && (Name != "reset" || E->getNumArgs() > 0))
    return NoId;
  InstrId V = Holds ? held(Object->getType(), E->getArg(0), value(E->getArg(0)))
                    : emitConst(NoneValue(), nullptr);
  return lowerAssignment(Object, V, E);
}

/// Assignment, conversions and indexing of tensors, wrappers and lists. NoId if
/// it is none of these.
InstrId
FunctionLowering::lowerStandardMember(const clang::CallExpr *E,
                                      const clang::CXXMethodDecl &Method) {
  const clang::Expr *Object = objectOf(E);
  clang::QualType T = Object->getType();
  if (seesAsItself(Method, U.Types))
    return castTo(E->getType()->getPointeeType(), value(Object), E);
  if (U.Types.pointsToValue(T))
    T = T->getPointeeType();
  bool IsWrapper = U.Types.isWrapper(T), IsList = U.Types.isStdList(T);
  if (assignsAll(E, Method, U.Types))
    return lowerAssignment(
        Object, held(Object->getType(), E->getArg(1), value(E->getArg(1))), E);
  if (Method.getParent()->isLambda() &&
      llvm::isa<clang::CXXConversionDecl>(Method))
    return value(Object); // as a pointer to a function
  for (auto Lower : {&FunctionLowering::lowerPointerMember,
                     &FunctionLowering::lowerRecordMember,
                     &FunctionLowering::lowerHolderCall})
    if (InstrId V = (this->*Lower)(E, Method); V != NoId)
      return V;
  if (std::optional<std::string> Key = keyRead(E, Method, U.Ctx))
    return field(value(Object), *Key, E);
  if (!U.Types.isTensor(T) && !IsWrapper && !IsList)
    return NoId;
  bool Converts = llvm::isa<clang::CXXConversionDecl>(Method);
  if (IsWrapper && (Method.getNameAsString() == "has_value" ||
                    (Converts && Method.getReturnType()->isBooleanType())))
    return emitGiven(value(Object), true, E);
  if (IsWrapper &&
      (Converts || Method.getOverloadedOperator() == clang::OO_Arrow))
    return value(Object);
  if (IsWrapper && Method.getIdentifier())
    if (InstrId V = lowerOptional(E, Method.getName()); V != NoId)
      return V;
  if (IsWrapper || IsList)
    if (InstrId V = lowerListMember(E, Method); V != NoId)
      return V;
  return U.Types.isTensor(T) ? NoId : lowerElement(E, Method);
}

/// `std::swap` of two variables: each gets what the other had.
InstrId FunctionLowering::lowerSwap(const clang::CallExpr *E) {
  VarPlace A = placeOf(E->getArg(0)), B = placeOf(E->getArg(1));
  if (A.Var == NoId || B.Var == NoId)
    return NoId;
  InstrId OfA = load(A, nullptr), OfB = load(B, nullptr);
  store(A, OfB, Span());
  store(B, OfA, Span());
  return OfA;
}

/// `x.sizes() == y.sizes()`, of vectors and their like.
static bool comparesLists(const clang::CXXOperatorCallExpr *E,
                          const TypeInfo &Types) {
  auto IsList = [&](const clang::Expr *Side) {
    clang::QualType T = Side->getType();
    return TypeInfo::isStdList(T) || Types.isWrapper(T);
  };
  return E->getType()->isBooleanType() && IsList(E->getArg(0)) &&
         IsList(E->getArg(1));
}

/// `==` and `!=` where the operator is a function; NoId of what is compared by
/// the user's own.
InstrId FunctionLowering::lowerEquality(const clang::CXXOperatorCallExpr *E) {
  bool Differs = E->getOperator() == clang::OO_ExclaimEqual;
  if (E->getNumArgs() != 2 ||
      !(Differs || E->getOperator() == clang::OO_EqualEqual))
    return NoId;
  if (const clang::Expr *Of =
          comparedWithNone(E->getArg(0), E->getArg(1), U.Types))
    return emitGiven(value(Of), Differs, E);
  const clang::Expr *A = withoutView(E->getArg(0), U.Types);
  const clang::Expr *B = withoutView(E->getArg(1), U.Types);
  bool Texts = U.Types.isText(A->getType()) && U.Types.isText(B->getType());
  if (!comparesLists(E, U.Types) && !Texts)
    return NoId;
  return emitCompare(Differs ? "!=" : "==", {value(A), value(B)}, E);
}

/// What CHECK_EQ, ASSERT_EQ and their like ask: a comparison, which only reads,
/// and the class that carries its answer. NoId if it is neither.
InstrId FunctionLowering::lowerVerdict(const clang::CallExpr *E) {
  if (const clang::Expr *Of = objectOf(E); Of && isVerdict(Of->getType())) {
    const clang::Expr *Held = answerHeldBy(Of);
    return E->getType()->isBooleanType() &&
                   llvm::isa<clang::CXXConversionDecl>(*E->getDirectCallee())
               ? value(Held ? Held : Of)
               : NoId;
  }
  if (givesWhatIsCompared(*E))
    return value(E->getArg(0));
  std::optional<ComparingCall> Asks = comparedBy(*E);
  if (!Asks)
    return NoId;
  InstrId A = value(Asks->A), B = value(Asks->B);
  auto IsCompared = [&](const clang::Expr *Side) {
    clang::QualType T = Side->getType();
    bool IsEquality = Asks->Op == "==" || Asks->Op == "!=";
    return TypeInfo::isInteger(T) ||
           (IsEquality && (TypeInfo::isStdList(T) || U.Types.isWrapper(T)));
  };
  if (!IsCompared(Asks->A) || !IsCompared(Asks->B))
    return emitComputed("check", E, {{"", A, NoId}, {"", B, NoId}});
  InstrId Holds = emitCompare(Asks->Op.str(), {A, B}, E);
  return Asks->GivesMessage ? emitCompare("not", {Holds}, E) : Holds;
}

/// What the language and its library say: assignment, move, swap, min and max,
/// conversions and indexing of wrappers. NoId if it is none of these.
InstrId FunctionLowering::lowerStandard(const clang::CallExpr *E,
                                        const clang::FunctionDecl &Callee) {
  if (givesItsArgument(E, Callee))
    return value(E->getArg(0));
  if (const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(&Callee);
      Method && objectOf(E))
    for (auto Lower : {&FunctionLowering::lowerTextMember,
                       &FunctionLowering::lowerStandardMember})
      if (InstrId V = (this->*Lower)(E, *Method); V != NoId)
        return V;
  if (const auto *Op = llvm::dyn_cast<clang::CXXOperatorCallExpr>(E)) {
    if (InstrId V = lowerTie(Op); V != NoId)
      return V;
    if (InstrId V = lowerEquality(Op); V != NoId)
      return V;
  }
  if (std::optional<unsigned> N = tupleIndex(E))
    return emit(InstrKind::Element, "",
                {value(E->getArg(0)), emitConst(Dim(*N), nullptr)}, E);
  if (InstrId V = lowerStandardMaker(E, Callee); V != NoId)
    return V;
  if (Callee.isInStdNamespace() && Callee.getIdentifier() &&
      Callee.getName() == "swap" && E->getNumArgs() == 2)
    return lowerSwap(E);
  if (InstrId V = lowerInPlace(E, Callee); V != NoId)
    return V;
  return lowerNumbers(E, Callee);
}

} // namespace tidy

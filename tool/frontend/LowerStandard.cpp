//===- LowerStandard.cpp - Calls that the language itself explains --------===//
#include "frontend/FunctionLowering.h"
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

/// Assignment, conversions and indexing of tensors, wrappers and lists. NoId if
/// it is none of these.
InstrId
FunctionLowering::lowerStandardMember(const clang::CallExpr *E,
                                      const clang::CXXMethodDecl &Method) {
  const clang::Expr *Object = objectOf(E);
  clang::QualType T = Object->getType();
  bool IsWrapper = U.Types.isWrapper(T), IsList = U.Types.isStdList(T);
  bool Assigns =
      Method.isCopyAssignmentOperator() || Method.isMoveAssignmentOperator();
  bool CopiesAll = U.Types.isTensor(T) || IsWrapper || IsList ||
                   U.Types.isTuple(T) || U.Types.isPointer(T) ||
                   (U.Types.isObject(T) && !Method.isUserProvided());
  if (Assigns && CopiesAll && Method.getRefQualifier() != clang::RQ_RValue)
    return lowerAssignment(Object, value(E->getArg(1)), E);
  for (auto Lower : {&FunctionLowering::lowerPointerMember,
                     &FunctionLowering::lowerRecordMember,
                     &FunctionLowering::lowerHolderCall})
    if (InstrId V = (this->*Lower)(E, Method); V != NoId)
      return V;
  if (!U.Types.isTensor(T) && !IsWrapper && !IsList)
    return NoId;
  bool Converts = llvm::isa<clang::CXXConversionDecl>(Method);
  if (IsWrapper && (Method.getNameAsString() == "has_value" ||
                    (Converts && Method.getReturnType()->isBooleanType())))
    return emitCompare("given", {value(Object)}, E);
  if (IsWrapper && Converts)
    return value(Object);
  if (IsWrapper || IsList)
    if (InstrId V = lowerListMember(E, Method); V != NoId)
      return V;
  bool Reads = Method.isConst() && E->getNumArgs() == 2 &&
               Method.getOverloadedOperator() == clang::OO_Subscript;
  if (!Reads || U.Types.isTensor(T))
    return NoId;
  return emit(InstrKind::Element, "", {value(Object), value(E->getArg(1))}, E);
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

/// What the language and its library say: assignment, move, swap, min and max,
/// conversions and indexing of wrappers. NoId if it is none of these.
InstrId FunctionLowering::lowerStandard(const clang::CallExpr *E,
                                        const clang::FunctionDecl &Callee) {
  if (givesItsArgument(E, Callee))
    return value(E->getArg(0));
  if (const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(&Callee);
      Method && objectOf(E))
    if (InstrId V = lowerStandardMember(E, *Method); V != NoId)
      return V;
  if (const auto *Op = llvm::dyn_cast<clang::CXXOperatorCallExpr>(E))
    if (InstrId V = lowerTie(Op); V != NoId)
      return V;
  if (InstrId V = lowerStandardMaker(E, Callee); V != NoId)
    return V;
  if (Callee.isInStdNamespace() && Callee.getIdentifier() &&
      Callee.getName() == "swap" && E->getNumArgs() == 2)
    return lowerSwap(E);
  bool Extremum = Callee.isInStdNamespace() && Callee.getIdentifier() &&
                  (Callee.getName() == "min" || Callee.getName() == "max") &&
                  E->getNumArgs() == 2 && U.Types.isInteger(E->getType());
  if (!Extremum)
    return NoId;
  Instr I;
  I.Kind = InstrKind::Arith;
  I.Name = Callee.getName().str();
  I.Operands = {{"", value(E->getArg(0)), NoId},
                {"", value(E->getArg(1)), NoId}};
  return emit(std::move(I), E);
}

} // namespace tidy

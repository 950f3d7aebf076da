//===- LowerIterator.cpp - Positions in lists, and what ranges give -------===//
#include "frontend/Algorithms.h"
#include "frontend/FunctionLowering.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

namespace tidy {

/// `v.end()`
static bool isEnd(const clang::Expr *E) {
  const auto *Call = llvm::dyn_cast<clang::CallExpr>(E->IgnoreImplicit());
  const clang::FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  return F && iteratorMadeOf(Call) && nameOf(F).ends_with("end");
}

/// The largest element of a list of whole numbers, or the smallest: `max` of
/// `std::max_element(v.begin(), v.end())`. Empty for anything else.
static std::string extremeOf(const clang::Expr *E) {
  const auto *Call = llvm::dyn_cast<clang::CallExpr>(E->IgnoreImplicit());
  const clang::FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  bool IsOne = F && F->isInStdNamespace() && Call->getNumArgs() == 2 &&
               wholeRange(Call->getArg(0), Call->getArg(1));
  return IsOne && nameOf(F) == "max_element"   ? "max"
         : IsOne && nameOf(F) == "min_element" ? "min"
                                               : "";
}

/// An iterator into a list that is followed is the number of the element that
/// it leads to, from the end if it is reversed. NoId where it is none, and of
/// what does something else.
InstrId FunctionLowering::lowerIterator(const clang::Expr *E) {
  const Iterators &Into = Parts.iterators();
  if (const auto *Copy = llvm::dyn_cast<clang::CXXConstructExpr>(E))
    return Copy->getNumArgs() == 1 && Into.listOf(E) ? value(Copy->getArg(0))
                                                     : NoId;
  const auto *Call = llvm::dyn_cast<clang::CallExpr>(E);
  const clang::FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (!F || !(TypeInfo::isStandard(*F) || !U.Types.libraryOf(*F).empty()))
    return NoId;
  if (const clang::Expr *Of = iteratorMadeOf(E)) {
    if (!Into.staysInSight(E))
      return NoId;
    if (!Into.listOf(E))
      return emitComputed("iterator", E, {{"", value(Of), NoId}});
    return isEnd(E) ? count(value(Of), E) : emitConst(Dim(0), E);
  }
  if (F->getOverloadedOperator() == clang::OO_Star && Call->getNumArgs() == 1)
    if (std::string Extreme = extremeOf(Call->getArg(0));
        !Extreme.empty() && TypeInfo::isInteger(E->getType())) {
      const auto *Of =
          llvm::cast<clang::CallExpr>(Call->getArg(0)->IgnoreImplicit());
      return emit(InstrKind::Arith, Extreme,
                  {value(wholeRange(Of->getArg(0), Of->getArg(1)))}, E);
    }
  if (F->getOverloadedOperator() == clang::OO_Arrow && Call->getNumArgs() == 1)
    if (VarPlace At = Into.listOf(Call->getArg(0)) ? placeOf(E) : VarPlace();
        At.Var != NoId)
      return load(At, E);
  return TypeInfo::isStandard(*F) ? lowerMoving(Call, *F) : NoId;
}

/// What is asked of two positions: at the end of a list there is no more.
static std::string comparison(clang::OverloadedOperatorKind Op, bool WithEnd) {
  switch (Op) {
  case clang::OO_ExclaimEqual:
    return WithEnd ? "<" : "!=";
  case clang::OO_EqualEqual:
    return WithEnd ? ">=" : "==";
  case clang::OO_Less:
  case clang::OO_LessEqual:
  case clang::OO_Greater:
  case clang::OO_GreaterEqual:
    return clang::getOperatorSpelling(Op);
  default:
    return "";
  }
}

/// `it != v.end()`, `jt - it`, `it = jt`. NoId if it is something else.
InstrId FunctionLowering::lowerPositions(const clang::CallExpr *E,
                                         const clang::FunctionDecl &F) {
  const clang::Expr *A = E->getArg(0), *B = E->getArg(1);
  clang::OverloadedOperatorKind Op = F.getOverloadedOperator();
  if (Op == clang::OO_Equal)
    return lowerAssignment(A, value(B), E);
  if (nameOf(&F) == "distance")
    return emit(InstrKind::Arith, "-", {value(B), value(A)}, E);
  if (Op == clang::OO_Minus)
    return emit(InstrKind::Arith, "-", {value(A), value(B)}, E);
  std::string Asks = comparison(Op, isEnd(B));
  return Asks.empty() ? NoId : emitCompare(Asks, {value(A), value(B)}, E);
}

/// `it + n`, `++it`, `std::next(it)` and what else is done with a position.
/// NoId if it is something else.
InstrId FunctionLowering::lowerMoving(const clang::CallExpr *E,
                                      const clang::FunctionDecl &F) {
  const Iterators &Into = Parts.iterators();
  if (E->getNumArgs() == 0 || !Into.listOf(E->getArg(0)))
    return NoId;
  const clang::Expr *It = E->getArg(0);
  if (E->getNumArgs() == 2 && Into.listOf(E->getArg(1)))
    return lowerPositions(E, F);
  std::string Does = nameOf(&F).str();
  if (F.isOverloadedOperator())
    Does = clang::getOperatorSpelling(F.getOverloadedOperator());
  bool Steps = Does == "++" || Does == "--";
  bool Moves = Steps || Does == "+=" || Does == "-=" || Does == "advance";
  auto Name = llvm::StringSwitch<std::string>(Does)
                  .Cases({"+", "++", "+=", "next", "advance"}, "+")
                  .Cases({"-", "--", "-=", "prev"}, "-")
                  .Default("");
  if (Name.empty())
    return NoId;
  InstrId From = value(It);
  InstrId By = Steps || E->getNumArgs() < 2 ? emitConst(Dim(1), nullptr)
                                            : value(E->getArg(1));
  InstrId To = emit(InstrKind::Arith, Name, {From, By}, E);
  if (Moves)
    lowerAssignment(It, To, E);
  return Steps && E->getNumArgs() == 2 ? From : To; // `it++`
}

/// The elements from `First` up to `Last`. NoId where it is not known of what.
InstrId FunctionLowering::between(const clang::Expr *First,
                                  const clang::Expr *Last) {
  if (const clang::Expr *Whole = wholeRange(First, Last))
    return value(Whole);
  const Iterators &Into = Parts.iterators();
  const clang::Expr *List = Into.listOf(First);
  if (!List || !Into.listOf(Last) || isReversed(First->getType()))
    return NoId;
  return slice(value(List), value(First), value(Last), nullptr);
}

/// The elements of a list from number `First` up to `Last`.
InstrId FunctionLowering::slice(InstrId Of, InstrId First, InstrId Last,
                                const clang::Expr *E) {
  InstrId None = emitConst(ListValue(), nullptr);
  InstrId Front = emit(InstrKind::Splice, "",
                       {Of, Last, count(Of, nullptr), None}, nullptr);
  return emit(InstrKind::Splice, "",
              {Front, emitConst(Dim(0), nullptr), First, None}, E);
}

/// `x.sizes().slice(1)`, `s.subspan(1, 2)`: a view of a part. NoId of others.
InstrId FunctionLowering::lowerSlice(const clang::CallExpr *E,
                                     llvm::StringRef Name) {
  unsigned Args = argumentCount(E);
  if ((Name != "slice" && Name != "subspan") || Args == 0 || Args > 2 ||
      !U.Types.isWrapper(E->getType()))
    return NoId;
  InstrId Of = value(objectOf(E)), First = value(E->getArg(0));
  InstrId Last = Args == 1 ? count(Of, nullptr)
                           : emit(InstrKind::Arith, "+",
                                  {First, value(E->getArg(1))}, nullptr);
  return slice(Of, First, Last, E);
}

/// `std::accumulate` of whole numbers. NoId of other calls.
InstrId FunctionLowering::lowerFold(const clang::CallExpr *E,
                                    llvm::StringRef Name) {
  if ((Name != "accumulate" && Name != "reduce") || E->getNumArgs() < 3 ||
      !TypeInfo::isInteger(elementUnder(E->getArg(0))))
    return NoId;
  llvm::StringRef By =
      E->getNumArgs() == 3 ? "+" : foldedBy(E->getArg(3), E->getType(), U.Ctx);
  InstrId Elements = By.empty() ? NoId : between(E->getArg(0), E->getArg(1));
  if (Elements == NoId)
    return NoId;
  InstrId All = emit(InstrKind::Arith, By.str(),
                     {value(E->getArg(2)), Elements}, nullptr);
  return wrapped(All, E->getType(), E);
}

/// What the standard library computes of whole numbers and lists:
/// `std::min({a, b, c})`, `std::size`, `std::clamp`. NoId of other calls.
InstrId FunctionLowering::lowerNumbers(const clang::CallExpr *E,
                                       const clang::FunctionDecl &F) {
  if (!TypeInfo::isStandard(F) || objectOf(E) ||
      !TypeInfo::isInteger(E->getType()) || E->getNumArgs() == 0)
    return NoId;
  llvm::StringRef Name = nameOf(&F);
  Exprs Args(E->getArgs(), E->getNumArgs());
  bool IsList = TypeInfo::isStdList(Args[0]->getType()) ||
                U.Types.isWrapper(Args[0]->getType());
  bool Extreme = Name == "min" || Name == "max";
  if ((Name == "size" || Name == "ssize") && IsList)
    return count(value(Args[0]), E);
  if (Extreme && Args.size() == 1 && IsList)
    return emit(InstrKind::Arith, Name.str(), {value(Args[0])}, E);
  if (Extreme && Args.size() == 2 && !IsList)
    return emit(InstrKind::Arith, Name.str(), {value(Args[0]), value(Args[1])},
                E);
  if (Name == "clamp" && Args.size() == 3) {
    InstrId Low = emit(InstrKind::Arith, "max",
                       {value(Args[0]), value(Args[1])}, nullptr);
    return emit(InstrKind::Arith, "min", {Low, value(Args[2])}, E);
  }
  if (llvm::is_contained({"abs", "labs", "llabs"}, Name)) {
    InstrId Of = value(Args[0]);
    InstrId Negated = emit(InstrKind::Arith, "neg", {Of}, nullptr);
    return emit(InstrKind::Arith, "max", {Of, Negated}, E);
  }
  return lowerFold(E, Name);
}

/// What an algorithm makes of the list that it changes in place: of one that is
/// filled as a whole every element is known. NoId of other calls.
InstrId FunctionLowering::lowerInPlace(const clang::CallExpr *E,
                                       const clang::FunctionDecl &F) {
  const clang::Expr *List = E->getNumArgs() > 0 && changesElements(F)
                                ? Parts.iterators().listOf(E->getArg(0))
                                : nullptr;
  VarPlace At = List ? placeOf(List) : VarPlace();
  if (At.Var == NoId)
    return NoId;
  clang::QualType Element = elementUnder(E->getArg(0));
  bool IsFilled =
      nameOf(&F) == "fill" && wholeRange(E->getArg(0), E->getArg(1));
  InstrId Length = count(load(At, nullptr), nullptr);
  InstrId Call = lowerUnknownCall(E, &F);
  InstrId Each =
      IsFilled ? wrapped(value(E->getArg(2)), Element, nullptr)
               : emitConst(TypeInfo::isInteger(Element) ? Value(Dim::unknown())
                                                        : Value(),
                           nullptr);
  store(At,
        emit(InstrKind::Resize, "",
             {emitConst(ListValue(), nullptr), Length, Each}, E),
        U.Source.of(E->getSourceRange()));
  return Call;
}

/// The containers that a call of the standard library is given iterators into.
void FunctionLowering::addRanges(Instr &I, const clang::CallExpr *E) {
  if (objectOf(E))
    return;
  for (const clang::Expr *Arg : E->arguments()) {
    const clang::Expr *Of = Parts.iterators().containerOf(Arg);
    if (!Of)
      continue;
    if (!writesThrough(*E, *Arg)) {
      I.Operands.push_back({"", value(Of), NoId});
      continue;
    }
    VarPlace At = placeOf(Of);
    if (At.Var == NoId)
      At = {rootOf(Of), {}};
    if (At.Var != NoId)
      I.Operands.push_back({"", NoId, At.Var, At.Steps});
  }
}

} // namespace tidy

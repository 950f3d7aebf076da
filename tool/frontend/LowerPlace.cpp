//===- LowerPlace.cpp - Variables and parts of them -----------------------===//
#include "frontend/FunctionLowering.h"
#include "frontend/Weights.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// Evaluates what the indices need; the value of a reference's own were
/// evaluated where it was declared.
VarPlace FunctionLowering::placeOf(const clang::Expr *E) {
  std::optional<Place> P = E->getType()->isPointerType() && E->isPRValue()
                               ? Parts.behind(E)
                               : Parts.of(E);
  return P ? placeOf(*P) : VarPlace();
}

VarPlace FunctionLowering::placeOf(const Place &P) {
  VarPlace At = This;
  if (P.Root) {
    auto Known = Variables.find(P.Root);
    if (Known == Variables.end())
      return {};
    At = Known->second;
  }
  for (const PlacePart &Part : P.Parts) {
    if (At.Var == NoId)
      return {};
    PathStep Step;
    if (!Part.Field.empty())
      Step.Field = Part.Field;
    else if (Part.FromEnd)
      Step.Index = emit(InstrKind::Arith, "-",
                        {lastIndex(At), value(Part.Index)}, nullptr);
    else if (Part.Index)
      Step.Index = value(Part.Index);
    else if (Part.Counter)
      Step.Index = load({Variables.lookup(Part.Counter)}, nullptr);
    else if (Part.At)
      Step.Index = emitConst(Dim(*Part.At), nullptr);
    else if (Part.IsLast)
      Step.Index = lastIndex(At);
    At.Steps.push_back(std::move(Step));
  }
  return At;
}

InstrId FunctionLowering::lastIndex(const VarPlace &Of) {
  InstrId Size = count(load(Of, nullptr), nullptr);
  return emit(InstrKind::Arith, "-", {Size, emitConst(Dim(1), nullptr)},
              nullptr);
}

VarId FunctionLowering::rootOf(const clang::Expr *E) {
  E = E->IgnoreParenCasts();
  if (VarPlace P = placeOf(E); P.Var != NoId)
    return P.Var;
  if (const auto *Member = llvm::dyn_cast<clang::MemberExpr>(E))
    return rootOf(Member->getBase());
  if (const auto *Sub = llvm::dyn_cast<clang::ArraySubscriptExpr>(E))
    return rootOf(Sub->getBase());
  return NoId;
}

/// A layer that gets other weights or options is unknown from then on, by all
/// names. If it is not known which one, or of what the part is, any may be.
void FunctionLowering::replacePart(const clang::Expr *Part) {
  VarPlace At;
  for (const clang::Expr *E = Part; E && At.Var == NoId; E = wholeOf(E))
    if (isLayer(E, U.Types)) {
      std::optional<Place> P =
          U.Types.isPointer(ownType(E)) ? Parts.behind(E) : Parts.of(E);
      At = P ? placeOf(*P) : VarPlace();
    }
  if (At.Var == NoId) {
    At = slot("somewhere");
    At.Steps.emplace_back();
  }
  store(At, emitUnknown("replaced", nullptr), Span());
}

/// `find(x)->weight`.
static bool isBehindPointer(const clang::Expr *E, const TypeInfo &Types) {
  while (E && !Types.isPointer(ownType(E)))
    E = wholeOf(E);
  return E;
}

/// A variable gets the value; of anything else, the variable it is a part of
/// is no longer known, and something else holds the value now.
InstrId FunctionLowering::lowerAssignment(const clang::Expr *To, InstrId V,
                                          const clang::Expr *Whole) {
  if (VarPlace At = placeOf(To); At.Var != NoId) {
    InstrId From = V;
    auto Shape = DeclaredShapes.find(At.Var);
    if (Shape != DeclaredShapes.end() && At.Steps.empty())
      From = emitExpect("variable", Shape->second, V, Whole);
    From = lowerDeclaredField(To, From);
    if (U.Types.isTensor(To->getType()))
      From = lowerComment(From, Whole);
    store(At, From, U.Source.of(Whole->getSourceRange()));
    return V;
  }
  bool Replaces = isPartOfLayer(To, U.Types);
  if (Replaces)
    replacePart(To);
  else if (isBehindPointer(To, U.Types))
    replacePart(nullptr);
  VarId Root = Replaces ? NoId : rootOf(To);
  Instr Elsewhere;
  Elsewhere.Name = "assigned elsewhere";
  Elsewhere.Operands = {{"", V, NoId}};
  Elsewhere.Keeps = true;
  // What is no part of a variable may be one that is known by its name.
  Elsewhere.Opaque = !Replaces && (Root == NoId || isThroughAReference(To));
  InstrId From = emit(std::move(Elsewhere), nullptr);
  if (Root != NoId)
    store({Root, {}}, From, U.Source.of(Whole->getSourceRange()));
  return V;
}

/// Of an object that is no variable.
InstrId FunctionLowering::lowerField(const clang::MemberExpr *E) {
  if (const auto *V = llvm::dyn_cast<clang::VarDecl>(E->getMemberDecl()))
    if (InstrId Constant = lowerGlobal(*V, E); Constant != NoId)
      return Constant;
  const auto *Field = llvm::dyn_cast<clang::FieldDecl>(E->getMemberDecl());
  bool IsPart = Field && TypeInfo::isStandard(*Field) && !E->isArrow() &&
                U.Types.isTuple(E->getBase()->getType());
  if (IsPart) // of a pair
    return emit(InstrKind::Element, "",
                {value(E->getBase()),
                 emitConst(Dim(Field->getName() == "second"), nullptr)},
                E);
  if (!Field || !Field->getIdentifier() ||
      Field->getType()->isReferenceType() || E->isArrow() ||
      !U.Types.isObject(E->getBase()->getType()))
    return emitUnknown("member", E);
  return field(value(E->getBase()), fieldName(*Field), E);
}

/// What is moved from is left in a state that nobody knows; a number stays.
InstrId FunctionLowering::lowerMove(const clang::CallExpr *E) {
  InstrId V = value(E->getArg(0));
  VarPlace At = placeOf(E->getArg(0));
  if (At.Var != NoId && E->getType()->isRecordType())
    store(At, emitUnknown("moved from", nullptr), Span());
  return V;
}

/// Written by reference where the parameter allows it; else the value. What
/// a pointer leads to may be written as well, or is the value.
Operand FunctionLowering::argument(const clang::Expr *Arg,
                                   clang::QualType ParamType) {
  bool Written = isWrittenThrough(ParamType, U.Types);
  bool Points = U.Types.pointsToValue(ParamType);
  if (!Written && !Points && !U.Types.isPointer(ParamType))
    return {"", value(Arg), NoId};
  const clang::Expr *Named = withoutCopy(withoutMove(Arg));
  if (VarPlace At = placeOf(Named); At.Var != NoId)
    return Points && !Written ? Operand{"", load(At, Arg), NoId}
                              : Operand{"", NoId, At.Var, At.Steps};
  if (Points)
    return {"", emitUnknown("pointer", Arg, {{"", value(Arg), NoId}}), NoId};
  if (isWritable(ParamType) && isPartOfLayer(Named, U.Types))
    replacePart(Named);
  VarId Root = isWritable(ParamType) ? rootOf(Named) : NoId;
  if (Root != NoId)
    return {"", NoId, Root};
  return {"", value(Arg), NoId};
}

/// The counter and the end of a range-for count elements.
bool FunctionLowering::lowerCounter(const clang::VarDecl &V) {
  const clang::CXXForRangeStmt *Ends = Parts.endedBy(&V);
  if (!Ends && !Parts.countedBy(&V))
    return false;
  auto [It, New] = Variables.try_emplace(&V);
  if (New)
    It->second = slot(V.getNameAsString());
  VarPlace At = It->second;
  InstrId Value = NoId;
  if (Ends) {
    const auto *Range = Ends->getRangeStmt()->getSingleDecl();
    Value = count(
        load(placeOf(Place{llvm::cast<clang::VarDecl>(Range), {}}), nullptr),
        nullptr);
  } else {
    Value = emitConst(Dim(0), nullptr);
  }
  store(At, Value, Span());
  return true;
}

static const clang::ValueDecl *namedBy(const clang::Expr *E) {
  const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(
      withoutNoise(E->IgnoreParenImpCasts()));
  return Ref ? Ref->getDecl() : nullptr;
}

/// `__begin != __end` and `++__begin`. NoId if it is neither.
InstrId FunctionLowering::lowerCounting(const clang::Expr *E) {
  llvm::SmallVector<const clang::Expr *, 2> Args;
  if (const auto *Call = llvm::dyn_cast<clang::CXXOperatorCallExpr>(E))
    Args.assign(Call->arg_begin(), Call->arg_end());
  else if (const auto *Two = llvm::dyn_cast<clang::BinaryOperator>(E))
    Args = {Two->getLHS(), Two->getRHS()};
  else if (const auto *Not =
               llvm::dyn_cast<clang::CXXRewrittenBinaryOperator>(E))
    Args = {Not->getLHS(), Not->getRHS()};
  else if (const auto *One = llvm::dyn_cast<clang::UnaryOperator>(E))
    Args = {One->getSubExpr()};
  if (Args.empty() || !Parts.countedBy(namedBy(Args[0])))
    return NoId;
  VarPlace Counter = Variables.lookup(namedBy(Args[0]));
  InstrId Index = load(Counter, nullptr);
  if (Args.size() == 2 && Parts.endedBy(namedBy(Args[1])))
    return emitCompare(
        "<", {Index, load(Variables.lookup(namedBy(Args[1])), nullptr)}, E);
  const auto *Deref = llvm::dyn_cast<clang::CXXOperatorCallExpr>(E);
  const auto *Unary = llvm::dyn_cast<clang::UnaryOperator>(E);
  bool Counts = (Deref && Deref->getOperator() == clang::OO_PlusPlus) ||
                (Unary && Unary->isIncrementOp());
  if (!Counts)
    return NoId;
  InstrId Next =
      emit(InstrKind::Arith, "+", {Index, emitConst(Dim(1), nullptr)}, nullptr);
  store(Counter, Next, Span());
  return Next;
}

/// Somebody may write to a field from here on, by the reference or the pointer
/// that is taken of it.
void FunctionLowering::lend(const clang::Expr *Part) {
  VarPlace At = placeOf(Part);
  const auto *Named = llvm::dyn_cast<clang::DeclRefExpr>(withoutNoise(Part));
  if (const auto *Field = llvm::dyn_cast_or_null<clang::FieldDecl>(
          Named ? Named->getDecl() : nullptr)) { // `&Net::size`
    At = slot("object");
    At.Steps.push_back({fieldName(*Field), NoId});
  }
  if (At.Var == NoId || At.Steps.empty())
    return;
  InstrId V = emitUnknown(ReferenceTaken, nullptr,
                          {{"", NoId, At.Var, At.Steps, /*ReadOnly=*/true}});
  F.Instrs[V].Computed = true;
}

} // namespace tidy

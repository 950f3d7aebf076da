//===- LowerCall.cpp - Calls: modelled, followed, or not understood -------===//
#include "frontend/FunctionLowering.h"
#include "frontend/LibraryCalls.h"
#include "frontend/Linkage.h"
#include "frontend/Makers.h"
#include "frontend/Texts.h"
#include "frontend/Weights.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

namespace tidy {

/// A variable that the call may write is given again in another way: the callee
/// would see the write through the other parameter. A part of it that is only
/// read is passed as such; false where the other way is not known so well.
bool FunctionLowering::passesParts(Instr &Call, Exprs Given) {
  std::set<VarId> Written;
  for (const Operand &O : Call.Operands)
    if (O.Reference != NoId)
      Written.insert(O.Reference);
  if (Written.empty())
    return true;
  for (auto [O, Arg] : llvm::zip(Call.Operands, Given)) {
    if (O.Reference != NoId || !Arg)
      continue;
    bool IsPlace = Arg->isGLValue() || U.Types.pointsToValue(Arg->getType());
    VarPlace At = IsPlace ? placeOf(withoutMove(Arg)) : VarPlace();
    if (At.Var != NoId) {
      if (Written.contains(At.Var))
        O = {"", NoId, At.Var, At.Steps, /*ReadOnly=*/true};
      continue;
    }
    bool Shares = false;
    forEachRoot(withoutMove(Arg), U.Types, [&](const clang::ValueDecl *Root) {
      auto It = Variables.find(Root);
      Shares |= It != Variables.end() && Written.contains(It->second.Var);
    });
    if (Shares)
      return false;
  }
  return true;
}

/// The class of the object, if a model says what it holds; or null.
static const clang::CXXRecordDecl *layerOf(const clang::CallExpr *E,
                                           const TypeInfo &Types) {
  const clang::Expr *Object = objectOf(E);
  if (!Object)
    return nullptr;
  clang::QualType T = ownType(Object);
  const clang::CXXRecordDecl *Class = T->isPointerType()
                                          ? T->getPointeeCXXRecordDecl()
                                          : T->getAsCXXRecordDecl();
  return Class && Types.isRecord(*Class) ? Class : nullptr;
}

static bool isVirtual(const clang::FunctionDecl &D) {
  const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(&D);
  return Method && Method->isVirtual();
}

/// The one method that a call of a virtual one can mean: its name is qualified,
/// the object's class is certain, or a constructor calls it on what it is about
/// to make. Null if there may be others, or it is not virtual.
static const clang::CXXMethodDecl *onlyMeant(const clang::CallExpr *E,
                                             const clang::FunctionDecl &Callee,
                                             const clang::FunctionDecl *In) {
  const clang::Expr *Object = objectOf(E);
  if (!isVirtual(Callee) || !Object)
    return nullptr;
  const auto &Method = llvm::cast<clang::CXXMethodDecl>(Callee);
  const auto *Named =
      llvm::dyn_cast<clang::MemberExpr>(E->getCallee()->IgnoreParenImpCasts());
  if (Named && Named->hasQualifier())
    return &Method;
  const auto *Maker = llvm::dyn_cast_or_null<clang::CXXConstructorDecl>(In);
  const clang::Expr *Self = Object->IgnoreParenImpCasts();
  if (Maker && llvm::isa<clang::CXXThisExpr>(Self))
    return Method.getCorrespondingMethodInClass(Maker->getParent());
  return const_cast<clang::CXXMethodDecl &>(Method).getDevirtualizedMethod(
      Object, false);
}

InstrId FunctionLowering::lowerCall(const clang::CallExpr *E) {
  const clang::FunctionDecl *Callee = E->getDirectCallee();
  if (!Callee)
    return lowerUnknownCall(E, nullptr);
  if (InstrId V = lowerVerdict(E); V != NoId)
    return V;
  if (InstrId V = lowerStandard(E, *Callee); V != NoId)
    return V;
  if (const clang::StringLiteral *Shape = expectedShape(*E))
    return lowerExpectShape(E, *Shape);
  if (const CalleeModel *Model = U.Types.modelOf(*Callee))
    return lowerOp(E, *Model);
  if (const clang::CXXRecordDecl *Class = layerOf(E, U.Types)) {
    bool Forward = Callee->getIdentifier() && Callee->getName() == "forward";
    InstrId V =
        Forward ? lowerRecordCall(E, *Class, Callee)
                : lowerChainMember(E, *Class,
                                   llvm::cast<clang::CXXMethodDecl>(*Callee));
    if (V != NoId)
      return V;
  }
  if (const clang::CXXMethodDecl *Only = onlyMeant(E, *Callee, Lowered))
    Callee = Only;
  else if (isVirtual(*Callee))
    return lowerUnknownCall(E, Callee);
  if (const clang::FunctionDecl *Definition = Callee->getDefinition();
      Definition && U.IsLowered(*Definition))
    if (InstrId V = lowerProgramCall(E, *Definition); V != NoId)
      return V;
  return lowerUnknownCall(E, Callee);
}

InstrId FunctionLowering::lowerOp(const clang::CallExpr *E,
                                  const CalleeModel &Model) {
  llvm::SmallVector<const clang::Expr *> Storage;
  llvm::ArrayRef<const clang::Expr *> Args = argumentsOf(E, Storage);
  const clang::Expr *Object = objectOf(E);
  bool WritesOut = TypeInfo::writesOut(*E->getDirectCallee());
  const clang::Expr *Changed = WritesOut       ? Args[0]
                               : Model.Changes ? Object
                                               : nullptr;
  const Signature &Op = U.M.Ops.find(Model.Op)->second.front();
  Instr I;
  I.Kind = InstrKind::Op;
  I.Name = Model.Op;
  I.Callee = WritesOut ? qualifiedName(*E->getDirectCallee()) : Model.Callee;
  I.NameSpan = U.Source.of(nameRange(E));
  if (WritesOut) {
    I.Operands.push_back({OutParameter, value(Args[0]), NoId});
    Args = Args.drop_front();
  }
  for (auto [Position, Arg] : llvm::enumerate(Model.Arguments)) {
    Operand O;
    O.Parameter = Arg.Name.empty() ? Op.Parameters[Position].Name : Arg.Name;
    if (Arg.Literal)
      O.From = emitConst(*Arg.Literal, nullptr);
    else if (Arg.Parameter == "this" && Object)
      O.From = value(Object);
    for (auto [Name, Given] : llvm::zip(Model.Parameters, Args))
      if (!Arg.Literal && O.From == NoId && Name == Arg.Parameter)
        O.From = value(withoutView(Given, U.Types));
    if (O.From != NoId && !Arg.Field.empty())
      O.From = field(O.From, Arg.Field, nullptr);
    if (O.From != NoId)
      I.Operands.push_back(std::move(O));
  }
  I.Taints = Changed;
  InstrId V = emit(std::move(I), E);
  if (VarPlace At = Changed ? placeOf(Changed) : VarPlace(); At.Var != NoId)
    store(At, V, Span());
  return V;
}

/// The object first, what a lambda captured last. None if it cannot be
/// followed.
std::optional<Instr>
FunctionLowering::programCall(const clang::CallExpr *E,
                              const clang::FunctionDecl &Callee) {
  Instr I;
  I.Kind = InstrKind::Call;
  I.Name = U.nameOf(Callee);
  I.Callee = U.Names.of(Callee);
  I.NameSpan = U.Source.of(nameRange(E));
  llvm::SmallVector<const clang::Expr *> Given, Storage;
  const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(&Callee);
  bool IsLambda = Method && Method->getParent()->isLambda();
  if (Method && Method->isInstance() && !IsLambda) {
    Given.push_back(nullptr);
    I.Operands.push_back(object(objectOf(E)));
  }
  for (auto [Arg, P] :
       llvm::zip(argumentsOf(E, Storage), Callee.parameters())) {
    Given.push_back(Arg);
    I.Operands.push_back(argument(Arg, P->getType()));
  }
  if (IsLambda && objectOf(E))
    addCaptures(I, E, *Method);
  if (passesParts(I, Given))
    return I;
  return std::nullopt;
}

InstrId FunctionLowering::lowerProgramCall(const clang::CallExpr *E,
                                           const clang::FunctionDecl &Callee) {
  std::optional<Instr> I = programCall(E, Callee);
  return I ? emit(std::move(*I), E) : NoId;
}

/// The object of a method, which may write to it.
Operand FunctionLowering::object(const clang::Expr *Object) {
  if (!Object)
    return {"", emitUnknown("object", nullptr)};
  if (VarPlace At = placeOf(Object); At.Var != NoId) {
    if (Object->isPRValue() || !U.Types.isPointer(ownType(Object)))
      return {"", NoId, At.Var, At.Steps};
    At.Steps.emplace_back(); // a holder stands for what it holds
    return {"", NoId, At.Var, At.Steps};
  }
  return {"", value(Object), NoId};
}

/// What is called without being named: its type says what it takes.
static const clang::FunctionProtoType *prototypeOf(const clang::CallExpr *E) {
  clang::QualType T = E->getCallee()->getType();
  if (T->isSpecificPlaceholderType(clang::BuiltinType::BoundMember))
    T = clang::Expr::findBoundMemberType(E->getCallee());
  if (const auto *Pointer = T->getAs<clang::PointerType>())
    T = Pointer->getPointeeType();
  return T->getAs<clang::FunctionProtoType>();
}

/// The object, then the arguments; written by reference where it may be so.
void FunctionLowering::addOperands(Instr &I, const clang::CallExpr *E,
                                   const clang::FunctionDecl *Callee) {
  if (const clang::Expr *Object = objectOf(E)) {
    I.Keeps = !U.Types.isTensor(Object->getType());
    I.Operands.push_back(
        mayChange(Object, *E, U.Types) || mayReplaceWeights(*E, U.Types)
            ? argument(Object, U.Ctx.getLValueReferenceType(
                                   Object->getType().getUnqualifiedType()))
            : Operand{"", value(Object), NoId});
  } else if (!Callee) {
    value(E->getCallee());
  }
  const clang::FunctionProtoType *Type =
      Callee ? Callee->getType()->getAs<clang::FunctionProtoType>()
             : prototypeOf(E);
  llvm::SmallVector<const clang::Expr *> Storage;
  for (auto [Position, Arg] : llvm::enumerate(argumentsOf(E, Storage))) {
    clang::QualType T = U.Ctx.getLValueReferenceType(Arg->getType());
    if (Type && Position < Type->getNumParams())
      T = Type->getParamType(Position);
    else if (Type && Type->isVariadic())
      T = Arg->getType();
    if (Callee && !mayWrite(Callee, Position, U.Types))
      T = T.getNonReferenceType();
    // What gives a tensor may have run the user's `forward` for it.
    bool IsLeft =
        !U.Types.holdsTensor(E->getType()) && leavesAlone(*E, Arg, U.Types);
    I.Operands.push_back(IsLeft ? Operand{"", value(Arg), NoId}
                                : argument(Arg, T));
  }
  if (Callee && U.Types.isStandard(*Callee))
    addRanges(I, E);
}

/// What another file may have the body of, as it will be called then.
std::optional<Instr>
FunctionLowering::outsideCall(const clang::CallExpr *E,
                              const clang::FunctionDecl *Callee) {
  if (!Callee || !mayBeOutside(*Callee, U.Source))
    return std::nullopt;
  std::optional<Instr> Call = programCall(E, *Callee);
  if (const clang::Expr *Object = objectOf(E); Call && Object)
    if (Operand &First = Call->Operands[0]; First.Reference != NoId)
      First.ReadOnly |= !mayChange(Object, *E, U.Types);
  return Call;
}

/// Of a pointer to a function, or of a std::function.
static bool callsValue(const clang::CallExpr *E,
                       const clang::FunctionDecl *Callee,
                       const TypeInfo &Types) {
  const clang::Expr *Object = objectOf(E);
  if (!Callee)
    return E->getCallee()->getType()->isFunctionPointerType();
  return Object && Callee->getOverloadedOperator() == clang::OO_Call &&
         Types.isWrapper(Object->getType());
}

/// What is called comes first; a std::function is there as the object.
void FunctionLowering::addCallable(Instr &I, const clang::CallExpr *E) {
  I.Virtual = "()";
  const clang::Expr *Of = objectOf(E) ? objectOf(E) : E->getCallee();
  if (const clang::ValueDecl *Named = plainName(Of))
    I.Callee = Named->getNameAsString();
  if (!objectOf(E))
    I.Operands.insert(I.Operands.begin(), Operand{"", value(Of), NoId});
}

InstrId FunctionLowering::lowerUnknownCall(const clang::CallExpr *E,
                                           const clang::FunctionDecl *Callee) {
  Instr I;
  I.Taints = !Callee || U.Types.mayReshape(*Callee);
  I.Integer = U.Types.isInteger(E->getType());
  I.NameSpan = U.Source.of(nameRange(E));
  bool Library = Callee && !U.Types.libraryOf(*Callee).empty();
  bool Standard = Callee && U.Types.isStandard(*Callee);
  I.Name = I.Callee = Callee ? U.Names.of(*Callee) : "call of a value";
  I.Opaque = !Library && !Standard;
  if (runsUsersCode(*E, U.Types))
    I.Opaque = I.Taints = true;
  addOperands(I, E, Callee);
  if (mayReplaceWeights(*E, U.Types))
    replacePart(I.Taints ? objectOf(E) : nullptr);
  const auto *Method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(Callee);
  // C's functions ask the world outside, C++'s compute.
  bool Computes = Standard && !I.Opaque && !Callee->isExternC();
  I.Computed = Computes && (!Method || Method->isConst());
  I.External = Callee && !objectOf(E) && !Computes && !Callee->hasBody();
  I.Keeps |= Computes && U.Types.holdsTensor(E->getType()) &&
             !U.Types.isTensor(E->getType());
  bool ShapeChange = Library && I.Taints;
  I.Counted = !Standard && !(Callee && U.Types.isOutside(*Callee)) &&
              (U.Types.holdsTensor(E->getType()) || ShapeChange);
  bool IsVirtual = Callee && isVirtual(*Callee) && objectOf(E);
  std::optional<Instr> Followed = Library || Standard ? std::nullopt
                                  : IsVirtual         ? programCall(E, *Callee)
                                                      : outsideCall(E, Callee);
  if (Followed)
    I.Operands = std::move(Followed->Operands);
  if (Followed && IsVirtual)
    I.Virtual = usrOf(*Callee);
  if (callsValue(E, Callee, U.Types))
    addCallable(I, E);
  InstrId Call = emit(std::move(I), E);
  if (Followed && !IsVirtual)
    F.Outside.push_back({Call, usrOf(*Callee), declaredIn(*Callee, U.Source)});
  return Call;
}

} // namespace tidy

//===- LowerCall.cpp - Calls: modelled, followed, or not understood -------===//
#include "frontend/FunctionLowering.h"
#include "frontend/Linkage.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

namespace tidy {

/// One variable is given twice, once to be written: the callee would see the
/// write through the other parameter.
bool FunctionLowering::sharesReference(
    const clang::CallExpr *E, const clang::FunctionDecl &Callee) const {
  if (llvm::none_of(Callee.parameters(), [](const clang::ParmVarDecl *P) {
        return isWritable(P->getType());
      }))
    return false;
  llvm::DenseMap<VarId, unsigned> Uses;
  for (const clang::Expr *Arg : E->arguments()) {
    std::set<VarId> InThis;
    forEachRoot(withoutMove(Arg), U.Types, [&](const clang::ValueDecl *Root) {
      if (auto It = Variables.find(Root); It != Variables.end())
        InThis.insert(It->second);
    });
    for (VarId Var : InThis)
      ++Uses[Var];
  }
  return llvm::any_of(Uses, [](const auto &Use) { return Use.second > 1; });
}

InstrId FunctionLowering::lowerCall(const clang::CallExpr *E) {
  const clang::FunctionDecl *Callee = E->getDirectCallee();
  if (!Callee)
    return lowerUnknownCall(E, nullptr);
  if (InstrId V = lowerStandard(E, *Callee); V != NoId)
    return V;
  if (const CalleeModel *Model = U.Types.modelOf(*Callee))
    return lowerOp(E, *Callee, *Model);
  const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(Callee);
  bool Virtual = Method && Method->isVirtual();
  if (const clang::FunctionDecl *Definition = Callee->getDefinition();
      Definition && !Virtual && U.IsLowered(*Definition) &&
      !sharesReference(E, *Definition))
    return lowerProgramCall(E, *Definition);
  return lowerUnknownCall(E, Callee);
}

/// The callee's name as it stands in the call: `torch::matmul`, `size`.
static clang::SourceRange nameRange(const clang::CallExpr *E) {
  if (const auto *Op = llvm::dyn_cast<clang::CXXOperatorCallExpr>(E))
    return Op->getOperatorLoc();
  const clang::Expr *Callee = E->getCallee()->IgnoreParenImpCasts();
  if (const auto *Member = llvm::dyn_cast<clang::MemberExpr>(Callee))
    return Member->getMemberLoc();
  if (const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(Callee))
    return {Ref->getBeginLoc(), Ref->getLocation()};
  return Callee->getSourceRange();
}

InstrId FunctionLowering::lowerOp(const clang::CallExpr *E,
                                  const clang::FunctionDecl &Callee,
                                  const CalleeModel &Model) {
  llvm::SmallVector<const clang::Expr *> Storage;
  llvm::ArrayRef<const clang::Expr *> Args = argumentsOf(E, Storage);
  const clang::Expr *Object = objectOf(E);
  const std::vector<Signature> &Alternatives = U.M.Ops.find(Model.Op)->second;
  Instr I;
  I.Kind = InstrKind::Op;
  I.Name = Model.Op;
  I.Callee = qualifiedName(Callee);
  I.NameSpan = U.Source.of(nameRange(E));
  for (auto [Position, Arg] : llvm::enumerate(Model.Arguments)) {
    Operand O;
    O.Parameter = Arg.Name.empty()
                      ? Alternatives.front().Parameters[Position].Name
                      : Arg.Name;
    if (Arg.Literal)
      O.From = emitConst(*Arg.Literal, nullptr);
    else if (Arg.Parameter == "this" && Object)
      O.From = value(Object);
    for (auto [Name, Given] : llvm::zip(Model.Parameters, Args))
      if (!Arg.Literal && O.From == NoId && Name == Arg.Parameter)
        O.From = value(Given);
    if (O.From != NoId)
      I.Operands.push_back(std::move(O));
  }
  return emit(std::move(I), E);
}

/// Written by reference where the parameter allows it; else the value.
Operand FunctionLowering::argument(const clang::Expr *Arg,
                                   clang::QualType ParamType) {
  VarId Var = isWritable(ParamType) ? rootOf(withoutMove(Arg)) : NoId;
  if (Var != NoId)
    return {"", NoId, Var};
  return {"", value(Arg), NoId};
}

InstrId FunctionLowering::lowerProgramCall(const clang::CallExpr *E,
                                           const clang::FunctionDecl &Callee) {
  llvm::SmallVector<const clang::Expr *> Storage;
  Instr I;
  I.Kind = InstrKind::Call;
  I.Name = U.nameOf(Callee);
  I.Callee = qualifiedName(Callee);
  I.NameSpan = U.Source.of(nameRange(E));
  for (auto [Arg, P] : llvm::zip(argumentsOf(E, Storage), Callee.parameters()))
    I.Operands.push_back(argument(Arg, P->getType()));
  return emit(std::move(I), E);
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
    const auto *Method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(Callee);
    VarId Root = Method && Method->isConst() ? NoId : rootOf(Object);
    I.Operands.push_back(Root == NoId ? Operand{"", value(Object), NoId}
                                      : Operand{"", NoId, Root});
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
    I.Operands.push_back(argument(Arg, T));
  }
}

InstrId FunctionLowering::lowerUnknownCall(const clang::CallExpr *E,
                                           const clang::FunctionDecl *Callee) {
  Instr I;
  I.Taints = !Callee || U.Types.mayReshape(*Callee);
  I.Integer = U.Types.isInteger(E->getType());
  I.NameSpan = U.Source.of(nameRange(E));
  bool Library = Callee && !U.Types.libraryOf(*Callee).empty();
  bool Standard = Callee && U.Types.isStandard(*Callee);
  I.Name = Callee ? qualifiedName(*Callee) : "call of a value";
  I.Callee = I.Name;
  I.Opaque = !Library && !Standard;
  if (Standard && (callsBack({E->getArgs(), E->getNumArgs()}) ||
                   makesUserObject(*Callee, U.Types)))
    I.Opaque = I.Taints = true;
  addOperands(I, E, Callee);
  const auto *Method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(Callee);
  // C's functions ask the world outside, C++'s compute.
  bool Computes = Standard && !I.Opaque && !Callee->isExternC();
  I.Computed = Computes && (!Method || Method->isConst());
  I.External = Callee && !objectOf(E) && !Computes && !Callee->hasBody();
  I.Keeps |= Computes && U.Types.holdsTensor(E->getType()) &&
             !U.Types.isTensor(E->getType());
  bool ShapeChange = Library && I.Taints;
  I.Counted = !Standard && (U.Types.holdsTensor(E->getType()) || ShapeChange);
  bool Outside = Callee && !Library && !Standard &&
                 mayBeOutside(*Callee, U.Source) &&
                 !sharesReference(E, *Callee);
  InstrId Call = emit(std::move(I), E);
  if (Outside)
    F.Outside.push_back({Call, usrOf(*Callee), declaredIn(*Callee, U.Source)});
  return Call;
}

} // namespace tidy

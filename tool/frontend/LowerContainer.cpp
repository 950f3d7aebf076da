//===- LowerContainer.cpp - Vectors, tuples, pointers, callables ----------===//
#include "frontend/FunctionLowering.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

InstrId FunctionLowering::list(llvm::ArrayRef<const clang::Expr *> Elements,
                               const clang::Expr *E) {
  Instr I;
  I.Kind = InstrKind::List;
  for (const clang::Expr *Element : Elements)
    I.Operands.push_back({"", value(Element), NoId});
  return emit(std::move(I), E);
}

/// What a vector's members do to it. NoId if it is none that is followed.
InstrId FunctionLowering::lowerListMember(const clang::CallExpr *E,
                                          const clang::CXXMethodDecl &Method) {
  const clang::Expr *Object = objectOf(E);
  if (!Method.getIdentifier())
    return NoId;
  llvm::StringRef Name = Method.getName();
  unsigned Args = argumentCount(E);
  if (Name == "size" && Args == 0)
    return count(value(Object), E);
  if (Name == "vec" && Args == 0)
    return value(Object);
  if (Name == "empty" && Args == 0)
    return emitCompare(
        "==", {count(value(Object), E), emitConst(Dim(0), nullptr)}, E);
  if (Name == "reserve" || Name == "shrink_to_fit")
    return emitConst(NoneValue(), E);
  bool Appends = (Name == "push_back" || Name == "emplace_back") && Args == 1;
  if (!TypeInfo::isStdList(Object->getType()) ||
      !(Appends || (Name == "clear" && Args == 0)))
    return NoId;
  VarPlace At = placeOf(Object);
  if (At.Var == NoId)
    return NoId;
  if (!Appends) {
    InstrId Empty = emitConst(ListValue(), nullptr);
    store(At, Empty, Span());
    return Empty;
  }
  const clang::Expr *Given = E->getArg(0);
  if (!isOfElementType(Object->getType(), Given->getType()))
    return NoId;
  InstrId Longer =
      emit(InstrKind::Append, "", {load(At, nullptr), value(Given)}, E);
  store(At, Longer, U.Source.of(E->getSourceRange()));
  return Longer;
}

/// What is put into a container of these becomes no other object on the way:
/// not `vector<vector<int>>::emplace_back(3)`.
bool FunctionLowering::isOfElementType(clang::QualType List,
                                       clang::QualType Given) const {
  const auto *Class =
      llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(
          List.getNonReferenceType()->getAsCXXRecordDecl());
  if (!Class || Class->getTemplateArgs().size() == 0 ||
      Class->getTemplateArgs()[0].getKind() != clang::TemplateArgument::Type)
    return false;
  clang::QualType Element = Class->getTemplateArgs()[0].getAsType();
  Given = Given.getNonReferenceType();
  return U.Ctx.hasSameUnqualifiedType(Element, Given) ||
         (TypeInfo::isInteger(Element) && TypeInfo::isInteger(Given)) ||
         (U.Types.isPointer(Element) && U.Types.isPointer(Given));
}

/// The type of `std::ignore`.
static bool isIgnore(clang::QualType T) {
  const clang::CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  return Class && Class->isInStdNamespace() &&
         Class->getName().contains("ignore");
}

/// `std::tie(a, b) = f()`. NoId if it is something else.
InstrId FunctionLowering::lowerTie(const clang::CXXOperatorCallExpr *E) {
  const clang::CallExpr *Tie = tieAssignedBy(E);
  if (!Tie)
    return NoId;
  InstrId From = value(E->getArg(1));
  for (auto [N, To] : llvm::enumerate(Tie->arguments()))
    if (!isIgnore(To->getType()))
      lowerAssignment(
          To,
          emit(InstrKind::Element, "", {From, emitConst(Dim(N), nullptr)}, E),
          E);
  return From;
}

/// `std::make_tuple(a, b)` and its like; pointers. NoId if it is none.
InstrId FunctionLowering::lowerStandardMaker(const clang::CallExpr *E,
                                             const clang::FunctionDecl &F) {
  if (!F.isInStdNamespace() || !F.getIdentifier())
    return NoId;
  llvm::SmallVector<const clang::Expr *> Args(E->arg_begin(), E->arg_end());
  if (F.getName() == "make_tuple" || F.getName() == "make_pair")
    return list(Args, E);
  if (F.getName() == "tie")
    return emitConst(Value(), E);
  bool MakesOne = F.getName() == "make_shared" || F.getName() == "make_unique";
  const clang::CXXRecordDecl *To = MakesOne && U.Types.isPointer(E->getType())
                                       ? U.Types.pointeeOf(E->getType())
                                       : nullptr;
  return To ? makeBehindPointer(*To, Args, E) : NoId;
}

/// `get` and `->` of what points to an object give the pointer itself.
InstrId FunctionLowering::lowerPointerMember(const clang::CallExpr *E,
                                             const clang::CXXMethodDecl &M) {
  const clang::Expr *Object = objectOf(E);
  if (!U.Types.isPointer(ownType(Object)) || !U.Types.pointeeOf(E->getType()))
    return NoId;
  bool Gives =
      M.getOverloadedOperator() == clang::OO_Arrow ||
      M.getOverloadedOperator() == clang::OO_Star ||
      (M.getIdentifier() && (M.getName() == "get" || M.getName() == "ptr"));
  return Gives ? value(Object) : NoId;
}

/// Options that set themselves, `o.stride(2)`, and tell, `o.stride()`. NoId if
/// it is neither.
InstrId FunctionLowering::lowerRecordMember(const clang::CallExpr *E,
                                            const clang::CXXMethodDecl &M) {
  const clang::Expr *Object = objectOf(E);
  const clang::CXXRecordDecl *Class =
      Object->getType().getNonReferenceType()->getAsCXXRecordDecl();
  if (!Class || !U.Types.isRecord(*Class) || !M.getIdentifier())
    return NoId;
  unsigned Args = argumentCount(E);
  bool ReturnsItself =
      E->getType().getNonReferenceType()->getAsCXXRecordDecl() == Class;
  if (Args == 0 && !ReturnsItself) {
    return field(value(Object), M.getName().str(), E);
  }
  if (Args != 1 || !ReturnsItself)
    return NoId;
  InstrId Set = record(qualifiedName(*Class),
                       {{"...", value(Object), NoId},
                        {M.getName().str(), value(E->getArg(0)), NoId}},
                       E);
  if (VarPlace At = placeOf(Object); At.Var != NoId)
    store(At, Set, Span());
  return Set;
}

/// `net(x)` of a holder is `net->forward(x)`. NoId if it is no holder.
InstrId FunctionLowering::lowerHolderCall(const clang::CallExpr *E,
                                          const clang::CXXMethodDecl &M) {
  const clang::Expr *Object = objectOf(E);
  if (M.getOverloadedOperator() != clang::OO_Call ||
      U.Types.libraryOf(M).empty() || !U.Types.isPointer(ownType(Object)))
    return NoId;
  const clang::CXXRecordDecl *To = U.Types.pointeeOf(ownType(Object));
  const clang::CXXMethodDecl *Forward = nullptr;
  for (const clang::CXXRecordDecl *At = To; At && !Forward;) {
    for (const clang::CXXMethodDecl *Method : At->methods())
      if (Method->getIdentifier() && Method->getName() == "forward" &&
          Method->getNumParams() >= argumentCount(E))
        Forward = Forward ? Forward : Method;
    At = At->getNumBases() ? At->bases_begin()->getType()->getAsCXXRecordDecl()
                           : nullptr;
    At = At && At->hasDefinition() ? At->getDefinition() : nullptr;
  }
  if (!Forward)
    return NoId;
  if (const CalleeModel *Model = U.Types.modelOf(*Forward))
    return lowerOp(E, *Forward, *Model);
  const clang::FunctionDecl *Body = Forward->getDefinition();
  if (Body && U.IsLowered(*Body) && !Forward->isVirtual())
    return lowerProgramCall(E, *Body);
  return NoId;
}

} // namespace tidy

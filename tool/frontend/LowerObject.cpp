//===- LowerObject.cpp - Objects: how they are made and held --------------===//
#include "frontend/FunctionLowering.h"
#include "frontend/Linkage.h"
#include "frontend/Makers.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// Members and bases, in a constructor.
void FunctionLowering::lowerInitializer(const clang::CXXCtorInitializer &Init) {
  const clang::Expr *E = Init.getInit();
  if (!E)
    return;
  const clang::FieldDecl *Field = Init.getMember();
  if (!Field || Field->getType()->isReferenceType() ||
      !Field->getIdentifier()) {
    const auto *Made =
        llvm::dyn_cast<clang::CXXConstructExpr>(E->IgnoreImplicit());
    bool IsBase = !Field && Made;
    if (!IsBase || !construct(This, Made->getConstructor(),
                              {Made->getArgs(), Made->getNumArgs()}, Made))
      value(E);
    return;
  }
  InstrId V = isEmpty(E) ? value(E) : asDeclared(*Field, true, value(E), E);
  VarPlace At = This;
  At.Steps.push_back({fieldName(*Field), NoId});
  store(At, V, U.Source.at(Init.getMemberLocation(), Field->getName().size()));
}

/// A constructor of the user's that another file may have the body of.
static bool isElsewhere(const clang::CXXConstructorDecl &C,
                        const UnitContext &U) {
  return !TypeInfo::isStandard(C) && U.Types.libraryOf(C).empty() &&
         mayBeOutside(C, U.Source);
}

/// Runs a constructor of the user's on an object that is there. False if it is
/// not followed.
bool FunctionLowering::construct(const VarPlace &Into,
                                 const clang::CXXConstructorDecl *C,
                                 llvm::ArrayRef<const clang::Expr *> Args,
                                 const clang::Expr *E) {
  const clang::FunctionDecl *Body = C->getDefinition();
  if (Into.Var == NoId)
    return false;
  if (C->isDefaultConstructor() && !C->isUserProvided()) {
    constructFields(Into, *C->getParent(), true);
    return true;
  }
  if (clang::InheritedConstructor Of = C->getInheritedConstructor()) {
    constructFields(Into, *C->getParent(), false);
    return construct(Into, Of.getConstructor(), Args, E);
  }
  bool IsHere = Body && U.IsLowered(*Body);
  if (!(IsHere || isElsewhere(*C, U)) || Args.size() > C->getNumParams())
    return false;
  Instr I;
  I.Callee = U.Names.of(*C);
  I.Kind = IsHere ? InstrKind::Call : InstrKind::Unknown;
  I.Name = IsHere ? U.nameOf(*Body) : I.Callee;
  I.Opaque = I.Taints = !IsHere;
  if (E)
    I.NameSpan = U.Source.of(E->getSourceRange());
  I.Operands.push_back({"", NoId, Into.Var, Into.Steps});
  for (auto [Arg, P] : llvm::zip(Args, C->parameters()))
    I.Operands.push_back(argument(Arg, P->getType()));
  for (unsigned N = Args.size(); N < C->getNumParams(); ++N) {
    const clang::ParmVarDecl *P = C->getParamDecl(N);
    if (!P->hasDefaultArg() || P->hasUninstantiatedDefaultArg())
      return false;
    I.Operands.push_back({"", lowerDefault(P->getDefaultArg()), NoId});
  }
  InstrId Call = emit(std::move(I), E);
  if (!IsHere)
    F.Outside.push_back({Call, usrOf(*C), declaredIn(*C, U.Source)});
  return true;
}

/// What a constructor that nobody wrote gives the fields: what stands at their
/// declarations. Of too many objects it is unknown.
void FunctionLowering::constructFields(const VarPlace &Into,
                                       const clang::CXXRecordDecl &Class,
                                       bool Bases) {
  constexpr unsigned Most = 1024; // each may hold several that hold several
  if (++Implicit > Most)
    return;
  for (const clang::CXXBaseSpecifier &B : Class.bases())
    if (!Bases)
      break;
    else if (const clang::CXXRecordDecl *Base =
                 B.getType()->getAsCXXRecordDecl();
             Base && U.Types.isObject(B.getType()))
      if (const clang::CXXConstructorDecl *C = defaultConstructor(*Base))
        construct(Into, C, {}, nullptr);
  for (const clang::FieldDecl *Field : Class.fields()) {
    if (!Field->getIdentifier() || Field->getType()->isReferenceType())
      continue;
    VarPlace At = Into;
    At.Steps.push_back({fieldName(*Field), NoId});
    if (const clang::Expr *Init = Field->getInClassInitializer()) {
      VarPlace Outer = std::exchange(This, Into);
      store(At, asDeclared(*Field, false, lowerDefault(Init), Init), Span());
      This = Outer;
    } else if (U.Types.isObject(Field->getType())) {
      const clang::CXXRecordDecl *Inner =
          Field->getType()->getAsCXXRecordDecl();
      if (const clang::CXXConstructorDecl *C = defaultConstructor(*Inner)) {
        store(At, record(U.Names.of(*Inner), {}, nullptr), Span());
        construct(At, C, {}, nullptr);
      }
    } else if (InstrId V = defaultOf(Field->getType(), false, nullptr);
               V != NoId) {
      store(At, V, Span());
    }
  }
}

/// An object of the user's, made where its value is needed; without `C` by the
/// constructor that nobody wrote. NoId if it is not known how. While a base is
/// made it is of no class yet that another's methods could stand in for.
InstrId FunctionLowering::make(const clang::CXXRecordDecl &Class,
                               const clang::CXXConstructorDecl *C,
                               llvm::ArrayRef<const clang::Expr *> Args,
                               const clang::Expr *E) {
  VarPlace At = slot("this");
  size_t Before = F.Instrs.size();
  bool IsLast =
      !Class.isPolymorphic() ||
      llvm::none_of(Class.bases(), [&](const clang::CXXBaseSpecifier &B) {
        return U.Types.isObject(B.getType());
      });
  std::string Name = U.Names.of(Class);
  store(At, record(IsLast ? Name : "", {}, nullptr), Span());
  if (!C)
    constructFields(At, Class, true);
  if (!C || construct(At, C, Args, E))
    return IsLast ? load(At, E)
                  : record(Name, {{"...", load(At, nullptr), NoId}}, E);
  for (; F.Instrs.size() > Before; F.Instrs.pop_back())
    F.Blocks[Current].Instrs.pop_back();
  return NoId;
}

/// `std::make_shared<Net>(3)`, `new Net(3)`, `Net net(3)` of a holder.
InstrId
FunctionLowering::makeBehindPointer(const clang::CXXRecordDecl &Class,
                                    llvm::ArrayRef<const clang::Expr *> Args,
                                    const clang::Expr *E) {
  if (U.Types.isRecord(Class))
    return emit(InstrKind::Share, "", {makeRecord(Class, Args, E)}, E);
  if (Args.size() == 1 && copies(Class, *Args[0], U.Types))
    return emit(InstrKind::Share, "", {value(Args[0])}, E);
  const clang::CXXConstructorDecl *C = constructorFor(Class, Args);
  bool IsImplicit = Args.empty() && Class.needsImplicitDefaultConstructor();
  InstrId Object = C || IsImplicit ? make(Class, C, Args, E) : NoId;
  return Object == NoId ? NoId : emit(InstrKind::Share, "", {Object}, E);
}

/// An object of a library's: its fields are the arguments, or those of the
/// options that it is made of.
InstrId FunctionLowering::makeRecord(const clang::CXXRecordDecl &Class,
                                     llvm::ArrayRef<const clang::Expr *> Args,
                                     const clang::Expr *E) {
  std::string Name = qualifiedName(Class);
  const std::vector<std::string> &Fields = U.M.Records.find(Name)->second;
  std::vector<Operand> Operands;
  if (std::string Row = U.Types.rowOf(Class); !Row.empty())
    return record(Name, {{Row, list(Args, E), NoId}}, E);
  const clang::CXXRecordDecl *First =
      Args.size() == 1
          ? Args[0]->getType().getNonReferenceType()->getAsCXXRecordDecl()
          : nullptr;
  if (First && U.Types.isRecord(*First))
    return record(Name, {{"...", value(Args[0]), NoId}}, E);
  for (auto [I, Arg] : llvm::enumerate(Args)) {
    if (llvm::isa<clang::CXXDefaultArgExpr>(Arg))
      continue;
    if (I >= Fields.size())
      return emitUnknown(Name, E);
    Operands.push_back({Fields[I], value(Arg), NoId});
  }
  return record(Name, std::move(Operands), E);
}

/// Smart pointers and holders of modules. NoId if it is none.
InstrId
FunctionLowering::lowerPointerConstruct(const clang::CXXConstructExpr *E) {
  clang::QualType T = E->getType();
  const clang::CXXRecordDecl *To = U.Types.pointeeOf(T);
  if (!To || !U.Types.isPointer(T))
    return NoId;
  llvm::SmallVector<const clang::Expr *> Args;
  for (const clang::Expr *Arg : E->arguments())
    if (!llvm::isa<clang::CXXDefaultArgExpr>(Arg))
      Args.push_back(Arg);
  bool Standard = U.Types.isStandard(*E->getConstructor()->getParent());
  if (!makesWhatItHolds(*T->getAsCXXRecordDecl(), U.Types))
    return NoId;
  if (Args.size() == 1 && Args[0]->getType()->isNullPtrType())
    return value(Args[0]);
  if (Args.size() == 1 && U.Types.isPointer(Args[0]->getType())) {
    const clang::CXXRecordDecl *From = U.Types.pointeeOf(Args[0]->getType());
    if (Standard || isOrComesFrom(*From, *To))
      return value(Args[0]);
  }
  if (Standard)
    return Args.empty() ? emitConst(NoneValue(), E) : NoId;
  return makeBehindPointer(*To, Args, E);
}

/// A member of a tuple that is made of nothing.
InstrId FunctionLowering::makeDefault(clang::QualType T) {
  const clang::CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  InstrId Object = Class && U.Types.isObject(T)
                       ? make(*Class, defaultConstructor(*Class), {}, nullptr)
                       : NoId;
  return Object == NoId ? emitDefault(T) : Object;
}

/// Tuples, objects of the user's and those that a model knows. NoId for others.
InstrId
FunctionLowering::lowerObjectConstruct(const clang::CXXConstructExpr *E) {
  const clang::CXXRecordDecl *Class = E->getType()->getAsCXXRecordDecl();
  Exprs Args(E->getArgs(), E->getNumArgs());
  if (!Class)
    return NoId; // an array of them
  if (U.Types.isTuple(E->getType())) {
    if (!Args.empty() && !U.Types.copiesAsIs(E->getType()))
      return NoId;
    llvm::ArrayRef<clang::TemplateArgument> Members =
        TypeInfo::membersOf(E->getType());
    if (Args.size() == 1 && TypeInfo::isTuple(Args[0]->getType()))
      return U.Ctx.hasSameUnqualifiedType(E->getType(), Args[0]->getType())
                 ? value(Args[0])
                 : NoId;
    std::vector<InstrId> Elements;
    if (Args.empty())
      for (const clang::TemplateArgument &Member : Members)
        Elements.push_back(makeDefault(Member.getAsType()));
    else if (Args.size() != Members.size())
      return NoId;
    for (auto [Arg, Member] : llvm::zip(Args, Members))
      Elements.push_back(wrapped(value(Arg), Member.getAsType(), nullptr));
    return emit(InstrKind::List, "", Elements, E);
  }
  if (U.Types.isRecord(*Class))
    return makeRecord(*Class, Args, E);
  return U.Types.isObject(E->getType())
             ? make(*Class, E->getConstructor(), Args, E)
             : NoId;
}

InstrId FunctionLowering::lowerNew(const clang::CXXNewExpr *E) {
  const clang::CXXConstructExpr *Made = E->getConstructExpr();
  const clang::CXXRecordDecl *Class = U.Types.pointeeOf(E->getType());
  if (E->isArray() || !Made || !Class || !U.Types.isPointer(E->getType()))
    return emitUnknown("new", E);
  InstrId Object = lowerObjectConstruct(Made);
  return Object == NoId ? emitUnknown("new", E)
                        : emit(InstrKind::Share, "", {Object}, E);
}

InstrId FunctionLowering::emitKept(std::string What, const clang::Expr *E,
                                   Exprs Of) {
  std::vector<Operand> Operands;
  for (const clang::Expr *Part : Of)
    if (Part && U.Types.holdsTensor(Part->getType()))
      Operands.push_back({"", value(Part), NoId});
  InstrId V = emitUnknown(std::move(What), E, std::move(Operands));
  F.Instrs[V].Keeps = true;
  return V;
}

/// An aggregate: the fields in order, the defaults of those left out with it.
InstrId FunctionLowering::lowerAggregate(const clang::InitListExpr *E) {
  const clang::CXXRecordDecl *Class = E->getType()->getAsCXXRecordDecl();
  if (!Class || Class->getNumBases() || !U.Types.isObject(E->getType()))
    return emitKept("aggregate", E, E->inits());
  VarPlace At = slot("this");
  store(At, record(U.Names.of(*Class), {}, nullptr), Span());
  for (auto [Field, Init] : llvm::zip(Class->fields(), E->inits())) {
    if (!Field->getIdentifier() || Field->getType()->isReferenceType())
      continue;
    VarPlace Into = At;
    Into.Steps.push_back({fieldName(*Field), NoId});
    bool IsDefault = llvm::isa<clang::CXXDefaultInitExpr>(Init);
    VarPlace Outer = std::exchange(This, IsDefault ? At : This);
    InstrId V = value(Init);
    This = Outer;
    store(Into, isEmpty(Init) ? V : asDeclared(*Field, false, V, Init), Span());
  }
  return load(At, E);
}

} // namespace tidy

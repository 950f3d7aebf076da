//===- LowerContainer.cpp - Vectors, tuples, pointers, callables ----------===//
#include "frontend/FunctionLowering.h"
#include "frontend/Linkage.h"
#include "frontend/Makers.h"
#include "frontend/Weights.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// Larger tables (a vocabulary) are not followed by key.
static constexpr unsigned MostKeys = 256;

/// `std::map<K, T>{{"a", x}, {"b", y}}`: an object with a field for each key.
/// NoId if it is made of something else.
InstrId FunctionLowering::lowerMap(const clang::CXXConstructExpr *E) {
  if (E->getConstructor()->isDefaultConstructor())
    return record("map", {}, E);
  if (!U.Types.copiesAsIs(E->getType()))
    return NoId;
  const clang::Expr *From = E->getArg(0)->IgnoreImplicit();
  if (const auto *Braces =
          llvm::dyn_cast<clang::CXXStdInitializerListExpr>(From))
    From = Braces->getSubExpr()->IgnoreImplicit();
  const auto *Pairs = llvm::dyn_cast<clang::InitListExpr>(From);
  if (Pairs && Pairs->getNumInits() > MostKeys)
    return NoId;
  std::vector<Operand> Fields;
  for (const clang::Expr *Init :
       Pairs ? Pairs->inits() : llvm::ArrayRef<clang::Expr *>()) {
    const auto *Pair =
        llvm::dyn_cast<clang::CXXConstructExpr>(Init->IgnoreImplicit());
    auto Key = Pair && Pair->getNumArgs() == 2
                   ? constantKey(Pair->getArg(0), E->getType(), U.Ctx)
                   : std::nullopt;
    if (!Key)
      return NoId;
    bool IsFirst = llvm::none_of(
        Fields, [&](const Operand &O) { return O.Parameter == *Key; });
    if (IsFirst) // of one key only the first counts
      Fields.push_back({*Key, value(Pair->getArg(1)), NoId});
  }
  return Pairs ? record("map", std::move(Fields), E) : NoId;
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
  bool Copies = F.getName() == "make_tuple" || F.getName() == "make_pair";
  if (Copies && U.Types.copiesAsIs(E->getType()))
    return list(Args, E);
  if (F.getName() == "tie")
    return emitConst(Value(), E);
  if (F.getName().ends_with("_pointer_cast") && Args.size() == 1 &&
      U.Types.isPointer(E->getType()) && U.Types.isPointer(Args[0]->getType()))
    return castTo(U.Ctx.getCanonicalTagType(U.Types.pointeeOf(E->getType())),
                  value(Args[0]), E);
  const clang::CXXRecordDecl *To =
      makesOne(F) && U.Types.isPointer(E->getType())
          ? U.Types.pointeeOf(E->getType())
          : nullptr;
  return To ? makeBehindPointer(*To, Args, E) : NoId;
}

/// `get` and `->` of what points to an object give the pointer itself; whether
/// it points to one can be asked.
InstrId FunctionLowering::lowerPointerMember(const clang::CallExpr *E,
                                             const clang::CXXMethodDecl &M) {
  const clang::Expr *Object = objectOf(E);
  if (!U.Types.isPointer(ownType(Object)))
    return NoId;
  bool OfItself = !Object->getType()->isPointerType(); // not of the pointee
  if (OfItself && llvm::isa<clang::CXXConversionDecl>(M) &&
      E->getType()->isBooleanType())
    return emitGiven(value(Object), true, E);
  if (OfItself && M.getIdentifier() && M.getName() == "is_empty" &&
      argumentCount(E) == 0)
    return emitGiven(value(Object), false, E);
  if (!U.Types.pointeeOf(E->getType()))
    return NoId;
  return givesPointer(M) || M.getOverloadedOperator() == clang::OO_Star
             ? value(Object)
             : NoId;
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
  if (Args == 0 && !ReturnsItself)
    return field(value(Object), M.getName().str(), E);
  if (Args != 1 || !ReturnsItself)
    return NoId;
  if (U.M.RecordsUnless.contains({qualifiedName(*Class), M.getName().str()})) {
    InstrId Unknown = emitUnknown(qualifiedName(*Class), E);
    if (VarPlace At = placeOf(Object); At.Var != NoId)
      store(At, Unknown, Span());
    else if (isPartOfLayer(Object, U.Types))
      replacePart(Object);
    return Unknown;
  }
  InstrId Set = record(qualifiedName(*Class),
                       {{"...", value(Object), NoId},
                        {M.getName().str(), value(E->getArg(0)), NoId}},
                       E);
  if (VarPlace At = placeOf(Object); At.Var != NoId)
    store(At, Set, Span());
  else if (isPartOfLayer(Object, U.Types))
    replacePart(Object);
  return Set;
}

/// The nearest `forward` that takes as many arguments.
static const clang::CXXMethodDecl *forwardOf(const clang::CXXRecordDecl &Class,
                                             unsigned Args) {
  const clang::CXXRecordDecl *At = &Class;
  while (At && At->hasDefinition()) {
    At = At->getDefinition();
    for (const clang::CXXMethodDecl *Method : At->methods())
      if (Method->getIdentifier() && Method->getName() == "forward" &&
          Method->getNumParams() >= Args &&
          Method->getMinRequiredArguments() <= Args)
        return Method;
    At = At->getNumBases() ? At->bases_begin()->getType()->getAsCXXRecordDecl()
                           : nullptr;
  }
  return nullptr;
}

/// `net(x)` of a holder is `net->forward(x)`. NoId if it is no holder.
InstrId FunctionLowering::lowerHolderCall(const clang::CallExpr *E,
                                          const clang::CXXMethodDecl &M) {
  const clang::Expr *Object = objectOf(E);
  if (U.Types.libraryOf(M).empty() || !U.Types.isPointer(ownType(Object)))
    return NoId;
  const clang::CXXRecordDecl *To = U.Types.pointeeOf(ownType(Object));
  if (M.getOverloadedOperator() == clang::OO_Subscript && U.Types.isRecord(*To))
    return lowerChainMember(E, *To, M);
  if (M.getOverloadedOperator() != clang::OO_Call)
    return NoId;
  const clang::CXXMethodDecl *Forward = forwardOf(*To, argumentCount(E));
  if (U.Types.isRecord(*To))
    return lowerRecordCall(E, *To, Forward);
  const clang::FunctionDecl *Body =
      Forward ? Forward->getDefinition() : nullptr;
  bool IsElsewhere = Forward && (Forward->isVirtual() ||
                                 (!Body && mayBeOutside(*Forward, U.Source)));
  if (IsElsewhere && U.Types.libraryOf(*Forward).empty())
    return lowerUnknownCall(E, Forward);
  if (Body && U.IsLowered(*Body))
    return lowerProgramCall(E, *Body);
  return NoId;
}

/// `extend`, `insert` and whatever else a class like Sequential adds that is
/// not known to leave its modules alone.
static bool mayChangeModules(const clang::CXXMethodDecl &M,
                             const clang::CXXRecordDecl &Class) {
  static constexpr llvm::StringRef Harmless[] = {
      "forward", "at",    "ptr",          "begin", "end",
      "reset",   "clone", "pretty_print", "size",  "is_empty"};
  return !M.isConst() &&
         M.getParent()->getCanonicalDecl() == Class.getCanonicalDecl() &&
         !(M.getIdentifier() && llvm::is_contained(Harmless, M.getName()));
}

/// Modules in a row: `seq->push_back(m)`, `list[i]`, `list->size()`,
/// `list->is_empty()`. NoId if it is something else.
InstrId FunctionLowering::lowerChainMember(const clang::CallExpr *E,
                                           const clang::CXXRecordDecl &Class,
                                           const clang::CXXMethodDecl &M) {
  const std::string Row = U.Types.rowOf(Class);
  if (Row.empty())
    return NoId;
  llvm::StringRef Name = M.getIdentifier() ? M.getName() : llvm::StringRef();
  unsigned Args = argumentCount(E);
  llvm::SmallVector<const clang::Expr *> Storage;
  Exprs Given = argumentsOf(E, Storage);
  if (Name == "push_back" && (Args == 1 || Args == 2)) {
    VarPlace At = placeOf(objectOf(E));
    if (At.Var == NoId)
      return NoId;
    At.Steps.push_back({Row, NoId});
    InstrId Longer = emit(InstrKind::Append, "",
                          {load(At, nullptr), value(Given[Args - 1])}, E);
    store(At, Longer, Span());
    return Longer;
  }
  bool Indexes = (Name == "at" || Name == "ptr" ||
                  M.getOverloadedOperator() == clang::OO_Subscript) &&
                 Args == 1 && TypeInfo::isInteger(Given[0]->getType());
  bool Counts = (Name == "size" || Name == "is_empty") && Args == 0;
  if (!Indexes && !Counts) {
    VarPlace At = placeOf(objectOf(E));
    if (At.Var != NoId && mayChangeModules(M, Class)) {
      At.Steps.push_back({Row, NoId});
      store(At, emitUnknown("modules", nullptr), Span());
    }
    return NoId;
  }
  InstrId Modules = field(value(objectOf(E)), Row, nullptr);
  if (Indexes)
    return emit(InstrKind::Element, "", {Modules, value(Given[0])}, E);
  InstrId Count = count(Modules, E);
  return Name == "size"
             ? Count
             : emitCompare("==", {Count, emitConst(Dim(0), nullptr)}, E);
}

/// `forward` of a layer: an op, or that of all that it is made of in turn.
InstrId FunctionLowering::lowerRecordCall(const clang::CallExpr *E,
                                          const clang::CXXRecordDecl &Class,
                                          const clang::FunctionDecl *Callee) {
  if (const CalleeModel *Model =
          Callee ? U.Types.modelOf(*Callee, Class) : nullptr)
    return lowerOp(E, *Model);
  if (U.Types.rowOf(Class).empty() || argumentCount(E) != 1)
    return NoId;
  llvm::SmallVector<const clang::Expr *> Storage;
  Instr I;
  I.Kind = InstrKind::Apply;
  I.Name = "forward";
  I.Callee = qualifiedName(Class) + "::forward";
  I.NameSpan = U.Source.of(nameRange(E));
  I.Operands = {{"", value(objectOf(E)), NoId},
                {"", value(argumentsOf(E, Storage)[0]), NoId}};
  return emit(std::move(I), E);
}

} // namespace tidy

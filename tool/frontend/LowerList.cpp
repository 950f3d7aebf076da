//===- LowerList.cpp - Vectors and their kin ------------------------------===//
#include "frontend/Algorithms.h"
#include "frontend/FunctionLowering.h"
#include "frontend/Makers.h"
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

/// The type of a list's elements.
static clang::QualType elementIn(clang::QualType List) {
  return llvm::cast<clang::ClassTemplateSpecializationDecl>(
             List.getNonReferenceType()->getAsCXXRecordDecl())
      ->getTemplateArgs()[0]
      .getAsType();
}

/// The type of a vector's elements; null of anything else.
static clang::QualType elementOf(clang::QualType Vector) {
  return TypeInfo::isVector(Vector) ? elementIn(Vector) : clang::QualType();
}

/// The type of what a member is called on, by `.` or by `->`.
static clang::QualType listOf(const clang::CallExpr *E) {
  clang::QualType T = objectOf(E)->getType();
  return T->isPointerType() ? T->getPointeeType() : T;
}

/// `std::vector<T>(n)`, `(n, x)`, `(x.begin(), x.end())`, maps. NoId if it is
/// made of something else.
InstrId FunctionLowering::lowerContainer(const clang::CXXConstructExpr *E) {
  const clang::CXXConstructorDecl *C = E->getConstructor();
  clang::QualType Element = elementOf(E->getType());
  if (TypeInfo::isMap(E->getType()))
    return lowerMap(E);
  bool IsCopied = !Element.isNull() && E->getNumArgs() >= 2 &&
                  U.Types.isElementOf(E->getType(), elementUnder(E->getArg(0)));
  if (const clang::Expr *Of = copiedRange(*E))
    if ((TypeInfo::isStdList(Of->getType()) ||
         U.Types.isWrapper(Of->getType())) &&
        IsCopied)
      return value(Of);
  if (IsCopied)
    return between(E->getArg(0), E->getArg(1));
  if (Element.isNull() || C->getNumParams() == 0 || C->getPrimaryTemplate() ||
      !TypeInfo::isInteger(C->getParamDecl(0)->getType()))
    return NoId;
  bool IsGiven = C->getNumParams() == 3;
  if (IsGiven && !U.Types.copiesAsIs(E->getType()))
    return NoId;
  return emit(InstrKind::Resize, "",
              {emitConst(ListValue(), nullptr), value(E->getArg(0)),
               IsGiven ? value(E->getArg(1)) : makeDefault(Element)},
              E);
}

/// What a list's members say of it, or a vector's do to it. NoId if it is none
/// that is followed.
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
  if (InstrId Part = lowerSlice(E, Name); Part != NoId)
    return Part;
  if (Name == "empty" && Args == 0)
    return emitCompare(
        "==", {count(value(Object), E), emitConst(Dim(0), nullptr)}, E);
  if (Name == "reserve" || Name == "shrink_to_fit")
    return emitConst(NoneValue(), E);
  clang::QualType Element = elementOf(listOf(E));
  bool Resizes = Name == "resize" && (Args == 1 || Args == 2);
  bool Shortens = (Name == "clear" || Name == "pop_back") && Args == 0;
  // One that grows may copy what it has.
  if (Element.isNull() || !(Shortens || U.Types.copiesAsIs(Element)))
    return NoId;
  if (!Resizes && !Shortens)
    return lowerInsertion(E, Method);
  VarPlace At = placeOf(Object);
  if (At.Var == NoId)
    return NoId;
  InstrId Size = Resizes           ? value(E->getArg(0))
                 : Name == "clear" ? emitConst(Dim(0), nullptr)
                                   : lastIndex(At);
  InstrId With = Args == 2 ? value(E->getArg(1)) : makeDefault(Element);
  return resize(At, Size, With, E);
}

/// `(a, b)` is a pair of them, and nothing is converted on the way.
static bool areParts(clang::QualType Tuple,
                     llvm::ArrayRef<const clang::Expr *> Given,
                     const TypeInfo &Types) {
  if (!TypeInfo::isTuple(Tuple))
    return false;
  auto Parts = llvm::cast<clang::ClassTemplateSpecializationDecl>(
                   Tuple->getAsCXXRecordDecl())
                   ->getTemplateArgs()
                   .asArray();
  if (Parts.size() == 1)
    Parts = Parts[0].getPackAsArray();
  return Parts.size() == Given.size() &&
         llvm::all_of(llvm::zip(Parts, Given), [&](auto Both) {
           auto [Part, Arg] = Both;
           return Types.isKeptAs(Part.getAsType(), Arg->getType());
         });
}

/// A list in braces, of what stands in the list that it is inserted in.
static bool isSeveral(clang::QualType Given, clang::QualType List,
                      const TypeInfo &Types) {
  return TypeInfo::isStdList(Given) && !Types.isElementOf(List, Given) &&
         Types.isKeptAs(elementOf(List), elementIn(Given));
}

/// The one constructor that may be meant takes no reference that it could keep.
static bool keepsNothing(const clang::CXXRecordDecl &Class,
                         llvm::ArrayRef<const clang::Expr *> Given) {
  const clang::CXXConstructorDecl *C = constructorFor(Class, Given);
  return C && llvm::none_of(C->parameters(), [](const auto *P) {
           return isWritable(P->getType());
         });
}

/// The class of the module that a holder makes of what it is given; null where
/// it is no holder, or is given one.
static const clang::CXXRecordDecl *
heldBy(clang::QualType Holder, llvm::ArrayRef<const clang::Expr *> Given,
       const TypeInfo &Types) {
  bool Makes = Types.isPointer(Holder) && !isStandardClass(Holder) &&
               !Holder->isPointerType() &&
               makesWhatItHolds(*Holder->getAsCXXRecordDecl(), Types) &&
               llvm::none_of(Given, [&](const clang::Expr *Part) {
                 return Part->getType()->isNullPtrType() ||
                        Types.isPointer(Part->getType());
               });
  return Makes ? Types.pointeeOf(Holder) : nullptr;
}

/// What `emplace_back(a, b)` adds to a list. NoId where code of the user's runs
/// for it that is not followed.
InstrId FunctionLowering::added(clang::QualType List,
                                llvm::ArrayRef<const clang::Expr *> Given,
                                const clang::Expr *E) {
  clang::QualType Element = elementOf(List);
  if (Given.size() == 1 && U.Types.isElementOf(List, Given[0]->getType()))
    return value(Given[0]);
  if (TypeInfo::isVector(Element))
    if (InstrId Inner = several(Element, Given); Inner != NoId)
      return Inner;
  if (areParts(Element, Given, U.Types))
    return list(Given, nullptr);
  const clang::CXXRecordDecl *Class = Element->getAsCXXRecordDecl();
  if (Class && U.Types.isObject(Element))
    return keepsNothing(*Class, Given)
               ? make(*Class, constructorFor(*Class, Given), Given, E)
               : NoId;
  if (const clang::CXXRecordDecl *Held = heldBy(Element, Given, U.Types))
    return U.Types.isRecord(*Held) || keepsNothing(*Held, Given)
               ? makeBehindPointer(*Held, Given, E)
               : NoId;
  // Of a library's or the language's: what it is made of may be in it.
  if (!Class ||
      !(TypeInfo::isStandard(*Class) || !U.Types.libraryOf(*Class).empty()))
    return NoId;
  std::vector<Operand> Operands;
  for (const clang::Expr *Part : Given)
    Operands.push_back({"", value(Part), NoId});
  InstrId V = emitUnknown("element", nullptr, std::move(Operands));
  F.Instrs[V].Keeps = true;
  return V;
}

/// `n, x` and `first, last`: what a list gets of these. NoId of others.
InstrId FunctionLowering::several(clang::QualType List,
                                  llvm::ArrayRef<const clang::Expr *> Given) {
  if (Given.size() != 2)
    return NoId;
  if (U.Types.isElementOf(List, elementUnder(Given[0])))
    return between(Given[0], Given[1]);
  return TypeInfo::isInteger(Given[0]->getType()) &&
                 U.Types.isElementOf(List, Given[1]->getType())
             ? emit(InstrKind::Resize, "",
                    {emitConst(ListValue(), nullptr), value(Given[0]),
                     value(Given[1])},
                    nullptr)
             : NoId;
}

/// `push_back`, `emplace_front`, `pop_front`, `assign`. NoId if it is none that
/// is followed.
InstrId FunctionLowering::lowerInsertion(const clang::CallExpr *E,
                                         const clang::CXXMethodDecl &Method) {
  llvm::StringRef Name = Method.getName();
  clang::QualType List = listOf(E);
  llvm::SmallVector<const clang::Expr *> Storage;
  Exprs Args = argumentsOf(E, Storage);
  VarPlace At = placeOf(objectOf(E));
  bool AtEnd = Name == "push_back" || Name == "emplace_back";
  bool AtFront = Name == "push_front" || Name == "emplace_front";
  if (At.Var == NoId)
    return NoId;
  if (!AtEnd && !AtFront && Name != "pop_front" && Name != "assign")
    return lowerAtPosition(E, At, Name);
  InstrId With = AtEnd || AtFront   ? added(List, Args, E)
                 : Name == "assign" ? several(List, Args)
                                    : emitConst(ListValue(), nullptr);
  if (With == NoId)
    return NoId;
  InstrId Element = With;
  if (AtFront)
    With = emit(InstrKind::List, "", {With}, nullptr);
  InstrId Old = load(At, nullptr), First = emitConst(Dim(0), nullptr);
  InstrId Behind = Name == "assign"      ? count(Old, nullptr)
                   : Name == "pop_front" ? emitConst(Dim(1), nullptr)
                                         : First;
  InstrId New =
      AtEnd ? emit(InstrKind::Append, "", {Old, With}, E)
            : emit(InstrKind::Splice, "", {Old, First, Behind, With}, E);
  store(At, New, U.Source.of(E->getSourceRange()));
  return Name.starts_with("emplace") ? Element : New;
}

/// `insert`, `emplace` and `erase`, which give the position. NoId of others.
InstrId FunctionLowering::lowerAtPosition(const clang::CallExpr *E,
                                          const VarPlace &At,
                                          llvm::StringRef Name) {
  clang::QualType List = listOf(E);
  Exprs Args(E->getArgs(), E->getNumArgs());
  if (Args.empty() || !Parts.iterators().listOf(Args[0]))
    return NoId;
  InstrId From = value(Args[0]), To = From, With = NoId;
  if (Name == "erase") {
    To = Args.size() == 2 ? value(Args[1])
                          : emit(InstrKind::Arith, "+",
                                 {From, emitConst(Dim(1), nullptr)}, nullptr);
    With = emitConst(ListValue(), nullptr);
  } else if (Name == "insert" && Args.size() == 3) {
    With = several(List, Args.drop_front());
  } else if (Name == "insert" && Args.size() == 2 &&
             isSeveral(Args[1]->getType(), List, U.Types)) {
    With = value(Args[1]);
  } else if (Name == "insert" || Name == "emplace") {
    With = added(List, Args.drop_front(), E);
    if (With != NoId)
      With = emit(InstrKind::List, "", {With}, nullptr);
  }
  if (With == NoId)
    return NoId;
  InstrId Old = load(At, nullptr);
  store(At, emit(InstrKind::Splice, "", {Old, From, To, With}, E),
        U.Source.of(E->getSourceRange()));
  return From;
}

/// An element of a list that nobody writes to through what is read.
InstrId FunctionLowering::lowerElement(const clang::CallExpr *E,
                                       const clang::CXXMethodDecl &Method) {
  const clang::Expr *Object = objectOf(E);
  if (!Method.isConst() && !Object->IgnoreParenImpCasts()->isPRValue())
    return NoId;
  InstrId Index = indexRead(E, Method);
  return Index == NoId
             ? NoId
             : emit(InstrKind::Element, "", {value(Object), Index}, E);
}

/// The number of the element that `list[i]`, `list.at(i)`, `list.front()` or
/// `list.back()` reads. NoId if it is something else.
InstrId FunctionLowering::indexRead(const clang::CallExpr *E,
                                    const clang::CXXMethodDecl &Method) {
  llvm::StringRef Name =
      Method.getIdentifier() ? Method.getName() : llvm::StringRef();
  llvm::SmallVector<const clang::Expr *> Storage;
  Exprs Args = argumentsOf(E, Storage);
  if (Args.size() == 1 &&
      (Name == "at" || Method.getOverloadedOperator() == clang::OO_Subscript))
    return value(Args[0]);
  if (Args.empty() && Name == "front")
    return emitConst(Dim(0), nullptr);
  if (Args.empty() && Name == "back")
    return emit(
        InstrKind::Arith, "-",
        {count(value(objectOf(E)), nullptr), emitConst(Dim(1), nullptr)},
        nullptr);
  return NoId;
}

} // namespace tidy

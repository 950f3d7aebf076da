//===- Place.cpp - Which part of which variable ---------------------------===//
#include "frontend/Place.h"
#include "frontend/Algorithms.h"
#include "frontend/Lvalues.h"
#include "frontend/NameUses.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

const clang::VarDecl *Places::counterOf(const clang::CXXForRangeStmt &S) {
  const clang::DeclStmt *Begin = S.getBeginStmt();
  return Begin && Begin->isSingleDecl()
             ? llvm::dyn_cast<clang::VarDecl>(Begin->getSingleDecl())
             : nullptr;
}

void Places::findRanges(llvm::ArrayRef<const clang::Stmt *> Code) {
  Into.find(Code);
  forEachStatement(Code, [&](const clang::Stmt &S) {
    const auto *Made = llvm::dyn_cast<clang::CXXConstructExpr>(&S);
    if (Made && copiedRange(*Made)) {
      hide(Made->getArg(0));
      hide(Made->getArg(1));
    }
    if (const auto *Call = llvm::dyn_cast<clang::CallExpr>(&S))
      forEachShifted(*Call,
                     [&](const clang::Expr *List) { Shifted.push_back(List); });
    const auto *For = llvm::dyn_cast<clang::CXXForRangeStmt>(&S);
    if (!For || !counterOf(*For) || !For->getEndStmt() || !For->getRangeInit())
      return;
    clang::QualType T = For->getRangeInit()->getType();
    bool IsArray = T->isConstantArrayType() && plainName(For->getRangeInit());
    const clang::CXXRecordDecl *Class = T->getAsCXXRecordDecl();
    std::string Row = Class ? Types.rowOf(*Class) : "";
    if (!TypeInfo::isStdList(T) && !Types.isWrapper(T) && !IsArray &&
        Row.empty())
      return;
    if (!Row.empty())
      Rows[llvm::cast<clang::VarDecl>(For->getRangeStmt()->getSingleDecl())] =
          std::move(Row);
    const auto *End =
        llvm::cast<clang::VarDecl>(For->getEndStmt()->getSingleDecl());
    Counters[counterOf(*For)] = For;
    Ends[End] = For;
    hide(counterOf(*For)->getInit());
    hide(End->getInit());
  });
}

/// A field stays where it is, an element goes with its list.
bool Places::isShifted(const Place &P) const {
  auto IsField = [](const PlacePart &Part) {
    return !Part.Field.empty() && Part.Field.front() != '[';
  };
  return llvm::any_of(Shifted, [&](const clang::Expr *E) {
    std::optional<Place> Of = of(E);
    if (!Of || Of->Root != P.Root || Of->Parts.size() >= P.Parts.size())
      return false;
    auto IsSame = [&](auto Both) {
      auto [A, B] = Both;
      return !IsField(A) || !IsField(B) || A.Field == B.Field;
    };
    return llvm::all_of(llvm::zip(Of->Parts, P.Parts), IsSame) &&
           !llvm::all_of(llvm::drop_begin(P.Parts, Of->Parts.size()), IsField);
  });
}

void Places::hide(const clang::Expr *E) {
  llvm::SmallVector<const clang::Stmt *> Work{E};
  while (!Work.empty()) {
    const clang::Stmt *S = Work.pop_back_val();
    if (const auto *Part = llvm::dyn_cast_or_null<clang::Expr>(S)) {
      Hidden.insert(Part);
      llvm::append_range(Work, Part->children());
    }
  }
}

std::string fieldName(const clang::FieldDecl &D) {
  clang::QualType Class = D.getASTContext().getCanonicalTagType(D.getParent());
  return Class.getAsString() + "::" + D.getNameAsString();
}

std::optional<Place> Places::within(const clang::Expr *Whole,
                                    PlacePart Part) const {
  std::optional<Place> P = of(Whole);
  if (P)
    P->Parts.push_back(std::move(Part));
  return P;
}

std::optional<Place> Places::elementAt(const clang::Expr *List,
                                       const clang::Expr *Index) const {
  PlacePart Part;
  Part.Index = Index;
  Part.FromEnd = isReversed(Index->getType());
  return within(List, std::move(Part));
}

std::optional<Place> Places::of(const clang::Expr *E) const {
  E = withoutNoise(E);
  if (const auto *X = llvm::dyn_cast<clang::DeclRefExpr>(E))
    return ofReference(X);
  if (const auto *X = llvm::dyn_cast<clang::MemberExpr>(E))
    return ofMember(X);
  if (const auto *X = llvm::dyn_cast<clang::CallExpr>(E))
    return ofCall(X);
  if (const auto *X = llvm::dyn_cast<clang::ArraySubscriptExpr>(E))
    if (const clang::Expr *Array = arrayOf(*X))
      return elementAt(Array, X->getIdx());
  if (const auto *X = llvm::dyn_cast<clang::UnaryOperator>(E))
    if (X->getOpcode() == clang::UO_Deref)
      return behind(X->getSubExpr());
  return std::nullopt;
}

std::optional<Place> Places::ofReference(const clang::DeclRefExpr *E) const {
  if (const auto *Binding = llvm::dyn_cast<clang::BindingDecl>(E->getDecl()))
    return Binding->getBinding() ? of(Binding->getBinding()) : std::nullopt;
  const auto *V = llvm::dyn_cast<clang::VarDecl>(E->getDecl());
  if (!V || !V->hasLocalStorage() || countedBy(V))
    return std::nullopt;
  return Place{V, {}};
}

/// Those of a library's classes are not known by name.
std::optional<Place> Places::ofMember(const clang::MemberExpr *E) const {
  const auto *Field = llvm::dyn_cast<clang::FieldDecl>(E->getMemberDecl());
  if (!Field || !Field->getIdentifier() ||
      Field->getType()->isReferenceType() ||
      Field->getType().isVolatileQualified() || Field->isBitField() ||
      Field->getParent()->isUnion() || !Types.libraryOf(*Field).empty())
    return std::nullopt;
  bool IsPair = TypeInfo::isStandard(*Field);
  if (IsPair && !TypeInfo::isTuple(E->getBase()->getType()))
    return std::nullopt;
  std::optional<Place> P =
      E->isArrow() ? behind(E->getBase()) : of(E->getBase());
  if (!P)
    return std::nullopt;
  PlacePart &Part = P->Parts.emplace_back();
  if (IsPair)
    Part.At = Field->getName() == "second";
  else
    Part.Field = fieldName(*Field);
  return P;
}

std::optional<unsigned> tupleIndex(const clang::CallExpr *E) {
  const clang::FunctionDecl *Callee = E->getDirectCallee();
  if (!Callee || objectOf(E) || !Callee->isInStdNamespace() ||
      !Callee->getIdentifier() || Callee->getName() != "get" ||
      E->getNumArgs() != 1)
    return std::nullopt;
  const auto *Args = Callee->getTemplateSpecializationArgs();
  if (!Args || Args->size() == 0 ||
      Args->get(0).getKind() != clang::TemplateArgument::Integral)
    return std::nullopt;
  return Args->get(0).getAsIntegral().getExtValue();
}

/// `v[i]`, `v.at(i)`, `v.front()`, `v.back()`, `std::get<0>(t)`.
std::optional<Place> Places::ofElement(const clang::CallExpr *E) const {
  const clang::FunctionDecl *Callee = E->getDirectCallee();
  const clang::Expr *Object = objectOf(E);
  llvm::StringRef Name =
      Callee->getIdentifier() ? Callee->getName() : llvm::StringRef();
  if (std::optional<unsigned> N = tupleIndex(E)) {
    PlacePart Part;
    Part.At = *N;
    return within(E->getArg(0), Part);
  }
  if (!Object)
    return std::nullopt;
  PlacePart Part;
  llvm::SmallVector<const clang::Expr *> Storage;
  llvm::ArrayRef<const clang::Expr *> Args = argumentsOf(E, Storage);
  bool Indexes =
      Name == "at" || Callee->getOverloadedOperator() == clang::OO_Subscript;
  if (TypeInfo::isMap(Object->getType()) && Indexes && Args.size() == 1) {
    auto Key = constantKey(Args[0], Object->getType(), Callee->getASTContext());
    Part.Field = Key.value_or("");
    return Key ? within(Object, Part) : std::nullopt;
  }
  bool Points = Types.pointsToValue(Object->getType());
  clang::QualType T =
      Points ? Object->getType()->getPointeeType() : Object->getType();
  if (!TypeInfo::isStdList(T) && !Types.isWrapper(T))
    return std::nullopt;
  if (Indexes && Args.size() == 1)
    Part.Index = Args[0];
  else if (Name == "front" && Args.empty())
    Part.At = 0;
  else if (Name == "back" && Args.empty())
    Part.IsLast = true;
  else
    return std::nullopt;
  std::optional<Place> P = Points ? behind(Object) : of(Object);
  if (P)
    P->Parts.push_back(std::move(Part));
  return P;
}

/// `layers[i]`, `layers->ptr<T>(i)`, `layers->at<T>(i)` of modules in a row:
/// the pointer to one, or the module itself.
std::optional<Place> Places::ofModule(const clang::CallExpr *E) const {
  const clang::FunctionDecl *Callee = E->getDirectCallee();
  const clang::Expr *Object = objectOf(E);
  if (!Object)
    return std::nullopt;
  bool Points = Types.isPointer(ownType(Object));
  const clang::CXXRecordDecl *Class =
      Points ? Types.pointeeOf(ownType(Object))
             : ownType(Object)->getAsCXXRecordDecl();
  std::string Row = Class ? Types.rowOf(*Class) : "";
  llvm::StringRef Name =
      Callee->getIdentifier() ? Callee->getName() : llvm::StringRef();
  bool Indexes = Name == "at" || Name == "ptr" ||
                 Callee->getOverloadedOperator() == clang::OO_Subscript;
  llvm::SmallVector<const clang::Expr *> Storage;
  llvm::ArrayRef<const clang::Expr *> Args = argumentsOf(E, Storage);
  if (Row.empty() || !Indexes || Args.size() != 1 ||
      !TypeInfo::isInteger(Args[0]->getType()))
    return std::nullopt;
  std::optional<Place> P = Points ? behind(Object) : of(Object);
  if (!P)
    return std::nullopt;
  P->Parts.emplace_back().Field = Row;
  P->Parts.emplace_back().Index = Args[0];
  if (Name == "at")
    P->Parts.emplace_back();
  return P;
}

std::optional<Place> Places::ofCall(const clang::CallExpr *E) const {
  const clang::FunctionDecl *Callee = E->getDirectCallee();
  if (!Callee)
    return std::nullopt;
  if (E->isCallToStdMove() ||
      Callee->getBuiltinID() == clang::Builtin::BIforward)
    return of(E->getArg(0));
  const clang::Expr *Object = objectOf(E);
  if (Object && Callee->getOverloadedOperator() == clang::OO_Star) {
    if (const auto *Ref =
            llvm::dyn_cast<clang::DeclRefExpr>(withoutNoise(Object)))
      if (countedBy(Ref->getDecl()))
        return behind(Object);
    if (const clang::Expr *List = Into.listOf(Object))
      return elementAt(List, Object);
    return Types.isWrapper(Object->getType()) ? of(Object) : behind(Object);
  }
  if (Object && Types.isWrapper(Object->getType()) && Callee->getIdentifier() &&
      Callee->getName() == "value" && E->getNumArgs() == 0)
    return of(Object);
  if (std::optional<Place> Module = ofModule(E))
    return Module;
  return ofElement(E);
}

std::optional<Place> Places::behind(const clang::Expr *Pointer) const {
  const clang::Expr *E = Pointer->IgnoreParenImpCasts();
  if (llvm::isa<clang::CXXThisExpr>(E))
    return Place{};
  if (const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(E)) {
    if (leads(Ref->getDecl()))
      return of(E);
    if (const clang::CXXForRangeStmt *For = countedBy(Ref->getDecl())) {
      PlacePart Part;
      Part.Counter = llvm::cast<clang::VarDecl>(Ref->getDecl());
      const auto *Range =
          llvm::cast<clang::VarDecl>(For->getRangeStmt()->getSingleDecl());
      return Place{Range, {std::move(Part)}};
    }
  }
  if (const auto *Unary = llvm::dyn_cast<clang::UnaryOperator>(E))
    return Unary->getOpcode() == clang::UO_AddrOf ? of(Unary->getSubExpr())
                                                  : std::nullopt;
  if (const auto *Call = llvm::dyn_cast<clang::CallExpr>(E)) {
    const clang::Expr *Object = objectOf(Call);
    const clang::FunctionDecl *Callee = Call->getDirectCallee();
    if (Callee && Object && seesAsItself(*Callee, Types))
      return behind(Object);
    bool Gives = Callee && Object && givesPointer(*Callee);
    if (const clang::Expr *List = Gives ? Into.listOf(Object) : nullptr)
      return elementAt(List, Object);
    if (Gives && Types.isWrapper(Object->getType()))
      return of(Object);
    if (Gives && Types.isPointer(ownType(Object))) // or a copy of it
      return within(Object->IgnoreImplicit(), {});
    return E->isLValue() && Types.isPointer(E->getType()) ? within(E, {})
                                                          : std::nullopt;
  }
  return Types.isPointer(E->getType()) ? within(E, {}) : std::nullopt;
}

/// Behind a pointer that may be led elsewhere the name stays with the object,
/// the path does not.
std::optional<Place> Places::aliasedBy(const clang::VarDecl &V) const {
  const clang::Expr *Init = V.getInit();
  bool Leading = leads(&V);
  if (Rows.contains(&V) || !(V.getType()->isReferenceType() || Leading) ||
      !Init)
    return std::nullopt;
  if (const auto *Whole = llvm::dyn_cast<clang::ExprWithCleanups>(Init))
    Init = Whole->getSubExpr();
  std::optional<Place> P = Leading ? behind(Init) : of(Init);
  auto LeadsOn = [](const PlacePart &Part) {
    return Part.Field.empty() && !Part.Index && !Part.Counter && !Part.At &&
           !Part.IsLast;
  };
  return P && llvm::none_of(P->Parts, LeadsOn) && !isShifted(*P) ? P
                                                                 : std::nullopt;
}

} // namespace tidy

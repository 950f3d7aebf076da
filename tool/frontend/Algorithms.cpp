//===- Algorithms.cpp - What the standard library does with iterators -----===//
#include "frontend/Algorithms.h"
#include "frontend/Lvalues.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

namespace tidy {

llvm::StringRef nameOf(const clang::FunctionDecl *Callee) {
  return Callee && Callee->getIdentifier() ? Callee->getName()
                                           : llvm::StringRef();
}

bool isStandardClass(clang::QualType T) {
  const clang::CXXRecordDecl *Class =
      T.getNonReferenceType()->getAsCXXRecordDecl();
  return Class && TypeInfo::isStandard(*Class);
}

bool isIterator(clang::QualType T) {
  const clang::CXXRecordDecl *Class =
      T.getNonReferenceType()->getAsCXXRecordDecl();
  return Class && TypeInfo::isStandard(*Class) && Class->getIdentifier() &&
         Class->getName().contains_insensitive("iterator") &&
         Class->getName() != "move_iterator";
}

const clang::Expr *iteratorIn(const clang::Expr *E) {
  while (true) {
    E = E->IgnoreImplicit()->IgnoreParenImpCasts();
    const auto *Copy = llvm::dyn_cast<clang::CXXConstructExpr>(E);
    if (!Copy || Copy->getNumArgs() < 1 || !isIterator(Copy->getType()) ||
        !isIterator(Copy->getArg(0)->getType()))
      return E;
    E = Copy->getArg(0);
  }
}

clang::QualType elementUnder(const clang::Expr *Iterator) {
  clang::QualType T = Iterator->getType().getNonReferenceType();
  const auto *Class =
      llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(
          T->getAsCXXRecordDecl());
  if (Class && Class->getTemplateArgs().size() > 0 &&
      Class->getTemplateArgs()[0].getKind() == clang::TemplateArgument::Type) {
    T = Class->getTemplateArgs()[0].getAsType();
    if (Class->getName() == "_Deque_iterator")
      return T;
  }
  return T->getPointeeType();
}

static bool isEnd(llvm::StringRef Name) {
  Name.consume_front("c");
  return Name == "end";
}
static bool isEither(llvm::StringRef Name) {
  return isEnd(Name) || Name == "begin" || Name == "cbegin";
}

const clang::Expr *iteratorMadeOf(const clang::Expr *E) {
  const auto *Call = llvm::dyn_cast<clang::CallExpr>(iteratorIn(E));
  const clang::FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  llvm::StringRef Name = nameOf(Callee);
  static const llvm::StringSet<> Methods = {
      "begin",   "end",   "cbegin", "cend",        "rbegin",     "rend",
      "crbegin", "crend", "find",   "lower_bound", "upper_bound"};
  static const llvm::StringSet<> Functions = {
      "begin", "end", "cbegin", "cend", "back_inserter", "front_inserter"};
  if (const auto *Member =
          llvm::dyn_cast_or_null<clang::CXXMemberCallExpr>(Call)) {
    const clang::Expr *Object = Member->getImplicitObjectArgument();
    const clang::CXXMethodDecl *Method = Member->getMethodDecl();
    bool IsTheirs = Method && (TypeInfo::isStandard(*Method) ||
                               (Method->isConst() && isEither(Name)));
    bool Makes = IsTheirs && Methods.contains(Name) &&
                 !Object->getType()->isPointerType();
    return Makes && (isIterator(Call->getType()) || isEither(Name)) ? Object
                                                                    : nullptr;
  }
  return Callee && Callee->isInStdNamespace() && Functions.contains(Name) &&
                 Call->getNumArgs() == 1
             ? Call->getArg(0)
             : nullptr;
}

/// Algorithms that change nothing.
static bool isReading(llvm::StringRef Name) {
  static const llvm::StringSet<> Names = {"accumulate",
                                          "reduce",
                                          "inner_product",
                                          "transform_reduce",
                                          "find",
                                          "find_if",
                                          "find_if_not",
                                          "find_end",
                                          "find_first_of",
                                          "adjacent_find",
                                          "count",
                                          "count_if",
                                          "all_of",
                                          "any_of",
                                          "none_of",
                                          "for_each",
                                          "for_each_n",
                                          "max_element",
                                          "min_element",
                                          "minmax_element",
                                          "equal",
                                          "mismatch",
                                          "search",
                                          "search_n",
                                          "lower_bound",
                                          "upper_bound",
                                          "binary_search",
                                          "is_sorted",
                                          "is_sorted_until",
                                          "is_permutation",
                                          "distance",
                                          "next",
                                          "prev",
                                          "advance",
                                          "includes",
                                          "lexicographical_compare"};
  return Names.contains(Name);
}

/// Those that write to the last iterator that they are given.
static bool isCopying(llvm::StringRef Name) {
  static const llvm::StringSet<> Names = {"copy",
                                          "copy_n",
                                          "copy_if",
                                          "copy_backward",
                                          "reverse_copy",
                                          "rotate_copy",
                                          "unique_copy",
                                          "remove_copy",
                                          "remove_copy_if",
                                          "replace_copy",
                                          "replace_copy_if",
                                          "transform",
                                          "partial_sum",
                                          "inclusive_scan",
                                          "exclusive_scan",
                                          "merge",
                                          "set_union",
                                          "set_intersection",
                                          "set_difference",
                                          "adjacent_difference",
                                          "sample"};
  return Names.contains(Name);
}

bool changesElements(const clang::FunctionDecl &Algorithm) {
  static const llvm::StringSet<> Names = {"sort",
                                          "stable_sort",
                                          "partial_sort",
                                          "nth_element",
                                          "reverse",
                                          "rotate",
                                          "shuffle",
                                          "fill",
                                          "fill_n",
                                          "replace",
                                          "iota",
                                          "generate",
                                          "replace_if",
                                          "partition",
                                          "swap_ranges",
                                          "next_permutation",
                                          "prev_permutation"};
  return Algorithm.isInStdNamespace() && Names.contains(nameOf(&Algorithm));
}

bool isReversed(clang::QualType Iterator) {
  const clang::CXXRecordDecl *Class =
      Iterator.getNonReferenceType()->getAsCXXRecordDecl();
  return Class && Class->getIdentifier() &&
         Class->getName() == "reverse_iterator";
}

/// What is called with elements may take one by a reference that it writes to.
/// Of the standard library only what holds nothing (`std::plus`) does not.
static bool mayWriteElements(const clang::Expr *Arg) {
  const clang::Expr *E = Arg->IgnoreUnlessSpelledInSource();
  const clang::CXXRecordDecl *Class = E->getType()->getAsCXXRecordDecl();
  if (!TypeInfo::isCallable(E->getType()) ||
      (isStandardClass(E->getType()) && Class->isEmpty()))
    return false;
  const auto *Lambda = llvm::dyn_cast<clang::LambdaExpr>(E);
  const auto *Named = llvm::dyn_cast_or_null<clang::FunctionDecl>(plainName(E));
  const clang::FunctionDecl *Body = Lambda ? Lambda->getCallOperator() : Named;
  return !Body || llvm::any_of(Body->parameters(), [](const auto *P) {
    return isWritable(P->getType()) || P->getType()->isPointerType();
  });
}

bool isIteratorArgument(const clang::Expr *Arg) {
  return isIterator(Arg->getType()) || (Arg->getType()->isPointerType() &&
                                        !TypeInfo::isCallable(Arg->getType()));
}

bool writesThrough(const clang::CallExpr &E, const clang::Expr &Iterator) {
  const clang::FunctionDecl *Callee = E.getDirectCallee();
  if (llvm::isa_and_nonnull<clang::CXXMethodDecl>(Callee) ||
      (Callee && Callee->isOverloadedOperator()))
    return false; // the object is written, or nothing is
  llvm::StringRef Name = nameOf(Callee);
  llvm::ArrayRef Args(E.getArgs(), E.getNumArgs());
  if (isReading(Name))
    return llvm::any_of(Args, mayWriteElements);
  if (!isCopying(Name))
    return true;
  auto Last = llvm::find_if(llvm::reverse(Args), isIteratorArgument);
  return iteratorIn(*Last) == iteratorIn(&Iterator) ||
         llvm::any_of(Args, mayWriteElements);
}

bool sameText(const clang::Expr *A, const clang::Expr *B,
              const clang::ASTContext &Ctx) {
  llvm::FoldingSetNodeID X, Y;
  A->IgnoreParenImpCasts()->Profile(X, Ctx, /*Canonical=*/true);
  B->IgnoreParenImpCasts()->Profile(Y, Ctx, /*Canonical=*/true);
  return X == Y;
}

const clang::Expr *wholeRange(const clang::Expr *First,
                              const clang::Expr *Last) {
  const clang::Expr *A = iteratorMadeOf(First), *B = iteratorMadeOf(Last);
  if (!A || !B)
    return nullptr;
  const clang::FunctionDecl *Begins =
      llvm::cast<clang::CallExpr>(iteratorIn(First))->getDirectCallee();
  const clang::FunctionDecl *Ends =
      llvm::cast<clang::CallExpr>(iteratorIn(Last))->getDirectCallee();
  bool AreEnds =
      isEither(nameOf(Begins)) && !isEnd(nameOf(Begins)) && isEnd(nameOf(Ends));
  return AreEnds && sameText(A, B, Begins->getASTContext())
             ? A->IgnoreParenImpCasts()
             : nullptr;
}

/// Computes in integers that are as wide as `T`, or of any type.
static bool isWide(clang::QualType In, clang::QualType T,
                   const clang::ASTContext &Ctx) {
  In = In.getNonReferenceType();
  return In->isVoidType() || In->isDependentType() ||
         In->getContainedAutoType() ||
         (TypeInfo::isInteger(In) && Ctx.getIntWidth(In) >= Ctx.getIntWidth(T));
}

/// The operation of `[](auto a, auto b) { return a * b; }`; null of others.
static const clang::BinaryOperator *onlyOperation(const clang::LambdaExpr &L) {
  const auto *Code = llvm::dyn_cast<clang::CompoundStmt>(L.getBody());
  const auto *Return =
      Code && Code->size() == 1
          ? llvm::dyn_cast<clang::ReturnStmt>(Code->body_front())
          : nullptr;
  const auto *Op = Return && Return->getRetValue()
                       ? llvm::dyn_cast<clang::BinaryOperator>(
                             Return->getRetValue()->IgnoreParenImpCasts())
                       : nullptr;
  auto IsParameter = [&](const clang::Expr *Side, unsigned N) {
    return plainName(Side->IgnoreImpCasts()) ==
           L.getCallOperator()->getParamDecl(N);
  };
  return Op && L.getCallOperator()->getNumParams() == 2 &&
                 IsParameter(Op->getLHS(), 0) && IsParameter(Op->getRHS(), 1)
             ? Op
             : nullptr;
}

llvm::StringRef foldedBy(const clang::Expr *By, clang::QualType T,
                         const clang::ASTContext &Ctx) {
  const auto *Class =
      llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(
          By->getType()->getAsCXXRecordDecl());
  if (Class && Class->isInStdNamespace()) {
    bool IsProduct = Class->getName() == "multiplies";
    return (IsProduct || Class->getName() == "plus") &&
                   isWide(Class->getTemplateArgs()[0].getAsType(), T, Ctx)
               ? (IsProduct ? "*" : "+")
               : "";
  }
  const auto *Lambda =
      llvm::dyn_cast<clang::LambdaExpr>(By->IgnoreUnlessSpelledInSource());
  const clang::BinaryOperator *Op = Lambda ? onlyOperation(*Lambda) : nullptr;
  if (!Op || !isWide(Lambda->getCallOperator()->getReturnType(), T, Ctx) ||
      !llvm::all_of(
          Lambda->getCallOperator()->parameters(),
          [&](const auto *P) { return isWide(P->getType(), T, Ctx); }))
    return "";
  return Op->getOpcode() == clang::BO_Mul   ? "*"
         : Op->getOpcode() == clang::BO_Add ? "+"
                                            : "";
}

} // namespace tidy

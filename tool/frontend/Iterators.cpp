//===- Iterators.cpp - Which list an iterator leads into ------------------===//
#include "frontend/Iterators.h"
#include "frontend/Algorithms.h"
#include "frontend/Lvalues.h"
#include "frontend/NameUses.h"
#include "frontend/References.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// A variable, or a field of one or of this, by its name.
static bool isNamed(const clang::Expr *E) {
  while (true) {
    E = withoutNoise(E);
    if (llvm::isa<clang::CXXThisExpr>(E))
      return true;
    if (const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(E)) {
      const auto *V = llvm::dyn_cast<clang::VarDecl>(Ref->getDecl());
      return V && V->hasLocalStorage();
    }
    const auto *Member = llvm::dyn_cast<clang::MemberExpr>(E);
    if (!Member || !llvm::isa<clang::FieldDecl>(Member->getMemberDecl()) ||
        (Member->isArrow() && !llvm::isa<clang::CXXThisExpr>(
                                  Member->getBase()->IgnoreParenImpCasts())))
      return false;
    E = Member->getBase();
  }
}

/// Where all iterators of the result's type that it is given lead into.
const clang::Expr *
Iterators::containerOfResult(const clang::CallExpr &Call) const {
  const clang::FunctionDecl *Callee = Call.getDirectCallee();
  if (!Callee || !TypeInfo::isStandard(*Callee) || !isIterator(Call.getType()))
    return nullptr;
  const clang::ASTContext &Ctx = Callee->getASTContext();
  const clang::Expr *Object = objectOf(&Call);
  if (Object && !isIterator(Object->getType()))
    return TypeInfo::isStdList(Object->getType()) ? Object : nullptr;
  const clang::Expr *Only = nullptr;
  for (const clang::Expr *Arg : Call.arguments()) {
    if (!Ctx.hasSameUnqualifiedType(Arg->getType().getNonReferenceType(),
                                    Call.getType().getNonReferenceType()))
      continue;
    const clang::Expr *Its = containerOf(Arg);
    if (!Its || (Only && !sameText(Only, Its, Ctx)))
      return nullptr;
    Only = Its;
  }
  return Only;
}

const clang::Expr *Iterators::containerOf(const clang::Expr *Iterator) const {
  const clang::Expr *E = iteratorIn(Iterator);
  if (const clang::Expr *Of = iteratorMadeOf(E))
    return Of;
  if (const clang::ValueDecl *V = plainName(E))
    return Made.lookup(V);
  const auto *Call = llvm::dyn_cast<clang::CallExpr>(E);
  return Call ? containerOfResult(*Call) : nullptr;
}

const clang::Expr *Iterators::listOf(const clang::Expr *Iterator) const {
  const clang::Expr *Of = containerOf(Iterator);
  const clang::CXXRecordDecl *Class =
      Iterator->getType().getNonReferenceType()->getAsCXXRecordDecl();
  return Of && Class && !Class->getName().contains("insert") &&
                 TypeInfo::isStdList(Of->getType()) && isNamed(Of)
             ? Of
             : nullptr;
}

/// What does something with `E`, which becomes what that is done with.
const clang::Stmt *Iterators::around(const clang::Expr *&E) const {
  while (true) {
    const clang::Stmt *Next = Parent.lookup(E);
    const auto *Outer = llvm::dyn_cast_or_null<clang::Expr>(Next);
    if (!Outer || iteratorIn(Outer) != iteratorIn(E))
      return Next;
    E = Outer;
  }
}

/// It changes nothing, nor does what it gives back lead to anything.
bool Iterators::looksOnly(const clang::CXXMethodDecl &M) const {
  clang::QualType T = M.getReturnType();
  return M.isConst() && !M.getParent()->hasMutableFields() && !isWritable(T) &&
         !mayRefer(T.getNonReferenceType(), Types);
}

/// A reference to an element, or to a part of one, that nobody writes to.
bool Iterators::onlyRead(const clang::Expr *Element) const {
  const clang::Stmt *S = Parent.lookup(Element);
  if (const auto *Decls = llvm::dyn_cast_or_null<clang::DeclStmt>(S))
    return llvm::all_of(Decls->decls(), [](const clang::Decl *D) {
      const auto *V = llvm::dyn_cast<clang::VarDecl>(D);
      return V && !isWritable(V->getType()) && !V->getType()->isPointerType();
    });
  if (const auto *Member = llvm::dyn_cast_or_null<clang::MemberExpr>(S)) {
    const auto *M =
        llvm::dyn_cast<clang::CXXMethodDecl>(Member->getMemberDecl());
    return M ? looksOnly(*M) : onlyRead(Member);
  }
  if (const auto *Cast = llvm::dyn_cast_or_null<clang::CastExpr>(S))
    return Cast->getCastKind() == clang::CK_LValueToRValue ||
           Cast->getCastKind() == clang::CK_ToVoid || onlyRead(Cast);
  if (llvm::isa_and_nonnull<clang::ParenExpr, clang::ExprWithCleanups>(S))
    return onlyRead(llvm::cast<clang::Expr>(S));
  auto Reads = [&](auto Args, const clang::FunctionDecl *Callee) {
    for (auto [I, Arg] : llvm::enumerate(Args))
      if (Arg == Element && (!Callee || I >= Callee->getNumParams() ||
                             isWritable(Callee->getParamDecl(I)->getType())))
        return false;
    return true;
  };
  if (const auto *Copy = llvm::dyn_cast_or_null<clang::CXXConstructExpr>(S))
    return Reads(Copy->arguments(), Copy->getConstructor());
  const auto *Call = llvm::dyn_cast_or_null<clang::CallExpr>(S);
  if (!Call)
    return llvm::isa_and_nonnull<clang::CompoundStmt>(S);
  const auto *Method =
      llvm::dyn_cast_or_null<clang::CXXMethodDecl>(Call->getDirectCallee());
  if (objectOf(Call) == Element)
    return Method && looksOnly(*Method);
  llvm::SmallVector<const clang::Expr *> Storage;
  return Reads(argumentsOf(Call, Storage), Call->getDirectCallee());
}

/// Members that take a position, or elements, and keep neither.
static bool takesElements(const clang::CallExpr &Call,
                          const clang::CXXMethodDecl &Method) {
  llvm::StringRef Name = nameOf(&Method);
  const auto *Class = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(
      Method.getParent());
  if (!Class || Class->getTemplateArgs().size() == 0 ||
      isIterator(objectOf(&Call)->getType()))
    return false;
  const clang::TemplateArgument &Element = Class->getTemplateArgs()[0];
  return (Name == "insert" || Name == "emplace" || Name == "erase" ||
          Name == "assign") &&
         !(Element.getKind() == clang::TemplateArgument::Type &&
           isIterator(Element.getAsType()));
}

/// The call has come back before anybody writes through the iterator, and it
/// leaves the iterator where it is or moves it along.
static bool comesBack(const clang::CallExpr &Call, const clang::Expr &Inner) {
  const clang::FunctionDecl *Callee = Call.getDirectCallee();
  if (Callee->isOverloadedOperator())
    return Callee->getOverloadedOperator() != clang::OO_Call;
  if (const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(Callee))
    return takesElements(Call, *Method);
  for (auto [P, Arg] : llvm::zip(Callee->parameters(), Call.arguments()))
    if (iteratorIn(Arg) == iteratorIn(&Inner) && isWritable(P->getType()) &&
        nameOf(Callee) != "advance")
      return false;
  return isIteratorArgument(Call.getArg(0)); // not so of std::async
}

/// `Inner` is an argument of a call.
bool Iterators::staysIn(const clang::CallExpr &Call,
                        const clang::Expr &Inner) const {
  const clang::FunctionDecl *Callee = Call.getDirectCallee();
  if (!Callee || !TypeInfo::isStandard(*Callee))
    return false;
  clang::OverloadedOperatorKind Op = Callee->getOverloadedOperator();
  if (Op == clang::OO_Star || Op == clang::OO_Arrow)
    return listOf(&Inner) || onlyRead(&Call);
  if (Op == clang::OO_Subscript)
    return onlyRead(&Call);
  if (Op == clang::OO_Equal &&
      iteratorIn(Call.getArg(0)) != iteratorIn(&Inner)) {
    const clang::ValueDecl *To = plainName(iteratorIn(Call.getArg(0)));
    return To && Made.contains(To);
  }
  if (!comesBack(Call, Inner) ||
      (writesThrough(Call, Inner) && !containerOf(&Inner)))
    return false;
  clang::QualType T = Call.getType();
  return T->isVoidType() || (!isIterator(T) && !mayRefer(T, Types)) ||
         stays(&Call);
}

/// An iterator goes where it is followed, or nowhere.
bool Iterators::stays(const clang::Expr *E) const {
  const clang::Stmt *To = around(E);
  if (const auto *Decls = llvm::dyn_cast_or_null<clang::DeclStmt>(To))
    return llvm::any_of(Decls->decls(), [&](const clang::Decl *D) {
      const auto *V = llvm::dyn_cast<clang::VarDecl>(D);
      return V && V->getInit() == E && Made.contains(V);
    });
  if (const auto *Call = llvm::dyn_cast_or_null<clang::CallExpr>(To))
    return staysIn(*Call, *E);
  if (const auto *Copy = llvm::dyn_cast_or_null<clang::CXXConstructExpr>(To))
    return isStandardClass(Copy->getType()) &&
           !mayRefer(Copy->getType(), Types);
  if (const auto *Both = llvm::dyn_cast_or_null<clang::BinaryOperator>(To))
    return Both->isComparisonOp() ||
           (Both->isCommaOp() && (Both->getLHS() == E || stays(Both)));
  return llvm::isa_and_nonnull<clang::CompoundStmt, clang::IfStmt,
                               clang::ForStmt, clang::WhileStmt, clang::DoStmt,
                               clang::SwitchCase>(To);
}

/// Where `it = x`, x leads to where `it` did first.
bool Iterators::isAssignedAsMade(const clang::DeclRefExpr &To) const {
  const auto *Call =
      llvm::dyn_cast_or_null<clang::CXXOperatorCallExpr>(Parent.lookup(&To));
  if (!Call || Call->getOperator() != clang::OO_Equal ||
      iteratorIn(Call->getArg(0)) != &To)
    return true;
  const clang::Expr *Of = containerOf(Call->getArg(1));
  const clang::Expr *Before = Made.lookup(To.getDecl());
  return Of && Before && sameText(Of, Before, To.getDecl()->getASTContext());
}

namespace {

/// What a body does with iterators.
struct IteratorUses {
  llvm::SmallVector<const clang::Expr *> Makers;
  llvm::SmallVector<const clang::DeclRefExpr *> Names;
  llvm::SmallVector<const clang::VarDecl *> Variables;
  llvm::SmallVector<const clang::Expr *> Moved; // containers

  void add(const clang::Stmt &S) {
    if (const auto *Call = llvm::dyn_cast<clang::CallExpr>(&S)) {
      if (iteratorMadeOf(Call) || isIterator(Call->getType()))
        Makers.push_back(Call);
      forEachShifted(*Call, [&](const clang::Expr *E) { Moved.push_back(E); });
    }
    if (const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(&S);
        Ref && isIterator(Ref->getType()))
      Names.push_back(Ref);
    if (const auto *Decls = llvm::dyn_cast<clang::DeclStmt>(&S))
      for (const clang::Decl *D : Decls->decls())
        if (const auto *V = llvm::dyn_cast<clang::VarDecl>(D);
            V && V->hasLocalStorage() && V->getInit() &&
            !V->getType()->isReferenceType() && isIterator(V->getType()))
          Variables.push_back(V);
  }
  /// What it leads into may be in another container later.
  bool mayBeMoved(const clang::Expr *List, const clang::ASTContext &Ctx) const {
    return llvm::any_of(Moved, [&](const clang::Expr *Other) {
      return sameText(List, Other, Ctx);
    });
  }
};

} // namespace

void Iterators::find(llvm::ArrayRef<const clang::Stmt *> Code) {
  IteratorUses Uses;
  forEachStatement(Code, [&](const clang::Stmt &S) {
    for (const clang::Stmt *Child : S.children())
      if (Child)
        Parent[Child] = &S;
    Uses.add(S);
  });
  // In the order of the source: one may be made of another.
  llvm::sort(Uses.Variables, [](const auto *A, const auto *B) {
    return A->getLocation() < B->getLocation();
  });
  for (const clang::VarDecl *V : Uses.Variables)
    if (const clang::Expr *Of = containerOf(V->getInit());
        Of && isNamed(Of) && !Uses.mayBeMoved(Of, V->getASTContext()))
      Made[V] = Of;
  for (bool Changed = true; std::exchange(Changed, false);)
    for (const clang::DeclRefExpr *Name : Uses.Names)
      if (Made.contains(Name->getDecl()) &&
          (!isAssignedAsMade(*Name) || !stays(Name)))
        Changed |= Made.erase(Name->getDecl());
  for (const clang::Expr *Maker : Uses.Makers)
    if (stays(Maker))
      InSight.insert(Maker);
}

} // namespace tidy

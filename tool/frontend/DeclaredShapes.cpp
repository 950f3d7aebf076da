//===- DeclaredShapes.cpp - Where C++ declares a tensor's shape -----------===//
#include "frontend/Types.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/Expr.h"

namespace tidy {

/// The literal inside the FixedString<N>("...") that a template argument is.
static const clang::StringLiteral *literalIn(const clang::Stmt *S) {
  if (!S)
    return nullptr;
  if (const auto *L = llvm::dyn_cast<clang::StringLiteral>(S))
    return L;
  for (const clang::Stmt *Child : S->children())
    if (const auto *L = literalIn(Child))
      return L;
  return nullptr;
}

/// As written there: what `auto` and its kin stand for was declared elsewhere.
static const clang::StringLiteral *shapedAlias(clang::QualType T) {
  while (!T.isNull()) {
    const clang::Type *Written = T.getTypePtr();
    if (const auto *Alias = llvm::dyn_cast<clang::TypedefType>(Written)) {
      T = Alias->desugar();
      continue;
    }
    if (const auto *Using = llvm::dyn_cast<clang::UsingType>(Written)) {
      T = Using->desugar();
      continue;
    }
    const auto *S = llvm::dyn_cast<clang::TemplateSpecializationType>(Written);
    if (!S || !S->isTypeAlias())
      break;
    const auto *D = S->getTemplateName().getAsTemplateDecl();
    llvm::ArrayRef<clang::TemplateArgument> Args = S->template_arguments();
    if (D && qualifiedName(*D) == "tensor_tidy::Shaped" && Args.size() == 2 &&
        Args[1].getKind() == clang::TemplateArgument::Expression)
      if (const auto *L = literalIn(Args[1].getAsExpr()))
        return L;
    T = S->getAliasedType();
  }
  return nullptr;
}

static const clang::StringLiteral *shapeAttribute(const clang::Decl &D) {
  for (const auto *A : D.specific_attrs<clang::AnnotateAttr>())
    if (A->getAnnotation() == "tensor_tidy::shape" && A->args_size() == 1)
      if (const auto *L = literalIn(*A->args_begin()))
        return L;
  return nullptr;
}

const clang::StringLiteral *declaredShape(const clang::ValueDecl &D) {
  const clang::StringLiteral *Shape = shapeAttribute(D);
  return Shape ? Shape : shapedAlias(D.getType().getNonReferenceType());
}

const clang::StringLiteral *declaredShape(const clang::FunctionDecl &D,
                                          unsigned Index) {
  for (const clang::FunctionDecl *Redecl : D.redecls())
    if (const auto *Shape = declaredShape(*Redecl->getParamDecl(Index)))
      return Shape;
  return nullptr;
}

const clang::StringLiteral *declaredResult(const clang::FunctionDecl &D) {
  for (const clang::FunctionDecl *Redecl : D.redecls()) {
    const clang::StringLiteral *Shape = shapeAttribute(*Redecl);
    if (!Shape)
      Shape = shapedAlias(Redecl->getReturnType().getNonReferenceType());
    if (Shape)
      return Shape;
  }
  return nullptr;
}

const clang::StringLiteral *expectedShape(const clang::CallExpr &E) {
  const clang::FunctionDecl *Callee = E.getDirectCallee();
  if (!Callee || E.getNumArgs() != 2 ||
      qualifiedName(*Callee) != "tensor_tidy::expect_shape")
    return nullptr;
  return literalIn(E.getArg(1));
}

} // namespace tidy

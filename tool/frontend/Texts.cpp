//===- Texts.cpp - Strings that are known ---------------------------------===//
#include "frontend/Texts.h"
#include "frontend/Lvalues.h"
#include "clang/AST/DeclTemplate.h"

namespace tidy {

/// What the class is a template of comes first: characters, in a string.
static clang::QualType firstArgument(clang::QualType T) {
  const auto *R =
      llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(
          T.getNonReferenceType()->getAsCXXRecordDecl());
  bool IsType =
      R && R->getTemplateArgs().size() > 0 &&
      R->getTemplateArgs()[0].getKind() == clang::TemplateArgument::Type;
  return IsType ? R->getTemplateArgs()[0].getAsType() : clang::QualType();
}

static bool isOfCharacters(clang::QualType T) {
  clang::QualType First = firstArgument(T);
  return !First.isNull() && First->isCharType();
}

static bool isStandardClass(clang::QualType T, llvm::StringRef Name) {
  const clang::CXXRecordDecl *R = T.getNonReferenceType()->getAsCXXRecordDecl();
  return R && R->isInStdNamespace() && R->getIdentifier() &&
         R->getName() == Name;
}

bool TypeInfo::isString(clang::QualType T) {
  return isStandardClass(T, "basic_string") && isOfCharacters(T);
}

bool TypeInfo::isText(clang::QualType T) const {
  T = T.getNonReferenceType();
  if (T->isPointerType())
    return T->getPointeeType()->isCharType() &&
           T->getPointeeType().isConstQualified();
  if (!isOfCharacters(T))
    return false;
  return isString(T) || isStandardClass(T, "basic_string_view") ||
         M.TextTypes.contains(qualifiedName(*T->getAsCXXRecordDecl()));
}

std::optional<TextValue> textIn(const clang::StringLiteral &L) {
  if (L.getCharByteWidth() != 1 || L.getLength() > TextValue::Longest ||
      L.getBytes().contains('\0'))
    return std::nullopt;
  return TextValue{L.getBytes().str()};
}

bool mayChangeCharacters(const clang::Expr &Array) {
  const auto *T = Array.getType()->getAsArrayTypeUnsafe();
  if (!T || !T->getElementType()->isCharType() ||
      llvm::isa<clang::StringLiteral>(Array.IgnoreParens()))
    return false;
  const clang::ValueDecl *Named = plainName(&Array);
  return !Named || !Named->getType()->isArrayType() ||
         !T->getElementType().isConstQualified();
}

bool isTextView(clang::QualType T, const TypeInfo &Types) {
  if (!TypeInfo::isOptional(T))
    return Types.isText(T) && !TypeInfo::isString(T);
  clang::QualType Held = firstArgument(T);
  return !Held.isNull() && isTextView(Held, Types);
}

const clang::Expr *withoutView(const clang::Expr *E, const TypeInfo &Types) {
  const clang::Expr *Of = E;
  while (isTextView(Of->getType(), Types)) {
    const clang::Expr *Inner = Of->IgnoreImplicit();
    const auto *Made = llvm::dyn_cast<clang::CXXConstructExpr>(Inner);
    const auto *Call = llvm::dyn_cast<clang::CXXMemberCallExpr>(Inner);
    if (Call && llvm::isa<clang::CXXConversionDecl>(*Call->getMethodDecl()))
      Of = Call->getImplicitObjectArgument();
    else if (Made && Made->getNumArgs() == 1)
      Of = Made->getArg(0);
    else
      return E;
  }
  return TypeInfo::isString(Of->getType()) ? Of : E;
}

} // namespace tidy

//===- Makers.cpp - What makes objects of what it is given ----------------===//
#include "frontend/Makers.h"
#include "frontend/Lvalues.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

bool makesOne(const clang::FunctionDecl &Callee) {
  return Callee.isInStdNamespace() && Callee.getIdentifier() &&
         (Callee.getName() == "make_shared" ||
          Callee.getName() == "make_unique");
}

static bool hasUserConstructor(const clang::TemplateArgument &A,
                               const TypeInfo &Types) {
  if (A.getKind() == clang::TemplateArgument::Pack)
    return llvm::any_of(A.pack_elements(), [&](auto &Part) {
      return hasUserConstructor(Part, Types);
    });
  if (A.getKind() != clang::TemplateArgument::Type)
    return false;
  const clang::CXXRecordDecl *Class = A.getAsType()->getAsCXXRecordDecl();
  return Class && Class->hasDefinition() && !Types.isStandard(*Class) &&
         Types.libraryOf(*Class).empty() &&
         llvm::any_of(Class->ctors(), [](const auto *C) {
           return C->isUserProvided() && !C->isCopyOrMoveConstructor() &&
                  C->getNumParams() > 0;
         });
}

bool makesUserObject(const clang::FunctionDecl &Callee, const TypeInfo &Types) {
  std::string Name = Callee.getNameAsString();
  if (!Name.starts_with("make_") && !Name.starts_with("emplace"))
    return false;
  auto Any = [&](const clang::TemplateArgumentList *Args) {
    return Args && llvm::any_of(Args->asArray(), [&](auto &A) {
             return hasUserConstructor(A, Types);
           });
  };
  const auto *Class = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(
      Callee.getDeclContext());
  return Any(Callee.getTemplateSpecializationArgs()) ||
         (Class && Any(&Class->getTemplateArgs()));
}

bool makesWhatItHolds(const clang::CXXRecordDecl &Holder,
                      const TypeInfo &Types) {
  return TypeInfo::isStandard(Holder) || !Types.libraryOf(Holder).empty() ||
         llvm::none_of(Holder.ctors(), [](const clang::CXXConstructorDecl *C) {
           return C->isUserProvided() && !C->getInheritedConstructor() &&
                  !C->isCopyOrMoveConstructor();
         });
}

const clang::CXXConstructorDecl *
defaultConstructor(const clang::CXXRecordDecl &Class) {
  if (!Class.hasDefinition())
    return nullptr;
  for (const clang::CXXConstructorDecl *C : Class.ctors())
    if (C->isDefaultConstructor() && !C->isDeleted())
      return C;
  return nullptr;
}

bool isOrComesFrom(const clang::CXXRecordDecl &Class,
                   const clang::CXXRecordDecl &Base) {
  return Class.getCanonicalDecl() == Base.getCanonicalDecl() ||
         Class.isDerivedFrom(&Base);
}

const clang::CXXConstructorDecl *
constructorFor(const clang::CXXRecordDecl &Class,
               llvm::ArrayRef<const clang::Expr *> Args) {
  const clang::CXXConstructorDecl *Only = nullptr;
  for (const clang::Decl *D : Class.decls()) {
    const auto *Template = llvm::dyn_cast<clang::FunctionTemplateDecl>(D);
    if (llvm::isa<clang::ConstructorUsingShadowDecl>(D) ||
        (Template &&
         llvm::isa<clang::CXXConstructorDecl>(Template->getTemplatedDecl())))
      return nullptr;
  }
  const clang::CXXRecordDecl *First =
      Args.size() == 1
          ? Args[0]->getType().getNonReferenceType()->getAsCXXRecordDecl()
          : nullptr;
  if (First && First->hasDefinition() && isOrComesFrom(*First, Class))
    return nullptr; // it is copied
  for (const clang::CXXConstructorDecl *C : Class.ctors()) {
    if (C->isDeleted() || C->isCopyOrMoveConstructor() ||
        C->getNumParams() < Args.size() ||
        C->getMinRequiredArguments() > Args.size())
      continue;
    if (Only)
      return nullptr;
    Only = C;
  }
  return Only;
}

bool copies(const clang::CXXRecordDecl &Class, const clang::Expr &Of,
            const TypeInfo &Types) {
  clang::QualType T = Of.getType().getNonReferenceType();
  const clang::CXXRecordDecl *From = T->getAsCXXRecordDecl();
  return From && From->getCanonicalDecl() == Class.getCanonicalDecl() &&
         Types.isObject(T) && Types.copiesAsIs(T);
}

/// An object that is made of what a call forwards (`std::make_shared<Net>(n)`)
/// may keep a reference to argument `I`: some constructor wants one.
static bool madeMayKeep(const clang::CXXRecordDecl &Made, unsigned I) {
  return llvm::any_of(Made.decls(), [&](const clang::Decl *D) {
    if (llvm::isa<clang::ConstructorUsingShadowDecl>(D))
      return true;
    const clang::Decl *Own = D;
    if (const auto *Template = llvm::dyn_cast<clang::FunctionTemplateDecl>(D))
      Own = Template->getTemplatedDecl();
    const auto *C = llvm::dyn_cast<clang::CXXConstructorDecl>(Own);
    return C && !C->isCopyOrMoveConstructor() &&
           (C->isVariadic() || (I < C->getNumParams() &&
                                isWritable(C->getParamDecl(I)->getType())));
  });
}

bool mayKeep(const clang::CallExpr &E, const clang::FunctionDecl *Callee,
             unsigned I, const TypeInfo &Types) {
  if (!Callee || I >= Callee->getNumParams())
    return true;
  if (!isWritable(Callee->getParamDecl(I)->getType()))
    return false;
  const clang::CXXRecordDecl *Made =
      makesOne(*Callee) ? Types.pointeeOf(E.getType()) : nullptr;
  return !Made || madeMayKeep(*Made, I);
}

} // namespace tidy

//===- Linkage.cpp - What other translation units may mean ----------------===//
#include "frontend/Linkage.h"
#include "frontend/Types.h"
#include "clang/AST/ASTLambda.h"
#include "clang/AST/Attr.h"
#include "clang/AST/CXXInheritance.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Index/USRGeneration.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

std::string usrOf(const clang::Decl &D) {
  llvm::SmallString<128> Usr;
  clang::index::generateUSRForDecl(&D, Usr);
  return Usr.str().str();
}

/// The name means one thing in the whole program.
static bool isShared(const clang::FunctionDecl &D, const SourceMap &Source) {
  const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(&D);
  return D.isExternallyVisible() && !D.isMain() &&
         !D.hasAttr<clang::WeakAttr>() && !clang::isLambdaCallOperator(&D) &&
         !(Method &&
           Source.placeInHeader(Method->getParent()->getLocation()).empty());
}

bool isInternal(const clang::FunctionDecl &D, const SourceMap &Source) {
  switch (D.getTemplateSpecializationKind()) {
  case clang::TSK_ImplicitInstantiation:
    return true;
  case clang::TSK_ExplicitInstantiationDefinition:
    return !isShared(D, Source);
  default:
    return D.isInlined() || !isShared(D, Source);
  }
}

bool mayBeOutside(const clang::FunctionDecl &D, const SourceMap &Source) {
  const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(&D);
  return !D.isDefined() && !D.isVariadic() && !D.getBuiltinID() &&
         !(Method && Method->isVirtual()) && isShared(D, Source);
}

/// What is written in headers of an instance is its template.
static std::vector<const clang::FunctionDecl *>
writtenOf(const clang::FunctionDecl &D) {
  std::vector<const clang::FunctionDecl *> Found;
  if (const clang::FunctionTemplateDecl *T = D.getPrimaryTemplate()) {
    while (T->getInstantiatedFromMemberTemplate())
      T = T->getInstantiatedFromMemberTemplate();
    for (const clang::RedeclarableTemplateDecl *R : T->redecls())
      Found.push_back(
          llvm::cast<clang::FunctionTemplateDecl>(R)->getTemplatedDecl());
    return Found;
  }
  const clang::FunctionDecl *Of = D.getInstantiatedFromMemberFunction();
  llvm::append_range(Found, (Of ? Of : &D)->redecls());
  return Found;
}

template <class Decls>
static std::vector<std::string> placesInHeaders(const Decls &Written,
                                                const SourceMap &Source) {
  std::vector<std::string> Places;
  for (const clang::Decl *D : Written)
    if (std::string At = Source.placeInHeader(D->getLocation()); !At.empty())
      Places.push_back(std::move(At));
  llvm::sort(Places);
  Places.erase(llvm::unique(Places), Places.end());
  return Places;
}

std::vector<std::string> declaredIn(const clang::FunctionDecl &D,
                                    const SourceMap &Source) {
  return placesInHeaders(writtenOf(D), Source);
}

std::vector<std::string> declaredIn(const clang::VarDecl &V,
                                    const SourceMap &Source) {
  return placesInHeaders(V.redecls(), Source);
}

bool mayBeMeantOutside(const clang::VarDecl &V) {
  return V.isExternallyVisible() && !V.isInline() &&
         !V.hasAttr<clang::WeakAttr>();
}

void RoleTable::add(const clang::CXXRecordDecl &Class,
                    const std::string &Name) {
  if (!Class.isPolymorphic() || Class.isDependentContext())
    return;
  clang::CXXFinalOverriderMap Overriders;
  Class.getFinalOverriders(Overriders);
  for (const auto &[Method, Subobjects] : Overriders)
    for (const auto &[Number, Last] : Subobjects)
      if (Last.size() == 1) // of two bases it would be ambiguous
        Roles[Last.front().Method->getCanonicalDecl()].insert(
            {usrOf(*Method), Name});
}

std::vector<Role> RoleTable::of(const clang::FunctionDecl &D) const {
  auto It = Roles.find(D.getCanonicalDecl());
  return It == Roles.end()
             ? std::vector<Role>()
             : std::vector<Role>(It->second.begin(), It->second.end());
}

} // namespace tidy

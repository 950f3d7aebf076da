//===- Callees.cpp - What the models say of callees -----------------------===//
#include "frontend/Types.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

bool TypeInfo::isStandard(const clang::Decl &D) {
  for (const clang::DeclContext *C = D.getDeclContext(); C; C = C->getParent())
    if (const auto *N = llvm::dyn_cast<clang::NamespaceDecl>(C))
      if (N->isStdNamespace() || N->getName() == "__gnu_cxx")
        return true;
  const auto *F = llvm::dyn_cast<clang::FunctionDecl>(&D);
  return F && F->isExternC() &&
         D.getASTContext().getSourceManager().isInSystemHeader(D.getLocation());
}

std::string TypeInfo::libraryOf(const clang::Decl &D) const {
  for (const clang::DeclContext *C = D.getDeclContext(); C; C = C->getParent())
    if (const auto *N = llvm::dyn_cast<clang::NamespaceDecl>(C)) {
      auto It = M.Namespaces.find(qualifiedName(*N));
      if (It != M.Namespaces.end())
        return It->second;
    }
  return "";
}

bool TypeInfo::isMethodName(llvm::StringRef Name) const {
  return llvm::any_of(M.Callees, [&](const auto &Callee) {
    return llvm::StringRef(Callee.first).rsplit("::").second == Name &&
           llvm::any_of(Callee.second,
                        [](const CalleeModel &C) { return C.IsMethod; });
  });
}

bool TypeInfo::writesOut(const clang::FunctionDecl &D) {
  return D.getIdentifier() && D.getName().ends_with("_out") &&
         D.getNumParams() > 0 && D.getParamDecl(0)->getName() == "out";
}

static bool sameParameters(const CalleeModel &Model,
                           const clang::FunctionDecl &D) {
  const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(&D);
  if (Model.IsMethod != (Method && Method->isInstance()))
    return false;
  auto Parameters = D.parameters().drop_front(TypeInfo::writesOut(D));
  if (Model.Parameters.size() != Parameters.size() || D.isVariadic())
    return false;
  for (auto [Name, P] : llvm::zip(Model.Parameters, Parameters))
    if (Name != "_" && Name != P->getName())
      return false;
  return true;
}

const CalleeModel *TypeInfo::modelOf(const clang::FunctionDecl &D,
                                     const clang::CXXRecordDecl &Of) const {
  return modelNamed(qualifiedName(Of) + "::" + D.getNameAsString(), D);
}

const CalleeModel *TypeInfo::modelOf(const clang::FunctionDecl &D) const {
  std::string Name = qualifiedName(D);
  if (writesOut(D))
    Name.resize(Name.size() - llvm::StringRef("_out").size());
  return modelNamed(Name, D);
}

const CalleeModel *TypeInfo::modelNamed(const std::string &Name,
                                        const clang::FunctionDecl &D) const {
  auto It = M.Callees.find(Name);
  if (It == M.Callees.end())
    return nullptr;
  // Names stand in whichever declaration the library gave them.
  for (const clang::FunctionDecl *Redecl : D.redecls())
    for (const CalleeModel &Model : It->second)
      if (sameParameters(Model, *Redecl))
        return &Model;
  return nullptr;
}

bool TypeInfo::mayReshape(const clang::FunctionDecl &D) const {
  if (libraryOf(D).empty())
    return !isStandard(D);
  std::string Name = D.getNameAsString();
  return llvm::any_of(llvm::ArrayRef<llvm::StringRef>{"_", "_out", "_outf"},
                      [&](llvm::StringRef Ending) {
                        return llvm::StringRef(Name).ends_with(Ending);
                      }) ||
         isReshaping(D);
}

bool TypeInfo::isOutside(const clang::FunctionDecl &D) const {
  if (M.Outside.contains(qualifiedName(D)))
    return true;
  for (const clang::DeclContext *C = D.getDeclContext(); C; C = C->getParent())
    if (const auto *Named = llvm::dyn_cast<clang::NamedDecl>(C))
      if (M.Outside.contains(qualifiedName(*Named)))
        return true;
  return false;
}

const Value *TypeInfo::constantOf(const clang::ValueDecl &D) const {
  const auto *V = llvm::dyn_cast<clang::VarDecl>(&D);
  if (!V || !V->hasGlobalStorage())
    return nullptr;
  auto It = M.Constants.find(qualifiedName(D));
  return It == M.Constants.end() ? nullptr : &It->second;
}

bool TypeInfo::isReshaping(const clang::FunctionDecl &D) const {
  return M.Reshaping.contains(qualifiedName(D));
}

} // namespace tidy

//===- Linkage.h - What other translation units may mean --------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_LINKAGE_H
#define TENSOR_TIDY_FRONTEND_LINKAGE_H

#include "frontend/Source.h"
#include "ir/Program.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/DenseMap.h"
#include <set>

namespace tidy {

/// What Clang calls it in every file.
std::string usrOf(const clang::Decl &D);

/// No call from another translation unit means this definition: it is static,
/// inline, a lambda, instantiated where it is needed, a method of a class that
/// only this file has, or may be replaced when the program is linked.
bool isInternal(const clang::FunctionDecl &D, const SourceMap &Source);

/// Another translation unit may have the body of this function, which has none
/// here.
bool mayBeOutside(const clang::FunctionDecl &D, const SourceMap &Source);

/// The same of a variable: another translation unit may define or mean it.
bool mayBeMeantOutside(const clang::VarDecl &V);

/// Where headers declare it, as in Function::Declared; of a template's
/// instance, where they declare the template.
std::vector<std::string> declaredIn(const clang::FunctionDecl &D,
                                    const SourceMap &Source);
std::vector<std::string> declaredIn(const clang::VarDecl &V,
                                    const SourceMap &Source);

/// What methods are to virtual calls: for objects of which classes they are the
/// last to override what is called.
class RoleTable {
public:
  void add(const clang::CXXRecordDecl &Class, const std::string &Name);
  /// Sorted.
  std::vector<Role> of(const clang::FunctionDecl &D) const;

private:
  llvm::DenseMap<const clang::FunctionDecl *, std::set<Role>> Roles;
};

} // namespace tidy

#endif

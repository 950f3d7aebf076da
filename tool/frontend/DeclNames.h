//===- DeclNames.h - What is printed for functions and classes --*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_DECLNAMES_H
#define TENSOR_TIDY_FRONTEND_DECLNAMES_H

#include "frontend/Types.h"
#include "llvm/ADT/DenseMap.h"

namespace tidy {

/// Names of what the user has written, as readers of the code know them.
class DeclNames {
public:
  explicit DeclNames(const TypeInfo &Types) : Types(Types) {}

  /// If the variable or field is made of a lambda, that is called so.
  void add(const clang::ValueDecl &Holder, const clang::Expr *Init);

  /// The qualified name, of a template's instance with its arguments:
  /// `scores<4>`. What a library has goes without, as its models have it. A
  /// lambda is called as what holds it (`attend`), or goes by its place
  /// (`lambda at line 12`).
  std::string of(const clang::NamedDecl &D) const;

private:
  std::string ofLambda(const clang::CXXRecordDecl &Class) const;
  std::string ofPart(const clang::NamedDecl &D) const;

  const TypeInfo &Types;
  llvm::DenseMap<const clang::CXXRecordDecl *, const clang::ValueDecl *>
      Holders;
};

} // namespace tidy

#endif

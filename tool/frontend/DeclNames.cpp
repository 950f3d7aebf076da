//===- DeclNames.cpp - What is printed for functions and classes ----------===//
#include "frontend/DeclNames.h"
#include "clang/AST/ASTLambda.h"
#include "clang/AST/ExprCXX.h"

namespace tidy {

void DeclNames::add(const clang::ValueDecl &Holder, const clang::Expr *Init) {
  const auto *Lambda =
      Init ? llvm::dyn_cast<clang::LambdaExpr>(
                 Init->IgnoreUnlessSpelledInSource())
           : nullptr;
  if (Lambda && Holder.getIdentifier())
    Holders.try_emplace(Lambda->getLambdaClass(), &Holder);
}

std::string DeclNames::ofLambda(const clang::CXXRecordDecl &Class) const {
  if (const clang::ValueDecl *Holder = Holders.lookup(&Class))
    return Holder->getNameAsString();
  const clang::SourceManager &SM = Class.getASTContext().getSourceManager();
  clang::PresumedLoc At = SM.getPresumedLoc(Class.getLocation());
  return At.isValid() ? "lambda at line " + std::to_string(At.getLine())
                      : "lambda";
}

std::string DeclNames::of(const clang::NamedDecl &D) const {
  const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(&D);
  return Method && clang::isLambdaCallOperator(Method)
             ? ofLambda(*Method->getParent())
             : qualifiedName(D);
}

} // namespace tidy

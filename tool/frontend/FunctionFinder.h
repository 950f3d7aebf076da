//===- FunctionFinder.h - What of a translation unit is lowered -*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_FUNCTIONFINDER_H
#define TENSOR_TIDY_FRONTEND_FUNCTIONFINDER_H

#include "frontend/DeclNames.h"
#include "frontend/Linkage.h"
#include "frontend/Types.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "llvm/ADT/SetVector.h"

namespace tidy {

/// Every function with a body that is the user's own, instantiations included.
/// Headers of a modelled library are not, wherever they lie: its models say
/// what its functions do.
class FunctionFinder : public clang::DynamicRecursiveASTVisitor {
public:
  FunctionFinder(SourceMap &Source, const TypeInfo &Types)
      : Names(Types), Source(Source), Types(Types) {
    ShouldVisitTemplateInstantiations = true;
    ShouldVisitImplicitCode = false;
  }
  bool VisitFunctionDecl(clang::FunctionDecl *D) override {
    if (D->doesThisDeclarationHaveABody() && !D->isDependentContext() &&
        !D->isDefaulted() && !D->isInvalidDecl() && isOwn(*D))
      Found.push_back(D);
    return true;
  }
  bool VisitLambdaExpr(clang::LambdaExpr *L) override {
    const clang::CXXMethodDecl *Body = L->getCallOperator();
    if (!Body->isDependentContext() && isOwn(*Body))
      Found.push_back(Body);
    return true;
  }
  bool VisitCXXRecordDecl(clang::CXXRecordDecl *D) override {
    if (!D->isThisDeclarationADefinition() || D->isDependentContext())
      return true;
    Roles.add(*D, Names.of(*D));
    // One that anybody may make otherwise, field by field, has none.
    if (Types.isObject(D->getASTContext().getCanonicalTagType(D)) &&
        !D->isAggregate() && !D->hasUserDeclaredConstructor() &&
        D->hasDefaultConstructor() && !D->isLambda())
      Unwritten.insert(D);
    return true;
  }
  bool VisitFieldDecl(clang::FieldDecl *D) override {
    Names.add(*D, D->getInClassInitializer());
    return true;
  }
  bool VisitVarDecl(clang::VarDecl *V) override {
    Names.add(*V, V->getInit());
    if (V->hasInit() && !V->isInvalidDecl() &&
        !V->getType()->isDependentType() && !V->getInit()->isValueDependent() &&
        Types.isGlobalConstant(*V) && isOwn(*V))
      Constants.insert(V);
    return true;
  }
  std::vector<const clang::FunctionDecl *> Found;
  llvm::SetVector<const clang::VarDecl *> Constants;
  RoleTable Roles;
  DeclNames Names;
  /// Classes whose constructor nobody wrote.
  llvm::SetVector<const clang::CXXRecordDecl *> Unwritten;

private:
  bool isOwn(const clang::Decl &D) {
    return Source.isUser(D.getLocation()) &&
           (Source.isMain(D.getLocation()) || Types.libraryOf(D).empty());
  }
  SourceMap &Source;
  const TypeInfo &Types;
};

} // namespace tidy

#endif

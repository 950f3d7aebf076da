//===- DeclNames.cpp - What is printed for functions and classes ----------===//
#include "frontend/DeclNames.h"
#include "clang/AST/ASTLambda.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/PrettyPrinter.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

namespace tidy {

void DeclNames::add(const clang::ValueDecl &Holder, const clang::Expr *Init) {
  const auto *Lambda = Init ? llvm::dyn_cast<clang::LambdaExpr>(
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

/// Lambdas among template arguments go by their place, whose folder nobody
/// wants to read.
struct FileNames final : clang::PrintingCallbacks {
  std::string remapPath(llvm::StringRef Path) const override {
    return llvm::sys::path::filename(Path).str();
  }
};

/// One part of a qualified name.
std::string DeclNames::ofPart(const clang::NamedDecl &D) const {
  static const FileNames Short;
  clang::PrintingPolicy Policy(D.getASTContext().getPrintingPolicy());
  Policy.Callbacks = &Short;
  std::string Name;
  llvm::raw_string_ostream OS(Name);
  D.getNameForDiagnostic(OS, Policy, /*Qualified=*/false);
  const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(&D);
  if (Method && clang::isLambdaCallOperator(Method)) {
    llvm::StringRef Arguments = Name;
    Arguments.consume_front("operator()");
    return ofLambda(*Method->getParent()) + Arguments.str();
  }
  return Name;
}

/// Of a lambda its own part alone.
std::string DeclNames::of(const clang::NamedDecl &D) const {
  const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(&D);
  if (Method && clang::isLambdaCallOperator(Method))
    return ofPart(D);
  if (TypeInfo::isStandard(D) || !Types.libraryOf(D).empty())
    return qualifiedName(D);
  return qualifiedName(
      D, [this](const clang::NamedDecl &Part) { return ofPart(Part); });
}

} // namespace tidy

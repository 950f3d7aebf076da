//===- Verdicts.cpp - Checks of logging and testing libraries -------------===//
#include "frontend/Verdicts.h"
#include "frontend/Types.h"
#include "llvm/ADT/StringSwitch.h"

namespace tidy {

/// Of a name that ends in EQ, NE, LT and so on; empty of others.
static llvm::StringRef comparisonNamed(llvm::StringRef Name) {
  return llvm::StringSwitch<llvm::StringRef>(Name.take_back(2))
      .Case("EQ", "==")
      .Case("NE", "!=")
      .Case("LT", "<")
      .Case("LE", "<=")
      .Case("GT", ">")
      .Case("GE", ">=")
      .Default("");
}

std::optional<ComparingCall> comparedBy(const clang::CallExpr &E) {
  const clang::FunctionDecl *Callee = E.getDirectCallee();
  if (!Callee)
    return std::nullopt;
  std::string Qualified = qualifiedName(*Callee);
  llvm::StringRef Name = Qualified;
  if (Name.consume_front("google::Check_") && Name.consume_back("Impl") &&
      !comparisonNamed(Name).empty() && E.getNumArgs() == 3)
    return ComparingCall{comparisonNamed(Name), E.getArg(0), E.getArg(1), true};
  if (!Name.consume_front("testing::internal::") || E.getNumArgs() != 4)
    return std::nullopt;
  llvm::StringRef Op = Name == "EqHelper::Compare"     ? "=="
                       : Name.starts_with("CmpHelper") ? comparisonNamed(Name)
                                                       : "";
  if (Op.empty())
    return std::nullopt;
  return ComparingCall{Op, E.getArg(2), E.getArg(3), false};
}

bool givesWhatIsCompared(const clang::CallExpr &E) {
  const clang::FunctionDecl *Callee = E.getDirectCallee();
  return Callee && E.getNumArgs() == 1 &&
         qualifiedName(*Callee) == "google::GetReferenceableValue";
}

static bool isOfClass(clang::QualType T, llvm::StringRef Name) {
  const clang::CXXRecordDecl *Class =
      T.getNonReferenceType()->getAsCXXRecordDecl();
  return Class && qualifiedName(*Class) == Name;
}

bool isVerdict(clang::QualType T) {
  return isOfClass(T, "google::CheckOpString") ||
         isOfClass(T, "testing::AssertionResult");
}

/// The macros write to none of their variables.
const clang::Expr *answerHeldBy(const clang::Expr *Named) {
  const auto *Ref =
      llvm::dyn_cast<clang::DeclRefExpr>(Named->IgnoreParenImpCasts());
  const auto *V =
      Ref ? llvm::dyn_cast<clang::VarDecl>(Ref->getDecl()) : nullptr;
  if (!V || !V->getInit() || V->isStaticLocal())
    return nullptr;
  const auto *Call = llvm::dyn_cast<clang::CallExpr>(
      V->getInit()->IgnoreUnlessSpelledInSource());
  bool IsAnswer = (Call && comparedBy(*Call)) ||
                  (isVerdict(V->getType()) && V->getType().isConstQualified());
  return IsAnswer ? V->getInit() : nullptr;
}

/// libtorch's own logger, where it is built without glog, throws.
static bool isFatalLogger(const clang::CXXConstructExpr &E) {
  if (!isOfClass(E.getType(), "c10::MessageLogger") || E.getNumArgs() != 3)
    return false;
  const auto *Severity =
      llvm::dyn_cast<clang::DeclRefExpr>(E.getArg(2)->IgnoreParenImpCasts());
  return Severity && Severity->getDecl()->getIdentifier() &&
         Severity->getDecl()->getName() == "GLOG_FATAL";
}

bool endsProgram(const clang::Stmt &S) {
  if (const auto *Made = llvm::dyn_cast<clang::CXXConstructExpr>(&S))
    return isFatalLogger(*Made);
  const auto *Temporary = llvm::dyn_cast<clang::CXXBindTemporaryExpr>(&S);
  return Temporary && Temporary->getTemporary()->getDestructor()->isNoReturn();
}

} // namespace tidy

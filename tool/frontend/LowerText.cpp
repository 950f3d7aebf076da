//===- LowerText.cpp - Strings and views of them --------------------------===//
#include "frontend/FunctionLowering.h"
#include "frontend/Texts.h"

namespace tidy {

InstrId Emitter::viewed(clang::QualType T, const clang::Expr *Of, InstrId V) {
  if (!isTextView(T, U.Types) || !TypeInfo::isString(Of->getType()) ||
      !Of->IgnoreParenImpCasts()->isLValue())
    return V;
  const auto *Named = llvm::dyn_cast_or_null<clang::VarDecl>(plainName(Of));
  bool Stays =
      Named &&
      (U.Types.isGlobalConstant(*Named) ||
       (U.Settled.contains(Named) && !Named->getType()->isReferenceType()));
  return Stays ? V : emitUnknown("view", nullptr);
}

/// `s.c_str()`, and what a string is converted to. NoId of other members.
InstrId FunctionLowering::lowerTextMember(const clang::CallExpr *E,
                                          const clang::CXXMethodDecl &Method) {
  const clang::Expr *Object = objectOf(E);
  bool Sees = llvm::isa<clang::CXXConversionDecl>(Method) ||
              (Method.getIdentifier() && Method.getName() == "c_str");
  return Sees && U.Types.isText(Object->getType()) &&
                 U.Types.isText(E->getType())
             ? viewed(E->getType(), Object, value(Object))
             : NoId;
}

} // namespace tidy

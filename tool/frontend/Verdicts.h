//===- Verdicts.h - Checks of logging and testing libraries -----*- C++ -*-===//
//
// CHECK_EQ of glog and what stands on it (TORCH_CHECK_EQ), ASSERT_EQ and
// ASSERT_TRUE of gtest: a call compares, its answer goes through a class or a
// pointer to the condition of a branch, and what ends there ends in a
// destructor, or in a return.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FRONTEND_VERDICTS_H
#define TENSOR_TIDY_FRONTEND_VERDICTS_H

#include "clang/AST/ExprCXX.h"
#include <optional>

namespace tidy {

/// What a call compares, and what it gives: whether that is so, or a pointer to
/// a message where it is not.
struct ComparingCall {
  llvm::StringRef Op;
  const clang::Expr *A, *B;
  bool GivesMessage;
};
std::optional<ComparingCall> comparedBy(const clang::CallExpr &E);

/// google::GetReferenceableValue(x)
bool givesWhatIsCompared(const clang::CallExpr &E);

/// google::CheckOpString, testing::AssertionResult: true or false.
bool isVerdict(clang::QualType T);
/// What a variable was made of that holds such an answer, or the pointer, and
/// that a condition names; null of others.
const clang::Expr *answerHeldBy(const clang::Expr *Named);

/// A temporary that ends the program, or throws, where it ends.
bool endsProgram(const clang::Stmt &S);

} // namespace tidy

#endif

//===- WantedFailures.h - A failure that the code waits for -----*- C++ -*-===//
//
// A handler that prints may tell of a failure that nobody wanted, or of one
// that the code is about. What the code says of that itself decides.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FRONTEND_WANTEDFAILURES_H
#define TENSOR_TIDY_FRONTEND_WANTEDFAILURES_H

#include "frontend/Source.h"
#include "frontend/Types.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace tidy {

/// Calls `Visit` for S and all below it, until it returns true.
bool anyOf(const clang::Stmt *S,
           llvm::function_ref<bool(const clang::Stmt &)> Visit);

/// A throw, or a call of what never returns; not of `exit` and its kin: a
/// program that has done its work exits.
bool fails(const clang::Stmt &S);

/// The block ends where nobody is to come to: in what fails, also
/// `assert(false)`, in `FAIL()` of a test, in an exit with another code than 0,
/// or in what says that it `should have thrown`.
bool endsInFailure(const clang::CXXTryStmt &Try, const clang::ASTContext &Ctx,
                   const SourceMap &Source);

/// The handler takes the failure as an answer. It gives a variable another
/// tensor, returns true, sets a flag or keeps the message for what comes
/// behind, hands the exception to an assertion, or says that this was
/// `expected`. A `FirstTry` is one in a loop: there it may also change what the
/// block tries, which is left once it has worked.
bool takesForAnswer(const clang::CXXCatchStmt &H, const clang::CXXTryStmt &Try,
                    bool FirstTry, const TypeInfo &Types,
                    const SourceMap &Source);

} // namespace tidy

#endif

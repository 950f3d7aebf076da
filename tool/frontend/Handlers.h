//===- Handlers.h - Code that is allowed to fail ----------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_HANDLERS_H
#define TENSOR_TIDY_FRONTEND_HANDLERS_H

#include "frontend/Source.h"
#include "frontend/Types.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/DenseSet.h"

namespace tidy {

/// Contains a `try`, lambdas left out.
bool hasTry(const clang::Stmt *S);

/// All that stands in a try block whose handler takes a failure as an answer:
/// it goes on without a word (`try { a + b; return true; } catch (...) { return
/// false; }`) or does as frontend/WantedFailures.h has it; or what stands
/// behind the failure may not be come to (`try { a + b; abort(); }`). Else one
/// that uses the exception, calls something that gives nothing back, throws,
/// ends the program or returns from main tells of a failure that nobody wanted;
/// so does one that an assertion of a test makes (`EXPECT_NO_THROW`).
llvm::DenseSet<const clang::Stmt *> allowedToFail(const clang::FunctionDecl &D,
                                                  const TypeInfo &Types,
                                                  const SourceMap &Source);

} // namespace tidy

#endif

//===- Lower.h - C++ to Program ---------------------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_LOWER_H
#define TENSOR_TIDY_FRONTEND_LOWER_H

#include "ir/Program.h"
#include "sig/Model.h"
#include "llvm/Support/Error.h"

namespace clang::tooling {
class CompilationDatabase;
}

namespace tidy {

/// Parses one file as `Commands` say and lowers the functions that are written
/// in it or in headers of the user's (not system headers). An error, without a
/// Program, if the file cannot be read, is binary or empty, or does not
/// compile: the message starts with the path and gives the first compile error
/// (`x.cpp:3:5: unknown type name 'foo'`) and how many more there are.
/// Nothing is printed. Bodies of functions in system headers are not parsed.
llvm::Expected<Program>
lowerFile(llvm::StringRef Path,
          const clang::tooling::CompilationDatabase &Commands, const Models &M);

/// The same for code in memory, for tests.
llvm::Expected<Program> lowerCode(llvm::StringRef Code,
                                  const std::vector<std::string> &Flags,
                                  const Models &M);

} // namespace tidy

#endif

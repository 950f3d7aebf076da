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

class Preambles;
class ProgramCache;

/// What parsing took, counted.
struct ParseWork {
  ParseWork &operator+=(const ParseWork &More);

  unsigned Kept = 0;          ///< translation units that needed no parse
  unsigned Files = 0;         ///< translation units parsed
  unsigned Again = 0;         ///< of them, parsed a second time in full
  unsigned Headers = 0;       ///< headers read, those of preambles apart
  unsigned Bodies = 0;        ///< functions parsed with their bodies
  unsigned SkippedBodies = 0; ///< functions of others, without
  unsigned Shared = 0;        ///< files parsed on top of a preamble
};

/// How to parse; the defaults parse everything that is needed.
struct ParseSetting {
  Preambles *Shared = nullptr;        ///< precompiled headers to use, if any
  const ProgramCache *Kept = nullptr; ///< what was lowered before, if anything
  bool AllBodies = false;             ///< those of others' functions too
  ParseWork *Work = nullptr;          ///< added to
};

/// Parses one file as `Commands` say and lowers the functions that are written
/// in it or in headers of the user's (not system headers). An error, without a
/// Program, if the file cannot be read, is binary or empty, or does not
/// compile: the message starts with the path and gives the first compile error
/// (`x.cpp:3:5: unknown type name 'foo'`) and how many more there are.
/// Nothing is printed. Bodies of functions that are not the user's are not
/// parsed: of system headers, and of headers outside the project's folders.
llvm::Expected<Program>
lowerFile(llvm::StringRef Path,
          const clang::tooling::CompilationDatabase &Commands, const Models &M,
          const ParseSetting &How = {});

/// The same for code in memory, for tests.
llvm::Expected<Program> lowerCode(llvm::StringRef Code,
                                  const std::vector<std::string> &Flags,
                                  const Models &M,
                                  const ParseSetting &How = {});

} // namespace tidy

#endif

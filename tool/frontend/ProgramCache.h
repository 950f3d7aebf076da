//===- ProgramCache.h - Files that need no parse ----------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_PROGRAMCACHE_H
#define TENSOR_TIDY_FRONTEND_PROGRAMCACHE_H

#include "cache/Inputs.h"
#include "cache/Store.h"
#include "frontend/Preamble.h"
#include "ir/Program.h"

namespace clang::tooling {
class CompilationDatabase;
}

namespace tidy {

/// Programs of files that were lowered before, kept in a Store. One is found
/// again only while whatever was asked of the file system to make it would be
/// answered the same, so that nothing has to be preprocessed to know. May be
/// used by several threads at a time.
class ProgramCache {
public:
  /// `Identity` stands for all that decides, beside the file and how it is
  /// compiled, what its Program is: the tool itself and its models.
  ProgramCache(Store Where, std::string Identity)
      : Where(std::move(Where)), Identity(std::move(Identity)) {}

  /// Of the path as the user named it, the command, the working folder and the
  /// variables of the environment that Clang looks at.
  std::string keyOf(llvm::StringRef Path,
                    const clang::tooling::CompilationDatabase &Commands,
                    const ProjectRoots &Roots) const;

  /// None if there is no such entry or something that it was made of changed.
  /// `Shared` knows the preambles that entries were made on.
  std::optional<Program> find(llvm::StringRef Key, Preambles *Shared) const;

  /// `On` is the preamble that the file was parsed on, if any; what that was
  /// made of need not be in `Read`. A Program that text cannot tell in full
  /// (Text.h) is not kept.
  void keep(llvm::StringRef Key, const Program &P, const Inputs &Read,
            const PreambleName &On) const;

  /// Its own files are no inputs.
  const Store &store() const { return Where; }

private:
  Store Where;
  std::string Identity;
};

} // namespace tidy

#endif

//===- Preamble.h - Headers parsed once for many files ----------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_PREAMBLE_H
#define TENSOR_TIDY_FRONTEND_PREAMBLE_H

#include "cache/Inputs.h"
#include "cache/Store.h"
#include "frontend/Includes.h"
#include <set>

namespace tidy {

/// Precompiled headers, without function bodies, of what files begin by
/// including. Files with the same flags and the same leading headers share
/// one; one whose headers go on where another's end is built on top of that.
/// Standard headers come in any order, so they are left to each file's own
/// parse where it includes others too. Kept in a Store; one that is damaged,
/// or made of headers that have changed, is built again.
class Preambles {
public:
  explicit Preambles(Store Where) : Where(std::move(Where)) {}

  /// A precompiled header for the parse that `How` describes; empty where
  /// there is nothing to precompile, or where that fails.
  std::string of(const clang::CompilerInvocation &How,
                 clang::FileManager &Files, const ProjectRoots &Roots);

  unsigned built() const { return Built; }

private:
  /// One precompiled header on disk.
  struct Entry {
    std::string File;               ///< its name in the Store
    std::string Parent;             ///< the key of what it is built on
    std::vector<std::string> Plain; ///< what it read that is no system header
    Inputs Read;
  };
  struct Request {
    const clang::CompilerInvocation &How;
    clang::FileManager &Files;
    std::vector<LeadingLine> Lines;
    std::vector<std::string> Keys; ///< of the first 0, 1, ... lines
  };

  const Entry *known(const std::string &Key);
  const Entry *make(const Request &R, size_t Length, const std::string &Parent);
  std::optional<Entry> load(llvm::StringRef Key);
  std::shared_ptr<clang::CompilerInvocation>
  invocation(const Request &R, const std::string &Parent);
  std::optional<Entry> build(const Request &R, const std::string &Parent);
  bool covers(const Entry &E, const LeadingLine &Line);
  bool holdsUserCode(const Entry &E, const ProjectRoots &Roots);

  Store Where;
  std::map<std::string, std::optional<Entry>> Known; ///< this run's, by key
  std::set<std::string> Tried; ///< keys that were to be built in this run
  unsigned Built = 0;
};

} // namespace tidy

#endif

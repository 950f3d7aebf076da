//===- Preamble.h - Headers parsed once for many files ----------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_PREAMBLE_H
#define TENSOR_TIDY_FRONTEND_PREAMBLE_H

#include "cache/Inputs.h"
#include "cache/Store.h"
#include "frontend/Includes.h"
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <set>

namespace tidy {

/// Which precompiled header, of what contents; empty strings for none.
struct PreambleName {
  std::string Key;  ///< of the flags and lines that it was made of
  std::string File; ///< its name in the Store, which tells its contents
};

/// Precompiled headers, without function bodies, of what files begin by
/// including. Files with the same flags and the same leading headers share
/// one; one whose headers go on where another's end is built on top of that.
/// Standard headers come in any order, so they are left to each file's own
/// parse where it includes others too. Kept in a Store; one that is damaged,
/// or made of headers that have changed, is built again. May be used by several
/// threads at a time.
class Preambles {
public:
  explicit Preambles(Store Where) : Where(std::move(Where)) {}

  /// A precompiled header for the parse that `How` describes; none where
  /// there is nothing to precompile, or where that fails.
  PreambleName of(const clang::CompilerInvocation &How,
                  clang::FileManager &Files, const ProjectRoots &Roots);
  std::string pathOf(const PreambleName &P) const {
    return Where.pathOf(P.File);
  }

  /// It would be found again, the same: none of its headers has changed.
  bool stillHolds(const PreambleName &P);

  unsigned built() const { return Built; }

private:
  struct Entry;
  using EntryRef = std::shared_ptr<Entry>;
  /// One precompiled header on disk.
  struct Entry {
    PreambleName Name;
    EntryRef Parent;                ///< what it is built on, if anything
    std::vector<std::string> Plain; ///< what it read that is no system header
    Inputs Read;
    std::optional<bool> Whole; ///< the file has these contents, once known
  };
  struct Request {
    const clang::CompilerInvocation &How;
    clang::FileManager &Files;
    std::vector<LeadingLine> Lines;
    std::vector<std::string> Keys; ///< of the first 0, 1, ... lines
  };

  // With the mutex held:
  EntryRef known(const std::string &Key);
  EntryRef usable(const std::string &Key);
  bool isWhole(Entry &E);
  EntryRef load(llvm::StringRef Key);

  // Without:
  EntryRef find(const Request &R);
  EntryRef make(const Request &R, size_t Length);
  EntryRef makeAlone(const Request &R, size_t Length);
  std::shared_ptr<clang::CompilerInvocation>
  invocation(const Request &R, const Entry *Parent) const;
  bool build(const Request &R, Entry &Into) const;

  static bool covers(const Entry &E, const LeadingLine &Line);
  static bool holdsUserCode(const Entry &E, const ProjectRoots &Roots);

  const Store Where;
  std::mutex Guard;
  std::condition_variable Finished;      ///< something left Building
  std::map<std::string, EntryRef> Known; ///< this run's, by key; null if none
  std::set<std::string> Tried;    ///< keys that were to be built in this run
  std::set<std::string> Building; ///< of them, those at work
  std::atomic<unsigned> Built = 0;
};

} // namespace tidy

#endif

//===- Apply.h - Fixes to files, whole or not at all ------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FINDING_APPLY_H
#define TENSOR_TIDY_FINDING_APPLY_H

#include "finding/Finding.h"
#include "llvm/Support/Error.h"

namespace tidy {

/// The text with the edits of one file made. Equal edits count once; an
/// overlap or an edit beyond the end is an error and nothing is made. Two
/// different insertions at one place overlap: their order would be a guess.
llvm::Expected<std::string> applyEdits(llvm::StringRef Text,
                                       std::vector<TextEdit> Edits);

struct ApplyResult {
  unsigned Applied = 0; ///< findings whose fix was written
  /// Files left as they were, with the reason: `x.cpp: changed since it was
  /// read`. Sorted as in Report::Files.
  std::vector<std::string> Refused;
};

/// Writes the first safe fix of each finding into its files. A fix that
/// overlaps one taken before is left out, and so is one that needs a file that
/// is refused. Each file is written whole, by renaming a temporary beside it
/// (permissions kept, symlinks followed), and only if its content is still
/// what Report::Files says.
ApplyResult applySafeFixes(const Report &R);

/// Why the file may not be replaced: gone, read-only, not a regular file, or
/// its content is not `Expected`. The message has no path.
llvm::Error checkReplaceable(llvm::StringRef Path, llvm::StringRef Expected);

/// Replaces the content of one file in this manner. What checkReplaceable says
/// is asked again as late as possible.
llvm::Error replaceFile(llvm::StringRef Path, llvm::StringRef Expected,
                        llvm::StringRef Text);

} // namespace tidy

#endif

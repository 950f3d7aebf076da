//===- Apply.h - Fixes to files, whole or not at all ------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FINDING_APPLY_H
#define TENSOR_TIDY_FINDING_APPLY_H

#include "finding/Finding.h"
#include "llvm/Support/Error.h"

namespace tidy {

/// The text with the edits of one file made. Equal edits count once; an
/// overlap or an edit beyond the end is an error and nothing is made.
llvm::Expected<std::string> applyEdits(llvm::StringRef Text,
                                       std::vector<TextEdit> Edits);

struct ApplyResult {
  unsigned Applied = 0; ///< findings whose fix was written
  /// Files left as they were, with the reason: `x.cpp: changed since it was
  /// read`.
  std::vector<std::string> Refused;
};

/// Writes the first safe fix of each finding into its files. A fix that
/// overlaps one taken before is left out. Each file is written whole, by
/// renaming a temporary beside it (permissions kept, symlinks followed), and
/// only if its content is still what Report::Files says.
ApplyResult applySafeFixes(const Report &R);

} // namespace tidy

#endif

//===- Includes.h - What a file begins by including -------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_INCLUDES_H
#define TENSOR_TIDY_FRONTEND_INCLUDES_H

#include "clang/Basic/FileManager.h"
#include "clang/Frontend/CompilerInvocation.h"
#include <string>
#include <vector>

namespace tidy {

/// `#include <torch/torch.h>`, or a `#define` between such lines.
struct LeadingLine {
  std::string Text;        ///< as it could stand in another file
  std::string Header;      ///< absolute path; empty for a definition
  bool IsStandard = false; ///< may come in any order: [using.headers] 3
};

/// Real paths of the folders whose headers are the user's own, each with a
/// separator at its end.
using ProjectRoots = std::vector<std::string>;

/// The file that `Path` leads to lies below one of the roots.
bool isBelow(const ProjectRoots &Roots, llvm::StringRef Path);

/// The headers of others that the main file includes before any code, in the
/// order in which the preprocessor meets them. It looks through the user's own
/// headers as long as they too only include, and ends before the first line
/// that could mean something else there: a condition, code that a later
/// include comes behind, a header that is not found.
std::vector<LeadingLine> leadingLines(const clang::CompilerInvocation &How,
                                      clang::FileManager &Files,
                                      const ProjectRoots &Roots);

} // namespace tidy

#endif

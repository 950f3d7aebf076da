//===- Merge.h - Many translation units, one report -------------*- C++ -*-===//
#ifndef TENSOR_TIDY_DRIVER_MERGE_H
#define TENSOR_TIDY_DRIVER_MERGE_H

#include "finding/Finding.h"
#include "flow/Analysis.h"
#include "llvm/ADT/ArrayRef.h"
#include <set>

namespace tidy {

/// Gathers what translation units have to say. A header that several of them
/// include counts once: its text, its findings and the coverage of its
/// functions.
class Merger {
public:
  /// Spans of the findings index into the program's files.
  void add(const Program &P, const Analysis &Shapes,
           std::vector<Finding> Findings);
  /// All there is, sorted by file (in the order they came), offset and rule.
  Report finish();

private:
  using FindingKey = std::tuple<Span, std::string, std::string>;

  unsigned fileIndex(const SourceFile &File);
  void count(const Program &P, const Analysis &Shapes,
             llvm::ArrayRef<unsigned> Index);

  Report All;
  std::map<std::string, std::vector<unsigned>> FilesByPath; ///< real path
  std::map<FindingKey, size_t> KnownFindings; ///< to their place in All
  std::set<Span> Worked; ///< operations that some unit has seen work
  std::set<std::pair<std::string, Span>> KnownFunctions; ///< USR and place
};

} // namespace tidy

#endif

//===- OpReach.h - Where values go ------------------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_RULES_OPREACH_H
#define TENSOR_TIDY_RULES_OPREACH_H

#include "flow/Analysis.h"

namespace tidy {

/// Which values come to an op of some name. A function is looked through once
/// for each name, however often it is asked about.
class OpReach {
public:
  explicit OpReach(const Program &P) : P(P) {}

  /// Does the value that is computed at `From` come to another op `Name`,
  /// through variables too?
  bool reaches(const Place &From, llvm::StringRef Name);

private:
  const Program &P;
  std::map<std::pair<FunctionId, std::string>, std::vector<bool>> Known;
};

} // namespace tidy

#endif

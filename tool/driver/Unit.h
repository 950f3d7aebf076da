//===- Unit.h - One file, from text to findings -----------------*- C++ -*-===//
#ifndef TENSOR_TIDY_DRIVER_UNIT_H
#define TENSOR_TIDY_DRIVER_UNIT_H

#include "driver/Commands.h"
#include "driver/Timings.h"
#include "rules/Rule.h"

namespace tidy {

/// One translation unit and what was inferred of it.
struct Unit {
  Program Code;
  Analysis Shapes;
  std::vector<Finding> Findings; ///< their fixes spelt, or left out
};

/// What is the same for every file of a run.
struct CheckSetting {
  const Models &M;
  llvm::ArrayRef<const Rule *> Rules;
  ParseSetting Parsing;
  AnalysisOptions Analysing;
  Timings &Times;
};

/// Reads, infers and checks one file in each way that it is compiled. The error
/// says, without the path, why the file could not be checked. A crash of the
/// compiler or of our own code is such an error too.
llvm::Expected<std::vector<Unit>> checkFile(llvm::StringRef Path, Commands &How,
                                            const CheckSetting &With);

} // namespace tidy

#endif

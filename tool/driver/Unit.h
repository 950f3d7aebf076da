//===- Unit.h - From text to findings ---------------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_DRIVER_UNIT_H
#define TENSOR_TIDY_DRIVER_UNIT_H

#include "driver/Commands.h"
#include "driver/Timings.h"
#include "rules/Rule.h"

namespace tidy {

/// A program and what was inferred of it.
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
};

/// Reads one file in each of the ways that it is compiled, which it takes: a
/// program for each. The error says, without the path, why the file could not
/// be checked. `Times` is added to.
llvm::Expected<std::vector<Program>>
readFile(llvm::StringRef Path, llvm::ArrayRef<Commands::Database> Ways,
         CheckSetting With, Timings &Times);

/// Infers and checks a program, of one file or of several. `Times` is added to.
Unit checkProgram(Program Code, const CheckSetting &With, Timings &Times);

} // namespace tidy

#endif

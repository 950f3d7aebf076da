//===- Check.h - Is this a Program? -----------------------------*- C++ -*-===//
//
// Internal to ir/: the checks behind verify and parseProgram, which differ in
// how they name the place.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_IR_CHECK_H
#define TENSOR_TIDY_IR_CHECK_H

#include "ir/Program.h"

namespace tidy {

/// The first thing that is wrong: with an instruction, else with a block's
/// end, else with the whole function.
struct Problem {
  FunctionId Function = NoId;
  InstrId Instr = NoId;
  BlockId Block = NoId;
  std::string Message;
};
std::optional<Problem> findProblem(const Program &P);

} // namespace tidy

#endif

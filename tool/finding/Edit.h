//===- Edit.h - A program with an edit made ---------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FINDING_EDIT_H
#define TENSOR_TIDY_FINDING_EDIT_H

#include "finding/Finding.h"
#include "sig/Model.h"

namespace tidy {

/// Every place of the program that has its text from where this one has it: a
/// template's instantiations, a lambda that is lowered twice. Itself included.
std::vector<std::pair<FunctionId, InstrId>> twins(const Program &P,
                                                  FunctionId F, InstrId I);

/// Passes the operand through the other op, as the spelt edit would have it.
/// Existing instructions keep their numbers. False, with nothing changed, if
/// there is no such operand or op.
bool applyEdit(const ProgramEdit &E, Function &F, const Models &M);

} // namespace tidy

#endif

//===- Edit.h - A program with an edit made ---------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FINDING_EDIT_H
#define TENSOR_TIDY_FINDING_EDIT_H

#include "finding/Finding.h"
#include "sig/Model.h"

namespace tidy {

/// The program with the operand passed through the other op, as the spelt edit
/// would have it. Existing instructions keep their numbers. None if there is
/// no such operand or op.
std::optional<Program> applyEdit(const ProgramEdit &E, const Program &P,
                                 const Models &M);

} // namespace tidy

#endif

//===- Spell.h - An edit of the program as an edit of its text --*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_SPELL_H
#define TENSOR_TIDY_FRONTEND_SPELL_H

#include "finding/Finding.h"
#include "sig/Model.h"

namespace tidy {

/// `key` through swap_last_two is `key.transpose(-2, -1)` in torch. None where
/// the library has no spelling for the op or the text is no single piece of a
/// file (a macro).
std::optional<TextEdit> spell(const ProgramEdit &E, const Program &P,
                              const Models &M);

} // namespace tidy

#endif

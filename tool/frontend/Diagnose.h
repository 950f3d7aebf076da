//===- Diagnose.h - Findings in Clang's own manner --------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_DIAGNOSE_H
#define TENSOR_TIDY_FRONTEND_DIAGNOSE_H

#include "finding/Finding.h"
#include "llvm/Support/raw_ostream.h"

namespace tidy {

/// Prints every finding through Clang's text diagnostics:
///   attention.cpp:4:39: error: inner dimensions ... [tensor-<rule>]
/// with source line, caret, ranges, the first fix below the caret, and notes.
void renderText(const Report &R, llvm::raw_ostream &OS, bool Colours);

} // namespace tidy

#endif

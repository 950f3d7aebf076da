//===- Signatures.h - What functions take and give --------------*- C++ -*-===//
#ifndef TENSOR_TIDY_REPORT_SIGNATURES_H
#define TENSOR_TIDY_REPORT_SIGNATURES_H

#include "flow/Analysis.h"
#include "llvm/Support/raw_ostream.h"

namespace tidy {

/// Prints what was inferred of each function that takes or gives tensors, a
/// line each, in the notation; a shape can be pasted as a contract:
///
///   scores(query: [b, q, d], key: [b, k, d]) -> [b, q, k]
///
/// `[...]` is a tensor of which the body says nothing. `A` has to hold
/// Signatures.
void printSignatures(const Program &P, const Analysis &A,
                     llvm::raw_ostream &OS);

} // namespace tidy

#endif

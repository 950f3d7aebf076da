//===- Shapes.h - The source with every inferred shape ----------*- C++ -*-===//
#ifndef TENSOR_TIDY_REPORT_SHAPES_H
#define TENSOR_TIDY_REPORT_SHAPES_H

#include "flow/Analysis.h"
#include "llvm/Support/raw_ostream.h"

namespace tidy {

/// Prints the program's files, each line followed by the shapes that were
/// computed on it:
///
///   Tensor attend(Tensor query) {  // query: [1, 3]
///     auto scores = matmul(query, key.t());  // scores: [1, 2], t: [3, 2]
///
/// A result goes by the variable that it is stored in, otherwise by its
/// callee; parameters stand on the line of the function's name. What differs
/// between contexts is joined by ` | `; `[...]` is a tensor of unknown rank.
/// Headers in which nothing was computed are left out; where several files are
/// left, each is preceded by a line `// <path>`.
void printShapes(const Program &P, const Analysis &A, llvm::raw_ostream &OS);

} // namespace tidy

#endif

//===- Text.h - Programs as text --------------------------------*- C++ -*-===//
//
//   file 0 "attention.cpp"
//   function @attend "c:@F@attend" @0:31+6 (query: tensor, key: tensor "k, d",
//                                           out: ref other) {
//     var scores: tensor @0:80+6
//   b0:
//     %0 = load query @0:110+5 postfix
//     %1 = load key @0:117+3 postfix
//     %2 = op matmul(a=%0, b=%1) "torch::matmul" @0:96+25 name @0:96+13 postfix
//     store scores, %2
//     %4 = const (1, -1)
//     %5 = arith + %3, %3
//     %6 = call "c:@F@helper"(%2, &out)
//     %7 = unknown "torch::foo"(%2) counted taints
//     branch %7, b1, b2
//   b1:
//     return %2
//   }
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_IR_TEXT_H
#define TENSOR_TIDY_IR_TEXT_H

#include "ir/Program.h"
#include "llvm/Support/Error.h"

namespace tidy {

/// Deterministic; parseProgram reads back an equal Program (but for
/// SourceFile::Text). Variables that share a name are told apart as `x.1`.
std::string printProgram(const Program &P);

/// Also verified: operands and targets exist, an operand's instruction stands
/// before its use in some block, every block ends. Errors name file, line and
/// column and what was expected.
llvm::Expected<Program> parseProgram(llvm::StringRef Text,
                                     llvm::StringRef File = "<program>");

/// The checks alone: for programs that were built, not read.
llvm::Error verify(const Program &P);

} // namespace tidy

#endif

//===- Text.h - Programs as text --------------------------------*- C++ -*-===//
//
//   file 0 "attention.cpp"
//
//   function @attend "c:@F@attend" @0:31+6 (query: tensor,
//       key: tensor "k, d" @0:50+3, out: ref other) -> "q, k" internal
//       declared "net.h:120" {
//     var scores: tensor @0:80+6 escapes
//     outside %7 "c:@F@foo" declared "foo.h:7"
//   b0:
//     %0 = load query @0:110+5 editable postfix
//     %1 = load key @0:117+3 postfix
//     %2 = op matmul(a=%0, b=%1) "torch::matmul" @0:96+25 name @0:96+13
//     store scores, %2
//     %4 = const (1, -1)
//     %5 = arith + %4, %4
//     %6 = call "c:@F@helper"(%2, &out) "helper"
//     %7 = unknown "torch::foo"(%2) "torch::foo" counted integer external
//     %8 = load query.blocks[%4].width
//     %9 = record "ns::Config"(n=%4)
//     %10 = expect variable %2, "k, d"
//     branch %7, b1, b2
//   b1:
//     return %2
//   b2:
//     choose %5, b1 case 2, b3
//   b3:
//     stop
//   }
//
// A line a statement. Without a number, an instruction has that of the line
// before it plus one. After an instruction come, where they are not empty, the
// C++ callee, the span, the span of the name and the flags, in this order. The
// names of a parameter or variable that are no words stand in quotes. `#`
// starts a comment.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_IR_TEXT_H
#define TENSOR_TIDY_IR_TEXT_H

#include "ir/Program.h"
#include "llvm/Support/Error.h"

namespace tidy {

/// Deterministic; parseProgram reads back an equal Program, but for
/// SourceFile::Text and for what a literal cannot say (where a tensor was made,
/// flexible symbols). Variables that share a name are told apart as `x.1`. `P`
/// has to pass verify.
std::string printProgram(const Program &P);

/// Also verified. Errors name file, line and column and what was expected.
llvm::Expected<Program> parseProgram(llvm::StringRef Text,
                                     llvm::StringRef File = "<program>");

/// The checks alone, for programs that were built, not read: every instruction
/// stands in one block and after those of its operands that are in that block
/// too; operands, variables, targets and files exist; kinds have the operands
/// and operators they should; the first variables are the parameters'.
/// The error names function and instruction.
llvm::Error verify(const Program &P);

} // namespace tidy

#endif

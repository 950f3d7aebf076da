//===- TestPrograms.h - Programs as text, analysed --------------*- C++ -*-===//
//
// For tests of flow/ alone: over mm, a product of matrices, and filled, which
// makes a tensor of a size.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_TESTPROGRAMS_H
#define TENSOR_TIDY_FLOW_TESTPROGRAMS_H

#include "flow/Analysis.h"
#include "ir/Text.h"
#include "sig/Parse.h"
#include "gtest/gtest.h"

namespace tidy::test {

/// They live as long as the test: a Failure refers to its signature.
inline const Models &matrixModels() {
  static const Models Known = [] {
    Models M;
    llvm::cantFail(parseModelFile("mm(a: [m, k], b: [k, n]) -> [m, n]\n"
                                  "filled(size: ints) -> [*size]\n",
                                  "ops.sig", M));
    return M;
  }();
  return Known;
}

inline Analysis analysed(const std::string &Text) {
  auto Parsed = parseProgram(Text);
  EXPECT_TRUE(bool(Parsed)) << llvm::toString(Parsed.takeError());
  return Parsed ? analyse(*Parsed, matrixModels()) : Analysis();
}

/// What instruction `I` of function 0 was seen with: `[2, 3];[2, 4];`.
inline std::string values(const Analysis &A, InstrId I) {
  std::string Out;
  if (auto Seen = A.Values.find({0, I}); Seen != A.Values.end())
    for (const Value &V : Seen->second)
      Out += V.str() + ";";
  return Out;
}

} // namespace tidy::test

#endif

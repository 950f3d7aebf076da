//===- RandomSignature.h - Signatures for tests -----------------*- C++ -*-===//
#ifndef TENSOR_TIDY_SIG_RANDOMSIGNATURE_H
#define TENSOR_TIDY_SIG_RANDOMSIGNATURE_H

#include "sig/Signature.h"
#include <random>

namespace tidy {

/// Makes one signature after the other, each of which parses; the same ones
/// for the same seed.
class SignatureGenerator {
public:
  explicit SignatureGenerator(unsigned Seed) : Random(Seed) {}

  Signature signature();

private:
  unsigned below(unsigned N) { return unsigned(Random() % N); }
  /// Letters are all bound by the first parameter.
  Expr name() {
    return {Expr::Kind::Name, 0, std::string(1, 'a' + below(4)), {}};
  }
  Expr expr(unsigned Depth);
  ShapePattern pattern(bool IsOperand, bool MayMark);
  Parameter parameter(unsigned Index);
  Value defaultValue(unsigned Depth);
  ResultPattern result(unsigned Depth);

  std::mt19937 Random;
};

} // namespace tidy

#endif

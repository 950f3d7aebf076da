//===- Generate.h - Arguments that an op may be given -----------*- C++ -*-===//
//
// At random, from the op's own signature: what fits it, what nearly fits it,
// and what has nothing to do with it. Ranks 0 to 5, sizes 0, 1 and small ones,
// axes that are not there, every flag.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_ORACLE_GENERATE_H
#define TENSOR_TIDY_ORACLE_GENERATE_H

#include "sig/Unify.h"
#include <random>

namespace oracle {

class Generator {
public:
  /// `Fixed`: arguments that are the same in every call.
  Generator(llvm::ArrayRef<tidy::Signature> Alternatives, tidy::Arguments Fixed,
            std::uint64_t Seed);

  /// Every second time arguments that the signature takes, if any are found.
  tidy::Arguments next();
  std::uint64_t number(std::uint64_t Below) { return Random() % Below; }

private:
  using Sizes = std::vector<std::int64_t>;

  tidy::Arguments draw(bool Fitting);
  tidy::Value argument(const tidy::Parameter &P, bool Fitting);
  Sizes sizesFor(const tidy::ShapePattern &Pattern, bool Fitting);
  void addAxis(const tidy::AxisPattern &A, bool Fitting, Sizes &Out);
  Sizes spread(const std::string &Name);
  tidy::Value numbers(const std::string &Name, bool Fitting);
  Sizes listOfNumbers(const std::string &Name);
  Sizes reshaped(Sizes From);
  std::int64_t axis();
  std::int64_t size();
  std::int64_t letter(const std::string &Name);
  std::optional<std::int64_t> evaluate(const tidy::Expr &E);
  void disturb(Sizes &S);
  bool oneIn(unsigned N) { return number(N) == 0; }

  llvm::ArrayRef<tidy::Signature> Alternatives;
  tidy::Arguments Fixed;
  std::int64_t AxesBehind = 0; ///< an axis that is named in every call
  std::mt19937_64 Random;
  std::map<std::string, std::int64_t> Letters;
  std::map<std::string, Sizes> Spreads;
  std::optional<Sizes> First; ///< the first tensor
};

} // namespace oracle

#endif

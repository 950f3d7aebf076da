//===- TestDims.h - Sizes and facts written as text, for tests --*- C++ -*-===//
//
// `a` to `z` are rigid sizes, `A` to `Z` flexible sizes (made in alphabetical
// order), `$x` is flexible and may be negative, `_` is unknown.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SHAPE_TESTDIMS_H
#define TENSOR_TIDY_SHAPE_TESTDIMS_H

#include "shape/Facts.h"
#include "llvm/ADT/StringExtras.h"
#include <ostream>

namespace tidy {

/// For GoogleTest.
inline void PrintTo(const Dim &D, std::ostream *OS) { *OS << D.str(); }

namespace test {

class DimParser {
public:
  explicit DimParser(llvm::StringRef T) : Text(T) {}

  Dim sum() {
    Dim D = product();
    for (;;)
      if (eat("+"))
        D = D + product();
      else if (eat("-"))
        D = D - product();
      else
        return D;
  }

private:
  bool eat(llvm::StringRef Token) {
    Text = Text.ltrim();
    return Text.consume_front(Token);
  }

  Dim product() {
    Dim D = factor();
    for (;;)
      if (eat("*"))
        D = D * factor();
      else if (eat("/"))
        D = floorDiv(D, factor());
      else if (eat("%"))
        D = floorMod(D, factor());
      else
        return D;
  }

  Dim pair(Dim (*Op)(const Dim &, const Dim &)) {
    Dim A = sum();
    eat(",");
    Dim B = sum();
    eat(")");
    return Op(A, B);
  }

  Dim factor() {
    if (eat("-"))
      return -factor();
    if (eat("min("))
      return pair(minimum);
    if (eat("max("))
      return pair(maximum);
    if (eat("_"))
      return Dim::unknown();
    if (eat("(")) {
      Dim D = sum();
      eat(")");
      return D;
    }
    if (std::int64_t N; !Text.consumeInteger(10, N))
      return N;
    bool IsSize = !eat("$");
    llvm::StringRef Name = Text.take_front(1);
    Text = Text.drop_front(1);
    if (IsSize && llvm::isLower(Name[0]))
      return Dim::rigid(Name);
    return Dim::flexible(Name[0], Name, IsSize);
  }

  llvm::StringRef Text;
};

inline Dim dim(llvm::StringRef Text) { return DimParser(Text).sum(); }

/// `h | d; X = 2*d`.
inline Facts facts(llvm::StringRef Text) {
  Facts F;
  for (llvm::StringRef Fact : llvm::split(Text, ';')) {
    auto [Divisor, Dividend] = Fact.split('|');
    auto [Name, Value] = Fact.split('=');
    if (!Dividend.empty())
      F.assumeDivides(dim(Divisor), dim(Dividend));
    else if (!Value.empty())
      F.bind(*dim(Name).asSymbol(), dim(Value));
  }
  return F;
}

} // namespace test
} // namespace tidy

#endif

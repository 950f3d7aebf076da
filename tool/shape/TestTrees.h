//===- TestTrees.h - Random expressions, and what they are worth -*- C++
//-*-===//
//
// The same expression built as a Dim and computed in plain integers: what the
// algebra claims is checked against enumerated numbers.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SHAPE_TESTTREES_H
#define TENSOR_TIDY_SHAPE_TESTTREES_H

#include "shape/TestDims.h"
#include "llvm/ADT/ArrayRef.h"
#include <random>

namespace tidy::test {

using Numbers = llvm::ArrayRef<std::int64_t>;
using Random = std::minstd_rand;

/// '#' a number, '$' the symbol Number, or an operator: + - * / % m(in) M(ax).
struct Tree {
  char Op = '#';
  std::int64_t Number = 0;
  std::vector<Tree> Kids;

  static Tree random(Random &R, unsigned Depth, unsigned Symbols) {
    auto Upto = [&](unsigned N) { return unsigned(R() % N); };
    if (Depth == 0 || Upto(5) == 0) {
      if (Upto(3) != 0)
        return {'$', Upto(Symbols), {}};
      return {'#', std::int64_t(Upto(12)) - 3, {}};
    }
    Tree Left = random(R, Depth - 1, Symbols);
    return {"++--**//%%mM" [Upto(12)], 0, {
              std::move(Left), random(R, Depth - 1, Symbols)
            }};
  }

  Dim build(llvm::ArrayRef<Dim> Symbols) const {
    if (Kids.empty())
      return Op == '$' ? Symbols[Number] : Dim(Number);
    Dim A = Kids[0].build(Symbols), B = Kids[1].build(Symbols);
    switch (Op) {
    case '+':
      return A + B;
    case '-':
      return A - B;
    case '*':
      return A * B;
    case '/':
      return floorDiv(A, B);
    case '%':
      return floorMod(A, B);
    default:
      return Op == 'm' ? minimum(A, B) : maximum(A, B);
    }
  }

  /// None on division by 0 and beyond numbers that leave room to spare.
  std::optional<std::int64_t> value(Numbers Env) const {
    if (Kids.empty())
      return Op == '$' ? Env[Number] : Number;
    auto A = Kids[0].value(Env), B = Kids[1].value(Env);
    if (!A || !B || ((Op == '/' || Op == '%') && *B == 0))
      return std::nullopt;
    std::int64_t Result = compute(*A, *B);
    if (Result > Limit || Result < -Limit)
      return std::nullopt;
    return Result;
  }

private:
  static constexpr std::int64_t Limit = 1 << 30;

  std::int64_t compute(std::int64_t A, std::int64_t B) const {
    std::int64_t Floor = 0;
    if (Op == '/' || Op == '%')
      Floor = A / B - (A % B != 0 && (A < 0) != (B < 0));
    return Op == '+'   ? A + B
           : Op == '-' ? A - B
           : Op == '*' ? A * B
           : Op == '/' ? Floor
           : Op == '%' ? A - B * Floor
           : Op == 'm' ? std::min(A, B)
                       : std::max(A, B);
  }
};

/// `D` where the I-th of `Symbols` is worth the I-th of `Env`.
inline std::optional<std::int64_t>
value(const Dim &D, llvm::ArrayRef<Dim> Symbols, Numbers Env) {
  return D.evaluate([&](const Symbol &S) -> std::optional<std::int64_t> {
    for (std::size_t I = 0; I < Symbols.size(); ++I)
      if (*Symbols[I].asSymbol() == S)
        return Env[I];
    return std::nullopt;
  });
}

/// Every way to choose `N` numbers from `From`.
inline std::vector<std::vector<std::int64_t>> everyChoice(Numbers From,
                                                          unsigned N) {
  std::vector<std::vector<std::int64_t>> All{{}};
  for (unsigned I = 0; I < N; ++I) {
    std::vector<std::vector<std::int64_t>> Longer;
    for (const auto &Short : All)
      for (std::int64_t Last : From) {
        Longer.push_back(Short);
        Longer.back().push_back(Last);
      }
    All = std::move(Longer);
  }
  return All;
}

} // namespace tidy::test

#endif

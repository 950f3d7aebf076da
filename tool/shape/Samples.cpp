//===- Samples.cpp - Assignments of distinct numbers ----------------------===//
#include "shape/Samples.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/CheckedArithmetic.h"
#include <iterator>
#include <numeric>

using namespace tidy;
using Assignment = std::map<Symbol, std::int64_t>;
using Divisibilities = llvm::ArrayRef<Divisibility>;

namespace {
/// The I-th symbol gets Primes[(I * Step + Offset) mod 16] * Scale. Each pair
/// of symbols is tried in both orders.
struct Row {
  unsigned Step, Offset;
  std::int64_t Scale;
  bool Negative; ///< for symbols that are no sizes
};
} // namespace

static constexpr std::int64_t LargestNumber = std::int64_t(1) << 40;
static constexpr std::int64_t Primes[16] = {5,  7,  11, 13, 17, 19, 23, 29,
                                            31, 37, 41, 43, 47, 53, 59, 2};
static constexpr Row Rows[] = {{1, 0, 1, false},  {15, 14, 1, true},
                               {3, 5, 1, false},  {7, 15, 1, true},
                               {1, 2, 64, false}, {15, 9, 1024, false}};

static std::optional<std::int64_t> valueOf(const Dim &D,
                                           const Assignment &Numbers) {
  return D.evaluate([&](const Symbol &S) -> std::optional<std::int64_t> {
    auto It = Numbers.find(S);
    return It == Numbers.end() ? std::nullopt : std::optional(It->second);
  });
}

static Assignment assign(llvm::ArrayRef<Symbol> Symbols, const Row &R) {
  Assignment Numbers;
  for (auto [I, S] : llvm::enumerate(Symbols)) {
    std::int64_t Prime = Primes[(I * R.Step + R.Offset) % 16];
    // Beyond 16 symbols: 64 is above all primes, so still distinct.
    std::int64_t N = (Prime + 64 * std::int64_t(I / 16)) * R.Scale;
    Numbers[S] = R.Negative && !S.IsSize ? -N : N;
  }
  return Numbers;
}

static bool holds(const Divisibility &Fact, const Assignment &Numbers) {
  auto V = valueOf(Fact.Divisor, Numbers), W = valueOf(Fact.Dividend, Numbers);
  return V && W && *V != 0 && (*V == -1 || *W % *V == 0);
}

static bool agrees(Divisibilities Known, const Assignment &Numbers) {
  return llvm::all_of(
      Known, [&](const Divisibility &Fact) { return holds(Fact, Numbers); });
}

/// Do all facts hold that `S` takes part in? (Only as dividend, if asked so.)
static bool agreesAt(const Symbol &S, Divisibilities Known,
                     const Assignment &Numbers, bool OnlyDividends) {
  return llvm::all_of(Known, [&](const Divisibility &Fact) {
    bool TakesPart = Fact.Dividend.mentions(S) ||
                     (!OnlyDividends && Fact.Divisor.mentions(S));
    return !TakesPart || holds(Fact, Numbers);
  });
}

/// What all divisors of facts about `S` divide; 0 if too large.
static std::int64_t commonMultiple(const Symbol &S, Divisibilities Known,
                                   const Assignment &Numbers) {
  std::int64_t Multiple = 1;
  for (const Divisibility &Fact : Known) {
    if (!Fact.Dividend.mentions(S))
      continue;
    auto V = valueOf(Fact.Divisor, Numbers);
    if (!V || *V < -4096 || *V > 4096 || Multiple > (1 << 20))
      return 0;
    Multiple = std::lcm(Multiple, *V);
  }
  return Multiple;
}

/// Gives a symbol of the dividend another value, so that the fact holds and
/// all others of that symbol do: a multiple, or else the next that fits.
static bool raiseDividend(const Divisibility &Fact, Divisibilities Known,
                          Assignment &Numbers) {
  for (const Symbol &S : Fact.Dividend.symbols()) {
    if (Fact.Divisor.mentions(S))
      continue;
    std::int64_t &N = Numbers[S], Old = N;
    N = llvm::checkedMul(Old, commonMultiple(S, Known, Numbers)).value_or(0);
    if (N != 0 && N < LargestNumber && agreesAt(S, Known, Numbers, true))
      return true;
    for (N = Old; N < Old + 256; ++N)
      if (agreesAt(S, Known, Numbers, true))
        return true;
    N = Old;
  }
  return false;
}

/// Gives the divisor, a symbol, the next value of 2 and more that fits.
static bool lowerDivisor(const Divisibility &Fact, Divisibilities Known,
                         Assignment &Numbers, unsigned Skip) {
  const Symbol *S = Fact.Divisor.asSymbol();
  if (!S)
    return false;
  std::int64_t &N = Numbers[*S], Old = N;
  for (unsigned Try = 0; Try < 256; ++Try) {
    N = 2 + (Skip + Try) % 256;
    if (agreesAt(*S, Known, Numbers, false))
      return true;
  }
  N = Old;
  return false;
}

static bool repair(Divisibilities Known, Assignment &Numbers, unsigned Skip) {
  for (unsigned Round = 0; Round < 4; ++Round) {
    if (agrees(Known, Numbers))
      return true;
    for (const Divisibility &Fact : Known)
      if (!holds(Fact, Numbers) && !raiseDividend(Fact, Known, Numbers) &&
          !lowerDivisor(Fact, Known, Numbers, Skip))
        return false;
  }
  return agrees(Known, Numbers);
}

static bool isNotNegative(const Dim &D, const Assignment &Numbers) {
  auto Value = valueOf(D, Numbers);
  return Value && *Value >= 0;
}

static std::vector<Symbol> symbolsOf(llvm::ArrayRef<const Dim *> Dims) {
  std::vector<Symbol> All;
  for (const Dim *D : Dims)
    llvm::append_range(All, D->symbols());
  llvm::sort(All);
  All.erase(llvm::unique(All), All.end());
  return All;
}

bool tidy::someSample(
    const Dim &A, const Dim &B, const Constraints &Given,
    llvm::function_ref<bool(std::int64_t, std::int64_t)> Shows) {
  llvm::SmallVector<const Dim *> Mentioned = {&A, &B};
  for (const Divisibility &Fact : Given.Known)
    Mentioned.append({&Fact.Divisor, &Fact.Dividend});
  for (const Dim &D : Given.NotNegative)
    Mentioned.push_back(&D);
  std::vector<Symbol> Symbols = symbolsOf(Mentioned);
  for (unsigned I = 0; I < std::size(Rows); ++I) {
    Assignment Numbers = assign(Symbols, Rows[I]);
    if (!repair(Given.Known, Numbers, I) ||
        !llvm::all_of(Given.NotNegative,
                      [&](const Dim &D) { return isNotNegative(D, Numbers); }))
      continue;
    auto X = valueOf(A, Numbers), Y = valueOf(B, Numbers);
    if (X && Y && Shows(*X, *Y))
      return true;
  }
  return false;
}

//===- Dim.h - A size, in normal form ---------------------------*- C++ -*-===//
//
// The bottom of the house: one axis' size (or any integer that a program
// computes sizes from) as a polynomial with integer coefficients over symbols
// and opaque atoms (floor division, modulo, min, max). Values, immutable,
// always in sorted normal form, so that equal polynomials compare equal.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SHAPE_DIM_H
#define TENSOR_TIDY_SHAPE_DIM_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tidy {

class Dim;

/// A name that stands for an integer.
///
/// Rigid: declared by the user, stands for every value; two rigid names are
/// never taken to be equal. Flexible: nobody declared it; the first operation
/// that needs it equal to something binds it (Facts::bind).
struct Symbol {
  enum class Kind : std::uint8_t { Rigid, Flexible };
  Kind Rank = Kind::Rigid;
  /// True where the value cannot be negative (the size of an axis).
  bool IsSize = true;
  /// What a flexible symbol is told by, whatever its name. Rigid ones (0), and
  /// those of no longer life than one question (ByName), are told by name.
  unsigned Id = 0;
  static constexpr unsigned ByName = ~0u;
  std::string Name;

  friend std::strong_ordering operator<=>(const Symbol &, const Symbol &);
  friend bool operator==(const Symbol &A, const Symbol &B) {
    return A <=> B == 0;
  }
};

/// The operators that stay opaque atoms where they cannot be simplified.
enum class AtomOp : std::uint8_t { FloorDiv, Mod, Min, Max };

/// A factor of a term: a symbol, or an operator applied to two Dims.
struct Atom;
using AtomPtr = std::shared_ptr<const Atom>;

/// Coefficient times a product of atoms (sorted; a repeated atom is a power).
struct Term {
  std::int64_t Coefficient = 0;
  std::vector<AtomPtr> Factors;
};

/// One size. Default-constructed it is the constant 0.
///
/// `Dim::unknown()` is the size about which nothing can be said, printed `_`:
/// it has no identity (two unknowns are not equal), every arithmetic with it
/// is unknown, and so is whatever overflows 64 bits or grows beyond
/// `MaxTerms`, `MaxDepth` (of atoms in atoms) or `MaxSize` (atoms in all).
class Dim {
public:
  static constexpr unsigned MaxTerms = 64, MaxDepth = 16, MaxSize = 512;

  Dim(std::int64_t Value = 0) : Constant(Value) {}
  static Dim symbol(Symbol S);
  static Dim rigid(llvm::StringRef Name);
  static Dim flexible(unsigned Id, llvm::StringRef Name, bool IsSize = true);
  static Dim unknown();
  /// One atom, coefficient 1.
  static Dim of(AtomPtr A);

  bool isUnknown() const { return Unknown; }
  /// The value, if this is a constant.
  std::optional<std::int64_t> constant() const;
  /// The symbol, if this is a single symbol with coefficient 1.
  const Symbol *asSymbol() const;
  /// The terms apart from the constant one, in normal order.
  const std::vector<Term> &terms() const;
  std::int64_t constantTerm() const { return Constant; }

  friend Dim operator+(const Dim &A, const Dim &B);
  friend Dim operator-(const Dim &A, const Dim &B);
  friend Dim operator*(const Dim &A, const Dim &B);
  Dim operator-() const { return Dim(0) - *this; }

  /// Structural order and equality; unknown is equal to nothing under `==`
  /// but has a place in the order.
  friend bool operator==(const Dim &A, const Dim &B);
  static std::strong_ordering compare(const Dim &A, const Dim &B);

  /// Does `S` occur in it, atoms included?
  bool mentions(const Symbol &S) const;
  /// Every symbol in it, atoms included, sorted, without repetition.
  std::vector<Symbol> symbols() const;
  /// This with each factor of each term replaced (atoms inside atoms are left
  /// to `Replace`), multiplied and added up again.
  Dim mapAtoms(llvm::function_ref<Dim(const AtomPtr &)> Replace) const;
  /// This with each symbol replaced that `Replace` has an answer for, also
  /// inside atoms, and simplified again.
  Dim substitute(
      llvm::function_ref<std::optional<Dim>(const Symbol &)> Replace) const;
  /// The value under an assignment; none on overflow, division by zero, a
  /// symbol without value, or unknown.
  std::optional<std::int64_t>
  evaluate(llvm::function_ref<std::optional<std::int64_t>(const Symbol &)> Env)
      const;

  /// As written in the notation: `2*d`, `d/h`, `n + 1`, `d % h`, `min(a, b)`,
  /// `_`. sig/ parses it back.
  std::string str() const;

private:
  friend struct DimBuilder;
  std::int64_t Constant = 0;
  bool Unknown = false;
  std::shared_ptr<const std::vector<Term>> Terms; // null for none
};

struct Atom {
  std::optional<Symbol> Leaf; // a symbol, or else Op applied to Left, Right
  AtomOp Op = AtomOp::FloorDiv;
  Dim Left, Right;
  unsigned Depth = 1, Size = 1; // Size: atoms in it, itself included
};

/// A / B where B divides A as a polynomial, for every value of the symbols and
/// atoms: exactQuotient(2*d*h + 4*h, 2*h) = d + 2. None otherwise.
std::optional<Dim> exactQuotient(const Dim &A, const Dim &B);

/// Floor division; simplified where the division is exact for every value:
/// (c*x)/c = x, (x*h)/h = x, (a*x + r)/a = x for constants 0 <= r < a,
/// (x*y)/(x*h) = y/h, (x % h)/h = 0, and (x/a)/b = x/(a*b) where a and b cannot
/// be negative. By constant 0: unknown; by what may be 0: taken not to be 0.
Dim floorDiv(const Dim &A, const Dim &B);
/// A - B * floorDiv(A, B), simplified likewise (result has B's sign).
Dim floorMod(const Dim &A, const Dim &B);
/// Operands that cannot be the answer are dropped: maximum(n, 0) = n for a
/// size n. min(a, min(b, c)) has one form whatever the order it was built in.
Dim minimum(const Dim &A, const Dim &B);
Dim maximum(const Dim &A, const Dim &B);

} // namespace tidy

#endif

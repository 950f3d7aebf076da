//===- Facts.h - What is known about sizes ----------------------*- C++ -*-===//
//
// Bindings of flexible symbols and facts learnt on the way (h divides d), and
// the one question asked everywhere: are these two sizes equal?
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SHAPE_FACTS_H
#define TENSOR_TIDY_SHAPE_FACTS_H

#include "shape/Dim.h"
#include "shape/PersistentMap.h"
#include "llvm/ADT/ArrayRef.h"
#include <algorithm>
#include <map>
#include <set>

namespace tidy {

/// Yes: for every value of the symbols. No: never (for sizes with rigid names
/// also: not for every value, shown by a witness). Unknown: neither was shown.
enum class Answer : std::uint8_t { No, Unknown, Yes };

inline Answer negate(Answer A) {
  return A == Answer::Unknown ? A : A == Answer::Yes ? Answer::No : Answer::Yes;
}
inline Answer both(Answer A, Answer B) { return std::min(A, B); }

/// Of a key of a PersistentMap.
std::uint64_t priorityOf(const Symbol &S);

/// `Divisor` divides `Dividend`.
struct Divisibility {
  Dim Divisor, Dividend;
};

/// Copies share their parts; what a question or a change costs hangs on the
/// bindings that it touches, not on how many there are.
class Facts {
public:
  /// Makes the flexible symbol `S` stand for `Value` from here on. False, with
  /// nothing changed, if `Value` (normalised) contains S itself, if S already
  /// stands for something else, or if S is rigid. True, with nothing changed,
  /// if `Value` is unknown: it says nothing of S.
  bool bind(const Symbol &S, const Dim &Value);
  /// Records that `Divisor` divides `Dividend`: h * (d / h) becomes d and
  /// d % h becomes 0. Divisors are meant to be constants, symbols or products
  /// of these; others are used only where they occur as they are.
  void assumeDivides(const Dim &Divisor, const Dim &Dividend);

  /// `D` with bindings applied and divisibility facts used, to a fixpoint.
  Dim normalise(const Dim &D) const;

  /// Is A == B? Three answers, see Answer. `No` is claimed only when
  ///  - the normalised difference is a non-zero constant, or has no root for
  ///    arithmetic reasons (all coefficients share a factor that the constant
  ///    lacks; all terms are of one sign with IsSize symbols and the constant
  ///    is of that sign too), or
  ///  - it holds only rigid symbols and some assignment that agrees with the
  ///    recorded facts makes it non-zero.
  /// Atoms (d/h, min...) never make a No by their shape alone, but their range
  /// may: n % 8 is not 8. Rigid names are tried with values of 2 and more,
  /// only where A and B are defined and bound sizes not negative.
  Answer provesEqual(const Dim &A, const Dim &B) const;
  /// Is A < B? Same three answers; of rigid a and b neither is less.
  Answer provesLess(const Dim &A, const Dim &B) const;
  /// Does `Divisor` divide `Dividend`?
  Answer provesDivides(const Dim &Divisor, const Dim &Dividend) const;

  /// Needs A == B: answers as provesEqual, but where that is unknown and one
  /// side is a single flexible symbol (or linear in one, with coefficient 1 or
  /// -1, that does not occur elsewhere in the difference), binds it. Factors
  /// common to all of the difference do not count if constant or rigid: 2*h*x
  /// == 2*h*d binds x to d. Yes once it is bound. Of two flexible sizes the one
  /// made later is bound.
  Answer unify(const Dim &A, const Dim &B);
  /// The same of sizes that have to be equal in tensors that have elements: two
  /// multiples of one size (2*d and 4*d), which only d = 0 makes equal, are
  /// not.
  Answer unifySizes(const Dim &A, const Dim &B);
  bool areMultiplesOfOne(const Dim &A, const Dim &B) const;

  /// The facts that hold in both: what survives where two paths meet. Equal
  /// bindings; a binding of one that follows from the other's; divisibility
  /// that each side recorded or that follows from what it recorded.
  static Facts meet(const Facts &A, const Facts &B);
  friend bool operator==(const Facts &A, const Facts &B);

  const PersistentMap<Symbol, Dim> &bindings() const { return Bindings; }
  /// Some of the symbols that are bound to what mentions `S`, at most so many.
  std::set<Symbol> boundTo(const Symbol &S, std::size_t Most) const {
    std::set<Symbol> Found;
    addBoundTo(S, Mentions, Found, Most - 1);
    return Found;
  }
  const std::vector<Divisibility> &divisibility() const { return Known; }

private:
  /// One symbol and another that is bound to something which mentions it.
  using Mention = std::pair<Symbol, Symbol>;
  using Binding = std::pair<const Symbol, Dim>;

  Dim applyBindings(const Dim &D) const;
  Divisibility applyBindings(const Divisibility &Fact) const;
  bool implies(const Divisibility &Fact) const;
  void keepBindings(llvm::ArrayRef<Binding> Mine, const Facts &Other);
  void keepFacts(const Facts &Mine, const Facts &Other);
  void renormaliseFacts();
  void renormaliseBindings(const std::set<Symbol> &Stale);
  static void addBoundTo(const Symbol &S, const PersistentSet<Mention> &Of,
                         std::set<Symbol> &Into, std::size_t Most = SIZE_MAX);
  std::set<Symbol> boundToDivisions() const;
  void setBinding(const Symbol &S, const Dim &Value);
  void dropBinding(const Symbol &S);
  std::optional<std::vector<Dim>> notNegative(const Dim &A, const Dim &B) const;
  bool
  hasWitness(const Dim &A, const Dim &B,
             llvm::function_ref<bool(std::int64_t, std::int64_t)> Shows) const;

  PersistentMap<Symbol, Dim> Bindings;  // flexible -> normalised
  PersistentSet<Mention> Mentions;      // of flexible symbols
  PersistentSet<Mention> MaybeNegative; // by sizes bound to what may be so
  PersistentSet<Symbol> Divided;        // bound to what holds / or %
  std::vector<Divisibility> Known;      // sorted; none follows from the others
  /// Something that is so did not fit: an assignment may go against it.
  bool IsCut = false;
};

bool operator==(const Facts &A, const Facts &B);

} // namespace tidy

#endif

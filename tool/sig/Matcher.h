//===- Matcher.h - One signature against its arguments ----------*- C++ -*-===//
//
// Internal to sig/. A Matcher binds letters and spreads from the arguments,
// then checks what could not be checked at once (expressions, conditions), and
// builds the result. The steps stop at the first requirement that fails.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SIG_MATCHER_H
#define TENSOR_TIDY_SIG_MATCHER_H

#include "sig/Unify.h"

namespace tidy {

/// How well the arguments suit a signature before sizes are compared.
enum class Suits : std::uint8_t {
  No,        ///< another kind of argument, or one too many or missing
  WrongRank, ///< the kinds suit, a known rank does not
  MaybeRank, ///< an unknown rank leaves it open
  Yes
};
Suits suits(const Signature &S, const Arguments &Args);

/// The shape an argument has where a tensor is wanted: a number is rank 0.
Shape shapeOf(const Value &V);
/// An expression's value where `Name` says what each name stands for; none
/// where it has no answer for one of them.
std::optional<Dim>
evaluate(const Expr &E, const Facts &F,
         llvm::function_ref<std::optional<Dim>(const std::string &)> Name);

/// What is given for a parameter, or its default; null if neither.
const Value *argumentFor(const Parameter &P, const Arguments &Args);
/// k of an axis given as -k, within reason.
std::optional<unsigned> axisFromEnd(const Value &V, const Facts &F);

/// The fewest axes a pattern matches, and whether it matches more.
struct PatternRank {
  unsigned Least = 0;
  bool Open = false;
};
PatternRank rankOf(const ShapePattern &P);

class Matcher {
public:
  Matcher(const Signature &Sig, const Arguments &Args, Facts &F)
      : Sig(Sig), Args(Args), F(F) {}
  Outcome run();

private:
  struct Letter {
    Dim Size;
    MismatchSide Side;
  };
  struct Spread {
    bool HasRank = true;
    std::vector<Dim> Sizes;          // without a rank, those at its end
    std::vector<MismatchSide> Sides; // of the operand that gave each size
  };
  /// Two spreads beside an axis of which it is not known which one it is: how
  /// many axes they have together.
  struct Halves {
    std::string Left, Right;
    unsigned Axes;
  };
  struct Deferred {
    const Expr *Wanted;
    Dim Size;
    MismatchSide Side;
  };

  // Each step returns false once Failure is set.
  bool bindScalars();
  bool bindAxis(const Parameter &P, const Value &V);
  bool matchTensors();
  bool matchOperand(const ShapePattern &Pattern, const Shape &Given,
                    const MismatchSide &Operand);
  bool matchPlaced(const ShapePattern &Pattern, const Shape &Given,
                   const MismatchSide &Operand,
                   llvm::ArrayRef<unsigned> Covered);
  std::optional<std::vector<unsigned>> cover(const ShapePattern &Pattern,
                                             const Shape &Given);
  bool matchSize(const Expr &Wanted, const Dim &Size, const MismatchSide &Side);
  bool matchOpen(const ShapePattern &Pattern, const Shape &Given,
                 const MismatchSide &Operand);
  bool matchRest(const ShapePattern &Pattern, size_t At, bool IsUnplaced,
                 const Shape &Given, size_t Back, const MismatchSide &Operand);
  std::optional<size_t> axesBehindMark(const ShapePattern &Pattern) const;
  bool matchSpread(const std::string &Name, const Shape &Given,
                   const MismatchSide &Operand);
  bool broadcastInto(Spread &Into, const Spread &Other,
                     const std::string &Name);
  bool solveDeferred();
  bool solve(const Deferred &D);
  bool checkConditions();
  bool checkShape(const Condition &C);
  std::string valuesIn(const Condition &C) const;
  Value result(const ResultPattern &R);
  Value tupleResult(const ResultPattern &R);
  Value shapeResult(const ShapePattern &P);
  bool knowsOnlyRank(const ShapePattern &P, Shape &Out) const;
  Value builtinArgument(const Expr &E) const;
  std::string keepsShapeOf() const;

  const Value *argument(const Parameter &P) const;
  std::optional<unsigned> firstRank() const;
  std::optional<Dim> evaluate(const Expr &E) const;
  std::optional<std::string> onlyUnbound(const Expr &E) const;
  bool comesOut(const std::string &Letter) const;
  bool fail(Mismatch M);

  const Signature &Sig;
  const Arguments &Args;
  Facts &F;
  std::map<std::string, Letter> Letters;
  std::map<std::string, Spread> Spreads;
  std::map<std::string, Value> Others; // axes, lists, flags, by parameter
  std::vector<Deferred> Later;
  std::vector<Halves> Unplaced;
  std::vector<std::pair<Dim, Dim>> Assumed; // to broadcast
  bool IsOperand = false;                   // by the word of a builtin
  std::optional<Mismatch> Failure;
};

} // namespace tidy

#endif

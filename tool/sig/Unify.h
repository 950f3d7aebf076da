//===- Unify.h - What a signature says of given arguments -------*- C++ -*-===//
//
// The meaning of the notation. A repeated letter is a constraint, spreads of
// one name broadcast, `where` adds conditions; what comes out is the result's
// shape, the bindings that the op's success implies, or the first requirement
// that cannot be met.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SIG_UNIFY_H
#define TENSOR_TIDY_SIG_UNIFY_H

#include "sig/Signature.h"
#include "llvm/ADT/ArrayRef.h"
#include <map>

namespace tidy {

/// Arguments by the op's parameter names; what is absent was not given.
using Arguments = std::map<std::string, Value>;

/// One operand's part in a mismatch.
struct MismatchSide {
  std::string Parameter;
  std::optional<unsigned> Element; ///< of a tensor list
  Dim Size;                        ///< what stands there
  /// Of a size of the tensor: its axis, from the end (-1) where the rank is not
  /// known.
  std::optional<int> Axis = {};
};

/// A requirement of an op that its arguments cannot meet.
struct Mismatch {
  enum class Kind : std::uint8_t {
    Size,      ///< two places of one letter differ: First, Second
    Broadcast, ///< two sizes of one spread do not broadcast: First, Second
    Rank,      ///< First has the wrong number of axes; Text: `at least 2 axes`
    AxisRange, ///< First names an axis (Size) that the tensor does not have
    ElementCount, ///< as many elements (First.Size) as asked for (Second.Size)
    Condition,    ///< Text, a `where` condition or a builtin's, does not hold
    Check         ///< no op's: what the program asks comes out as Text says
  };
  Kind What = Kind::Condition;
  std::string Letter; ///< of Size and Broadcast
  MismatchSide First, Second;
  std::string Text;
  /// The signature that was not met, as printed.
  const Signature *Broken = nullptr;
  /// Of Size: the letter does not come out, it is summed over.
  bool Contracted = false;
};

/// What applying an op gives. With a Failure, Result is unknown. Understood is
/// false where no alternative takes arguments of these kinds at all.
struct Outcome {
  Value Result;
  std::optional<Mismatch> Failure;
  bool Understood = true;
  /// Sizes of one spread that were met and broadcast only if they are equal, or
  /// one of them is 1.
  std::vector<std::pair<Dim, Dim>> Broadcast;
  /// Result is an operand itself, not a new tensor.
  bool IsOperand = false;
  /// The parameter whose shape the result has by the signature's own words
  /// (`softmax(x: [*s], ...) -> [*s]`); empty if none.
  std::string KeepsShapeOf;
};

/// Applies an op, given by its alternatives, to arguments. Bindings that the
/// op's success implies are added to `F` (none on failure, and none where
/// unknown ranks leave the choice of the alternative open).
Outcome apply(llvm::ArrayRef<Signature> Alternatives, const Arguments &Args,
              Facts &F);

/// Axes that a tensor has: so many, or these at the end. By their letters,
/// empty where there is none.
struct AxesNeeded {
  std::vector<std::string> Letters;
  bool Open = false;
};
/// An example's, by name, or by position among the first alternative that has
/// so many.
Arguments argumentsOf(const Example &E, llvm::ArrayRef<Signature> Alternatives);

/// The axes that the tensor given for `Parameter`, whose rank is not known, has
/// where the op works at all.
AxesNeeded axesNeeded(llvm::ArrayRef<Signature> Alternatives,
                      const Arguments &Args, llvm::StringRef Parameter);

/// The operand that has as many axes as the result, whatever their order; empty
/// if the op has none.
std::string keepsRankOf(llvm::ArrayRef<Signature> Alternatives);

/// The value of an expression whose names are rigid sizes, as in a contract.
Dim rigidValue(const Expr &E);

} // namespace tidy

#endif

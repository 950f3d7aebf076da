//===- Shape.h - The shape of a tensor, as far as known ---------*- C++ -*-===//
#ifndef TENSOR_TIDY_SHAPE_SHAPE_H
#define TENSOR_TIDY_SHAPE_SHAPE_H

#include "shape/Facts.h"

namespace tidy {

/// More axes than this are not taken from the word of a program.
inline constexpr std::int64_t MostAxes = 16;

/// Sizes outermost first; of a shape of unknown rank the last ones, as far as
/// known: `[..., 64]`, `[...]`. A rank-0 tensor is known and has no axes,
/// printed `[]`.
class Shape {
public:
  /// `HasRank`: these are all sizes, not only the last ones.
  Shape(std::vector<Dim> Sizes, bool HasRank = true);
  static Shape unknown() { return Shape({}, false); }

  bool hasRank() const { return HasRank; }
  bool isUnknown() const { return !HasRank && Sizes.empty(); }
  /// Only of known rank.
  size_t rank() const { return Sizes.size(); }
  const Dim &operator[](size_t Axis) const { return Sizes[Axis]; }
  /// All sizes, or those at the end that are known.
  const std::vector<Dim> &sizes() const { return Sizes; }
  /// The size of axis -Back, if it is known that there is one.
  std::optional<Dim> fromEnd(size_t Back) const;
  /// It is not known of `Other` how many axes it has, and it is of this one, or
  /// more of its last sizes are known.
  bool tellsMoreThan(const Shape &Other) const;
  /// With what `Other`, a shape of the same tensor, knows and this does not.
  Shape filledFrom(const Shape &Other) const;
  /// With every size replaced.
  Shape mapDims(llvm::function_ref<Dim(const Dim &)> Map) const;

  /// Known rank and every size a constant.
  bool isConstant() const;
  /// Product of the sizes; unknown for unknown rank.
  Dim elementCount() const;
  Shape normalised(const Facts &F) const;
  /// `[1, 3]`, `[b, 2*d]`, `[...]`.
  std::string str() const;

  /// Structural, as Dim's: a shape with an unknown size equals nothing.
  friend bool operator==(const Shape &A, const Shape &B);

private:
  std::vector<Dim> Sizes;
  bool HasRank;
};

bool operator==(const Shape &A, const Shape &B);

/// It is not 1 whatever its names stand for. A rigid name is not 1, nor is a
/// product of them, but what else is computed from one may be: k - 6.
bool cannotBeOne(const Dim &D, const Facts &F);

/// What broadcasting two sizes gives. Result is unknown where it cannot be
/// told; Fits is No only if the two provably differ and neither can be 1.
struct BroadcastDim {
  Answer Fits = Answer::Unknown;
  Dim Result = Dim::unknown();
};
/// NumPy's rule for one pair of sizes: equal, or one of them is 1.
/// 1 with x gives x; a constant other than 1 with a flexible or unknown size
/// gives the constant (the other is 1 or the same); a rigid name stands for
/// sizes other than 1, so it wins against a flexible or unknown size and
/// clashes with a constant other than 1 and with other rigid names.
BroadcastDim broadcast(const Dim &A, const Dim &B, const Facts &F);

} // namespace tidy

#endif

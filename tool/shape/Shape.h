//===- Shape.h - The shape of a tensor, as far as known ---------*- C++ -*-===//
#ifndef TENSOR_TIDY_SHAPE_SHAPE_H
#define TENSOR_TIDY_SHAPE_SHAPE_H

#include "shape/Facts.h"

namespace tidy {

/// Sizes outermost first, or unknown rank, printed `[...]`. A rank-0 tensor is
/// known and has no axes, printed `[]`.
class Shape {
public:
  Shape(std::vector<Dim> Axes) : Sizes(std::move(Axes)), HasRank(true) {}
  static Shape unknown() { return Shape(); }

  bool hasRank() const { return HasRank; }
  size_t rank() const { return Sizes.size(); }
  const std::vector<Dim> &sizes() const { return Sizes; }
  const Dim &operator[](size_t Axis) const { return Sizes[Axis]; }

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
  Shape() = default;
  std::vector<Dim> Sizes;
  bool HasRank = false;
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

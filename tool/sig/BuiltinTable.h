//===- BuiltinTable.h - The builtins, one by one ----------------*- C++ -*-===//
//
// Internal to sig/. Each takes abstract values and gives an Outcome. What is
// not known makes the result unknown; only what cannot work for any value is a
// failure.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SIG_BUILTINTABLE_H
#define TENSOR_TIDY_SIG_BUILTINTABLE_H

#include "sig/Builtins.h"

namespace tidy::builtins {

using BuiltinArgs = llvm::ArrayRef<Value>;
using Builtin = Outcome (*)(BuiltinArgs, Facts &);

Outcome resized(BuiltinArgs A, Facts &F);
Outcome swapped(BuiltinArgs A, Facts &F);
Outcome permuted(BuiltinArgs A, Facts &F);
Outcome expanded(BuiltinArgs A, Facts &F);
Outcome inserted(BuiltinArgs A, Facts &F);
Outcome squeezed(BuiltinArgs A, Facts &F);
Outcome reduced(BuiltinArgs A, Facts &F);
Outcome concatenated(BuiltinArgs A, Facts &F);
Outcome stacked(BuiltinArgs A, Facts &F);
Outcome nested(BuiltinArgs A, Facts &F);
Outcome known(BuiltinArgs A, Facts &F);
Outcome kept(BuiltinArgs A, Facts &F);
Outcome unchanged(BuiltinArgs A, Facts &F);
Outcome axes(BuiltinArgs A, Facts &F);
Outcome elements(BuiltinArgs A, Facts &F);
Outcome windowed(BuiltinArgs A, Facts &F);
Outcome pooled(BuiltinArgs A, Facts &F);
Outcome unwindowed(BuiltinArgs A, Facts &F);
Outcome unpooled(BuiltinArgs A, Facts &F);
Outcome adapted(BuiltinArgs A, Facts &F);
Outcome averaged(BuiltinArgs A, Facts &F);
Outcome upsampled(BuiltinArgs A, Facts &F);
Outcome padded(BuiltinArgs A, Facts &F);
Outcome bordered(BuiltinArgs A, Facts &F);
Outcome unfolded(BuiltinArgs A, Facts &F);
Outcome folded(BuiltinArgs A, Facts &F);
Outcome unflattened(BuiltinArgs A, Facts &F);
Outcome nothing(BuiltinArgs A, Facts &F);
Outcome scored(BuiltinArgs A, Facts &F);
Outcome flattened(BuiltinArgs A, Facts &F);
Outcome trailing(BuiltinArgs A, Facts &F);
Outcome chunks(BuiltinArgs A, Facts &F);
Outcome contracted(BuiltinArgs A, Facts &F);
Outcome diagonal(BuiltinArgs A, Facts &F);
Outcome extreme(BuiltinArgs A, Facts &F);
Outcome found(BuiltinArgs A, Facts &F);
Outcome judged(BuiltinArgs A, Facts &F);
Outcome grids(BuiltinArgs A, Facts &F);
Outcome moved(BuiltinArgs A, Facts &F);
Outcome onDiagonal(BuiltinArgs A, Facts &F);
Outcome parts(BuiltinArgs A, Facts &F);
Outcome perhaps(BuiltinArgs A, Facts &F);
Outcome pieces(BuiltinArgs A, Facts &F);
Outcome products(BuiltinArgs A, Facts &F);
Outcome repeated(BuiltinArgs A, Facts &F);
Outcome shares(BuiltinArgs A, Facts &F);
Outcome sideBySide(BuiltinArgs A, Facts &F);
Outcome single(BuiltinArgs A, Facts &F);
Outcome tiled(BuiltinArgs A, Facts &F);
Outcome touched(BuiltinArgs A, Facts &F);
Outcome unbound(BuiltinArgs A, Facts &F);

// What they are written with.

Outcome give(Value V);
Outcome giveShape(Shape S);
inline Outcome giveShape(std::vector<Dim> Sizes) {
  return giveShape(Shape(std::move(Sizes)));
}
Outcome giveUnknownShape();
Outcome failWith(std::string Text);
Outcome failAxis(std::int64_t Axis, std::int64_t Rank);
Outcome failCount(const Dim &Have, const Dim &Want, std::string Text);
Shape shapeIn(const Value &V);
/// The sizes of a shape of known rank.
const std::vector<Dim> *sizesOf(const Value &V);
std::optional<std::int64_t> constantOf(const Value &V, const Facts &F);
/// A list of whole numbers; a single one is a list of one, a spread of ints
/// its sizes.
std::optional<std::vector<Dim>> intsOf(const Value &V, const Facts &F);
/// `Axis` counted from 0 among `Rank`; none where out of range.
std::optional<unsigned> axisAmong(std::int64_t Axis, std::int64_t Rank);

/// Axes of a shape: its sizes, or so many of the last ones that all of the axes
/// are among them, and where these stand there. A rank-0 shape, and one that
/// may be that, has none, and yet takes 0 and -1.
struct AxesOf {
  std::vector<Dim> Sizes;
  std::vector<unsigned> At;
  /// The outcome where the shape has no such axis, or it is not known which
  /// one that is.
  std::optional<Outcome> Otherwise;
};
AxesOf locate(const Shape &S, llvm::ArrayRef<std::int64_t> Axes);
/// With unknown sizes in front, at least so many.
void padInFront(std::vector<Dim> &Sizes, size_t Axes);
/// Axis -Back as a message numbers it: from the front where that is known.
std::int64_t axisNumber(const Shape &S, size_t Back);
/// One number for all axes, or one for each; unknown where neither is given.
Dim ofAxis(const Value &V, unsigned Axis, const Facts &F);
/// libtorch takes an empty list for none.
bool isLeftOut(const Value &V);
/// The failure of a layer that takes at most one axis before the channels.
std::optional<Outcome> tooManyBatches(const Shape &Batch);
bool hasEmptyAxis(llvm::ArrayRef<Dim> Sizes);
/// What `locate` gave, changed: of a rank if `From` is.
Outcome giveLike(const Shape &From, std::vector<Dim> Sizes);

} // namespace tidy::builtins

#endif

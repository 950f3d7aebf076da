//===- BuiltinAxes.cpp - One axis of a shape, and numbers ---------------===//
#include "sig/BuiltinTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy::builtins {

//===- One axis of a shape ------------------------------------------------===//

/// inserted(s, at): a new axis of size 1.
Outcome inserted(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  std::optional<std::int64_t> At = constantOf(A[1], F);
  if (!From || !At)
    return giveUnknownShape();
  std::optional<unsigned> Axis = axisAmong(*At, From->size() + 1);
  if (!Axis)
    return failAxis(*At, From->size() + 1);
  std::vector<Dim> Sizes = *From;
  Sizes.insert(Sizes.begin() + *Axis, Dim(1));
  return giveShape(std::move(Sizes));
}

/// squeezed(s, at): the axis goes if its size is 1, and stays otherwise; with
/// no axis named, every axis of size 1 goes.
Outcome squeezed(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  std::optional<std::int64_t> At = constantOf(A[1], F);
  if (!From || (!At && !A[1].isNone()))
    return giveUnknownShape();
  std::vector<Dim> Sizes;
  for (size_t I = 0; I < From->size(); ++I) {
    Answer One = F.provesEqual((*From)[I], 1);
    bool Named = !At || size_t(*At) == I;
    if (Named && One == Answer::Unknown)
      return giveUnknownShape();
    if (!Named || One == Answer::No)
      Sizes.push_back((*From)[I]);
  }
  return giveShape(std::move(Sizes));
}

/// reduced(s, axes, keepdim): the axes go, or become 1; none means all.
Outcome reduced(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  const auto *Keep = A[2].as<Answer>();
  std::vector<Dim> Axes;
  if (!A[1].isNone()) {
    std::optional<std::vector<Dim>> Given = intsOf(A[1], F);
    if (!Given)
      return giveUnknownShape();
    Axes = std::move(*Given);
  }
  if (!From || !Keep || *Keep == Answer::Unknown)
    return giveUnknownShape();
  std::int64_t Rank = std::max<std::int64_t>(From->size(), 1);
  std::vector<bool> Gone(Rank, Axes.empty());
  for (const Dim &D : Axes) {
    if (!D.constant())
      return giveUnknownShape();
    std::optional<unsigned> Axis = axisAmong(*D.constant(), Rank);
    if (!Axis)
      return failAxis(*D.constant(), Rank);
    Gone[*Axis] = true;
  }
  std::vector<Dim> Sizes;
  for (size_t I = 0; I < From->size(); ++I)
    if (!Gone[I])
      Sizes.push_back((*From)[I]);
    else if (*Keep == Answer::Yes)
      Sizes.push_back(1);
  return giveShape(std::move(Sizes));
}

/// without(s, axis): as select does.
Outcome without(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  if (!From)
    return giveUnknownShape();
  if (From->empty())
    return failWith("a tensor without axes has none to select from");
  std::optional<std::int64_t> Axis = constantOf(A[1], F);
  std::vector<Dim> Sizes(From->begin(), From->end() - 1);
  if (!Axis)
    return giveShape(std::vector<Dim>(Sizes.size(), Dim::unknown()));
  Sizes = *From;
  Sizes.erase(Sizes.begin() + *Axis);
  return giveShape(std::move(Sizes));
}

/// replaced(s, axis, size): as narrow does.
Outcome replaced(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  std::optional<std::int64_t> Axis = constantOf(A[1], F);
  if (!From)
    return giveUnknownShape();
  if (!Axis || From->empty())
    return giveShape(std::vector<Dim>(From->size(), Dim::unknown()));
  std::vector<Dim> Sizes = *From;
  Sizes[*Axis] = A[2].as<Dim>() ? F.normalise(*A[2].as<Dim>()) : Dim::unknown();
  return giveShape(std::move(Sizes));
}

//===- Numbers ------------------------------------------------------------===//

/// extent(s, axis): one size, as a number.
Outcome extent(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  std::optional<std::int64_t> Axis = constantOf(A[1], F);
  if (!From || !Axis)
    return give(Dim::unknown());
  if (From->empty())
    return failWith("a tensor without axes has no size to ask for");
  return give((*From)[*Axis]);
}

/// extents(s): all sizes, as a list of numbers.
Outcome extents(BuiltinArgs A, Facts &) {
  const auto *From = sizesOf(A[0]);
  if (!From)
    return give(UnknownValue());
  ListValue L;
  llvm::append_range(L.Elements, *From);
  return give(std::move(L));
}

/// axes(s): the rank.
Outcome axes(BuiltinArgs A, Facts &) {
  const auto *From = sizesOf(A[0]);
  return give(From ? Dim(From->size()) : Dim::unknown());
}

/// elements(s): the product of the sizes.
Outcome elements(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  return give(From ? F.normalise(Shape(*From).elementCount()) : Dim::unknown());
}

} // namespace tidy::builtins

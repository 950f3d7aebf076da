//===- BuiltinAxes.cpp - Single axes, numbers, questions -----------------===//
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
  std::int64_t Rank = std::max<std::int64_t>(From->size(), 1);
  if (At && !axisAmong(*At, Rank))
    return failAxis(*At, Rank);
  if (At)
    At = *axisAmong(*At, Rank);
  std::vector<Dim> Sizes;
  for (size_t I = 0; I < From->size(); ++I) {
    bool Named = !At || size_t(*At) == I;
    bool Stays = !Named || cannotBeOne((*From)[I], F);
    if (!Stays && F.provesEqual((*From)[I], 1) != Answer::Yes)
      return giveUnknownShape();
    if (Stays)
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
    if (Gone[*Axis])
      return failWith(llvm::formatv("axis {0} is named twice", *Axis));
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

//===- Numbers ------------------------------------------------------------===//

/// known(x): there is such a tensor, if its axes are known.
Outcome known(BuiltinArgs A, Facts &) {
  const auto *T = A[0].as<TensorValue>();
  return give(A[0].isNone()             ? Answer::No
              : T && T->Sizes.hasRank() ? Answer::Yes
                                        : Answer::Unknown);
}

/// kept(x): x itself, whatever it is.
Outcome kept(BuiltinArgs A, Facts &) {
  Outcome O = give(A[0]);
  O.IsOperand = true;
  return O;
}

/// unchanged(x, s): x itself, whose shape has to be what it broadcasts to.
Outcome unchanged(BuiltinArgs A, Facts &F) {
  Outcome O = give(A[0]);
  O.IsOperand = true;
  const auto *Have = sizesOf(A[0]), *Want = sizesOf(A[1]);
  bool Same = !Have || !Want || Have->size() == Want->size();
  for (size_t I = 0; Have && Want && Same && I < Have->size(); ++I)
    Same = F.provesEqual((*Have)[I], (*Want)[I]) != Answer::No;
  if (Same)
    return O;
  return failWith(llvm::formatv("it would have to become {0}, from {1}",
                                Shape(*Want).str(), Shape(*Have).str()));
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

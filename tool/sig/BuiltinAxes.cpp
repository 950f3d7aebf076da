//===- BuiltinAxes.cpp - Single axes, numbers, questions -----------------===//
#include "sig/BuiltinTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy::builtins {

//===- One axis of a shape ------------------------------------------------===//

/// What is certain of the end of a shape of unknown rank where the axis number
/// `Axis` may be one of those that are known: it is none of these.
static std::vector<Dim> behind(const Shape &S, std::int64_t Axis) {
  llvm::ArrayRef<Dim> Sizes = S.sizes();
  return Sizes.drop_front(std::min<std::uint64_t>(Sizes.size(), Axis + 1))
      .vec();
}

/// inserted(s, at): a new axis of size 1.
Outcome inserted(BuiltinArgs A, Facts &F) {
  Shape From = shapeIn(A[0]);
  std::optional<std::int64_t> At = constantOf(A[1], F);
  if (!At)
    return giveUnknownShape();
  if (!From.hasRank() && *At >= 0)
    return giveShape(Shape(behind(From, *At - 1), false));
  std::vector<Dim> Sizes = From.sizes();
  if (From.hasRank()) {
    std::optional<unsigned> Axis = axisAmong(*At, Sizes.size() + 1);
    if (!Axis)
      return failAxis(*At, Sizes.size() + 1);
    Sizes.insert(Sizes.begin() + *Axis, Dim(1));
    return giveShape(std::move(Sizes));
  }
  if (*At < -MostAxes)
    return giveUnknownShape();
  padInFront(Sizes, -*At - 1);
  Sizes.insert(Sizes.end() + *At + 1, Dim(1));
  return giveLike(From, std::move(Sizes));
}

/// squeezed(s, at): the axis goes if its size is 1, and stays otherwise; with
/// no axis named, every axis of size 1 goes. In front of one that goes or stays
/// nothing is certain.
Outcome squeezed(BuiltinArgs A, Facts &F) {
  Shape From = shapeIn(A[0]);
  std::optional<std::int64_t> At = constantOf(A[1], F);
  if (!At && !A[1].isNone())
    return giveUnknownShape();
  if (At && *At >= 0 && !From.hasRank())
    return giveShape(Shape(behind(From, *At), false));
  llvm::SmallVector<std::int64_t, 1> Named;
  if (At)
    Named.push_back(*At);
  AxesOf In = locate(From, Named);
  if (In.Otherwise)
    return *In.Otherwise;
  std::vector<Dim> Sizes;
  bool HasRank = From.hasRank();
  for (size_t I = 0; I < In.Sizes.size(); ++I) {
    bool Stays = (At && In.At[0] != I) || cannotBeOne(In.Sizes[I], F);
    if (Stays) {
      Sizes.push_back(In.Sizes[I]);
    } else if (F.provesEqual(In.Sizes[I], 1) != Answer::Yes) {
      HasRank = false;
      Sizes.clear();
    }
  }
  return giveShape(Shape(std::move(Sizes), HasRank));
}

/// Whole numbers that are all known.
static std::optional<std::vector<std::int64_t>> constantsOf(const Value &V,
                                                            const Facts &F) {
  std::optional<std::vector<Dim>> Given = intsOf(V, F);
  std::vector<std::int64_t> Out;
  for (const Dim &D : Given ? *Given : std::vector<Dim>()) {
    if (!D.constant())
      return std::nullopt;
    Out.push_back(*D.constant());
  }
  return Given ? std::optional(std::move(Out)) : std::nullopt;
}

/// reduced(s, axes, keepdim): the axes go, or become 1; none means all.
Outcome reduced(BuiltinArgs A, Facts &F) {
  Shape From = shapeIn(A[0]);
  const auto *Keep = A[2].as<Answer>();
  std::optional<std::vector<std::int64_t>> Axes;
  Axes = A[1].isNone() ? std::vector<std::int64_t>() : constantsOf(A[1], F);
  if (!Axes || !Keep || *Keep == Answer::Unknown)
    return giveUnknownShape();
  if (Axes->empty() && *Keep == Answer::No)
    return giveShape(Shape(std::vector<Dim>{}));
  AxesOf In = locate(From, *Axes);
  if (In.Otherwise)
    return *In.Otherwise;
  std::vector<bool> Gone(std::max<size_t>(In.Sizes.size(), 1), Axes->empty());
  for (auto [Axis, At] : llvm::zip_equal(*Axes, In.At)) {
    if (Gone[At])
      return failWith(llvm::formatv("axis {0} is named twice", Axis));
    Gone[At] = true;
  }
  std::vector<Dim> Sizes;
  for (size_t I = 0; I < In.Sizes.size(); ++I)
    if (!Gone[I])
      Sizes.push_back(In.Sizes[I]);
    else if (*Keep == Answer::Yes)
      Sizes.push_back(1);
  return giveLike(From, std::move(Sizes));
}

//===- Numbers ------------------------------------------------------------===//

/// known(x): there is such a tensor, if its axes are known.
Outcome known(BuiltinArgs A, Facts &) {
  const auto *T = A[0].as<TensorValue>();
  bool IsKnown = T && T->Sizes.hasRank() && !T->MayBeNone;
  return give(A[0].isNone() ? Answer::No
              : IsKnown     ? Answer::Yes
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
  Shape Have = shapeIn(A[0]), Want = shapeIn(A[1]);
  size_t Common = std::min(Have.sizes().size(), Want.sizes().size());
  bool Same = (!Have.hasRank() || Want.sizes().size() <= Have.rank()) &&
              (!Want.hasRank() || Have.sizes().size() <= Want.rank());
  for (size_t Back = 1; Same && Back <= Common; ++Back)
    Same =
        F.provesEqual(*Have.fromEnd(Back), *Want.fromEnd(Back)) != Answer::No;
  if (Same)
    return O;
  return failWith(llvm::formatv("it would have to become {0}, from {1}",
                                Want.str(), Have.str()));
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

//===- BuiltinLists.cpp - One tensor into several, several into one
//--------===//
#include "sig/BuiltinTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy::builtins {

/// More pieces than this are some number of them.
static constexpr std::int64_t MostPieces = 64;

/// An unknown number of tensors, each of this shape.
static Outcome giveMany(Shape Each) {
  return give(
      ManyValue{std::make_shared<Value>(TensorValue{std::move(Each), {}, {}})});
}

static Outcome giveList(std::size_t Count, const Value &Each) {
  return give(ListValue{std::vector<Value>(Count, Each)});
}

namespace {

/// A shape and one axis of it; what is given where it has no such axis, or it
/// is not known which one that is.
struct AxisOf {
  AxisOf(const Shape &From, const Value &Axis, const Facts &F);
  /// The shape with another size there.
  Shape with(const Dim &Size) const;
  Value piece(const Dim &Size) const { return TensorValue{with(Size), {}, {}}; }
  const Dim &size() const { return Sizes[At]; }

  std::vector<Dim> Sizes;
  unsigned At = 0;
  bool HasRank;
  std::optional<Outcome> Otherwise;
};

} // namespace

AxisOf::AxisOf(const Shape &From, const Value &Axis, const Facts &F)
    : HasRank(From.hasRank()) {
  std::optional<std::int64_t> Given = constantOf(Axis, F);
  if (!Given) {
    Otherwise =
        giveMany(HasRank ? Shape(std::vector<Dim>(From.rank(), Dim::unknown()))
                         : Shape::unknown());
    return;
  }
  AxesOf In = locate(From, *Given);
  Otherwise = std::move(In.Otherwise);
  if (Otherwise && !Otherwise->Failure)
    Otherwise = giveMany(Shape::unknown());
  if (Otherwise)
    return;
  Sizes = std::move(In.Sizes);
  At = In.At.front();
  if (At >= Sizes.size()) // of a rank-0 tensor, or of one that may be that
    Otherwise = HasRank ? failWith("a tensor without axes has no parts")
                        : giveMany(Shape::unknown());
}

Shape AxisOf::with(const Dim &Size) const {
  std::vector<Dim> Out = Sizes;
  Out[At] = Size;
  return Shape(std::move(Out), HasRank);
}

/// parts(s, sizes, axis): one of each size, which make up the axis.
Outcome parts(BuiltinArgs A, Facts &F) {
  AxisOf In(shapeIn(A[0]), A[2], F);
  std::optional<std::vector<Dim>> Given = intsOf(A[1], F);
  if (In.Otherwise)
    return *In.Otherwise;
  if (!Given)
    return giveMany(In.with(Dim::unknown()));
  Dim Sum = 0;
  ListValue Parts;
  for (const Dim &Size : *Given) {
    if (Size.constant() && *Size.constant() < 0)
      return failWith(llvm::formatv("size {0} is negative", Size.str()));
    Sum = Sum + Size;
    Parts.Elements.push_back(In.piece(Size));
  }
  if (F.unifySizes(In.size(), Sum) == Answer::No)
    return failWith(llvm::formatv("the parts make up {0} of axis {1}, which "
                                  "has size {2}",
                                  F.normalise(Sum).str(), In.At,
                                  In.size().str()));
  return give(std::move(Parts));
}

/// As many pieces of `Size` as `In` has, if it is known how many; the last one
/// is what is left.
static Outcome piecesOf(const AxisOf &In, const Dim &Size, const Facts &F) {
  const Dim &All = In.size();
  if (All.constant() == 0)
    return give(ListValue{{In.piece(0)}});
  std::optional<std::int64_t> Whole =
      F.normalise(floorDiv(All, Size)).constant();
  Answer Divides = F.provesDivides(Size, All);
  if (!Whole || *Whole > MostPieces || Divides == Answer::Unknown)
    return giveMany(In.with(Divides == Answer::Yes ? Size : Dim::unknown()));
  ListValue Pieces;
  Pieces.Elements.assign(*Whole, In.piece(Size));
  if (Divides == Answer::No)
    Pieces.Elements.push_back(In.piece(F.normalise(floorMod(All, Size))));
  return give(std::move(Pieces));
}

/// pieces(s, size, axis): of one size, but for the last.
Outcome pieces(BuiltinArgs A, Facts &F) {
  AxisOf In(shapeIn(A[0]), A[2], F);
  if (In.Otherwise)
    return *In.Otherwise;
  const auto *Size = A[1].as<Dim>();
  if (!Size || Size->isUnknown())
    return giveMany(In.with(Dim::unknown()));
  if (Size->constant() && *Size->constant() < 0)
    return failWith(llvm::formatv("size {0} is negative", Size->str()));
  if (Size->constant() == 0)
    return F.provesEqual(In.size(), 0) == Answer::No
               ? failWith("size 0 makes up no axis")
               : give(ListValue{{In.piece(0)}});
  return piecesOf(In, *Size, F);
}

/// chunks(s, count, axis): so many at most, of one size but for the last.
Outcome chunks(BuiltinArgs A, Facts &F) {
  AxisOf In(shapeIn(A[0]), A[2], F);
  std::optional<std::int64_t> Count = constantOf(A[1], F);
  if (In.Otherwise)
    return *In.Otherwise;
  if (Count && *Count <= 0)
    return failWith(llvm::formatv("there are no {0} parts", *Count));
  if (!Count)
    return giveMany(In.with(Dim::unknown()));
  if (In.size().constant() == 0 && *Count <= MostPieces)
    return giveList(*Count, In.piece(0));
  Dim Size = F.normalise(floorDiv(In.size() + Dim(*Count - 1), *Count));
  if (F.provesDivides(*Count, In.size()) == Answer::Yes)
    Size = F.normalise(floorDiv(In.size(), *Count));
  return piecesOf(In, Size, F);
}

/// shares(s, count, axis): exactly so many, the first ones larger by one where
/// they cannot be equal.
Outcome shares(BuiltinArgs A, Facts &F) {
  AxisOf In(shapeIn(A[0]), A[2], F);
  std::optional<std::int64_t> Count = constantOf(A[1], F);
  if (In.Otherwise)
    return *In.Otherwise;
  if (Count && *Count <= 0)
    return failWith(llvm::formatv("there are no {0} parts", *Count));
  if (!Count || *Count > MostPieces)
    return giveMany(In.with(Dim::unknown()));
  bool IsEven = F.provesDivides(*Count, In.size()) == Answer::Yes;
  std::optional<std::int64_t> All = In.size().constant();
  ListValue Shares;
  for (std::int64_t I = 0; I < *Count; ++I)
    Shares.Elements.push_back(
        In.piece(IsEven ? F.normalise(floorDiv(In.size(), *Count))
                 : All  ? Dim(*All / *Count + (I < *All % *Count))
                        : Dim::unknown()));
  return give(std::move(Shares));
}

/// unbound(s, axis): one for each index of the axis, which they do not have.
Outcome unbound(BuiltinArgs A, Facts &F) {
  AxisOf In(shapeIn(A[0]), A[1], F);
  if (In.Otherwise && In.Otherwise->Failure)
    return *In.Otherwise;
  if (In.Otherwise)
    return giveMany(Shape::unknown());
  Dim Size = F.normalise(In.size());
  In.Sizes.erase(In.Sizes.begin() + In.At);
  Shape Each(In.Sizes, In.HasRank);
  std::optional<std::int64_t> Count = Size.constant();
  if (!Count || *Count > MostPieces)
    return giveMany(std::move(Each));
  return giveList(*Count, TensorValue{Each, {}, {}});
}

/// With axes of size 1 so that there are at least `Least`: in front, but for
/// the third, which goes behind.
static std::vector<Dim> atLeast(std::vector<Dim> Sizes, std::size_t Least) {
  if (Sizes.size() < std::min<std::size_t>(Least, 2))
    Sizes.insert(Sizes.begin(), std::min<std::size_t>(Least, 2) - Sizes.size(),
                 Dim(1));
  if (Sizes.size() < Least)
    Sizes.push_back(1);
  return Sizes;
}

/// side_by_side(xs, least, axis): joined along the axis, each with at least so
/// many axes; along the first where there is but one.
Outcome sideBySide(BuiltinArgs A, Facts &F) {
  const auto *L = A[0].as<ListValue>();
  std::optional<std::int64_t> Least = constantOf(A[1], F),
                              Axis = constantOf(A[2], F);
  if (!L || !Least || !Axis)
    return giveUnknownShape();
  ListValue Padded;
  for (const Value &E : L->Elements) {
    const auto *S = sizesOf(E);
    if (!S)
      return giveUnknownShape();
    Padded.Elements.push_back(TensorValue{Shape(atLeast(*S, *Least)), {}, {}});
    if (Padded.Elements.size() == 1 && Least == 1 && S->size() < 2)
      Axis = 0;
  }
  return concatenated({Padded, Dim(*Axis)}, F);
}

/// grids(xs): for each a tensor over the sizes of all.
Outcome grids(BuiltinArgs A, Facts &) {
  const auto *L = A[0].as<ListValue>();
  if (!L)
    return giveMany(Shape::unknown());
  if (L->Elements.empty())
    return failWith("the list of tensors is empty");
  std::vector<Dim> Sizes;
  for (const Value &E : L->Elements) {
    const auto *S = sizesOf(E);
    if (S && S->size() > 1)
      return failWith(
          llvm::formatv("{0} has more than one axis", Shape(*S).str()));
    Sizes.push_back(!S ? Dim::unknown() : S->empty() ? Dim(1) : S->front());
  }
  return giveList(L->Elements.size(),
                  TensorValue{Shape(std::move(Sizes)), {}, {}});
}

} // namespace tidy::builtins

//===- BuiltinMoves.cpp - Axes moved, repeated, taken together ------------===//
#include "sig/BuiltinTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy::builtins {

/// Each size times its factor, aligned at the right; what one of them lacks is
/// 1.
static Outcome multiplied(const std::vector<Dim> &Sizes,
                          const std::vector<Dim> &Factors, const Facts &F) {
  size_t Axes = std::max(Sizes.size(), Factors.size());
  std::vector<Dim> Out(Axes, 1);
  for (size_t Back = 1; Back <= Axes; ++Back) {
    Dim &Size = Out[Axes - Back];
    if (Back <= Sizes.size())
      Size = Sizes[Sizes.size() - Back];
    if (Back <= Factors.size())
      Size = F.normalise(Size * Factors[Factors.size() - Back]);
  }
  return giveShape(std::move(Out));
}

static std::optional<Outcome> negative(const std::vector<Dim> &Numbers) {
  for (const Dim &N : Numbers)
    if (N.constant() && *N.constant() < 0)
      return failWith(llvm::formatv("{0} is negative", N.str()));
  return std::nullopt;
}

/// repeated(s, times): as often along each axis, new ones in front.
Outcome repeated(BuiltinArgs A, Facts &F) {
  std::optional<std::vector<Dim>> Times = intsOf(A[1], F);
  Shape From = shapeIn(A[0]);
  if (!Times)
    return giveUnknownShape();
  if (Times->size() < From.sizes().size())
    return failWith(llvm::formatv("{0} axes are given {1} numbers",
                                  From.sizes().size(), Times->size()));
  if (auto Failed = negative(*Times))
    return *Failed;
  if (!From.hasRank())
    return giveShape(std::vector<Dim>(Times->size(), Dim::unknown()));
  return multiplied(From.sizes(), *Times, F);
}

/// tiled(s, times): as often along each of the last axes.
Outcome tiled(BuiltinArgs A, Facts &F) {
  std::optional<std::vector<Dim>> Times = intsOf(A[1], F);
  const auto *From = sizesOf(A[0]);
  if (!Times || !From)
    return giveUnknownShape();
  if (auto Failed = negative(*Times))
    return *Failed;
  return multiplied(*From, *Times, F);
}

/// products(s, t): axis by axis, from the right.
Outcome products(BuiltinArgs A, Facts &F) {
  const auto *S = sizesOf(A[0]), *T = sizesOf(A[1]);
  return S && T ? multiplied(*S, *T, F) : giveUnknownShape();
}

/// touched(s, axes): s itself; it has these axes, each named once.
Outcome touched(BuiltinArgs A, Facts &F) {
  Outcome Without =
      A[1].isNone() ? Outcome() : reduced({A[0], A[1], Answer::Yes}, F);
  if (Without.Failure)
    return Without;
  return giveShape(shapeIn(A[0]));
}

/// extreme(s, axes, keepdim): as `reduced`, of axes that are not empty.
Outcome extreme(BuiltinArgs A, Facts &F) {
  Outcome Out = reduced(A, F);
  const auto *From = sizesOf(A[0]);
  if (Out.Failure || !From)
    return Out;
  std::optional<std::vector<Dim>> Axes = intsOf(A[1], F);
  bool IsAll = A[1].isNone() || (Axes && Axes->empty());
  for (size_t I = 0; I < From->size(); ++I) {
    auto IsMeant = [&](const Dim &Axis) {
      return Axis.constant() &&
             axisAmong(*Axis.constant(), From->size()) == unsigned(I);
    };
    bool Counts = IsAll || (Axes && llvm::any_of(*Axes, IsMeant));
    if (Counts && (*From)[I].constant() == 0)
      return failWith(llvm::formatv("axis {0} has no elements", I));
  }
  return Out;
}

/// moved(s, from, to): one axis, or several, to other places.
Outcome moved(BuiltinArgs A, Facts &F) {
  std::optional<std::vector<Dim>> From = intsOf(A[1], F), To = intsOf(A[2], F);
  const auto *Sizes = sizesOf(A[0]);
  if (!From || !To || !Sizes)
    return giveUnknownShape();
  if (From->size() != To->size())
    return failWith(llvm::formatv("{0} axes are given {1} places", From->size(),
                                  To->size()));
  size_t Axes = std::max<size_t>(Sizes->size(), 1);
  std::vector<std::optional<Dim>> Out(Axes);
  std::vector<bool> IsMoved(Axes);
  for (auto [I, J] : llvm::zip_equal(*From, *To)) {
    if (!I.constant() || !J.constant())
      return giveShape(std::vector<Dim>(Sizes->size(), Dim::unknown()));
    std::optional<unsigned> At = axisAmong(*I.constant(), Axes),
                            Goal = axisAmong(*J.constant(), Axes);
    if (!At || !Goal)
      return failAxis(At ? *J.constant() : *I.constant(), Axes);
    if (IsMoved[*At] || Out[*Goal])
      return failWith("an axis is named twice");
    IsMoved[*At] = true;
    Out[*Goal] = Sizes->empty() ? Dim(1) : (*Sizes)[*At];
  }
  if (Sizes->empty())
    return giveShape(std::vector<Dim>());
  std::vector<Dim> Result;
  size_t Next = 0;
  for (const std::optional<Dim> &Size : Out) {
    while (!Size && IsMoved[Next])
      ++Next;
    Result.push_back(Size ? *Size : (*Sizes)[Next++]);
  }
  return giveShape(std::move(Result));
}

/// How long a diagonal of m rows and n columns is.
static Dim diagonalOf(const Dim &Rows, const Dim &Columns, const Dim &Offset,
                      const Facts &F) {
  if (!Offset.constant())
    return Dim::unknown();
  std::int64_t By = *Offset.constant();
  Dim Left = By < 0 ? Rows + Dim(By) : Rows;
  Dim Right = By < 0 ? Columns : Columns - Dim(By);
  return F.normalise(maximum(0, minimum(Left, Right)));
}

/// diagonal(s, offset, i, j): two axes become one, the last.
Outcome diagonal(BuiltinArgs A, Facts &F) {
  Shape From = shapeIn(A[0]);
  const auto *Offset = A[1].as<Dim>();
  std::optional<std::int64_t> I = constantOf(A[2], F), J = constantOf(A[3], F);
  if (!I || !J || !Offset)
    return giveUnknownShape();
  AxesOf In = locate(From, {*I, *J});
  if (In.Otherwise)
    return *In.Otherwise;
  unsigned First = In.At[0], Second = In.At[1];
  if (First == Second)
    return failWith(llvm::formatv("axis {0} is named twice", First));
  Dim Size = diagonalOf(In.Sizes[First], In.Sizes[Second], *Offset, F);
  In.Sizes.erase(In.Sizes.begin() + std::max(First, Second));
  In.Sizes.erase(In.Sizes.begin() + std::min(First, Second));
  In.Sizes.push_back(Size);
  return giveLike(From, std::move(In.Sizes));
}

/// on_diagonal(s, offset, i, j): the last axis becomes two.
Outcome onDiagonal(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  std::optional<std::int64_t> By = constantOf(A[1], F), I = constantOf(A[2], F),
                              J = constantOf(A[3], F);
  if (!By || !I || !J || !From || From->empty())
    return From && From->empty() ? failWith("it has no axis")
                                 : giveUnknownShape();
  std::optional<unsigned> First = axisAmong(*I, From->size() + 1),
                          Second = axisAmong(*J, From->size() + 1);
  if (!First || !Second)
    return failAxis(First ? *J : *I, From->size() + 1);
  if (First == Second)
    return failWith(llvm::formatv("axis {0} is named twice", *First));
  std::vector<Dim> Sizes(From->begin(), From->end() - 1);
  Dim Size = From->back() + Dim(std::abs(*By));
  Sizes.insert(Sizes.begin() + std::min(*First, *Second), Size);
  Sizes.insert(Sizes.begin() + std::max(*First, *Second), Size);
  return giveShape(std::move(Sizes));
}

/// contracted(s, t, axes of s, axes of t): those are summed over in pairs.
Outcome contracted(BuiltinArgs A, Facts &F) {
  const auto *S = sizesOf(A[0]), *T = sizesOf(A[1]);
  std::optional<std::vector<Dim>> I = intsOf(A[2], F), J = intsOf(A[3], F);
  if (!S || !T || !I || !J)
    return giveUnknownShape();
  if (I->size() != J->size())
    return failWith(llvm::formatv("{0} axes of one, and {1} of the other",
                                  I->size(), J->size()));
  std::vector<std::optional<Dim>> Left(S->begin(), S->end()),
      Right(T->begin(), T->end());
  for (auto [AxisS, AxisT] : llvm::zip_equal(*I, *J)) {
    if (!AxisS.constant() || !AxisT.constant())
      return giveUnknownShape();
    auto AtS = axisAmong(*AxisS.constant(), S->size()),
         AtT = axisAmong(*AxisT.constant(), T->size());
    if (!AtS || !AtT)
      return failAxis(AtS ? *AxisT.constant() : *AxisS.constant(),
                      AtS ? T->size() : S->size());
    if (!Left[*AtS] || !Right[*AtT])
      return failWith("an axis is named twice");
    const Dim &SizeS = (*S)[*AtS], &SizeT = (*T)[*AtT];
    bool Broadcasts = SizeS.constant() == 1 || SizeT.constant() == 1;
    if (!Broadcasts && F.provesEqual(SizeS, SizeT) == Answer::No)
      return failWith(
          llvm::formatv("axis {0} is {1}, axis {2} of the other {3}", *AtS,
                        SizeS.str(), *AtT, SizeT.str()));
    Left[*AtS].reset();
    Right[*AtT].reset();
  }
  std::vector<Dim> Out;
  for (const auto *Side : {&Left, &Right})
    for (const std::optional<Dim> &Size : *Side)
      if (Size)
        Out.push_back(*Size);
  return giveShape(std::move(Out));
}

/// judged(s, t, w, reduction): of scores [n, c, ...], the classes [n, ...] or
/// how likely each is [n, c, ...], and a weight for each class. A number, or
/// [n, ...] where the reduction is 0.
Outcome judged(BuiltinArgs A, Facts &F) {
  const auto *S = sizesOf(A[0]), *T = sizesOf(A[1]);
  std::optional<std::int64_t> Reduction = constantOf(A[3], F);
  if (!S || !T)
    return Reduction && *Reduction != 0 ? giveShape(std::vector<Dim>())
                                        : giveUnknownShape();
  if (S->empty())
    return failWith("there are no classes");
  size_t Class = S->size() == 1 ? 0 : 1;
  std::vector<Dim> Each = *S;
  Each.erase(Each.begin() + Class);
  const std::vector<Dim> &Want = T->size() == S->size() ? *S : Each;
  bool Fits = Want.size() == T->size();
  for (size_t I = 0; Fits && I < T->size(); ++I)
    Fits = F.unifySizes(Want[I], (*T)[I]) != Answer::No;
  Shape Weights = shapeIn(A[2]);
  if (Weights.hasRank() &&
      (Weights.rank() != 1 ||
       F.unifySizes(Weights[0], (*S)[Class]) == Answer::No))
    return failWith(llvm::formatv("the weights of {0} classes are {1}",
                                  (*S)[Class].str(), Weights.str()));
  if (!Fits)
    return failWith(llvm::formatv("the target of {0} has to be {1}, it is {2}",
                                  Shape(*S).str(), Shape(Each).str(),
                                  Shape(*T).str()));
  if (!Reduction)
    return giveUnknownShape();
  return giveShape(*Reduction == 0 ? Each : std::vector<Dim>());
}

/// found(s): the places of some elements, one number for each axis.
Outcome found(BuiltinArgs A, Facts &) {
  const auto *From = sizesOf(A[0]);
  return giveShape({Dim::unknown(), From ? Dim(From->size()) : Dim::unknown()});
}

/// single(s): a number, of a tensor with one element.
Outcome single(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  if (!From)
    return give(Dim::unknown());
  Dim Count = F.normalise(Shape(*From).elementCount());
  if (F.provesEqual(Count, 1) == Answer::No)
    return failWith(llvm::formatv("it has {0} elements, not one", Count.str()));
  return give(Dim::unknown());
}

/// perhaps(x): a tensor of this shape, or none.
Outcome perhaps(BuiltinArgs A, Facts &) {
  TensorValue T;
  T.Sizes = shapeIn(A[0]);
  T.MayBeNone = true;
  return give(std::move(T));
}

} // namespace tidy::builtins

//===- Matcher.cpp - One signature against its arguments ------------------===//
#include "sig/Matcher.h"
#include "sig/Builtins.h"
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {

Outcome Matcher::run() {
  Outcome O;
  bool Holds =
      bindScalars() && matchTensors() && solveDeferred() && checkConditions();
  if (Holds)
    O.Result = result(Sig.Result).normalised(F);
  O.IsOperand = IsOperand || Sig.Result.What == ResultPattern::Kind::Operand;
  O.KeepsShapeOf = keepsShapeOf();
  O.Broadcast = std::move(Assumed);
  if (Failure) {
    O.Result = UnknownValue();
    Failure->Broken = &Sig;
    O.Failure = std::move(Failure);
  }
  return O;
}

bool Matcher::fail(Mismatch M) {
  Failure = std::move(M);
  return false;
}

const Value *argumentFor(const Parameter &P, const Arguments &Args) {
  auto It = Args.find(P.Name);
  if (It != Args.end() && !It->second.isNone())
    return &It->second;
  if (!P.DefaultOf.empty())
    if (auto Other = Args.find(P.DefaultOf); Other != Args.end())
      return &Other->second;
  return P.Default ? &*P.Default : nullptr;
}

const Value *Matcher::argument(const Parameter &P) const {
  return argumentFor(P, Args);
}

std::optional<unsigned> axisFromEnd(const Value &V, const Facts &F) {
  const auto *D = V.as<Dim>();
  std::optional<std::int64_t> Axis =
      D ? F.normalise(*D).constant() : std::nullopt;
  bool IsFromEnd = Axis && *Axis < 0 && *Axis >= -MostAxes;
  return IsFromEnd ? std::optional<unsigned>(-*Axis) : std::nullopt;
}

/// The rank of the first tensor, or first tensor of the first list.
std::optional<unsigned> Matcher::firstRank() const {
  for (const Parameter &P : Sig.Parameters) {
    const Value *V = argument(P);
    if (P.Type.What == ParamType::Kind::TensorList && V) {
      const auto *L = V->as<ListValue>();
      V = L && !L->Elements.empty() ? &L->Elements.front() : nullptr;
    } else if (P.Type.What != ParamType::Kind::Tensor) {
      continue;
    }
    if (!V || !shapeOf(*V).hasRank())
      return std::nullopt;
    return shapeOf(*V).rank();
  }
  return std::nullopt;
}

/// A flag is 0 or 1, as in C++.
static std::optional<Dim> numberOf(const Value &V) {
  const auto *A = V.as<Answer>();
  if (A && *A != Answer::Unknown)
    return Dim(*A == Answer::Yes);
  const auto *D = V.as<Dim>();
  return D ? std::optional(*D) : std::nullopt;
}

bool Matcher::bindScalars() {
  using Kind = ParamType::Kind;
  for (const Parameter &P : Sig.Parameters) {
    const Value *V = argument(P);
    if (!V || P.Type.What == Kind::Tensor || P.Type.What == Kind::TensorList) {
      if (!V)
        Others[P.Name] = NoneValue();
      continue;
    }
    Others[P.Name] = *V;
    if (std::optional<Dim> N =
            P.Type.What == Kind::Int ? numberOf(*V) : std::nullopt)
      Letters[P.Name] = {F.normalise(*N), {P.Name, {}, {}}};
    if (P.Type.What == Kind::Axis && !bindAxis(P, *V))
      return false;
    if (P.Type.What == Kind::Ints) {
      Spread &S = Spreads[P.Name];
      if (const auto *L = V->as<ListValue>())
        for (const Value &E : L->Elements)
          S.Sizes.push_back(E.as<Dim>() ? F.normalise(*E.as<Dim>())
                                        : Dim::unknown());
      else if (V->as<Dim>())
        S.Sizes.push_back(F.normalise(*V->as<Dim>()));
      else
        S.HasRank = false;
      S.Sides.assign(S.Sizes.size(), {P.Name, {}, {}});
    }
  }
  return true;
}

static Mismatch axisOutside(const std::string &Parameter, std::int64_t Axis,
                            std::int64_t Least, std::int64_t Most) {
  Mismatch M;
  M.What = Mismatch::Kind::AxisRange;
  M.First = {Parameter, {}, Axis};
  M.Text = llvm::formatv("{0} to {1}", Least, Most);
  return M;
}

/// Rank 0 takes 0 and -1, as if it had one axis. Without a rank the axis stays
/// as it was given.
bool Matcher::bindAxis(const Parameter &P, const Value &V) {
  std::optional<unsigned> Rank = firstRank();
  const auto *D = V.as<Dim>();
  std::optional<std::int64_t> Axis =
      D ? F.normalise(*D).constant() : std::nullopt;
  Others[P.Name] = Axis ? Value(Dim(*Axis)) : UnknownValue();
  if (!Rank || !Axis)
    return true;
  std::int64_t Axes = std::max<std::int64_t>(*Rank, 1);
  if (*Axis < -Axes || *Axis >= Axes)
    return fail(axisOutside(P.Name, *Axis, -Axes, Axes - 1));
  Others[P.Name] = Dim(*Axis < 0 ? *Axis + Axes : *Axis);
  return true;
}

bool Matcher::matchTensors() {
  for (const Parameter &P : Sig.Parameters) {
    const Value *V = argument(P);
    if (!V)
      continue;
    if (P.Type.What == ParamType::Kind::Tensor &&
        !matchOperand(P.Type.Pattern, shapeOf(*V), {P.Name, {}, {}}))
      return false;
    if (P.Type.What != ParamType::Kind::TensorList)
      continue;
    Others[P.Name] = *V;
    const auto *L = V->as<ListValue>();
    if (!L)
      continue;
    for (unsigned I = 0; I < L->Elements.size(); ++I)
      if (!matchOperand(P.Type.Pattern, shapeOf(L->Elements[I]),
                        {P.Name, I, {}}))
        return false;
  }
  return true;
}

bool Matcher::matchOperand(const ShapePattern &Pattern, const Shape &Given,
                           const MismatchSide &Operand) {
  if (!Given.hasRank())
    return matchOpen(Pattern, Given, Operand);
  std::optional<std::vector<unsigned>> Covered = cover(Pattern, Given);
  return Covered ? matchPlaced(Pattern, Given, Operand, *Covered) : !Failure;
}

/// How many axes each spread of a pattern covers, where the ranks fit. None
/// without a failure if that hangs on an axis that is not known.
std::optional<std::vector<unsigned>> Matcher::cover(const ShapePattern &Pattern,
                                                    const Shape &Given) {
  unsigned Open = Given.rank() - rankOf(Pattern).Least;
  auto IsSpread = [](const AxisPattern &A) { return A.isSpread(); };
  auto Mark = llvm::find_if(Pattern, [](auto &A) { return A.isMarked(); });
  if (Mark == Pattern.end())
    return std::vector<unsigned>{Open};
  bool HasLeft = std::any_of(Pattern.begin(), Mark, IsSpread);
  bool HasRight = std::any_of(Mark, Pattern.end(), IsSpread);
  unsigned Before = Mark - Pattern.begin() - HasLeft;
  unsigned Least = HasLeft && !HasRight ? Before + Open : Before;
  unsigned Most = HasLeft ? Before + Open : Before;
  const auto *D = Others[Mark->Axis].as<Dim>();
  if (!D && Least != Most) {
    Unplaced.push_back({std::find_if(Pattern.begin(), Mark, IsSpread)->Spread,
                        std::find_if(Mark, Pattern.end(), IsSpread)->Spread,
                        Open});
    Spreads[Unplaced.back().Left] =
        Spreads[Unplaced.back().Right] = {/*HasRank=*/false, {}, {}};
    return std::nullopt;
  }
  unsigned Axis = D ? *D->constant() : Least;
  if (D && *D->constant() < 0) // another operand has no known rank
    Axis += Given.rank();
  if (Axis < Least || Axis > Most) {
    fail(axisOutside(Mark->Axis, Axis, Least, Most));
    return std::nullopt;
  }
  std::vector<unsigned> Covered;
  if (HasLeft)
    Covered.push_back(Axis - Before);
  if (HasRight)
    Covered.push_back(Open - (HasLeft ? Axis - Before : 0));
  return Covered;
}

bool Matcher::matchPlaced(const ShapePattern &Pattern, const Shape &Given,
                          const MismatchSide &Operand,
                          llvm::ArrayRef<unsigned> Covered) {
  unsigned Axis = 0;
  for (const AxisPattern &A : Pattern) {
    if (A.isSpread()) {
      auto First = Given.sizes().begin() + Axis;
      if (!Operand.Element && // in a list, each element's own
          !matchSpread(A.Spread,
                       std::vector<Dim>(First, First + Covered.front()),
                       Operand))
        return false;
      Axis += Covered.front();
      Covered = Covered.drop_front();
      continue;
    }
    Dim Size = F.normalise(Given[Axis++]);
    if (A.What == AxisPattern::Kind::Size &&
        !matchSize(A.Size, Size,
                   {Operand.Parameter, Operand.Element, Size, int(Axis) - 1}))
      return false;
  }
  return true;
}

bool Matcher::matchSize(const Expr &Wanted, const Dim &Size,
                        const MismatchSide &Side) {
  if (Wanted.Op != Expr::Kind::Name) {
    Later.push_back({&Wanted, Size, Side});
    return true;
  }
  auto [It, New] = Letters.try_emplace(Wanted.Name, Letter{Size, Side});
  if (New)
    return true;
  if (F.unifySizes(It->second.Size, Size) != Answer::No) {
    if (It->second.Size.isUnknown())
      It->second = {Size, Side};
    return true;
  }
  Mismatch M;
  M.What = Mismatch::Kind::Size;
  M.Letter = Wanted.Name;
  M.First = It->second.Side;
  M.First.Size = F.normalise(It->second.Size);
  M.Second = Side;
  M.Contracted = !comesOut(Wanted.Name);
  return fail(std::move(M));
}

bool Matcher::matchSpread(const std::string &Name, const Shape &Given,
                          const MismatchSide &Operand) {
  Spread S{Given.hasRank(), {}, {}};
  for (const Dim &Size : Given.sizes()) {
    S.Sizes.push_back(F.normalise(Size));
    S.Sides.push_back({Operand.Parameter, Operand.Element, S.Sizes.back()});
  }
  auto [It, New] = Spreads.try_emplace(Name, S);
  return New || broadcastInto(It->second, S, Name);
}

/// Aligned at the right, as NumPy does. An axis that one of them does not have
/// is as good as one of size 1; without a rank, it may be there or not.
bool Matcher::broadcastInto(Spread &Into, const Spread &Other,
                            const std::string &Name) {
  auto Absent = [](const Spread &S) {
    return S.HasRank ? Dim(1) : Dim::unknown();
  };
  size_t Axes = std::max(Into.Sizes.size(), Other.Sizes.size());
  size_t Added = Axes - Into.Sizes.size();
  Into.Sizes.insert(Into.Sizes.begin(), Added, Absent(Into));
  Into.Sides.insert(Into.Sides.begin(), Added, MismatchSide());
  for (size_t Back = 1; Back <= Axes; ++Back) {
    bool IsGiven = Back <= Other.Sizes.size();
    size_t From = Other.Sizes.size() - Back;
    Dim &Mine = Into.Sizes[Axes - Back];
    Dim Theirs = IsGiven ? Other.Sizes[From] : Absent(Other);
    BroadcastDim B = broadcast(Mine, Theirs, F);
    if (B.Fits == Answer::No) {
      Mismatch M;
      M.What = Mismatch::Kind::Broadcast;
      M.Letter = Name;
      M.First = Into.Sides[Axes - Back];
      M.Second = Other.Sides[From];
      return fail(std::move(M));
    }
    if (B.Fits == Answer::Unknown)
      Assumed.push_back({Mine, Theirs});
    if (IsGiven && (Mine.isUnknown() || Mine.constant() == 1))
      Into.Sides[Axes - Back] = Other.Sides[From];
    Mine = B.Result;
  }
  Into.HasRank &= Other.HasRank;
  return true;
}

std::optional<Dim>
evaluate(const Expr &E, const Facts &F,
         llvm::function_ref<std::optional<Dim>(const std::string &)> Name) {
  using Kind = Expr::Kind;
  if (E.Op == Kind::Int)
    return Dim(E.Number);
  if (E.Op == Kind::Name)
    return Name(E.Name);
  std::vector<Dim> Parts;
  for (const Expr &Arg : E.Args) {
    std::optional<Dim> D = evaluate(Arg, F, Name);
    if (!D)
      return std::nullopt;
    Parts.push_back(*D);
  }
  switch (E.Op) {
  case Kind::Add:
    return Parts[0] + Parts[1];
  case Kind::Sub:
    return Parts[0] - Parts[1];
  case Kind::Mul:
    return F.normalise(Parts[0] * Parts[1]);
  case Kind::Div:
    return F.normalise(floorDiv(Parts[0], Parts[1]));
  case Kind::Mod:
    return F.normalise(floorMod(Parts[0], Parts[1]));
  case Kind::Min:
    return minimum(Parts[0], Parts[1]);
  case Kind::Max:
    return maximum(Parts[0], Parts[1]);
  case Kind::Negate:
    return -Parts[0];
  default:
    return std::nullopt;
  }
}

Dim rigidValue(const Expr &E) {
  return *evaluate(E, Facts(), [](const std::string &Name) {
    return std::optional(Dim::rigid(Name));
  });
}

std::optional<Dim> Matcher::evaluate(const Expr &E) const {
  return tidy::evaluate(E, F, [&](const std::string &Name) {
    auto It = Letters.find(Name);
    return It == Letters.end() ? std::nullopt
                               : std::optional(F.normalise(It->second.Size));
  });
}

} // namespace tidy

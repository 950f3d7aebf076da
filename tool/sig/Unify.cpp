//===- Unify.cpp - Which alternative of an op applies ---------------------===//
#include "sig/Unify.h"
#include "sig/Matcher.h"
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace tidy {

Shape shapeOf(const Value &V) {
  if (const auto *T = V.as<TensorValue>())
    return T->Sizes;
  if (V.as<Dim>() || V.as<NumberValue>() || V.as<Answer>())
    return Shape(std::vector<Dim>{});
  return Shape::unknown();
}

PatternRank rankOf(const ShapePattern &P) {
  PatternRank R;
  for (const AxisPattern &A : P)
    if (A.What == AxisPattern::Kind::Spread)
      R.Open = true;
    else
      ++R.Least;
  return R;
}

static bool isIntLike(const Value &V) {
  return V.as<Dim>() || V.as<NumberValue>() || V.isUnknown();
}

static bool isTensorLike(const Value &V) {
  return V.as<TensorValue>() || V.as<Answer>() || isIntLike(V);
}

static bool isListOf(const Value &V, bool (*Element)(const Value &)) {
  const auto *L = V.as<ListValue>();
  return L && llvm::all_of(L->Elements, Element);
}

static bool kindFits(const ParamType &T, const Value &V) {
  using Kind = ParamType::Kind;
  switch (T.What) {
  case Kind::Tensor:
    return isTensorLike(V);
  case Kind::TensorList:
    return V.isUnknown() || isListOf(V, isTensorLike);
  case Kind::Int:
    if (const auto *One = V.as<TensorValue>()) // known at run time
      return !One->Sizes.hasRank() || One->Sizes.rank() == 0;
    return isIntLike(V);
  case Kind::Axis:
    return isIntLike(V);
  case Kind::Ints:
  case Kind::Axes:
    return isIntLike(V) || isListOf(V, isIntLike);
  case Kind::Bool:
    return V.as<Answer>() || isIntLike(V);
  case Kind::Number:
    return V.as<Answer>() || isIntLike(V);
  case Kind::Any:
    return true;
  }
  return false;
}

static Suits rankFits(const ShapePattern &Pattern, const Value &V) {
  Shape S = shapeOf(V);
  PatternRank Rank = rankOf(Pattern);
  if (!S.hasRank())
    return Rank.Least == 0 && Rank.Open ? Suits::Yes : Suits::MaybeRank;
  bool Fits = Rank.Open ? S.rank() >= Rank.Least : S.rank() == Rank.Least;
  return Fits ? Suits::Yes : Suits::WrongRank;
}

static Suits suits(const Parameter &P, const Value *V) {
  if ((!V || V->isNone()) && P.Default)
    V = &*P.Default;
  if (!V || V->isNone())
    return P.Optional || V ? Suits::Yes : Suits::No;
  if (!kindFits(P.Type, *V))
    return Suits::No;
  if (P.Type.What == ParamType::Kind::Tensor)
    return rankFits(P.Type.Pattern, *V);
  Suits Worst = Suits::Yes;
  if (P.Type.What == ParamType::Kind::TensorList && V->as<ListValue>())
    for (const Value &E : V->as<ListValue>()->Elements)
      Worst = std::min(Worst, rankFits(P.Type.Pattern, E));
  return Worst;
}

Suits suits(const Signature &S, const Arguments &Args) {
  Suits Worst = Suits::Yes;
  for (const Parameter &P : S.Parameters) {
    auto It = Args.find(P.Name);
    Worst = std::min(Worst, suits(P, It == Args.end() ? nullptr : &It->second));
  }
  for (const auto &[Name, V] : Args)
    if (!V.isNone() && llvm::none_of(S.Parameters, [&](const Parameter &P) {
          return P.Name == Name;
        }))
      return Suits::No;
  return Worst;
}

/// The operand whose rank keeps every alternative from applying, and the shapes
/// that they take for it.
static Mismatch wrongRank(llvm::ArrayRef<const Signature *> Near,
                          const Arguments &Args) {
  Mismatch M;
  M.What = Mismatch::Kind::Rank;
  M.Broken = Near.back();
  for (const Parameter &P : Near.back()->Parameters) {
    auto It = Args.find(P.Name);
    if (It == Args.end() || suits(P, &It->second) != Suits::WrongRank)
      continue;
    M.First = {P.Name, std::nullopt, std::nullopt,
               std::int64_t(shapeOf(It->second).rank())};
    break;
  }
  std::vector<std::string> Fitting;
  for (const Signature *S : Near)
    for (const Parameter &P : S->Parameters)
      if (std::string Shape = print(P.Type.Pattern);
          P.Name == M.First.Parameter && !llvm::is_contained(Fitting, Shape))
        Fitting.push_back(std::move(Shape));
  M.Text = llvm::join(Fitting, " or ");
  return M;
}

/// Ranks are known: the first alternative that works, or the first's failure.
static Outcome applyInOrder(llvm::ArrayRef<const Signature *> Alternatives,
                            const Arguments &Args, Facts &F) {
  std::optional<Outcome> First;
  for (const Signature *S : Alternatives) {
    Facts Trial = F;
    Outcome O = Matcher(*S, Args, Trial).run();
    if (!O.Failure) {
      F = std::move(Trial);
      return O;
    }
    if (!First)
      First = std::move(O);
  }
  return std::move(*First);
}

/// Some rank is unknown: only what every alternative that may apply agrees on
/// is certain, and it fails only if all of them do.
static Outcome applyOpen(llvm::ArrayRef<const Signature *> Alternatives,
                         const Arguments &Args, const Facts &F) {
  std::optional<Outcome> Agreed, Failed;
  for (const Signature *S : Alternatives) {
    Facts Trial = F;
    Outcome O = Matcher(*S, Args, Trial).run();
    if (O.Failure)
      Failed = Failed ? Failed : std::move(O);
    else if (!Agreed)
      Agreed = std::move(O);
    else
      Agreed->Result = join(Agreed->Result, O.Result);
  }
  return Agreed ? std::move(*Agreed) : std::move(*Failed);
}

/// `permute(x: [*s], dims: ints) -> permuted(s, dims)` names every axis of x.
static std::optional<unsigned> axesNamed(const Signature &S,
                                         const ShapePattern &Pattern,
                                         const Arguments &Args) {
  bool Names = Pattern.size() == 1 && S.Result.Name == "permuted" &&
               S.Result.What == ResultPattern::Kind::Builtin &&
               S.Result.Args[0].Name == Pattern[0].Spread;
  auto It = Names ? Args.find(S.Result.Args[1].Name) : Args.end();
  const auto *L = It == Args.end() ? nullptr : It->second.as<ListValue>();
  return L ? std::optional(L->Elements.size()) : std::nullopt;
}

static std::optional<std::vector<std::string>>
axesNeeded(const Signature &S, const Arguments &Args,
           llvm::StringRef Parameter) {
  auto P = llvm::find_if(
      S.Parameters, [&](const auto &Any) { return Any.Name == Parameter; });
  if (P == S.Parameters.end() || P->Type.What != ParamType::Kind::Tensor)
    return std::nullopt;
  if (rankOf(P->Type.Pattern).Open) {
    std::optional<unsigned> Axes = axesNamed(S, P->Type.Pattern, Args);
    return Axes ? std::optional(std::vector<std::string>(*Axes)) : std::nullopt;
  }
  std::vector<std::string> Letters;
  for (const AxisPattern &A : P->Type.Pattern)
    Letters.push_back(A.Size.Name);
  return Letters;
}

std::optional<std::vector<std::string>>
axesNeeded(llvm::ArrayRef<Signature> Alternatives, const Arguments &Args,
           llvm::StringRef Parameter) {
  std::optional<std::vector<std::string>> Agreed;
  for (const Signature &S : Alternatives) {
    if (suits(S, Args) < Suits::MaybeRank)
      continue;
    auto Needed = axesNeeded(S, Args, Parameter);
    if (!Needed || (Agreed && Agreed->size() != Needed->size()))
      return std::nullopt;
    if (!Agreed)
      Agreed = std::move(Needed);
  }
  return Agreed;
}

/// `transpose(x: [*s], ...) -> swapped(s, i, j)`
std::string keepsRankOf(llvm::ArrayRef<Signature> Alternatives) {
  const Signature &S = Alternatives.front();
  bool Reorders = Alternatives.size() == 1 &&
                  S.Result.What == ResultPattern::Kind::Builtin &&
                  (S.Result.Name == "swapped" || S.Result.Name == "permuted");
  for (const Parameter &P : S.Parameters)
    if (Reorders && P.Type.Pattern.size() == 1 &&
        P.Type.Pattern[0].What == AxisPattern::Kind::Spread &&
        P.Type.Pattern[0].Spread == S.Result.Args[0].Name)
      return P.Name;
  return "";
}

Outcome apply(llvm::ArrayRef<Signature> Alternatives, const Arguments &Args,
              Facts &F) {
  std::vector<const Signature *> Fitting, Near;
  bool Open = false;
  for (const Signature &S : Alternatives) {
    Suits How = suits(S, Args);
    if (How == Suits::WrongRank)
      Near.push_back(&S);
    if (How < Suits::MaybeRank)
      continue;
    Fitting.push_back(&S);
    Open |= How == Suits::MaybeRank;
  }
  if (Fitting.empty()) {
    Outcome O;
    O.Understood = !Near.empty();
    if (!Near.empty())
      O.Failure = wrongRank(Near, Args);
    return O;
  }
  if (Open && Fitting.size() > 1)
    return applyOpen(Fitting, Args, F);
  return applyInOrder(Fitting, Args, F);
}

} // namespace tidy

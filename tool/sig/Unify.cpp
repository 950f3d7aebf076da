//===- Unify.cpp - Which alternative of an op applies ---------------------===//
#include "sig/Unify.h"
#include "sig/Matcher.h"
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <set>

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
    if (A.isSpread())
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
    if (V.as<Answer>()) // a flag counts
      return true;
    if (const auto *One = V.as<TensorValue>()) // known at run time
      return One->Sizes.sizes().empty();
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
  case Kind::Text:
    return V.as<TextValue>() || V.isUnknown();
  case Kind::Any:
  case Kind::Literal: // see `isWanted`
    return true;
  }
  return false;
}

/// Is `V` the literal? Open where it is not known.
static Suits isWanted(const Value &Wanted, const Value &V) {
  const auto *D = V.as<Dim>();
  const auto *A = V.as<Answer>();
  bool IsOpen = V.isUnknown() || V.as<NumberValue>() || (D && !D->constant()) ||
                (A && *A == Answer::Unknown);
  if (IsOpen)
    return Suits::MaybeRank;
  return same(Wanted, V) ? Suits::Yes : Suits::No;
}

static Suits rankFits(const ShapePattern &Pattern, const Value &V) {
  Shape S = shapeOf(V);
  PatternRank Rank = rankOf(Pattern);
  size_t Known = S.sizes().size();
  if (!S.hasRank() && (Rank.Open ? Known < Rank.Least : Known <= Rank.Least))
    return Suits::MaybeRank;
  bool Fits = Rank.Open ? Known >= Rank.Least : Known == Rank.Least;
  return Fits ? Suits::Yes : Suits::WrongRank;
}

static Suits suits(const Parameter &P, const Arguments &Args) {
  auto Given = Args.find(P.Name);
  const Value *V = argumentFor(P, Args);
  if (!V && Given != Args.end())
    V = &Given->second;
  if (V && P.Type.What == ParamType::Kind::Literal &&
      !(V->isNone() && P.Optional))
    return isWanted(*P.Type.Wanted, *V);
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
  for (const Parameter &P : S.Parameters)
    Worst = std::min(Worst, suits(P, Args));
  for (const auto &[Name, V] : Args)
    if (!V.isNone() && llvm::none_of(S.Parameters, [&](const Parameter &P) {
          return P.Name == Name;
        }))
      return Suits::No;
  return Worst;
}

/// `at least 2 axes`, `2 or 3 axes`, `at most 2 axes`: what these ranks come
/// to.
static std::string axesInWords(llvm::ArrayRef<PatternRank> Ranks) {
  std::set<unsigned> Exact;
  std::optional<unsigned> Least; // of those that take more
  for (const PatternRank &R : Ranks)
    if (!R.Open)
      Exact.insert(R.Least);
    else
      Least = std::min(Least.value_or(R.Least), R.Least);
  while (Least && Exact.contains(*Least - 1))
    --*Least;
  if (Least)
    Exact.erase(Exact.lower_bound(*Least), Exact.end());
  std::vector<std::string> Words;
  bool IsAtMost = !Least && Exact.size() > 1 && Exact.size() > *Exact.rbegin();
  for (unsigned Axes : Exact)
    if (!IsAtMost || Axes == *Exact.rbegin())
      Words.push_back((IsAtMost ? "at most " : "") + std::to_string(Axes));
  if (Least)
    Words.push_back("at least " + std::to_string(*Least));
  unsigned Last = Least ? *Least : *Exact.rbegin();
  return llvm::join(Words, " or ") + (Last == 1 ? " axis" : " axes");
}

/// `, the last of size 8`, where a number that is given says so.
static std::string lastInWords(const ShapePattern &P, const Arguments &Args) {
  bool IsLetter = P.size() > 1 && P.back().What == AxisPattern::Kind::Size &&
                  P.back().Size.Op == Expr::Kind::Name;
  auto Given = IsLetter ? Args.find(P.back().Size.Name) : Args.end();
  const auto *D = Given == Args.end() ? nullptr : Given->second.as<Dim>();
  return D && !D->isUnknown() ? ", the last of size " + D->str() : "";
}

/// The operand whose rank keeps every alternative from applying, and how many
/// axes they take for it.
static Mismatch wrongRank(llvm::ArrayRef<const Signature *> Near,
                          const Arguments &Args) {
  Mismatch M;
  M.What = Mismatch::Kind::Rank;
  M.Broken = Near.back();
  for (const Parameter &P : Near.back()->Parameters) {
    auto It = Args.find(P.Name);
    if (It == Args.end() || suits(P, Args) != Suits::WrongRank)
      continue;
    M.First = {P.Name, std::nullopt,
               std::int64_t(shapeOf(It->second).sizes().size())};
    break;
  }
  std::vector<PatternRank> Fitting;
  std::set<std::string> Last;
  for (const Signature *S : Near)
    for (const Parameter &P : S->Parameters)
      if (P.Name == M.First.Parameter) {
        Fitting.push_back(rankOf(P.Type.Pattern));
        Last.insert(lastInWords(P.Type.Pattern, Args));
      }
  M.Text = axesInWords(Fitting) + (Last.size() == 1 ? *Last.begin() : "");
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

/// Of two ways that an op may take only what is so on both is certain.
static void agree(Outcome &With, const Outcome &Other) {
  With.Result = join(With.Result, Other.Result);
  With.Understood &= Other.Understood;
  With.IsOperand &= Other.IsOperand;
  if (With.KeepsShapeOf != Other.KeepsShapeOf)
    With.KeepsShapeOf.clear();
  llvm::erase_if(With.Broadcast, [&](const std::pair<Dim, Dim> &Met) {
    return !llvm::is_contained(Other.Broadcast, Met);
  });
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
      agree(*Agreed, O);
  }
  return Agreed ? std::move(*Agreed) : std::move(*Failed);
}

static const Value *argumentFor(const Signature &S, llvm::StringRef Name,
                                const Arguments &Args) {
  auto P = llvm::find_if(S.Parameters,
                         [&](const auto &Any) { return Any.Name == Name; });
  return P == S.Parameters.end() ? nullptr : argumentFor(*P, Args);
}

/// `permute(x: [*s], dims: ints) -> permuted(s, dims)` names every axis of x,
/// `transpose(x: [*s], i: axis, j: axis) -> swapped(s, i, j)` the last few.
static AxesNeeded axesNamed(const Signature &S, const ShapePattern &Pattern,
                            const Arguments &Args) {
  AxesNeeded None{{}, true};
  bool Names = Pattern.size() == 1 &&
               S.Result.What == ResultPattern::Kind::Builtin &&
               S.Result.Args[0].Name == Pattern[0].Spread;
  if (Names && (S.Result.Name == "permuted" || S.Result.Name == "trailing")) {
    const Value *Named = argumentFor(S, S.Result.Args[1].Name, Args);
    const auto *L = Named ? Named->as<ListValue>() : nullptr;
    return L ? AxesNeeded{std::vector<std::string>(L->Elements.size()),
                          S.Result.Name == "trailing"}
             : None;
  }
  if (Names && S.Result.Name == "swapped") {
    size_t Furthest = 0;
    for (const Expr &E : llvm::drop_begin(S.Result.Args))
      if (const Value *Axis = argumentFor(S, E.Name, Args))
        Furthest =
            std::max<size_t>(Furthest, axisFromEnd(*Axis, Facts()).value_or(0));
    if (Furthest > 1) // axis -1 may be that of a rank-0 tensor
      return {std::vector<std::string>(Furthest), true};
  }
  return None;
}

/// `size(x: [*s, dim@n, *t], dim: axis) -> n` has an axis that is named.
static AxesNeeded axisMarked(const Signature &S, const AxisPattern &Mark,
                             const Arguments &Args) {
  const Value *Axis = argumentFor(S, Mark.Axis, Args);
  AxesNeeded Needed{{}, true};
  if (std::optional<unsigned> Back =
          Axis ? axisFromEnd(*Axis, Facts()) : std::nullopt) {
    Needed.Letters.resize(*Back);
    Needed.Letters.front() = Mark.Size.Name;
  }
  return Needed;
}

/// What a letter is called: as a size that is given for it, if one is.
static std::string calledAs(const std::string &Letter, const Arguments &Args) {
  auto Given = Args.find(Letter);
  const auto *D = Given == Args.end() ? nullptr : Given->second.as<Dim>();
  return D && D->asSymbol() ? D->asSymbol()->Name : Letter;
}

static AxesNeeded axesNeeded(const Signature &S, const Arguments &Args,
                             llvm::StringRef Parameter) {
  auto P = llvm::find_if(
      S.Parameters, [&](const auto &Any) { return Any.Name == Parameter; });
  AxesNeeded Needed{{}, true};
  if (P == S.Parameters.end() || P->Type.What != ParamType::Kind::Tensor)
    return Needed;
  const ShapePattern &Pattern = P->Type.Pattern;
  for (const AxisPattern &A : Pattern)
    if (!A.Axis.empty())
      return axisMarked(S, A, Args);
  Needed.Open = rankOf(Pattern).Open;
  for (const AxisPattern &A : Pattern)
    if (A.isSpread())
      Needed.Letters.clear();
    else
      Needed.Letters.push_back(calledAs(A.Size.Name, Args));
  return Needed.Open && Needed.Letters.empty() ? axesNamed(S, Pattern, Args)
                                               : Needed;
}

/// What both say; a letter that they do not agree on is none.
static AxesNeeded common(AxesNeeded A, const AxesNeeded &B) {
  A.Open |= B.Open || A.Letters.size() != B.Letters.size();
  size_t Axes = std::min(A.Letters.size(), B.Letters.size());
  A.Letters.erase(A.Letters.begin(), A.Letters.end() - Axes);
  for (auto [Mine, Theirs] :
       llvm::zip_equal(A.Letters, llvm::ArrayRef(B.Letters).take_back(Axes)))
    if (Mine != Theirs)
      Mine.clear();
  return A;
}

AxesNeeded axesNeeded(llvm::ArrayRef<Signature> Alternatives,
                      const Arguments &Args, llvm::StringRef Parameter) {
  std::optional<AxesNeeded> Agreed;
  for (const Signature &S : Alternatives) {
    if (suits(S, Args) < Suits::MaybeRank)
      continue;
    AxesNeeded Needed = axesNeeded(S, Args, Parameter);
    Agreed = Agreed ? common(std::move(*Agreed), Needed) : std::move(Needed);
  }
  return Agreed.value_or(AxesNeeded{{}, true});
}

/// `transpose(x: [*s], ...) -> swapped(s, i, j)`
static bool reorders(const Signature &S, const Parameter &P) {
  bool Reorders = S.Result.What == ResultPattern::Kind::Builtin &&
                  (S.Result.Name == "swapped" || S.Result.Name == "permuted");
  return Reorders && P.Type.Pattern.size() == 1 &&
         P.Type.Pattern[0].isSpread() &&
         P.Type.Pattern[0].Spread == S.Result.Args[0].Name;
}

/// `t(x: [m, n]) -> [n, m]`
static bool hasAsMany(const Signature &S, const Parameter &P) {
  return S.Result.What == ResultPattern::Kind::Shape &&
         !rankOf(P.Type.Pattern).Open && !rankOf(S.Result.Pattern).Open &&
         P.Type.Pattern.size() == S.Result.Pattern.size();
}

std::string keepsRankOf(llvm::ArrayRef<Signature> Alternatives) {
  for (const Parameter &P : Alternatives.front().Parameters) {
    auto Keeps = [&](const Signature &S) {
      auto Same = llvm::find_if(
          S.Parameters, [&](const Parameter &Q) { return Q.Name == P.Name; });
      return Same != S.Parameters.end() &&
             Same->Type.What == ParamType::Kind::Tensor &&
             (reorders(S, *Same) || hasAsMany(S, *Same));
    };
    if (llvm::all_of(Alternatives, Keeps))
      return P.Name;
  }
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

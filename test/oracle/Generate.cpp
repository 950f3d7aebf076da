//===- Generate.cpp - Arguments that an op may be given -------------------===//
#include "Generate.h"
#include "sig/Matcher.h"
#include "llvm/ADT/STLExtras.h"
#include <numeric>

using namespace tidy;

namespace oracle {

static constexpr std::size_t MostAxes = 5;

static Value shapeOf(llvm::ArrayRef<std::int64_t> Sizes) {
  return TensorValue{
      Shape(std::vector<Dim>(Sizes.begin(), Sizes.end())), {}, {}};
}

static Value listOf(llvm::ArrayRef<std::int64_t> Numbers) {
  ListValue L;
  for (std::int64_t N : Numbers)
    L.Elements.push_back(Dim(N));
  return L;
}

Generator::Generator(llvm::ArrayRef<Signature> Alternatives, Arguments Always,
                     std::uint64_t Seed)
    : Alternatives(Alternatives), Fixed(std::move(Always)), Random(Seed) {
  for (const auto &[Name, V] : Fixed)
    if (const auto *Axis = V.as<Dim>())
      AxesBehind = std::max(AxesBehind, -*Axis->constant() - 1);
}

Arguments Generator::next() {
  bool Fitting = oneIn(2);
  for (unsigned Try = 0; Fitting && Try < 60; ++Try) {
    Arguments Args = draw(/*Fitting=*/Try < 40);
    Facts F;
    Outcome O = apply(Alternatives, Args, F);
    if (O.Understood && !O.Failure)
      return Args;
  }
  return draw(oneIn(2));
}

Arguments Generator::draw(bool Fitting) {
  Letters.clear();
  Spreads.clear();
  First.reset();
  const Signature &S = Alternatives[number(Alternatives.size())];
  Arguments Args;
  bool SomeLeftOut = false;
  for (const Parameter &P : S.Parameters) {
    if (auto It = Fixed.find(P.Name); It != Fixed.end()) {
      Args[P.Name] = It->second;
      continue;
    }
    SomeLeftOut |= P.Optional && oneIn(3);
    bool HasDefault = P.Default || !P.DefaultOf.empty();
    if (!(P.Optional && SomeLeftOut) && !(HasDefault && oneIn(3)))
      Args[P.Name] = argument(P, Fitting);
  }
  return Args;
}

Value Generator::argument(const Parameter &P, bool Fitting) {
  using Kind = ParamType::Kind;
  switch (P.Type.What) {
  case Kind::Tensor: {
    Sizes S = sizesFor(P.Type.Pattern, Fitting);
    if (!First)
      First = S;
    return shapeOf(S);
  }
  case Kind::TensorList: {
    ListValue L;
    Sizes S = sizesFor(P.Type.Pattern, Fitting);
    First = S;
    for (std::uint64_t N = number(4) + !oneIn(8); N > 0; --N) {
      L.Elements.push_back(shapeOf(S));
      if (!S.empty() && oneIn(2))
        S[number(S.size())] = size();
    }
    return L;
  }
  case Kind::Int:
    if (P.Name == "reduction")
      return Dim(number(3));
    if (P.Default && oneIn(2)) // it may be a flag
      Letters.try_emplace(P.Name, number(2));
    return Dim(Fitting ? letter(P.Name)
                       : std::int64_t(number(12)) - std::int64_t(number(6)));
  case Kind::Ints:
    return numbers(P.Name, Fitting);
  case Kind::Axis:
    return Dim(axis());
  case Kind::Axes: {
    Sizes Axes;
    if (oneIn(3))
      return Dim(axis());
    for (std::uint64_t N = number(4); N > 0; --N)
      Axes.push_back(axis());
    return listOf(Axes);
  }
  case Kind::Bool:
    return oneIn(2) ? tidy::Answer::Yes : tidy::Answer::No;
  case Kind::Number:
    return NumberValue();
  case Kind::Text:
    return TextValue{"ij"};
  case Kind::Literal:
    if (!oneIn(6) || !P.Type.Wanted->as<tidy::Answer>())
      return *P.Type.Wanted;
    return *P.Type.Wanted->as<tidy::Answer>() == tidy::Answer::Yes
               ? tidy::Answer::No
               : tidy::Answer::Yes;
  case Kind::Any: // sizes, or a tensor
    if (oneIn(3))
      return oneIn(2) ? listOf(listOfNumbers(P.Name))
                      : Value(Dim(std::int64_t(number(6))));
    if (AxesBehind > 0 && oneIn(2))
      return numbers(P.Name, Fitting);
    break;
  }
  return First && oneIn(2) ? shapeOf(*First) : shapeOf(spread(P.Name));
}

//===- Sizes --------------------------------------------------------------===//

std::int64_t Generator::size() {
  static constexpr std::int64_t Sizes[] = {0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8};
  return Sizes[number(std::size(Sizes))];
}

std::int64_t Generator::letter(const std::string &Name) {
  auto [It, New] = Letters.try_emplace(Name, 0);
  if (New)
    It->second = oneIn(4) ? size() : size() + 1;
  return It->second;
}

Generator::Sizes Generator::spread(const std::string &Name) {
  auto [It, New] = Spreads.try_emplace(Name);
  Sizes &All = It->second;
  if (New) {
    All.resize(number(MostAxes - 1));
    std::generate(All.begin(), All.end(), [&] { return size(); });
    return All;
  }
  Sizes Some = All; // as good for broadcasting
  if (oneIn(3))
    Some.erase(Some.begin(), Some.begin() + number(Some.size() + 1));
  for (std::int64_t &N : Some)
    if (oneIn(5))
      N = 1;
  return Some;
}

std::optional<std::int64_t> Generator::evaluate(const Expr &E) {
  std::optional<Dim> D = tidy::evaluate(
      E, Facts(), [&](const std::string &Name) { return Dim(letter(Name)); });
  return D ? D->constant() : std::nullopt;
}

void Generator::addAxis(const AxisPattern &A, bool Fitting, Sizes &Out) {
  if (A.isSpread()) {
    llvm::append_range(Out, spread(A.Spread));
    return;
  }
  std::optional<std::int64_t> N;
  if (Fitting && A.What == AxisPattern::Kind::Size)
    N = evaluate(A.Size);
  Out.push_back(N && *N >= 0 ? *N : size());
}

Generator::Sizes Generator::sizesFor(const ShapePattern &Pattern,
                                     bool Fitting) {
  Sizes Out;
  for (const AxisPattern &A : Pattern)
    addAxis(A, Fitting, Out);
  if (!Fitting)
    disturb(Out);
  if (Out.size() > MostAxes)
    Out.erase(Out.begin(), Out.end() - MostAxes);
  return Out;
}

/// One thing about them becomes another.
void Generator::disturb(Sizes &S) {
  switch (number(5)) {
  case 0:
    S.resize(number(MostAxes + 1));
    std::generate(S.begin(), S.end(), [&] { return size(); });
    break;
  case 1:
    if (!S.empty())
      S[number(S.size())] = size();
    break;
  case 2:
    S.insert(S.begin() + number(S.size() + 1), size());
    break;
  case 3:
    if (!S.empty())
      S.erase(S.begin() + number(S.size()));
    break;
  default:
    break;
  }
}

std::int64_t Generator::axis() {
  std::int64_t Rank = First ? First->size() : 3;
  if (oneIn(12)) // beyond either end, by one or two
    return oneIn(2) ? Rank + number(2) : -Rank - 1 - number(2);
  return Rank == 0 ? -std::int64_t(number(2))
                   : std::int64_t(number(2 * Rank)) - Rank;
}

/// The same elements, perhaps: neighbours become one, an axis two, one -1.
Generator::Sizes Generator::reshaped(Sizes From) {
  if (From.size() > 1 && oneIn(2)) {
    std::size_t At = number(From.size() - 1);
    From[At] *= From[At + 1];
    From.erase(From.begin() + At + 1);
  } else if (!From.empty() && oneIn(2)) {
    std::size_t At = number(From.size());
    for (std::int64_t N : {2, 3})
      if (From[At] % N == 0) {
        From[At] /= N;
        From.insert(From.begin() + At + number(2), N);
        break;
      }
  }
  if (!From.empty() && oneIn(3))
    From[number(From.size())] = -1;
  return From;
}

Value Generator::numbers(const std::string &Name, bool Fitting) {
  if (Fitting && Spreads.contains(Name))
    return listOf(Spreads[Name]);
  if (oneIn(3)) // for all axes
    return Dim(std::int64_t(number(4)));
  if (AxesBehind > 0 && !oneIn(3)) { // for each axis
    Sizes Each(AxesBehind);
    std::generate(Each.begin(), Each.end(), [&] { return number(4); });
    return listOf(Each);
  }
  return listOf(listOfNumbers(Name));
}

Generator::Sizes Generator::listOfNumbers(const std::string &Name) {
  Sizes Out;
  switch (number(5)) {
  case 0: // an order of the axes
    Out.resize(First ? First->size() : number(4));
    std::iota(Out.begin(), Out.end(), 0);
    std::shuffle(Out.begin(), Out.end(), Random);
    if (!Out.empty() && oneIn(3))
      Out[number(Out.size())] -= Out.size();
    return Out;
  case 1:
    return reshaped(First.value_or(Sizes()));
  case 2: { // one for each of the last axes
    Out.resize(number(4));
    std::generate(Out.begin(), Out.end(),
                  [&] { return std::int64_t(number(4)); });
    return Out;
  }
  case 3:
    if (First) { // larger where it was 1, with more axes in front
      Out = *First;
      for (std::int64_t &N : Out)
        if (N == 1 && oneIn(2))
          N = oneIn(3) ? -1 : size();
      if (oneIn(2))
        Out.insert(Out.begin(), size());
      return Out;
    }
    [[fallthrough]];
  default:
    Out = spread("a list for " + Name);
    if (!Out.empty() && oneIn(4))
      Out[number(Out.size())] = -std::int64_t(number(3));
    return Out;
  }
}

} // namespace oracle

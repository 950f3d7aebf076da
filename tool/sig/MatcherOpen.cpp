//===- MatcherOpen.cpp - Operands of which only the end is known ----------===//
#include "sig/Matcher.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

static size_t countFixed(ShapePattern::const_iterator From,
                         ShapePattern::const_iterator To) {
  return std::count_if(From, To, [](const auto &A) { return !A.isSpread(); });
}

static auto findMark(const ShapePattern &Pattern) {
  return llvm::find_if(Pattern, [](const auto &A) { return A.isMarked(); });
}

/// How many axes the spread behind a marked axis covers, where that is given
/// from the end.
std::optional<size_t>
Matcher::axesBehindMark(const ShapePattern &Pattern) const {
  auto Mark = findMark(Pattern);
  auto Axis = Mark == Pattern.end() ? Others.end() : Others.find(Mark->Axis);
  if (Axis == Others.end())
    return std::nullopt;
  std::optional<unsigned> Back = axisFromEnd(Axis->second, F);
  size_t Fixed = countFixed(Mark, Pattern.end());
  return Back && *Back >= Fixed ? std::optional(*Back - Fixed) : std::nullopt;
}

/// From the end, up to the spread that takes what is left: it is not known how
/// much that is.
bool Matcher::matchOpen(const ShapePattern &Pattern, const Shape &Given,
                        const MismatchSide &Operand) {
  std::optional<size_t> BehindMark = axesBehindMark(Pattern);
  auto Mark = findMark(Pattern);
  size_t Back = 0; // axes seen
  for (auto A = Pattern.end(); A != Pattern.begin();) {
    --A;
    if (A->isSpread() && !(Mark < A && BehindMark))
      return matchRest(Pattern, A - Pattern.begin(), Mark < A, Given, Back,
                       Operand);
    std::vector<Dim> Sizes(A->isSpread() ? *BehindMark : 1, Dim::unknown());
    for (size_t I = Sizes.size(); I-- > 0;)
      Sizes[I] = F.normalise(Given.fromEnd(++Back).value_or(Dim::unknown()));
    if (A->isSpread() && !Operand.Element &&
        !matchSpread(A->Spread, Sizes, Operand))
      return false;
    if (A->What == AxisPattern::Kind::Size && !Sizes[0].isUnknown() &&
        !matchSize(A->Size, Sizes[0],
                   {Operand.Parameter, Operand.Element, Sizes[0], -int(Back)}))
      return false;
  }
  return true;
}

/// The spread number `At` takes what is before the last `Back` axes, all but
/// those of the pattern in front of it. `IsUnplaced`: and but for a marked axis
/// among them, and another spread.
bool Matcher::matchRest(const ShapePattern &Pattern, size_t At, bool IsUnplaced,
                        const Shape &Given, size_t Back,
                        const MismatchSide &Operand) {
  auto Here = Pattern.begin() + At;
  size_t Before = countFixed(Pattern.begin(), Here);
  const std::vector<Dim> &Known = Given.sizes();
  std::vector<Dim> Sizes;
  if (!IsUnplaced && Known.size() > Back + Before)
    Sizes.assign(Known.begin() + Before, Known.end() - Back);
  Shape Rest(std::move(Sizes), /*HasRank=*/false);
  for (auto A = Pattern.begin(); A <= Here; ++A)
    if (A->isSpread() && !Operand.Element &&
        !matchSpread(A->Spread, A == Here ? Rest : Shape::unknown(), Operand))
      return false;
  return true;
}

} // namespace tidy

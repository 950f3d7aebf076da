//===- Shape.cpp - Shapes and broadcasting of sizes -----------------------===//
#include "shape/Shape.h"
#include "llvm/ADT/STLExtras.h"

using namespace tidy;

Shape::Shape(std::vector<Dim> Known, bool HasRank)
    : Sizes(std::move(Known)), HasRank(HasRank) {
  if (!HasRank)
    Sizes.erase(Sizes.begin(), llvm::find_if(Sizes, [](const Dim &D) {
                  return !D.isUnknown();
                }));
}

std::optional<Dim> Shape::fromEnd(size_t Back) const {
  if (Back == 0 || Back > Sizes.size())
    return std::nullopt;
  return Sizes[Sizes.size() - Back];
}

Shape Shape::mapDims(llvm::function_ref<Dim(const Dim &)> Map) const {
  std::vector<Dim> Mapped;
  for (const Dim &D : Sizes)
    Mapped.push_back(Map(D));
  return Shape(std::move(Mapped), HasRank);
}

bool Shape::tellsMoreThan(const Shape &Other) const {
  return !Other.HasRank && (HasRank || Sizes.size() > Other.Sizes.size());
}

Shape Shape::filledFrom(const Shape &Other) const {
  std::vector<Dim> Both;
  for (size_t Back = std::max(Sizes.size(), Other.Sizes.size()); Back > 0;
       --Back) {
    Dim Mine = fromEnd(Back).value_or(Dim::unknown());
    Both.push_back(
        Mine.isUnknown() ? Other.fromEnd(Back).value_or(Dim::unknown()) : Mine);
  }
  return Shape(std::move(Both), HasRank || Other.HasRank);
}

bool Shape::isConstant() const {
  return HasRank && llvm::all_of(Sizes, [](const Dim &D) {
           return D.constant().has_value();
         });
}

Dim Shape::elementCount() const {
  if (!HasRank)
    return Dim::unknown();
  Dim Count = 1;
  for (const Dim &D : Sizes)
    Count = Count * D;
  return Count;
}

Shape Shape::normalised(const Facts &F) const {
  return mapDims([&](const Dim &D) { return F.normalise(D); });
}

std::string Shape::str() const {
  std::string Text = HasRank ? "" : "...";
  for (const Dim &D : Sizes)
    Text += (Text.empty() ? "" : ", ") + D.str();
  return "[" + Text + "]";
}

bool tidy::operator==(const Shape &A, const Shape &B) {
  return A.HasRank && B.HasRank && A.Sizes == B.Sizes;
}

/// Of two sizes that have to be the same, the one that says more.
static const Dim &moreDefinite(const Dim &A, const Dim &B) {
  auto Rank = [](const Dim &D) {
    bool IsRigid = llvm::all_of(D.symbols(), [](const Symbol &S) {
      return S.Rank == Symbol::Kind::Rigid;
    });
    return D.isUnknown() ? 0 : D.constant() ? 3 : IsRigid ? 2 : 1;
  };
  return Rank(A) >= Rank(B) ? A : B;
}

bool tidy::cannotBeOne(const Dim &D, const Facts &F) {
  auto IsName = [](const AtomPtr &A) {
    return A->Leaf && A->Leaf->Rank == Symbol::Kind::Rigid;
  };
  auto Loosened = [](const Symbol &S) -> std::optional<Dim> {
    if (S.Rank == Symbol::Kind::Flexible)
      return std::nullopt;
    return Dim::flexible(Symbol::ByName, S.Name, S.IsSize);
  };
  const std::vector<Term> &Terms = D.terms();
  bool IsProduct = D.constantTerm() == 0 && Terms.size() == 1 &&
                   llvm::all_of(Terms[0].Factors, IsName);
  return F.provesEqual(IsProduct ? D : D.substitute(Loosened), 1) == Answer::No;
}

BroadcastDim tidy::broadcast(const Dim &A, const Dim &B, const Facts &F) {
  Dim X = F.normalise(A), Y = F.normalise(B);
  if (X.constant() == 1)
    return {Answer::Yes, Y};
  if (Y.constant() == 1 || X == Y)
    return {Answer::Yes, X};
  Answer Equal = F.provesEqual(X, Y);
  if (Equal == Answer::Yes)
    return {Answer::Yes, moreDefinite(X, Y)};
  if (Equal == Answer::No && F.provesEqual(X, 1) == Answer::No &&
      F.provesEqual(Y, 1) == Answer::No)
    return {Answer::No, Dim::unknown()};
  if (F.areMultiplesOfOne(X, Y) && F.provesEqual(X, 1) == Answer::No &&
      F.provesEqual(Y, 1) == Answer::No)
    return {Answer::No, Dim::unknown()};
  bool XStays = cannotBeOne(X, F), YStays = cannotBeOne(Y, F);
  if (!XStays && !YStays)
    return {Answer::Unknown, Dim::unknown()};
  if (XStays && YStays)
    return {Answer::Unknown, moreDefinite(X, Y)};
  return {Answer::Unknown, XStays ? X : Y};
}

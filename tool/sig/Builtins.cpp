//===- Builtins.cpp - What a pattern cannot say -------------------------===//
#include "sig/BuiltinTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {
namespace builtins {

Outcome give(Value V) {
  Outcome O;
  O.Result = std::move(V);
  return O;
}

Outcome giveShape(Shape S) { return give(TensorValue{std::move(S), {}, {}}); }

Outcome giveLike(const Shape &From, std::vector<Dim> Sizes) {
  return giveShape(Shape(std::move(Sizes), From.hasRank()));
}

Outcome giveUnknownShape() { return give(TensorValue()); }

Outcome failWith(std::string Text) {
  Outcome O;
  O.Failure.emplace();
  O.Failure->Text = std::move(Text);
  return O;
}

Outcome failAxis(std::int64_t Axis, std::int64_t Rank) {
  Outcome O = failWith(llvm::formatv("{0} to {1}", -Rank, Rank - 1));
  O.Failure->What = Mismatch::Kind::AxisRange;
  O.Failure->First.Size = Axis;
  return O;
}

Outcome failCount(const Dim &Have, const Dim &Want, std::string Text) {
  Outcome O = failWith(std::move(Text));
  O.Failure->What = Mismatch::Kind::ElementCount;
  O.Failure->First.Size = Have;
  O.Failure->Second.Size = Want;
  return O;
}

Shape shapeIn(const Value &V) {
  const auto *T = V.as<TensorValue>();
  return T ? T->Sizes : Shape::unknown();
}

const std::vector<Dim> *sizesOf(const Value &V) {
  const auto *T = V.as<TensorValue>();
  return T && T->Sizes.hasRank() ? &T->Sizes.sizes() : nullptr;
}

std::optional<std::int64_t> constantOf(const Value &V, const Facts &F) {
  const auto *D = V.as<Dim>();
  return D ? F.normalise(*D).constant() : std::nullopt;
}

std::optional<std::vector<Dim>> intsOf(const Value &V, const Facts &F) {
  if (const auto *Sizes = sizesOf(V))
    return *Sizes;
  if (const auto *D = V.as<Dim>())
    return std::vector<Dim>{F.normalise(*D)};
  const auto *L = V.as<ListValue>();
  if (!L)
    return std::nullopt;
  std::vector<Dim> Out;
  for (const Value &E : L->Elements)
    Out.push_back(E.as<Dim>() ? F.normalise(*E.as<Dim>()) : Dim::unknown());
  return Out;
}

std::optional<unsigned> axisAmong(std::int64_t Axis, std::int64_t Rank) {
  if (Axis < -Rank || Axis >= Rank)
    return std::nullopt;
  return Axis < 0 ? Axis + Rank : Axis;
}

std::int64_t axisNumber(const Shape &S, size_t Back) {
  return S.hasRank() ? std::int64_t(S.rank() - Back) : -std::int64_t(Back);
}

void padInFront(std::vector<Dim> &Sizes, size_t Axes) {
  if (Axes > Sizes.size())
    Sizes.insert(Sizes.begin(), Axes - Sizes.size(), Dim::unknown());
}

AxesOf locate(const Shape &S, llvm::ArrayRef<std::int64_t> Axes) {
  AxesOf Out{S.sizes(), {}, {}};
  if (!S.hasRank()) {
    std::int64_t Least = Axes.empty() ? 0 : -*llvm::min_element(Axes);
    bool AllFromEnd = llvm::all_of(Axes, [](auto Axis) { return Axis < 0; });
    if (!AllFromEnd || Least > MostAxes) {
      Out.Otherwise = giveUnknownShape();
      return Out;
    }
    if (Least > 1) // axis -1 may be that of a rank-0 tensor
      padInFront(Out.Sizes, Least);
  }
  std::int64_t Rank = std::max<std::int64_t>(Out.Sizes.size(), 1);
  for (std::int64_t Axis : Axes) {
    std::optional<unsigned> At = axisAmong(Axis, Rank);
    if (!At) {
      Out.Otherwise = failAxis(Axis, Rank);
      return Out;
    }
    Out.At.push_back(*At);
  }
  return Out;
}

} // namespace builtins

namespace {

using namespace builtins;

struct Entry {
  llvm::StringLiteral Name;
  unsigned Arity;
  Builtin Run;
  bool GivesNumber = false; ///< or an answer, but no tensor
};
constexpr Entry Table[] = {
    {"adapted", 5, adapted},
    {"averaged", 3, averaged},
    {"axes", 1, axes, true},
    {"bordered", 5, bordered},
    {"chunks", 3, chunks},
    {"concatenated", 2, concatenated},
    {"contracted", 4, contracted},
    {"diagonal", 4, diagonal},
    {"elements", 1, elements, true},
    {"expanded", 2, expanded},
    {"extreme", 3, extreme},
    {"flattened", 3, flattened},
    {"folded", 8, folded},
    {"found", 1, found},
    {"grids", 1, grids},
    {"inserted", 2, inserted},
    {"judged", 4, judged},
    {"kept", 1, kept},
    {"known", 1, known, true},
    {"moved", 3, moved},
    {"nested", 1, nested},
    {"nothing", 0, nothing},
    {"on_diagonal", 4, onDiagonal},
    {"padded", 3, padded},
    {"parts", 3, parts},
    {"perhaps", 1, perhaps},
    {"permuted", 2, permuted},
    {"pieces", 3, pieces},
    {"pooled", 8, pooled},
    {"products", 2, products},
    {"reduced", 3, reduced},
    {"repeated", 2, repeated},
    {"resized", 2, resized},
    {"scored", 1, scored},
    {"shares", 3, shares},
    {"side_by_side", 3, sideBySide},
    {"single", 1, single, true},
    {"squeezed", 2, squeezed},
    {"stacked", 2, stacked},
    {"swapped", 3, swapped},
    {"tiled", 2, tiled},
    {"touched", 2, touched},
    {"trailing", 2, trailing},
    {"unbound", 2, unbound},
    {"unchanged", 2, unchanged},
    {"unflattened", 3, unflattened},
    {"unfolded", 7, unfolded},
    {"unpooled", 7, unpooled},
    {"unwindowed", 9, unwindowed},
    {"upsampled", 5, upsampled},
    {"windowed", 8, windowed},
};

const Entry *find(llvm::StringRef Name) {
  const auto *It =
      llvm::find_if(Table, [&](const Entry &E) { return E.Name == Name; });
  return It == std::end(Table) ? nullptr : It;
}

} // namespace

std::optional<unsigned> builtinArity(llvm::StringRef Name) {
  const Entry *E = find(Name);
  return E ? std::optional(E->Arity) : std::nullopt;
}

bool givesNumber(llvm::StringRef Name) {
  const Entry *E = find(Name);
  return E && E->GivesNumber;
}

std::vector<llvm::StringRef> builtinNames() {
  std::vector<llvm::StringRef> Names;
  for (const Entry &E : Table)
    Names.push_back(E.Name);
  return Names;
}

Outcome callBuiltin(llvm::StringRef Name, llvm::ArrayRef<Value> Args,
                    Facts &F) {
  return find(Name)->Run(Args, F);
}

} // namespace tidy

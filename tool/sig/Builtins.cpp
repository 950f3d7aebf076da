//===- Builtins.cpp - What a pattern cannot say ---------------------------===//
//
// Each takes abstract values and gives an Outcome. What is not known makes the
// result unknown; only what cannot work for any value is a failure.
//
//===----------------------------------------------------------------------===//
#include "sig/Builtins.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {
namespace {

using BuiltinArgs = llvm::ArrayRef<Value>;
using Builtin = Outcome (*)(BuiltinArgs, Facts &);

Outcome give(Value V) {
  Outcome O;
  O.Result = std::move(V);
  return O;
}

Outcome giveShape(std::vector<Dim> Sizes) {
  TensorValue T;
  T.Sizes = Shape(std::move(Sizes));
  return give(std::move(T));
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

/// The sizes of a shape of known rank.
const std::vector<Dim> *sizesOf(const Value &V) {
  const auto *T = V.as<TensorValue>();
  return T && T->Sizes.hasRank() ? &T->Sizes.sizes() : nullptr;
}

std::optional<std::int64_t> constantOf(const Value &V, const Facts &F) {
  const auto *D = V.as<Dim>();
  return D ? F.normalise(*D).constant() : std::nullopt;
}

/// A list of whole numbers; a single one is a list of one, a spread of ints
/// its sizes.
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

/// `Axis` counted from 0 among `Rank`; none where out of range.
std::optional<unsigned> axisAmong(std::int64_t Axis, std::int64_t Rank) {
  if (Axis < -Rank || Axis >= Rank)
    return std::nullopt;
  return Axis < 0 ? Axis + Rank : Axis;
}

//===- Whole shapes -------------------------------------------------------===//

/// resized(s, to): the elements of s as the sizes `to`, one of which may be -1.
Outcome resized(BuiltinArgs A, Facts &F) {
  std::optional<std::vector<Dim>> To = intsOf(A[1], F);
  if (!To)
    return giveUnknownShape();
  std::optional<size_t> Inferred;
  Dim Product = 1;
  for (size_t I = 0; I < To->size(); ++I) {
    std::optional<std::int64_t> C = (*To)[I].constant();
    if (C && *C < -1)
      return failWith(llvm::formatv("size {0} is negative", *C));
    if (C == -1 && Inferred)
      return failWith("only one size may be -1");
    if (C == -1)
      Inferred = I;
    else
      Product = F.normalise(Product * (*To)[I]);
  }
  const auto *From = sizesOf(A[0]);
  Dim Count = From ? F.normalise(Shape(*From).elementCount()) : Dim::unknown();
  std::string Asked = Value(TensorValue{Shape(*To), {}, {}}).str();
  if (Inferred) {
    (*To)[*Inferred] = Dim::unknown();
    if (Product.constant() == 0)
      return giveShape(std::move(*To));
    if (F.provesDivides(Product, Count) == Answer::No)
      return failCount(Count, Product, Asked);
    if (Product.constant() || Product.asSymbol())
      F.assumeDivides(Product, Count);
    (*To)[*Inferred] = F.normalise(floorDiv(Count, Product));
  } else if (F.unify(Count, Product) == Answer::No) {
    return failCount(Count, Product, Asked);
  }
  return giveShape(std::move(*To));
}

/// swapped(s, i, j)
Outcome swapped(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  std::optional<std::int64_t> I = constantOf(A[1], F), J = constantOf(A[2], F);
  if (!From)
    return giveUnknownShape();
  std::vector<Dim> Sizes = *From;
  if (!I || !J)
    return giveShape(std::vector<Dim>(Sizes.size(), Dim::unknown()));
  if (!Sizes.empty())
    std::swap(Sizes[*I], Sizes[*J]);
  return giveShape(std::move(Sizes));
}

/// permuted(s, dims)
Outcome permuted(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  std::optional<std::vector<Dim>> Order = intsOf(A[1], F);
  if (!From || !Order)
    return giveUnknownShape();
  if (Order->size() != From->size())
    return failWith(llvm::formatv("{0} axes are given an order of {1}",
                                  From->size(), Order->size()));
  std::vector<Dim> Sizes;
  std::vector<bool> Taken(From->size());
  for (const Dim &D : *Order) {
    if (!D.constant())
      return giveShape(std::vector<Dim>(From->size(), Dim::unknown()));
    std::optional<unsigned> Axis = axisAmong(*D.constant(), From->size());
    if (!Axis)
      return failAxis(*D.constant(), From->size());
    if (Taken[*Axis])
      return failWith(llvm::formatv("axis {0} is named twice", *Axis));
    Taken[*Axis] = true;
    Sizes.push_back((*From)[*Axis]);
  }
  return giveShape(std::move(Sizes));
}

/// expanded(s, to): -1 keeps a size, 1 becomes any, new axes come in front.
Outcome expanded(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  std::optional<std::vector<Dim>> To = intsOf(A[1], F);
  if (!From || !To)
    return giveUnknownShape();
  if (To->size() < From->size())
    return failWith(
        llvm::formatv("{0} axes cannot become {1}", From->size(), To->size()));
  size_t Added = To->size() - From->size();
  for (size_t I = Added; I < To->size(); ++I) {
    const Dim &Have = (*From)[I - Added];
    if ((*To)[I].constant() == -1)
      (*To)[I] = Have;
    else if (Have.constant() && Have.constant() != 1 &&
             F.provesEqual(Have, (*To)[I]) == Answer::No)
      return failWith(llvm::formatv("axis {0} has size {1}, {2} is asked for",
                                    I - Added, Have.str(), (*To)[I].str()));
  }
  return giveShape(std::move(*To));
}

//===- One axis of a shape ------------------------------------------------===//

/// inserted(s, at): a new axis of size 1.
Outcome inserted(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  std::optional<std::int64_t> At = constantOf(A[1], F);
  if (!From || !At)
    return giveUnknownShape();
  std::optional<unsigned> Axis = axisAmong(*At, From->size() + 1);
  if (!Axis)
    return failAxis(*At, From->size() + 1);
  std::vector<Dim> Sizes = *From;
  Sizes.insert(Sizes.begin() + *Axis, Dim(1));
  return giveShape(std::move(Sizes));
}

/// squeezed(s, at): the axis goes if its size is 1, and stays otherwise; with
/// no axis named, every axis of size 1 goes.
Outcome squeezed(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  std::optional<std::int64_t> At = constantOf(A[1], F);
  if (!From || (!At && !A[1].isNone()))
    return giveUnknownShape();
  std::vector<Dim> Sizes;
  for (size_t I = 0; I < From->size(); ++I) {
    Answer One = F.provesEqual((*From)[I], 1);
    bool Named = !At || size_t(*At) == I;
    if (Named && One == Answer::Unknown)
      return giveUnknownShape();
    if (!Named || One == Answer::No)
      Sizes.push_back((*From)[I]);
  }
  return giveShape(std::move(Sizes));
}

/// reduced(s, axes, keepdim): the axes go, or become 1; none means all.
Outcome reduced(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  const auto *Keep = A[2].as<Answer>();
  std::vector<Dim> Axes;
  if (!A[1].isNone()) {
    std::optional<std::vector<Dim>> Given = intsOf(A[1], F);
    if (!Given)
      return giveUnknownShape();
    Axes = std::move(*Given);
  }
  if (!From || !Keep || *Keep == Answer::Unknown)
    return giveUnknownShape();
  std::int64_t Rank = std::max<std::int64_t>(From->size(), 1);
  std::vector<bool> Gone(Rank, Axes.empty());
  for (const Dim &D : Axes) {
    if (!D.constant())
      return giveUnknownShape();
    std::optional<unsigned> Axis = axisAmong(*D.constant(), Rank);
    if (!Axis)
      return failAxis(*D.constant(), Rank);
    Gone[*Axis] = true;
  }
  std::vector<Dim> Sizes;
  for (size_t I = 0; I < From->size(); ++I)
    if (!Gone[I])
      Sizes.push_back((*From)[I]);
    else if (*Keep == Answer::Yes)
      Sizes.push_back(1);
  return giveShape(std::move(Sizes));
}

/// without(s, axis): as select does.
Outcome without(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  if (!From)
    return giveUnknownShape();
  if (From->empty())
    return failWith("a tensor without axes has none to select from");
  std::optional<std::int64_t> Axis = constantOf(A[1], F);
  std::vector<Dim> Sizes(From->begin(), From->end() - 1);
  if (!Axis)
    return giveShape(std::vector<Dim>(Sizes.size(), Dim::unknown()));
  Sizes = *From;
  Sizes.erase(Sizes.begin() + *Axis);
  return giveShape(std::move(Sizes));
}

/// replaced(s, axis, size): as narrow does.
Outcome replaced(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  std::optional<std::int64_t> Axis = constantOf(A[1], F);
  if (!From)
    return giveUnknownShape();
  if (!Axis || From->empty())
    return giveShape(std::vector<Dim>(From->size(), Dim::unknown()));
  std::vector<Dim> Sizes = *From;
  Sizes[*Axis] = A[2].as<Dim>() ? F.normalise(*A[2].as<Dim>()) : Dim::unknown();
  return giveShape(std::move(Sizes));
}

//===- Several tensors ----------------------------------------------------===//

/// concatenated(xs, axis): the other axes agree; an empty [0] fits anything.
Outcome concatenated(BuiltinArgs A, Facts &F) {
  const auto *L = A[0].as<ListValue>();
  std::optional<std::int64_t> Given = constantOf(A[1], F);
  std::optional<std::vector<Dim>> Sizes;
  for (const Value &E : L ? L->Elements : std::vector<Value>()) {
    const auto *S = sizesOf(E);
    if (!S || !Given)
      return giveUnknownShape();
    if (S->size() == 1 && S->front().constant() == 0)
      continue;
    std::optional<unsigned> Axis = axisAmong(*Given, S->size());
    if (!Axis)
      return failAxis(*Given, S->size());
    if (!Sizes) {
      Sizes = *S;
      continue;
    }
    if (Sizes->size() != S->size())
      return failWith(llvm::formatv("{0} has {1} axes, {2} has {3}",
                                    Shape(*Sizes).str(), Sizes->size(),
                                    Shape(*S).str(), S->size()));
    for (size_t I = 0; I < S->size(); ++I)
      if (I == *Axis)
        (*Sizes)[I] = (*Sizes)[I] + (*S)[I];
      else if (F.unify((*Sizes)[I], (*S)[I]) == Answer::No)
        return failWith(llvm::formatv("axis {0} is {1} in one and {2} in "
                                      "another",
                                      I, (*Sizes)[I].str(), (*S)[I].str()));
  }
  return Sizes ? giveShape(std::move(*Sizes)) : giveUnknownShape();
}

/// stacked(xs, at): equal shapes, a new axis of their number.
Outcome stacked(BuiltinArgs A, Facts &F) {
  const auto *L = A[0].as<ListValue>();
  std::optional<std::int64_t> At = constantOf(A[1], F);
  if (!L || L->Elements.empty() || !At)
    return giveUnknownShape();
  const auto *First = sizesOf(L->Elements.front());
  for (const Value &E : L->Elements) {
    const auto *S = sizesOf(E);
    if (!S || !First)
      return giveUnknownShape();
    bool Same = S->size() == First->size();
    for (size_t I = 0; Same && I < S->size(); ++I)
      Same = F.unify((*First)[I], (*S)[I]) != Answer::No;
    if (!Same)
      return failWith(llvm::formatv("{0} and {1} differ", Shape(*First).str(),
                                    Shape(*S).str()));
  }
  std::vector<Dim> Sizes = *First;
  std::optional<unsigned> Axis = axisAmong(*At, Sizes.size() + 1);
  if (!Axis)
    return failAxis(*At, Sizes.size() + 1);
  Sizes.insert(Sizes.begin() + *Axis, Dim(L->Elements.size()));
  return giveShape(std::move(Sizes));
}

/// nested(data): the shape of nested braces; their lengths must agree.
Outcome nested(BuiltinArgs A, Facts &F) {
  if (A[0].isUnknown())
    return giveUnknownShape();
  const auto *L = A[0].as<ListValue>();
  if (!L)
    return giveShape({});
  std::vector<Dim> Sizes{std::int64_t(L->Elements.size())};
  if (L->Elements.empty())
    return giveShape(std::move(Sizes));
  Outcome First = nested(L->Elements.front(), F);
  for (const Value &E : L->Elements) {
    Outcome O = nested(E, F);
    const auto *S = sizesOf(O.Result), *S0 = sizesOf(First.Result);
    if (O.Failure || !S || !S0)
      return O;
    if (*S != *S0)
      return failWith(llvm::formatv("{0} and {1} stand side by side",
                                    Shape(*S0).str(), Shape(*S).str()));
  }
  llvm::append_range(Sizes, *sizesOf(First.Result));
  return giveShape(std::move(Sizes));
}

//===- Numbers ------------------------------------------------------------===//

/// extent(s, axis): one size, as a number.
Outcome extent(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  std::optional<std::int64_t> Axis = constantOf(A[1], F);
  if (!From || !Axis)
    return give(Dim::unknown());
  if (From->empty())
    return failWith("a tensor without axes has no size to ask for");
  return give((*From)[*Axis]);
}

/// extents(s): all sizes, as a list of numbers.
Outcome extents(BuiltinArgs A, Facts &) {
  const auto *From = sizesOf(A[0]);
  if (!From)
    return give(UnknownValue());
  ListValue L;
  llvm::append_range(L.Elements, *From);
  return give(std::move(L));
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

struct Entry {
  llvm::StringLiteral Name;
  unsigned Arity;
  Builtin Run;
};
constexpr Entry Table[] = {
    {"axes", 1, axes},         {"concatenated", 2, concatenated},
    {"elements", 1, elements}, {"expanded", 2, expanded},
    {"extent", 2, extent},     {"extents", 1, extents},
    {"inserted", 2, inserted}, {"nested", 1, nested},
    {"permuted", 2, permuted}, {"reduced", 3, reduced},
    {"replaced", 3, replaced}, {"resized", 2, resized},
    {"squeezed", 2, squeezed}, {"stacked", 2, stacked},
    {"swapped", 3, swapped},   {"without", 2, without},
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

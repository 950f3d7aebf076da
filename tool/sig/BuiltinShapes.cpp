//===- BuiltinShapes.cpp - Whole shapes, several tensors ----------------===//
#include "sig/BuiltinTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy::builtins {

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
    if (Product.constant() == 0)
      return failWith("beside a size of 0, -1 may be anything");
    if (F.provesDivides(Product, Count) == Answer::No)
      return failCount(Count, Product, Asked);
    if (Product.constant() || Product.asSymbol())
      F.assumeDivides(Product, Count);
    (*To)[*Inferred] = F.normalise(floorDiv(Count, Product));
  } else if (F.unifySizes(Count, Product) == Answer::No) {
    return failCount(Count, Product, Asked);
  }
  return giveShape(std::move(*To));
}

/// swapped(s, i, j)
Outcome swapped(BuiltinArgs A, Facts &F) {
  Shape From = shapeIn(A[0]);
  std::optional<std::int64_t> I = constantOf(A[1], F), J = constantOf(A[2], F);
  if (!I || !J)
    return giveLike(From,
                    std::vector<Dim>(From.sizes().size(), Dim::unknown()));
  AxesOf In = locate(From, {*I, *J});
  if (In.Otherwise)
    return *In.Otherwise;
  if (!In.Sizes.empty())
    std::swap(In.Sizes[In.At[0]], In.Sizes[In.At[1]]);
  return giveLike(From, std::move(In.Sizes));
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
  Shape From = shapeIn(A[0]);
  std::optional<std::vector<Dim>> To = intsOf(A[1], F);
  if (!To)
    return giveUnknownShape();
  size_t Known = From.sizes().size();
  if (To->size() < Known)
    return failWith(
        llvm::formatv("{0} axes cannot become {1}", Known, To->size()));
  size_t Added = To->size() - Known;
  for (size_t I = 0; I < To->size(); ++I)
    if (std::optional<std::int64_t> C = (*To)[I].constant();
        C && (*C < -1 || (*C == -1 && From.hasRank() && I < Added)))
      return failWith(llvm::formatv("size {0} of a new axis is negative", *C));
  for (size_t I = 0; I < To->size(); ++I) {
    Dim Have = From.fromEnd(To->size() - I).value_or(Dim::unknown());
    if ((*To)[I].constant() == -1)
      (*To)[I] = Have;
    else if (Have.constant() && Have.constant() != 1 &&
             F.provesEqual(Have, (*To)[I]) == Answer::No)
      return failWith(llvm::formatv("axis {0} has size {1}, {2} is asked for",
                                    axisNumber(From, To->size() - I),
                                    Have.str(), (*To)[I].str()));
  }
  return giveShape(std::move(*To));
}

//===- Several tensors ----------------------------------------------------===//

/// One more operand of cat; a failure if it does not fit.
static Outcome joinInto(std::vector<Dim> &Sizes, const std::vector<Dim> &S,
                        unsigned Axis, Facts &F) {
  if (Sizes.size() != S.size())
    return failWith(llvm::formatv("{0} has {1} axes, {2} has {3}",
                                  Shape(Sizes).str(), Sizes.size(),
                                  Shape(S).str(), S.size()));
  for (size_t I = 0; I < S.size(); ++I)
    if (I == Axis)
      Sizes[I] = Sizes[I] + S[I];
    else if (F.unifySizes(Sizes[I], S[I]) == Answer::No)
      return failWith(llvm::formatv("axis {0} is {1} in one and {2} in another",
                                    I, Sizes[I].str(), S[I].str()));
  return {};
}

/// An operand that cat leaves out, whatever its rank: a [0].
static Answer isLeftOut(const std::vector<Dim> &Sizes, const Facts &F) {
  return Sizes.size() == 1 ? F.provesEqual(Sizes[0], 0) : Answer::No;
}

/// concatenated(xs, axis): the other axes agree; an empty [0] fits anything. Of
/// operands that are not known, or may be left out, the axis is as long as they
/// are: the others are those of the rest.
Outcome concatenated(BuiltinArgs A, Facts &F) {
  const auto *L = A[0].as<ListValue>();
  std::optional<std::int64_t> Given = constantOf(A[1], F);
  std::optional<std::vector<Dim>> Sizes;
  if (L && L->Elements.empty())
    return failWith("the list of tensors is empty");
  if (!L || !Given)
    return giveUnknownShape();
  bool HasOthers = false;
  for (const Value &E : L->Elements) {
    const auto *S = sizesOf(E);
    Answer IsLeftOut = S ? isLeftOut(*S, F) : Answer::Unknown;
    HasOthers |= IsLeftOut == Answer::Unknown;
    if (IsLeftOut != Answer::No)
      continue;
    if (S->empty())
      return failWith("a tensor without axes cannot be joined");
    std::optional<unsigned> Axis = axisAmong(*Given, S->size());
    if (!Axis)
      return failAxis(*Given, S->size());
    if (!Sizes)
      Sizes = *S;
    else if (Outcome O = joinInto(*Sizes, *S, *Axis, F); O.Failure)
      return O;
  }
  if (HasOthers && !Sizes)
    return giveUnknownShape();
  if (HasOthers)
    (*Sizes)[*axisAmong(*Given, Sizes->size())] = Dim::unknown();
  return giveShape(Sizes ? std::move(*Sizes) : std::vector<Dim>{0});
}

/// stacked(xs, at): equal shapes, a new axis of their number.
Outcome stacked(BuiltinArgs A, Facts &F) {
  const auto *L = A[0].as<ListValue>();
  std::optional<std::int64_t> At = constantOf(A[1], F);
  if (L && L->Elements.empty())
    return failWith("the list of tensors is empty");
  if (!L || !At)
    return giveUnknownShape();
  const auto *First = sizesOf(L->Elements.front());
  for (const Value &E : L->Elements) {
    const auto *S = sizesOf(E);
    if (!S || !First)
      return giveUnknownShape();
    bool Same = S->size() == First->size();
    for (size_t I = 0; Same && I < S->size(); ++I)
      Same = F.unifySizes((*First)[I], (*S)[I]) != Answer::No;
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
  if (A[0].isNone())
    return giveShape({0}); // {}
  const auto *L = A[0].as<ListValue>();
  if (!L)
    return giveShape({});
  std::vector<Dim> Sizes{std::int64_t(L->Elements.size())};
  if (L->Elements.empty())
    return giveShape(std::move(Sizes));
  Outcome First = nested(L->Elements.front(), F);
  if (First.Failure || !sizesOf(First.Result))
    return First;
  for (const Value &E : llvm::ArrayRef(L->Elements).drop_front()) {
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

} // namespace tidy::builtins

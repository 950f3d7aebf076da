//===- Compare.cpp - What a model says, and what the library does ---------===//
#include "Compare.h"

using namespace tidy;

namespace oracle {

/// None where it has a part that no call can be given (an unknown size).
static std::optional<Datum> datumOf(const Value &V) {
  Datum D;
  if (const auto *N = V.as<Dim>()) {
    if (!N->constant())
      return std::nullopt;
    D.What = Datum::Kind::Int;
    D.Number = *N->constant();
  } else if (const auto *A = V.as<tidy::Answer>()) {
    if (*A == tidy::Answer::Unknown)
      return std::nullopt;
    D.What = Datum::Kind::Bool;
    D.Number = *A == tidy::Answer::Yes;
  } else if (const auto *Text = V.as<TextValue>()) {
    D.What = Datum::Kind::Text;
    D.Word = Text->Text;
  } else if (V.as<NumberValue>()) {
    D.What = Datum::Kind::Float;
  } else if (const auto *T = V.as<TensorValue>()) {
    if (!T->Sizes.hasRank())
      return std::nullopt;
    D.What = Datum::Kind::Tensor;
    for (const Dim &Size : T->Sizes.sizes()) {
      if (!Size.constant())
        return std::nullopt;
      D.Sizes.push_back(*Size.constant());
    }
  } else if (const auto *L = V.as<ListValue>()) {
    D.What = Datum::Kind::List;
    for (const Value &E : L->Elements) {
      std::optional<Datum> Element = datumOf(E);
      if (!Element)
        return std::nullopt;
      D.Elements.push_back(std::move(*Element));
    }
  } else if (!V.isNone()) {
    return std::nullopt;
  }
  return D;
}

static Value valueOf(const Datum &D) {
  switch (D.What) {
  case Datum::Kind::None:
    return NoneValue();
  case Datum::Kind::Bool:
    return D.Number ? tidy::Answer::Yes : tidy::Answer::No;
  case Datum::Kind::Int:
    return Dim(D.Number);
  case Datum::Kind::Float:
    return NumberValue();
  case Datum::Kind::Tensor:
    return TensorValue{
        Shape(std::vector<Dim>(D.Sizes.begin(), D.Sizes.end())), {}, {}};
  case Datum::Kind::List: {
    ListValue L;
    for (const Datum &E : D.Elements)
      L.Elements.push_back(valueOf(E));
    return L;
  }
  case Datum::Kind::Text:
    return TextValue{D.Word};
  case Datum::Kind::Other:
    break;
  }
  return UnknownValue();
}

static std::string parameterOf(llvm::ArrayRef<Signature> Op,
                               const CalleeModel &Model, std::size_t Index) {
  const OpArgument &A = Model.Arguments[Index];
  return A.Name.empty() ? Op.front().Parameters[Index].Name : A.Name;
}

Arguments literalsOf(const CalleeModel &Model, llvm::ArrayRef<Signature> Op) {
  Arguments Out;
  for (std::size_t I = 0; I < Model.Arguments.size(); ++I)
    if (const auto &Literal = Model.Arguments[I].Literal)
      Out[parameterOf(Op, Model, I)] = *Literal;
  return Out;
}

static std::string placeOf(const OpArgument &A) {
  return A.Field.empty() ? A.Parameter : A.Parameter + "." + A.Field;
}

std::optional<Call> callFor(const CalleeModel &Model,
                            llvm::ArrayRef<Signature> Op,
                            const Arguments &Args) {
  Call C;
  C.Callee = Model.Callee;
  C.IsMethod = Model.IsMethod;
  C.Changes = Model.Changes;
  C.Parameters = Model.Parameters;
  for (const OpArgument &A : Model.Arguments)
    C.Matter.push_back(placeOf(A));
  std::size_t Passed = 0;
  for (std::size_t I = 0; I < Model.Arguments.size(); ++I) {
    auto It = Args.find(parameterOf(Op, Model, I));
    if (It == Args.end())
      continue;
    ++Passed;
    if (const auto &Literal = Model.Arguments[I].Literal) {
      if (Literal->str() != It->second.str())
        return std::nullopt;
      continue;
    }
    std::optional<Datum> D = datumOf(It->second);
    if (!D)
      return std::nullopt;
    C.Given.push_back({placeOf(Model.Arguments[I]), std::move(*D)});
  }
  if (C.IsMethod && !C.find("this") && Passed == Args.size()) {
    Datum Any; // does not matter
    Any.What = Datum::Kind::Tensor;
    Any.Sizes = {2, 3};
    C.Given.insert(C.Given.begin(), {"this", Any});
  }
  return Passed == Args.size() ? std::optional(std::move(C)) : std::nullopt;
}

Outcome foretell(const CalleeModel &Model, llvm::ArrayRef<Signature> Op,
                 const Call &C) {
  Arguments Args;
  for (std::size_t I = 0; I < Model.Arguments.size(); ++I) {
    const OpArgument &A = Model.Arguments[I];
    if (A.Literal)
      Args[parameterOf(Op, Model, I)] = *A.Literal;
    else if (const Datum *D = C.find(placeOf(A)))
      Args[parameterOf(Op, Model, I)] = valueOf(*D);
  }
  Facts F;
  return apply(Op, Args, F);
}

llvm::StringRef wordFor(Verdict V) {
  switch (V) {
  case Verdict::Agree:
    return "agree";
  case Verdict::AgreeNot:
    return "agree-not";
  case Verdict::LessKnown:
    return "less-known";
  case Verdict::Declined:
    return "declined";
  case Verdict::OtherResult:
    return "other-result";
  case Verdict::ModelRejects:
    return "model-rejects";
  case Verdict::ModelAccepts:
    return "model-accepts";
  }
  return "";
}

namespace {
enum class Likeness { Same, Less, Other };
} // namespace

static Likeness compare(const Value &Said, const Datum &Real);

template <class Parts, class Reals>
static Likeness compareAll(const Parts &Said, const Reals &Real) {
  if (Said.size() != Real.size())
    return Likeness::Other;
  Likeness Least = Likeness::Same;
  for (std::size_t I = 0; I < Real.size(); ++I)
    Least = std::max(Least, compare(Said[I], Real[I]));
  return Least;
}

static Likeness compareShape(const Shape &Said,
                             const std::vector<std::int64_t> &Real) {
  if (Said.hasRank() ? Said.rank() != Real.size()
                     : Said.sizes().size() > Real.size())
    return Likeness::Other;
  Likeness Least = Said.hasRank() ? Likeness::Same : Likeness::Less;
  for (std::size_t Back = 1; Back <= Said.sizes().size(); ++Back) {
    std::optional<std::int64_t> N = Said.fromEnd(Back)->constant();
    Likeness L = !N                               ? Likeness::Less
                 : *N == Real[Real.size() - Back] ? Likeness::Same
                                                  : Likeness::Other;
    Least = std::max(Least, L);
  }
  return Least;
}

static Likeness compare(const Value &Said, const Datum &Real) {
  if (Said.isUnknown() || Real.What == Datum::Kind::Other)
    return Likeness::Less;
  if (const auto *T = Said.as<TensorValue>())
    return Real.What == Datum::Kind::Tensor ? compareShape(T->Sizes, Real.Sizes)
                                            : Likeness::Other;
  if (const auto *L = Said.as<ListValue>())
    return Real.What == Datum::Kind::List
               ? compareAll(L->Elements, Real.Elements)
               : Likeness::Other;
  if (const auto *D = Said.as<Dim>()) {
    if (Real.What != Datum::Kind::Int)
      return Likeness::Other;
    return !D->constant()                  ? Likeness::Less
           : *D->constant() == Real.Number ? Likeness::Same
                                           : Likeness::Other;
  }
  if (const auto *A = Said.as<tidy::Answer>(); A && *A == tidy::Answer::Unknown)
    return Likeness::Less;
  return Said.str() == str(Real) ? Likeness::Same : Likeness::Other;
}

Verdict compare(const Outcome &Foretold, const oracle::Answer &Real) {
  using Kind = oracle::Answer::Kind;
  if (Real.What == Kind::Declined)
    return Verdict::Declined;
  if (!Foretold.Understood)
    return Verdict::LessKnown;
  if (Real.What == Kind::Threw) {
    if (Foretold.Failure)
      return Verdict::AgreeNot;
    return Foretold.Result.isUnknown() ? Verdict::LessKnown
                                       : Verdict::ModelAccepts;
  }
  if (Foretold.Failure)
    return Verdict::ModelRejects;
  switch (compare(Foretold.Result, Real.Result)) {
  case Likeness::Same:
    return Verdict::Agree;
  case Likeness::Less:
    return Verdict::LessKnown;
  case Likeness::Other:
    break;
  }
  return Verdict::OtherResult;
}

} // namespace oracle

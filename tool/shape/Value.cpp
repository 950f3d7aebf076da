//===- Value.cpp - Joining, comparing and printing values -----------------===//
#include "shape/Value.h"
#include "llvm/ADT/STLExtras.h"

using namespace tidy;

std::uint64_t tidy::priorityOf(const Made &M) {
  return priorityOf((std::uint64_t(M.Function) << 32 | M.Index) ^
                    (M.IsParameter ? 1ull << 63 : 0));
}

Value Value::mapDims(llvm::function_ref<Dim(const Dim &)> Map) const {
  Value Out = *this;
  if (auto *D = Out.as<Dim>()) {
    *D = Map(*D);
  } else if (auto *T = Out.as<TensorValue>(); T && T->Sizes.hasRank()) {
    std::vector<Dim> Sizes;
    for (const Dim &Size : T->Sizes.sizes())
      Sizes.push_back(Map(Size));
    T->Sizes = Shape(std::move(Sizes));
  } else if (auto *L = Out.as<ListValue>()) {
    for (Value &E : L->Elements)
      E = E.mapDims(Map);
  }
  return Out;
}

Value Value::normalised(const Facts &F) const {
  return mapDims([&](const Dim &D) { return F.normalise(D); });
}

void Value::forEachTensor(llvm::function_ref<void(TensorValue &)> Visit) {
  if (auto *T = as<TensorValue>())
    Visit(*T);
  if (auto *L = as<ListValue>())
    for (Value &E : L->Elements)
      E.forEachTensor(Visit);
}

void Value::forEachTensor(
    llvm::function_ref<void(const TensorValue &)> Visit) const {
  if (const auto *T = as<TensorValue>())
    Visit(*T);
  if (const auto *L = as<ListValue>())
    for (const Value &E : L->Elements)
      E.forEachTensor(Visit);
}

Extent Value::extent() const {
  Extent E;
  if (const auto *L = as<ListValue>())
    for (const Value &Element : L->Elements) {
      Extent Inner = Element.extent();
      E.Depth = std::max(E.Depth, Inner.Depth + 1);
      E.Size += Inner.Size;
    }
  return E;
}

std::string Value::str() const {
  if (isNone())
    return "none";
  if (as<NumberValue>())
    return "number";
  if (auto *B = as<Answer>())
    return *B == Answer::Unknown ? "?" : *B == Answer::Yes ? "true" : "false";
  if (auto *D = as<Dim>())
    return D->str();
  if (auto *T = as<TensorValue>())
    return T->Sizes.str();
  auto *L = as<ListValue>();
  if (!L)
    return "?";
  std::string Text;
  for (const Value &E : L->Elements)
    Text += (Text.empty() ? "" : ", ") + E.str();
  return "(" + Text + ")";
}

// join

static Dim join(const Dim &A, const Dim &B) {
  return A == B ? A : Dim::unknown();
}

static Made join(const Made &A, const Made &B) { return A == B ? A : Made(); }

static Shape join(const Shape &A, const Shape &B) {
  if (!A.hasRank() || !B.hasRank() || A.rank() != B.rank())
    return Shape::unknown();
  std::vector<Dim> Sizes;
  for (auto [X, Y] : llvm::zip_equal(A.sizes(), B.sizes()))
    Sizes.push_back(::join(X, Y));
  return Shape(std::move(Sizes));
}

static Value join(const ListValue &A, const ListValue &B) {
  if (A.Elements.size() != B.Elements.size())
    return UnknownValue();
  ListValue Both;
  for (auto [X, Y] : llvm::zip_equal(A.Elements, B.Elements))
    Both.Elements.push_back(tidy::join(X, Y));
  return Both;
}

Value tidy::join(const Value &A, const Value &B) {
  if (A.index() != B.index())
    return UnknownValue();
  if (auto *X = A.as<Answer>())
    return *X == *B.as<Answer>() ? *X : Answer::Unknown;
  if (auto *X = A.as<Dim>())
    return ::join(*X, *B.as<Dim>());
  if (auto *X = A.as<TensorValue>()) {
    auto *Y = B.as<TensorValue>();
    return TensorValue{::join(X->Sizes, Y->Sizes), ::join(X->Handle, Y->Handle),
                       ::join(X->Origin, Y->Origin)};
  }
  if (auto *X = A.as<ListValue>())
    return ::join(*X, *B.as<ListValue>());
  return A;
}

// same

static bool isSame(const Dim &A, const Dim &B) {
  return Dim::compare(A, B) == 0;
}

static bool isSame(const TensorValue &A, const TensorValue &B) {
  auto SameSize = [](const Dim &X, const Dim &Y) { return isSame(X, Y); };
  return A.Handle == B.Handle && A.Origin == B.Origin &&
         A.Sizes.hasRank() == B.Sizes.hasRank() &&
         llvm::equal(A.Sizes.sizes(), B.Sizes.sizes(), SameSize);
}

bool tidy::same(const Value &A, const Value &B) {
  if (A.index() != B.index())
    return false;
  if (auto *X = A.as<Answer>())
    return *X == *B.as<Answer>();
  if (auto *X = A.as<Dim>())
    return isSame(*X, *B.as<Dim>());
  if (auto *X = A.as<TensorValue>())
    return isSame(*X, *B.as<TensorValue>());
  if (auto *X = A.as<ListValue>())
    return llvm::equal(X->Elements, B.as<ListValue>()->Elements, same);
  return true;
}

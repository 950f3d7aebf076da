//===- Join.cpp - Values where paths meet ---------------------------------===//
#include "shape/Value.h"
#include "llvm/ADT/STLExtras.h"

using namespace tidy;

static Dim join(const Dim &A, const Dim &B) {
  return A == B ? A : Dim::unknown();
}

static Made join(const Made &A, const Made &B) { return A == B ? A : Made(); }

static Shape join(const Shape &A, const Shape &B) {
  size_t Common = std::min(A.sizes().size(), B.sizes().size());
  std::vector<Dim> Last;
  for (size_t Back = Common; Back > 0; --Back)
    Last.push_back(::join(*A.fromEnd(Back), *B.fromEnd(Back)));
  bool HasRank = A.hasRank() && B.hasRank() && A.rank() == B.rank();
  return Shape(std::move(Last), HasRank);
}

static Value many(const Value &A, const Value &B) {
  return ManyValue{
      std::make_shared<const Value>(join(anyElement(A), anyElement(B)))};
}

/// An empty list adds nothing to what the elements of another are.
static Value joinLists(const Value &A, const Value &B) {
  const auto *X = A.as<ListValue>(), *Y = B.as<ListValue>();
  if (X && Y && X->Elements.size() == Y->Elements.size()) {
    ListValue Both;
    for (auto [E, F] : llvm::zip_equal(X->Elements, Y->Elements))
      Both.Elements.push_back(tidy::join(E, F));
    return Both;
  }
  if (X && X->Elements.empty())
    return many(B, B);
  return Y && Y->Elements.empty() ? many(A, A) : many(A, B);
}

Value tidy::anyElement(const Value &List) {
  if (const auto *M = List.as<ManyValue>())
    return *M->Each;
  const auto *L = List.as<ListValue>();
  if (!L || L->Elements.empty())
    return UnknownValue{List.failing()};
  Value All = L->Elements.front();
  for (const Value &E : llvm::drop_begin(L->Elements))
    All = join(All, E);
  return All;
}

/// Of two different objects that others may have, it is not known which it is.
static Value join(const RecordValue &A, const RecordValue &B) {
  if (A.Handle != B.Handle)
    return UnknownValue();
  RecordValue Both;
  if (A.Class == B.Class)
    Both.Class = A.Class;
  Both.Handle = A.Handle;
  if (A.Origin == B.Origin)
    Both.Origin = A.Origin;
  Both.IsClosed = A.IsClosed && B.IsClosed;
  std::vector<Field> Fields;
  auto Add = [&](const RecordValue &Of, const RecordValue &Other, bool Twice) {
    for (const Field &F : Of.fields()) {
      const Value *Theirs = Other.find(F.Name);
      if (Theirs && Twice)
        Fields.push_back({F.Name, join(F.Is, *Theirs)});
      else if (!Theirs && Both.IsClosed) // given on one path only
        Fields.push_back({F.Name, UnknownValue()});
    }
  };
  Add(A, B, true);
  Add(B, A, false);
  llvm::sort(Fields,
             [](const Field &X, const Field &Y) { return X.Name < Y.Name; });
  Both.setFields(std::move(Fields));
  return Both;
}

static bool isList(const Value &V) {
  return V.as<ListValue>() || V.as<ManyValue>();
}

/// A tensor that was not made on one of the ways. What uses it fails on both,
/// if on the other it would have failed before.
static Value orNone(Value V) {
  auto *T = V.as<TensorValue>();
  if (!T)
    return UnknownValue{std::min(V.failing(), Failing::Sometimes)};
  T->MayBeNone = true;
  return V;
}

Value tidy::join(const Value &A, const Value &B) {
  if (isList(A) && isList(B))
    return joinLists(A, B);
  if (A.isNone() != B.isNone()) // also where one always fails
    return orNone(A.isNone() ? B : A);
  if (A.failing() == Failing::Always)
    return B;
  if (B.failing() == Failing::Always)
    return A;
  if (A.index() != B.index())
    return UnknownValue();
  if (A.isUnknown())
    return UnknownValue{std::min(A.failing(), B.failing())};
  if (auto *X = A.as<Answer>())
    return *X == *B.as<Answer>() ? *X : Answer::Unknown;
  if (auto *X = A.as<Dim>())
    return ::join(*X, *B.as<Dim>());
  if (auto *X = A.as<TextValue>())
    return X->Text == B.as<TextValue>()->Text ? A : Value();
  if (auto *X = A.as<TensorValue>()) {
    auto *Y = B.as<TensorValue>();
    return TensorValue{::join(X->Sizes, Y->Sizes), ::join(X->Handle, Y->Handle),
                       ::join(X->Origin, Y->Origin),
                       X->MayBeNone || Y->MayBeNone};
  }
  if (auto *X = A.as<RecordValue>())
    return ::join(*X, *B.as<RecordValue>());
  return A;
}

// same

static bool isSame(const Dim &A, const Dim &B) {
  return Dim::compare(A, B) == 0;
}

static bool isSame(const TensorValue &A, const TensorValue &B) {
  auto SameSize = [](const Dim &X, const Dim &Y) { return isSame(X, Y); };
  return A.Handle == B.Handle && A.Origin == B.Origin &&
         A.MayBeNone == B.MayBeNone && A.Sizes.hasRank() == B.Sizes.hasRank() &&
         llvm::equal(A.Sizes.sizes(), B.Sizes.sizes(), SameSize);
}

static bool isSame(const RecordValue &A, const RecordValue &B) {
  auto SameField = [](const Field &X, const Field &Y) {
    return X.Name == Y.Name && same(X.Is, Y.Is);
  };
  return A.Class == B.Class && A.Handle == B.Handle && A.Origin == B.Origin &&
         A.IsClosed == B.IsClosed &&
         (A.sharesFields(B) || llvm::equal(A.fields(), B.fields(), SameField));
}

bool tidy::same(const Value &A, const Value &B) {
  if (A.index() != B.index())
    return false;
  if (auto *X = A.as<UnknownValue>())
    return *X == *B.as<UnknownValue>();
  if (auto *X = A.as<Answer>())
    return *X == *B.as<Answer>();
  if (auto *X = A.as<Dim>())
    return isSame(*X, *B.as<Dim>());
  if (auto *X = A.as<TextValue>())
    return X->Text == B.as<TextValue>()->Text;
  if (auto *X = A.as<TensorValue>())
    return isSame(*X, *B.as<TensorValue>());
  if (auto *X = A.as<ListValue>())
    return llvm::equal(X->Elements, B.as<ListValue>()->Elements, same);
  if (auto *X = A.as<ManyValue>())
    return same(*X->Each, *B.as<ManyValue>()->Each);
  if (auto *X = A.as<RecordValue>())
    return isSame(*X, *B.as<RecordValue>());
  return true;
}

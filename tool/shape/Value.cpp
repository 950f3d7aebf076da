//===- Value.cpp - Mapping, visiting and printing values ------------------===//
#include "shape/Value.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace tidy;

std::uint64_t tidy::priorityOf(const Made &M) {
  return priorityOf((std::uint64_t(M.Function) << 32 | M.Index) ^
                    (M.IsParameter ? 1ull << 63 : 0));
}

// Objects

llvm::ArrayRef<Field> RecordValue::fields() const {
  return Known ? llvm::ArrayRef<Field>(*Known) : llvm::ArrayRef<Field>();
}

void RecordValue::setFields(std::vector<Field> Sorted) {
  Known = Sorted.empty()
              ? nullptr
              : std::make_shared<const std::vector<Field>>(std::move(Sorted));
}

template <class Range> static auto lowerBound(Range &&R, llvm::StringRef Name) {
  return llvm::lower_bound(
      R, Name, [](const Field &F, llvm::StringRef N) { return F.Name < N; });
}

const Value *RecordValue::find(llvm::StringRef Name) const {
  auto At = lowerBound(fields(), Name);
  return At != fields().end() && At->Name == Name ? &At->Is : nullptr;
}

void RecordValue::set(llvm::StringRef Name, const Value &V) {
  const Value *Old = find(Name);
  if (Old ? same(*Old, V) : same(V, Value()) && !IsClosed)
    return;
  std::vector<Field> Fields = fields().vec();
  auto At = lowerBound(Fields, Name);
  if (At == Fields.end() || At->Name != Name)
    At = Fields.insert(At, {Name.str(), {}});
  At->Is = V;
  setFields(std::move(Fields));
}

// Mapping

Value Value::mapParts(llvm::function_ref<Value(const Value &)> Map) const {
  if (const auto *L = as<ListValue>()) {
    ListValue Out;
    for (const Value &E : L->Elements)
      Out.Elements.push_back(Map(E));
    return Out;
  }
  if (const auto *M = as<ManyValue>())
    return ManyValue{std::make_shared<const Value>(Map(*M->Each))};
  if (const auto *R = as<RecordValue>()) {
    RecordValue Out = *R;
    std::vector<Field> Fields;
    for (const Field &F : R->fields())
      Fields.push_back({F.Name, Map(F.Is)});
    Out.setFields(std::move(Fields));
    return Out;
  }
  return *this;
}

static void forEachPart(const Value &V,
                        llvm::function_ref<void(const Value &)> Visit) {
  if (const auto *L = V.as<ListValue>())
    llvm::for_each(L->Elements, Visit);
  else if (const auto *M = V.as<ManyValue>())
    Visit(*M->Each);
  else if (const auto *R = V.as<RecordValue>())
    for (const Field &F : R->fields())
      Visit(F.Is);
}

Value Value::mapDims(llvm::function_ref<Dim(const Dim &)> Map) const {
  if (auto *D = as<Dim>())
    return Map(*D);
  if (auto *T = as<TensorValue>()) {
    TensorValue Out = *T;
    Out.Sizes = T->Sizes.mapDims(Map);
    return Out;
  }
  return mapParts([&](const Value &V) { return V.mapDims(Map); });
}

Value Value::normalised(const Facts &F) const {
  return mapDims([&](const Dim &D) { return F.normalise(D); });
}

Value Value::mapHandles(llvm::function_ref<void(TensorValue &)> MapTensor,
                        llvm::function_ref<void(Made &)> MapObject) const {
  if (const auto *T = as<TensorValue>()) {
    TensorValue Out = *T;
    MapTensor(Out);
    return Out;
  }
  Value Out = mapParts(
      [&](const Value &V) { return V.mapHandles(MapTensor, MapObject); });
  if (auto *R = Out.as<RecordValue>(); R && R->Handle.known())
    MapObject(R->Handle);
  return Out;
}

bool Value::mayBeNone() const {
  const auto *T = as<TensorValue>();
  return T && T->MayBeNone;
}

Value Value::given() const {
  return mapHandles([](TensorValue &T) { T.MayBeNone = false; }, [](Made &) {});
}

Failing Value::failing() const {
  const auto *U = as<UnknownValue>();
  return U ? U->How : Failing::Not;
}

Failing Value::failingInside() const {
  Failing Most = failing();
  if (!as<RecordValue>())
    forEachPart(*this, [&](const Value &Part) {
      Most = std::max(Most, Part.failingInside());
    });
  return Most;
}

Value Value::forgetting(const Made &Handle) const {
  if (const auto *T = as<TensorValue>()) {
    TensorValue Out = *T;
    if (T->Handle == Handle)
      Out.Sizes = Shape::unknown();
    return Out;
  }
  Value Out = mapParts([&](const Value &V) { return V.forgetting(Handle); });
  if (auto *R = Out.as<RecordValue>();
      R && Handle.known() && R->Handle == Handle) {
    R->forget();
    R->IsClosed = false;
  }
  return Out;
}

// Visiting

void Value::forEachTensor(llvm::function_ref<void(TensorValue &)> Visit) {
  if (auto *T = as<TensorValue>())
    return Visit(*T);
  *this = mapHandles(Visit, [](Made &) {});
}

void Value::forEachTensor(
    llvm::function_ref<void(const TensorValue &)> Visit) const {
  if (const auto *T = as<TensorValue>())
    Visit(*T);
  forEachPart(*this, [&](const Value &V) { V.forEachTensor(Visit); });
}

void Value::forEachHandle(
    llvm::function_ref<void(const Made &, bool)> Visit) const {
  if (const auto *T = as<TensorValue>())
    Visit(T->Handle, !T->Sizes.isUnknown());
  if (const auto *R = as<RecordValue>(); R && R->Handle.known())
    Visit(R->Handle, R->IsClosed || !R->fields().empty());
  forEachPart(*this, [&](const Value &V) { V.forEachHandle(Visit); });
}

Extent Value::extent() const {
  Extent E;
  forEachPart(*this, [&](const Value &Part) {
    Extent Inner = Part.extent();
    E.Depth = std::max(E.Depth, Inner.Depth + 1);
    E.Size += Inner.Size;
  });
  return E;
}

static std::string quoted(const TextValue &T) {
  std::string Out;
  llvm::raw_string_ostream OS(Out);
  OS << '"';
  OS.write_escaped(T.Text, /*UseHexEscapes=*/true);
  OS << '"';
  return Out;
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
  if (auto *T = as<TextValue>())
    return quoted(*T);
  if (auto *T = as<TensorValue>())
    return T->Sizes.str() + (T->MayBeNone ? " or none" : "");
  if (auto *M = as<ManyValue>())
    return "(" + M->Each->str() + ", ...)";
  if (isUnknown())
    return "?";
  std::string Text;
  auto Add = [&](const std::string &Part) {
    Text += (Text.empty() ? "" : ", ") + Part;
  };
  if (auto *R = as<RecordValue>()) {
    for (const Field &F : R->fields())
      Add(F.Name.substr(F.Name.rfind(':') + 1) + ": " + F.Is.str());
    bool IsNamed = !llvm::StringRef(R->Class).starts_with("(");
    return (IsNamed ? R->Class : "") + "{" + Text + "}";
  }
  for (const Value &E : as<ListValue>()->Elements)
    Add(E.str());
  return "(" + Text + ")";
}

//===- Parts.cpp - Parts of values, read and written ----------------------===//
#include "flow/Parts.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

Value fieldOf(const Value &Whole, llvm::StringRef Name) {
  const auto *R = Whole.as<RecordValue>();
  if (!R)
    return UnknownValue{Whole.failing()};
  if (const Value *Known = R->find(Name))
    return *Known;
  return R->IsClosed ? Value(NoneValue()) : Value();
}

/// Which element, where list and index are known and it is one.
static std::optional<size_t> position(const Value &List, const Dim &Index) {
  const auto *L = List.as<ListValue>();
  std::optional<std::int64_t> At = Index.constant();
  if (!L || !At || *At < 0 || size_t(*At) >= L->Elements.size())
    return std::nullopt;
  return *At;
}

Value elementOf(const Value &Whole, const Dim &Index) {
  if (std::optional<size_t> At = position(Whole, Index))
    return Whole.as<ListValue>()->Elements[*At];
  if (Whole.as<ListValue>() && Index.constant())
    return Value();
  Value Any = anyElement(Whole);
  if (Whole.as<ManyValue>())
    Any.forEachTensor([](TensorValue &T) { // two reads may be of two tensors
      T.Origin = T.Origin.IsParameter ? Made() : T.Origin;
    });
  return Any;
}

Value partOf(Value Whole, llvm::ArrayRef<Step> Steps) {
  for (const Step &S : Steps)
    if (S.By.Index != NoId)
      Whole = elementOf(Whole, S.Index);
    else if (!S.By.Field.empty())
      Whole = fieldOf(Whole, S.By.Field);
  return Whole;
}

static Value withElement(const Value &List, const Step &S,
                         llvm::function_ref<Value(const Value &)> Change) {
  if (std::optional<size_t> At = position(List, S.Index)) {
    ListValue Out = *List.as<ListValue>();
    Out.Elements[*At] = Change(Out.Elements[*At]);
    return Out;
  }
  auto MayChange = [&](const Value &E) { return join(E, Change(E)); };
  if (const auto *M = List.as<ManyValue>())
    return ManyValue{std::make_shared<const Value>(MayChange(*M->Each))};
  const auto *L = List.as<ListValue>();
  if (!L || S.Index.constant())
    return UnknownValue();
  ListValue Out;
  for (const Value &E : L->Elements)
    Out.Elements.push_back(MayChange(E));
  return Out;
}

Value withPart(const Value &Whole, llvm::ArrayRef<Step> Steps,
               const Value &Part) {
  if (Steps.empty())
    return Part;
  if (Whole.isFailed())
    return Whole;
  const Step &First = Steps.front();
  auto Change = [&](const Value &Inner) {
    return withPart(Inner, Steps.drop_front(), Part);
  };
  if (First.By.Index != NoId)
    return withElement(Whole, First, Change);
  if (First.By.Field.empty())
    return Change(Whole);
  const auto *Object = Whole.as<RecordValue>();
  RecordValue R = Object ? *Object : RecordValue();
  R.set(First.By.Field, Change(fieldOf(Whole, First.By.Field)));
  return R;
}

Value withoutFields(const Value &Whole, const std::set<std::string> &Names) {
  const auto *Object = Whole.as<RecordValue>();
  if (!Object)
    return Whole.mapParts(
        [&](const Value &V) { return withoutFields(V, Names); });
  RecordValue R = *Object;
  std::vector<Field> Fields;
  for (const Field &F : R.fields())
    if (!Names.contains(F.Name))
      Fields.push_back({F.Name, withoutFields(F.Is, Names)});
  R.setFields(std::move(Fields));
  return R;
}

Changed changedBy(const Value &Whole, llvm::ArrayRef<Step> Steps) {
  Changed C;
  Value At = Whole;
  for (size_t I = 0; I < Steps.size(); ++I) {
    const auto *Object = At.as<RecordValue>();
    if (Object && Object->Handle.known())
      C = {I, Object->Handle, false};
    else if (Steps[I].By.isThrough() && // it may be one of two
             At.failing() != Failing::Always)
      C = {I + 1, {}, true};
    At = partOf(std::move(At), Steps[I]);
  }
  return C;
}

} // namespace tidy

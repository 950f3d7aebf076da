//===- RealAten.cpp - Operators by the names of their parameters ----------===//
#include "Real.h"
#include <torch/csrc/jit/runtime/operator.h>

namespace oracle {

using c10::IValue;
using c10::TypeKind;

/// `at::Tensor::matmul` is aten::matmul, `torch::special::erf` is
/// aten::special_erf.
static std::string operatorName(const std::string &Callee) {
  std::string Last = Callee.substr(Callee.rfind("::") + 2);
  for (const char *Space : {"special", "linalg", "fft"})
    if (Callee.find(std::string("::") + Space + "::") != std::string::npos &&
        Last.rfind(Space, 0) != 0)
      return std::string("aten::") + Space + "_" + Last;
  return "aten::" + Last;
}

/// The C++ parameters of an operator: what says where a new tensor lives is
/// one, `options`.
static std::vector<std::string> parametersOf(const c10::FunctionSchema &S) {
  std::vector<std::string> Out;
  for (const c10::Argument &A : S.arguments())
    Out.push_back(A.name());
  const std::vector<std::string> Options = {"dtype", "layout", "device",
                                            "pin_memory"};
  auto It = std::search(Out.begin(), Out.end(), Options.begin(), Options.end());
  if (It != Out.end())
    Out.insert(Out.erase(It, It + Options.size()), "options");
  return Out;
}

/// A function of libtorch's own around an operator, whose parameters have other
/// names in the same order.
static bool isRenamed(const Call &C) {
  return C.Callee.rfind("torch::linalg::", 0) == 0;
}

static bool isMeant(const Call &C, const c10::FunctionSchema &S) {
  std::vector<std::string> Have = parametersOf(S);
  if (C.IsMethod) {
    auto Self = std::find(Have.begin(), Have.end(), "self");
    if (Self == Have.end())
      return false;
    Have.erase(Self);
  }
  if (isRenamed(C))
    return Have.size() >= C.Parameters.size();
  return std::equal(
      Have.begin(), Have.end(), C.Parameters.begin(), C.Parameters.end(),
      [](const auto &A, const auto &B) { return B == "_" || A == B; });
}

static IValue listOf(const c10::TypePtr &Element, int Length, const Datum &D,
                     at::ScalarType Type) {
  switch (Element->kind()) {
  case TypeKind::IntType:
  case TypeKind::SymIntType: {
    std::vector<std::int64_t> Numbers;
    if (D.What == Datum::Kind::Int)
      Numbers.assign(std::max(Length, 1), D.Number);
    for (const Datum &E : D.Elements)
      Numbers.push_back(E.Number);
    return Numbers;
  }
  case TypeKind::TensorType: {
    std::vector<at::Tensor> Tensors;
    for (const Datum &E : D.Elements)
      Tensors.push_back(tensorOf(E, Type));
    return Tensors;
  }
  case TypeKind::OptionalType: {
    c10::List<c10::optional<at::Tensor>> Tensors;
    for (const Datum &E : D.Elements)
      Tensors.push_back(E.What == Datum::Kind::None
                            ? c10::optional<at::Tensor>()
                            : tensorOf(E, Type));
    return Tensors;
  }
  case TypeKind::FloatType:
    return std::vector<double>(D.Elements.size(), 2.0);
  default:
    throw CannotTry("a list of " + Element->str());
  }
}

static IValue valueOf(const c10::TypePtr &Type, int Length, const Datum &D,
                      at::ScalarType Element) {
  using Kind = Datum::Kind;
  auto Is = [&](Kind K) { return D.What == K; };
  switch (Type->kind()) {
  case TypeKind::OptionalType:
    if (Is(Kind::None))
      return {};
    return valueOf(Type->castRaw<c10::OptionalType>()->getElementType(), Length,
                   D, Element);
  case TypeKind::TensorType:
    return tensorOf(D, Element);
  case TypeKind::ListType:
    if (Is(Kind::List) || Is(Kind::Int))
      return listOf(Type->castRaw<c10::ListType>()->getElementType(), Length, D,
                    Element);
    break;
  case TypeKind::IntType:
  case TypeKind::SymIntType:
    if (Is(Kind::Int))
      return D.Number;
    break;
  case TypeKind::FloatType:
  case TypeKind::NumberType:
    if (Is(Kind::Int) || Is(Kind::Float))
      return Is(Kind::Int) ? double(D.Number) : 0.5;
    break;
  case TypeKind::BoolType:
    if (Is(Kind::Bool))
      return bool(D.Number);
    break;
  case TypeKind::StringType:
    if (Is(Kind::Text))
      return D.Word;
    break;
  default:
    break;
  }
  throw CannotTry(str(D) + " for a " + Type->str());
}

/// Nobody has given it: its default, or any value where it does not matter.
static IValue anyValue(const c10::Argument &A, const Call &C) {
  bool Matters = std::count(C.Matter.begin(), C.Matter.end(), A.name());
  TypeKind Kind = A.type()->kind();
  if (Kind == TypeKind::BoolType && !Matters)
    return bool((C.Seed >> (A.name().size() % 13)) & 1);
  if (A.default_value() && !A.default_value()->isNone())
    return *A.default_value();
  if (Kind == TypeKind::OptionalType) {
    c10::TypePtr Of = A.type()->castRaw<c10::OptionalType>()->getElementType();
    if (Of->kind() == TypeKind::NumberType && !Matters)
      return 0.5;
    return Of->kind() == TypeKind::BoolType && !Matters ? IValue(false)
                                                        : IValue();
  }
  if (Matters)
    throw CannotTry("nothing is given for '" + A.name() + "'");
  switch (Kind) {
  case TypeKind::IntType:
    return std::int64_t(A.name() == "high"    ? 9
                        : A.name() == "dtype" ? int(at::kFloat)
                                              : 1);
  case TypeKind::TensorType:
    return at::ones({});
  case TypeKind::DeviceObjType:
    return c10::Device(c10::kCPU);
  case TypeKind::StringType:
    return std::string("ij");
  case TypeKind::FloatType:
  case TypeKind::NumberType:
    return 0.5;
  default:
    throw CannotTry("nothing is given for '" + A.name() + "'");
  }
}

static Datum datumOf(const IValue &V) {
  Datum D;
  if (V.isTensor())
    return datumOf(V.toTensor());
  if (V.isInt())
    return datumOf(V.toInt());
  if (V.isNone())
    return D;
  if (V.isBool()) {
    D.What = Datum::Kind::Bool;
    D.Number = V.toBool();
    return D;
  }
  D.What = Datum::Kind::Other;
  if (V.isTuple() || V.isList()) {
    D.What = Datum::Kind::List;
    const auto &Parts =
        V.isTuple() ? V.toTupleRef().elements().vec() : V.toListRef().vec();
    for (const IValue &Part : Parts)
      D.Elements.push_back(datumOf(Part));
  }
  return D;
}

static torch::jit::Stack stackFor(const Call &C, const c10::FunctionSchema &S,
                                  const ElementTypes &Types) {
  torch::jit::Stack Stack;
  for (const c10::Argument &A : S.arguments()) {
    std::string Name = isRenamed(C) && Stack.size() < C.Parameters.size()
                           ? C.Parameters[Stack.size()]
                           : A.name();
    const Datum *D = C.find(C.IsMethod && Name == "self" ? "this" : Name);
    Stack.push_back(D && D->What != Datum::Kind::None
                        ? valueOf(A.type(), A.N().value_or(0), *D,
                                  elementType(A.name(), Types))
                        : anyValue(A, C));
  }
  return Stack;
}

bool callAten(const Call &C, const ElementTypes &Types, Datum &Result) {
  std::string Why;
  for (const auto &Operator : torch::jit::getAllOperatorsFor(
           c10::Symbol::fromQualString(operatorName(C.Callee)))) {
    if (!isMeant(C, Operator->schema()))
      continue;
    torch::jit::Stack Stack;
    try {
      Stack = stackFor(C, Operator->schema(), Types);
    } catch (const CannotTry &E) {
      Why = E.what();
      continue;
    }
    at::Tensor Self = Stack.empty() || !Stack[0].isTensor()
                          ? at::Tensor()
                          : Stack[0].toTensor();
    Operator->getOperation()(Stack);
    if (C.Changes) {
      Result = datumOf(Self);
    } else if (Stack.size() == 1) {
      Result = datumOf(Stack[0]);
    } else {
      Result.What = Datum::Kind::List;
      for (const IValue &V : Stack)
        Result.Elements.push_back(datumOf(V));
    }
    return true;
  }
  if (!Why.empty())
    throw CannotTry(Why);
  return false;
}

} // namespace oracle

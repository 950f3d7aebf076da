//===- RealPlain.cpp - C++ operators and questions ------------------------===//
#include "Real.h"

namespace oracle {

using at::Tensor;

static Datum datumOf(at::IntArrayRef Numbers) {
  Datum D;
  D.What = Datum::Kind::List;
  for (std::int64_t N : Numbers)
    D.Elements.push_back(oracle::datumOf(N));
  return D;
}

/// A C++ operator on tensors, or on one and a number.
template <class Operation> static Caller binary(Operation Make) {
  return [=](const Arguments &A) {
    return datumOf(Make(A.tensor("x"), A.tensor("y")));
  };
}

template <class Operation> static Caller inPlace(Operation Make) {
  return [=](const Arguments &A) {
    Tensor This = A.tensor("this");
    Make(This, A.tensor("other"));
    return datumOf(This);
  };
}

template <class Operation> static Caller ofThis(Operation Make) {
  return [=](const Arguments &A) { return datumOf(Make(A.tensor("this"))); };
}

static void addOperators(CallerTable &Table) {
  Table["at::operator+"] = binary(std::plus<>());
  Table["at::operator-"] = binary(std::minus<>());
  Table["at::operator*"] = binary(std::multiplies<>());
  Table["at::operator/"] = binary(std::divides<>());
  Table["at::operator%"] = binary(std::modulus<>());
  Table["at::operator=="] = binary(std::equal_to<>());
  Table["at::operator!="] = binary(std::not_equal_to<>());
  Table["at::operator<"] = binary(std::less<>());
  Table["at::operator<="] = binary(std::less_equal<>());
  Table["at::operator>"] = binary(std::greater<>());
  Table["at::operator>="] = binary(std::greater_equal<>());
  Table["at::operator&"] = binary(std::bit_and<>());
  Table["at::operator|"] = binary(std::bit_or<>());
  Table["at::operator^"] = binary(std::bit_xor<>());
  Table["at::Tensor::operator+="] = inPlace([](Tensor &A, auto B) { A += B; });
  Table["at::Tensor::operator-="] = inPlace([](Tensor &A, auto B) { A -= B; });
  Table["at::Tensor::operator*="] = inPlace([](Tensor &A, auto B) { A *= B; });
  Table["at::Tensor::operator/="] = inPlace([](Tensor &A, auto B) { A /= B; });
  Table["at::Tensor::operator&="] = inPlace([](Tensor &A, auto B) { A &= B; });
  Table["at::Tensor::operator|="] = inPlace([](Tensor &A, auto B) { A |= B; });
  Table["at::Tensor::operator^="] = inPlace([](Tensor &A, auto B) { A ^= B; });
  Table["at::Tensor::operator-"] = ofThis(std::negate<>());
  Table["at::Tensor::operator~"] = ofThis(std::bit_not<>());
  Table["at::Tensor::operator[]"] = [](const Arguments &A) {
    return datumOf(A.tensor("this")[A.integer("index")]);
  };
}

static void addQuestions(CallerTable &Table) {
  auto Size = [](const Arguments &A) {
    return datumOf(A.tensor("this").size(A.integer("dim")));
  };
  Table["at::Tensor::size"] = Table["at::TensorBase::size"] = Size;
  Table["at::TensorBase::sizes"] = ofThis([](auto T) { return T.sizes(); });
  Table["at::TensorBase::dim"] = ofThis([](auto T) { return T.dim(); });
  Table["at::TensorBase::ndimension"] =
      ofThis([](auto T) { return T.ndimension(); });
  Table["at::TensorBase::numel"] = ofThis([](auto T) { return T.numel(); });
}

static void addHandles(CallerTable &Table) {
  Table["at::TensorBase::defined"] = [](const Arguments &A) {
    Datum D = oracle::datumOf(std::int64_t(A.tensor("this").defined()));
    D.What = Datum::Kind::Bool;
    return D;
  };
  Table["at::Tensor::tensor_data"] =
      ofThis([](auto T) { return T.tensor_data(); });
  Table["at::Tensor::variable_data"] =
      ofThis([](auto T) { return T.variable_data(); });
  Table["at::Tensor::requires_grad_"] =
      ofThis([](auto T) { return T.requires_grad_(); });
  Table["at::Tensor::set_requires_grad"] =
      ofThis([](auto T) { return T.set_requires_grad(true); });
  Table["at::Tensor::toType"] =
      ofThis([](auto T) { return T.toType(at::kDouble); });
  Table["at::Tensor::item"] = ofThis([](auto T) { return T.item().toLong(); });
  Table["at::Tensor::grad"] = [](const Arguments &A) {
    at::AutoGradMode WithGrad(true);
    Tensor This = A.tensor("this").requires_grad_();
    (This * 2).sum().backward();
    return oracle::datumOf(This.grad());
  };
}

static void addMakers(CallerTable &Table) {
  static float Memory[100000];
  std::string Callee = "torch::from_blob(data, sizes, ";
  auto Nothing = [](void *) {};
  auto Strides = [](const std::vector<std::int64_t> &Sizes) {
    return std::vector<std::int64_t>(Sizes.size(), 1);
  };
  Table[Callee + "options)"] = [](const Arguments &A) {
    return oracle::datumOf(torch::from_blob(Memory, A.integers("sizes")));
  };
  Table[Callee + "deleter, options)"] = [=](const Arguments &A) {
    return oracle::datumOf(
        torch::from_blob(Memory, A.integers("sizes"), Nothing));
  };
  Table[Callee + "strides, options)"] = [=](const Arguments &A) {
    auto Sizes = A.integers("sizes");
    return oracle::datumOf(torch::from_blob(Memory, Sizes, Strides(Sizes)));
  };
  Table[Callee + "strides, deleter, options)"] = [=](const Arguments &A) {
    auto Sizes = A.integers("sizes");
    return oracle::datumOf(
        torch::from_blob(Memory, Sizes, Strides(Sizes), Nothing));
  };
}

const CallerTable &plainCallers() {
  static const CallerTable Table = [] {
    CallerTable T;
    addOperators(T);
    addQuestions(T);
    addHandles(T);
    addMakers(T);
    addLayers(T);
    return T;
  }();
  return Table;
}

} // namespace oracle

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

const CallerTable &plainCallers() {
  static const CallerTable Table = [] {
    CallerTable T;
    addOperators(T);
    addQuestions(T);
    return T;
  }();
  return Table;
}

} // namespace oracle

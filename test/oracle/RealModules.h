//===- RealModules.h - Layers as a model's fields say -----------*- C++ -*-===//
//
//   layer<LinearImpl>(&LinearImpl::forward, "in_features", "out_features")
//
// makes the options of these fields, sets every other one that the call names
// by the method of its name, makes the layer and calls the method with what is
// given for its parameters. A layer's constructor may throw: that is an answer,
// too.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_ORACLE_REALMODULES_H
#define TENSOR_TIDY_ORACLE_REALMODULES_H

#include "RealOptions.h"

namespace oracle {

//===- Results ------------------------------------------------------------===//

template <class... T> Datum datumOf(const std::tuple<T...> &Parts) {
  Datum D;
  D.What = Datum::Kind::List;
  std::apply(
      [&](const auto &...Part) { (D.Elements.push_back(datumOf(Part)), ...); },
      Parts);
  return D;
}

//===- Calls --------------------------------------------------------------===//

template <class T>
std::decay_t<T> given(const Arguments &A, const std::string &Name) {
  auto Out = blank<std::decay_t<T>>();
  if (!Name.empty())
    take(A, Name, Out);
  return Out;
}

/// The parameters that the model has names for, in the header's order.
template <class Layer, class Result, class Base, class... P, std::size_t... I>
Datum callMethod(Layer &On, Result (Base::*Method)(P...), const Arguments &A,
                 std::index_sequence<I...>) {
  return datumOf((On.*Method)(given<P>(A, A.parameter(I))...));
}

template <class Layer, class Result, class Base, class... P>
Datum callMethod(Layer &On, Result (Base::*Method)(P...), const Arguments &A) {
  return callMethod(On, Method, A, std::index_sequence_for<P...>());
}

template <class Impl, class Options = decltype(Impl::options), class Method,
          class... Names>
Caller layer(Method Call, Names... Fields) {
  return [=](const Arguments &A) {
    Impl Layer(optionsOf<Options>(A, Fields...));
    Layer.train(A.toss("training"));
    return callMethod(Layer, Call, A);
  };
}

/// One that is made of nothing.
template <class Impl, class Method> Caller plainLayer(Method Call) {
  return [=](const Arguments &A) {
    Impl Layer;
    Layer.train(A.toss("training"));
    return callMethod(Layer, Call, A);
  };
}

/// A layer whose parameter `Name` takes whole numbers.
inline Caller withLong(const std::string &Name, Caller Call) {
  return [=](const Arguments &A) { return Call(A.with(Name, at::kLong)); };
}

void addConvolutions(CallerTable &Table);
void addPools(CallerTable &Table);
void addNorms(CallerTable &Table);
void addActivations(CallerTable &Table);
void addShapers(CallerTable &Table);
void addRecurrent(CallerTable &Table);
void addTransformers(CallerTable &Table);
void addLosses(CallerTable &Table);
void addFunctionals(CallerTable &Table);

#define LAYER(IMPL, ...)                                                       \
  Table["torch::nn::" #IMPL "::forward"] =                                     \
      layer<torch::nn::IMPL>(&torch::nn::IMPL::forward, ##__VA_ARGS__)
#define LAYER_BY(IMPL, OPTIONS, ...)                                           \
  Table["torch::nn::" #IMPL "::forward"] =                                     \
      layer<torch::nn::IMPL, torch::nn::OPTIONS>(&torch::nn::IMPL::forward,    \
                                                 ##__VA_ARGS__)

} // namespace oracle

#endif

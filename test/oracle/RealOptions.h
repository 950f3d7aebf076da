//===- RealOptions.h - Options as a model's fields say ----------*- C++ -*-===//
//
// Made of what their constructor takes, and with every other field set that the
// call names. Fields that the model does not look at are anything.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_ORACLE_REALOPTIONS_H
#define TENSOR_TIDY_ORACLE_REALOPTIONS_H

#include "Real.h"

namespace oracle {

//===- What is given, as a C++ value --------------------------------------===//

/// Something to be given a value.
template <class T> T blank() {
  if constexpr (std::is_default_constructible_v<T>)
    return T{};
  else
    return T(0);
}

void take(const Arguments &A, const std::string &Name, bool &To);
void take(const Arguments &A, const std::string &Name, std::int64_t &To);
void take(const Arguments &A, const std::string &Name, double &To);
void take(const Arguments &A, const std::string &Name, at::Tensor &To);
void take(const Arguments &A, const std::string &Name,
          std::vector<std::int64_t> &To);
void take(const Arguments &A, const std::string &Name, std::vector<double> &To);
void take(const Arguments &A, const std::string &Name,
          std::tuple<at::Tensor, at::Tensor> &To);
void take(const Arguments &A, const std::string &Name,
          c10::optional<at::IntArrayRef> &To);
/// A number or none for each axis.
std::vector<c10::optional<std::int64_t>>
optionalIntegers(const Arguments &A, const std::string &Name, std::size_t Many);

template <std::size_t D, class T>
void take(const Arguments &A, const std::string &Name,
          torch::ExpandingArray<D, T> &To) {
  std::vector<std::int64_t> Numbers = A.integers(Name, D);
  std::copy(Numbers.begin(), Numbers.end(), To->begin());
}

/// Ratios.
template <std::size_t D>
void take(const Arguments &, const std::string &,
          torch::ExpandingArray<D, double> &To) {
  To = 0.5;
}

template <std::size_t D>
void take(const Arguments &A, const std::string &Name,
          torch::ExpandingArrayWithOptionalElem<D> &To) {
  auto Numbers = optionalIntegers(A, Name, D);
  std::copy(Numbers.begin(), Numbers.end(), To->begin());
}

template <class T>
void take(const Arguments &A, const std::string &Name, c10::optional<T> &To) {
  if (!A.has(Name))
    return;
  T Value = blank<T>();
  take(A, Name, Value);
  To = Value;
}

/// A text or numbers; texts are not known yet.
template <class... Texts>
void take(const Arguments &, const std::string &Name,
          c10::variant<Texts...> &) {
  throw CannotTry("a text for '" + Name + "'");
}

template <std::size_t D, class... Others>
void take(const Arguments &A, const std::string &Name,
          c10::variant<torch::ExpandingArray<D>, Others...> &To) {
  torch::ExpandingArray<D> Numbers(0);
  take(A, Name, Numbers);
  To = Numbers;
}

//===- Options ------------------------------------------------------------===//

template <class T> struct IsOption : std::is_arithmetic<T> {};
template <> struct IsOption<std::vector<std::int64_t>> : std::true_type {};
template <std::size_t D, class T>
struct IsOption<torch::ExpandingArray<D, T>> : std::true_type {};
template <std::size_t D>
struct IsOption<torch::ExpandingArrayWithOptionalElem<D>> : std::true_type {};

/// An argument of a constructor, of whatever type that takes.
struct FieldOfThis {
  const Arguments &A;
  std::string Name;

  template <class T, class = std::enable_if_t<IsOption<T>::value>>
  operator T() const {
    T Out = blank<T>();
    take(A, Name, Out);
    return Out;
  }
};

/// Sets what `Get` finds, if these options have it.
template <class Options, class Getter>
void setOption(Options &Of, const Arguments &A, const std::string &Name,
               Getter Get) {
  if constexpr (std::is_invocable_v<Getter, Options &>)
    if (A.has(Name))
      take(A, Name, Get(Of));
}

/// Any value will do where the model does not look at it.
template <class Options, class Getter>
void setFreely(Options &Of, const Arguments &A, const std::string &Name,
               Getter Get) {
  if constexpr (std::is_invocable_v<Getter, Options &>)
    if (A.isFree(Name))
      Get(Of) = A.toss(Name);
}

// clang-format off
#define OPTIONS_OF_LAYERS(X)                                                   \
  X(stride) X(padding) X(dilation) X(groups) X(output_padding) X(bias)         \
  X(ceil_mode) X(divisor_override) X(output_size) X(output_ratio)              \
  X(affine) X(track_running_stats) X(start_dim) X(end_dim) X(dim)              \
  X(num_parameters) X(kdim) X(vdim) X(add_bias_kv) X(add_zero_attn)            \
  X(keepdim) X(weight) X(pos_weight) X(padding_idx)                            \
  X(include_last_offset) X(num_layers) X(batch_first) X(bidirectional)         \
  X(proj_size) X(size) X(scale_factor) X(dim_feedforward) X(p)
// clang-format on
// clang-format off
#define FREE_OPTIONS_OF_LAYERS(X)                                              \
  X(bias) X(inplace) X(elementwise_affine) X(count_include_pad)                \
  X(log_target) X(log_input) X(full) X(swap)
// clang-format on
template <class Options> void setOptions(Options &Of, const Arguments &A) {
#define SET(NAME)                                                              \
  setOption(Of, A, "this." #NAME,                                              \
            [](auto &O) -> decltype((O.NAME())) { return O.NAME(); });
#define SET_FREELY(NAME)                                                       \
  setFreely(Of, A, "this." #NAME,                                              \
            [](auto &O) -> decltype((O.NAME())) { return O.NAME(); });
  OPTIONS_OF_LAYERS(SET)
  FREE_OPTIONS_OF_LAYERS(SET_FREELY)
#undef SET
#undef SET_FREELY
}

/// Options whose constructor takes these fields of `this`, in order.
template <class Options, class... Names>
Options optionsOf(const Arguments &A, Names... Fields) {
  Options Of{FieldOfThis{A, std::string("this.") + Fields}...};
  setOptions(Of, A);
  return Of;
}

} // namespace oracle

#endif

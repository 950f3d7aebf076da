//===- RealFunctional.cpp - torch::nn::functional -------------------------===//
#include "RealModules.h"

namespace oracle {

namespace F = torch::nn::functional;

#define ON_INPUT(NAME)                                                         \
  Table["torch::nn::functional::" #NAME] = [](const Arguments &A) {            \
    return datumOf(F::NAME(A.tensor("input")));                                \
  }
#define ALONG(NAME, OPTIONS)                                                   \
  Table["torch::nn::functional::" #NAME] = [](const Arguments &A) {            \
    return datumOf(                                                            \
        F::NAME(A.tensor("input"), F::OPTIONS(A.integer("options.dim"))));     \
  }

/// A loss as long as nobody says how it is reduced.
template <class Options, class Loss> static Caller loss(Loss Of) {
  return [=](const Arguments &A) {
    if (A.has("options.reduction"))
      throw CannotTry("another reduction than the mean");
    Options How;
    if constexpr (std::is_same_v<Options, F::CrossEntropyFuncOptions> ||
                  std::is_same_v<Options, F::NLLLossFuncOptions>)
      if (A.has("options.weight"))
        How.weight(A.tensor("options.weight"));
    return datumOf(Of(A.tensor("input"), A.tensor("target"), How));
  };
}
#define LOSS(NAME, OPTIONS)                                                    \
  Table["torch::nn::functional::" #NAME] = loss<F::OPTIONS>(                   \
      [](auto X, auto Y, auto &How) { return F::NAME(X, Y, How); })

void addFunctionals(CallerTable &Table) {
  ON_INPUT(relu);
  ON_INPUT(relu6);
  ON_INPUT(elu);
  ON_INPUT(selu);
  ON_INPUT(leaky_relu);
  ON_INPUT(gelu);
  ON_INPUT(softplus);
  ON_INPUT(silu);
  ON_INPUT(mish);
  ON_INPUT(softsign);
  ON_INPUT(tanhshrink);
  ON_INPUT(logsigmoid);
  ALONG(softmax, SoftmaxFuncOptions);
  ALONG(softmin, SoftminFuncOptions);
  ALONG(log_softmax, LogSoftmaxFuncOptions);
  Table["torch::nn::functional::linear"] = [](const Arguments &A) {
    return datumOf(
        F::linear(A.tensor("input"), A.tensor("weight"), A.tensor("bias")));
  };
  LOSS(mse_loss, MSELossFuncOptions);
  LOSS(l1_loss, L1LossFuncOptions);
  LOSS(smooth_l1_loss, SmoothL1LossFuncOptions);
  LOSS(cross_entropy, CrossEntropyFuncOptions);
  LOSS(nll_loss, NLLLossFuncOptions);
}

} // namespace oracle

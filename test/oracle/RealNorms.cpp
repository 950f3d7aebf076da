//===- RealNorms.cpp - Norms, activations, dropout ------------------------===//
#include "RealModules.h"

namespace oracle {

using namespace torch::nn;

/// While it is trained it rejects more, which the model cannot know of.
template <class Impl, class... Names> static Caller evaluated(Names... Fields) {
  return [=](const Arguments &A) {
    Impl Layer(optionsOf<decltype(Impl::options)>(A, Fields...));
    Layer.eval();
    return datumOf(Layer.forward(A.tensor("input")));
  };
}

#define EVALUATED(IMPL, ...)                                                   \
  Table["torch::nn::" #IMPL "::forward"] = evaluated<IMPL>(__VA_ARGS__)

void addNorms(CallerTable &Table) {
  EVALUATED(BatchNorm1dImpl, "num_features");
  EVALUATED(BatchNorm2dImpl, "num_features");
  EVALUATED(BatchNorm3dImpl, "num_features");
  EVALUATED(InstanceNorm1dImpl, "num_features");
  EVALUATED(InstanceNorm2dImpl, "num_features");
  EVALUATED(InstanceNorm3dImpl, "num_features");
  LAYER(LayerNormImpl, "normalized_shape");
  LAYER(GroupNormImpl, "num_groups", "num_channels");
  LAYER(LocalResponseNormImpl, "size");
  LAYER(CrossMapLRN2dImpl, "size");
}

#define PLAIN_LAYER(IMPL)                                                      \
  Table["torch::nn::" #IMPL "::forward"] = plainLayer<IMPL>(&IMPL::forward)

static void addPlainActivations(CallerTable &Table) {
  PLAIN_LAYER(GELUImpl);
  PLAIN_LAYER(SiLUImpl);
  PLAIN_LAYER(MishImpl);
  PLAIN_LAYER(TanhImpl);
  PLAIN_LAYER(SigmoidImpl);
  PLAIN_LAYER(SoftsignImpl);
  PLAIN_LAYER(TanhshrinkImpl);
  PLAIN_LAYER(LogSigmoidImpl);
  PLAIN_LAYER(Softmax2dImpl);
  PLAIN_LAYER(IdentityImpl);
}

void addActivations(CallerTable &Table) {
  addPlainActivations(Table);
  LAYER(ELUImpl);
  LAYER(SELUImpl);
  LAYER(CELUImpl);
  LAYER(HardshrinkImpl);
  LAYER(HardtanhImpl);
  LAYER(LeakyReLUImpl);
  LAYER(ReLUImpl);
  LAYER(ReLU6Impl);
  LAYER(RReLUImpl);
  LAYER(SoftplusImpl);
  LAYER(SoftshrinkImpl);
  LAYER(ThresholdImpl, "threshold", "value");
  LAYER(PReLUImpl);
  LAYER(GLUImpl);
  LAYER(SoftmaxImpl, "dim");
  LAYER(SoftminImpl, "dim");
  LAYER(LogSoftmaxImpl, "dim");
  LAYER(DropoutImpl);
  EVALUATED(Dropout2dImpl);
  EVALUATED(Dropout3dImpl);
  LAYER(AlphaDropoutImpl);
  EVALUATED(FeatureAlphaDropoutImpl);
}

} // namespace oracle

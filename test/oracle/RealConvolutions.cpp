//===- RealConvolutions.cpp - Convolutions and pools ----------------------===//
#include "RealModules.h"

namespace oracle {

using namespace torch::nn;

/// Without a batch it takes an output size for something else, or crashes.
template <class Impl, class Options>
static Caller transposed(std::size_t Rank) {
  Caller Call = layer<Impl, Options>(&Impl::forward, "in_channels",
                                     "out_channels", "kernel_size");
  return [=](const Arguments &A) {
    if (A.has("output_size") && A.get("input").Sizes.size() != Rank)
      throw CannotTry("an output size without a batch");
    return Call(A);
  };
}

#define TRANSPOSED(D)                                                          \
  Table["torch::nn::ConvTranspose" #D "dImpl::forward"] =                      \
      transposed<ConvTranspose##D##dImpl, ConvTranspose##D##dOptions>(D + 2)
#define CONVOLUTION(IMPL, OPTIONS)                                             \
  LAYER_BY(IMPL, OPTIONS, "in_channels", "out_channels", "kernel_size")

void addConvolutions(CallerTable &Table) {
  CONVOLUTION(Conv1dImpl, Conv1dOptions);
  CONVOLUTION(Conv2dImpl, Conv2dOptions);
  CONVOLUTION(Conv3dImpl, Conv3dOptions);
  TRANSPOSED(1);
  TRANSPOSED(2);
  TRANSPOSED(3);
  LAYER(FoldImpl, "output_size", "kernel_size");
  LAYER(UnfoldImpl, "kernel_size");
}

/// What gives its indices, too.
template <class Impl, class... Names>
static void withIndices(CallerTable &Table, const std::string &Name,
                        Names... Fields) {
  Table["torch::nn::" + Name + "::forward"] =
      layer<Impl>(&Impl::forward, Fields...);
  Table["torch::nn::" + Name + "::forward_with_indices"] =
      layer<Impl>(&Impl::forward_with_indices, Fields...);
}

/// Without a batch it reads sizes that are not there.
static Caller onlyOfRank(std::size_t Rank, Caller Call) {
  return [=](const Arguments &A) {
    if (A.get("input").Sizes.size() != Rank)
      throw CannotTry("reads behind the end of the sizes");
    return withLong("indices", Call)(A);
  };
}

void addPools(CallerTable &Table) {
  withIndices<MaxPool1dImpl>(Table, "MaxPool1dImpl", "kernel_size");
  withIndices<MaxPool2dImpl>(Table, "MaxPool2dImpl", "kernel_size");
  withIndices<MaxPool3dImpl>(Table, "MaxPool3dImpl", "kernel_size");
  withIndices<FractionalMaxPool2dImpl>(Table, "FractionalMaxPool2dImpl",
                                       "kernel_size");
  withIndices<FractionalMaxPool3dImpl>(Table, "FractionalMaxPool3dImpl",
                                       "kernel_size");
  withIndices<AdaptiveMaxPool1dImpl>(Table, "AdaptiveMaxPool1dImpl",
                                     "output_size");
  withIndices<AdaptiveMaxPool2dImpl>(Table, "AdaptiveMaxPool2dImpl",
                                     "output_size");
  withIndices<AdaptiveMaxPool3dImpl>(Table, "AdaptiveMaxPool3dImpl",
                                     "output_size");
  LAYER(AdaptiveAvgPool1dImpl, "output_size");
  LAYER(AdaptiveAvgPool2dImpl, "output_size");
  LAYER(AdaptiveAvgPool3dImpl, "output_size");
  LAYER(AvgPool1dImpl, "kernel_size");
  LAYER(AvgPool2dImpl, "kernel_size");
  LAYER(AvgPool3dImpl, "kernel_size");
  LAYER(LPPool1dImpl, "norm_type", "kernel_size");
  LAYER(LPPool2dImpl, "norm_type", "kernel_size");
  LAYER(MaxUnpool1dImpl, "kernel_size");
  LAYER(MaxUnpool2dImpl, "kernel_size");
  LAYER(MaxUnpool3dImpl, "kernel_size");
  std::size_t Rank = 3;
  for (const char *Name :
       {"MaxUnpool1dImpl", "MaxUnpool2dImpl", "MaxUnpool3dImpl"}) {
    Caller &Call = Table["torch::nn::" + std::string(Name) + "::forward"];
    Call = onlyOfRank(Rank++, Call);
  }
}

} // namespace oracle

//===- RealLosses.cpp - Losses --------------------------------------------===//
#include "RealModules.h"

namespace oracle {

using namespace torch::nn;

#define LOSS_OF_CLASSES(IMPL)                                                  \
  Table["torch::nn::" #IMPL "::forward"] =                                     \
      withLong("target", layer<IMPL>(&IMPL::forward))

/// A target of the input's shape holds probabilities, another one classes.
static Datum crossEntropy(const Arguments &A) {
  bool IsOfClasses =
      A.get("target").Sizes.size() != A.get("input").Sizes.size() ||
      A.get("target").Sizes != A.get("input").Sizes;
  CrossEntropyLossImpl Loss(optionsOf<CrossEntropyLossOptions>(A));
  return callMethod(Loss, &CrossEntropyLossImpl::forward,
                    IsOfClasses ? A.with("target", at::kLong) : A);
}

void addLosses(CallerTable &Table) {
  LAYER(L1LossImpl);
  LAYER(KLDivLossImpl);
  LAYER(MSELossImpl);
  LAYER(BCELossImpl);
  LAYER(HingeEmbeddingLossImpl);
  LAYER(CosineEmbeddingLossImpl);
  LAYER(SmoothL1LossImpl);
  LAYER(HuberLossImpl);
  LAYER(SoftMarginLossImpl);
  LAYER(MultiLabelSoftMarginLossImpl);
  LAYER(TripletMarginLossImpl);
  LAYER(TripletMarginWithDistanceLossImpl);
  LAYER(PoissonNLLLossImpl);
  LAYER(MarginRankingLossImpl);
  LAYER(BCEWithLogitsLossImpl);
  LOSS_OF_CLASSES(MultiMarginLossImpl);
  LOSS_OF_CLASSES(MultiLabelMarginLossImpl);
  LOSS_OF_CLASSES(NLLLossImpl);
  Table["torch::nn::CrossEntropyLossImpl::forward"] = crossEntropy;
  Table["torch::nn::CTCLossImpl::forward"] = withLong(
      "targets", withLong("input_lengths",
                          withLong("target_lengths",
                                   layer<CTCLossImpl>(&CTCLossImpl::forward))));
}

} // namespace oracle

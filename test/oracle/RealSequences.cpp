//===- RealSequences.cpp - Recurrent layers, attention, transformers ------===//
#include "RealModules.h"

namespace oracle {

using namespace torch::nn;

/// Without any layers it crashes.
static Caller withLayers(Caller Call) {
  return [=](const Arguments &A) {
    if (A.has("this.num_layers") && A.integer("this.num_layers") < 1)
      throw CannotTry("it crashes");
    return Call(A);
  };
}

#define ROWS_OF_CELLS(IMPL)                                                    \
  Table["torch::nn::" #IMPL "::forward"] =                                     \
      withLayers(layer<IMPL>(&IMPL::forward, "input_size", "hidden_size"))

void addRecurrent(CallerTable &Table) {
  ROWS_OF_CELLS(RNNImpl);
  ROWS_OF_CELLS(LSTMImpl);
  ROWS_OF_CELLS(GRUImpl);
  LAYER(RNNCellImpl, "input_size", "hidden_size");
  LAYER(LSTMCellImpl, "input_size", "hidden_size");
  LAYER(GRUCellImpl, "input_size", "hidden_size");
}

/// Layers in a row, of a layer's own fields.
template <class Impl, class LayerOptions> static Caller stackOfLayers() {
  return [=](const Arguments &A) {
    LayerOptions Of = optionsOf<LayerOptions>(A, "d_model", "nhead");
    Impl Layers(decltype(Impl::options)(Of.dim_feedforward(8), 2));
    Layers.train(A.toss("training"));
    return callMethod(Layers, &Impl::forward, A);
  };
}

void addTransformers(CallerTable &Table) {
  LAYER(MultiheadAttentionImpl, "embed_dim", "num_heads");
  LAYER(TransformerEncoderLayerImpl, "d_model", "nhead");
  LAYER(TransformerDecoderLayerImpl, "d_model", "nhead");
  Table["torch::nn::TransformerEncoderImpl::forward"] =
      stackOfLayers<TransformerEncoderImpl, TransformerEncoderLayerOptions>();
  Table["torch::nn::TransformerDecoderImpl::forward"] =
      stackOfLayers<TransformerDecoderImpl, TransformerDecoderLayerOptions>();
  Table["torch::nn::TransformerImpl::forward"] = [](const Arguments &A) {
    TransformerImpl Layer(optionsOf<TransformerOptions>(A, "d_model", "nhead")
                              .num_encoder_layers(1)
                              .num_decoder_layers(1)
                              .dim_feedforward(8));
    Layer.train(A.toss("training"));
    return callMethod(Layer, &TransformerImpl::forward, A);
  };
}

} // namespace oracle

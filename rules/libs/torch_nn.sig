# libtorch 1.13: layers (torch::nn), and what stands beside them. See torch.sig.
# Of a layer it is said what it is made of, and then what it does; a method of
# options sets what it is called after.

library torch
pointer torch::nn::ModuleHolder

# Data comes from files, optimisers change values alone, gradients have the
# shapes of what they are of: nothing there computes a shape.
outside torch::data torch::optim torch::autograd::AutogradContext torch::autograd::backward torch::autograd::grad
outside torch::nn::Module::parameters torch::nn::Module::named_parameters torch::nn::Module::buffers
outside torch::nn::Module::named_buffers torch::nn::Module::children torch::nn::Module::modules
outside torch::nn::utils::clip_grad_norm_ torch::nn::utils::clip_grad_value_
outside torch::save torch::load torch::serialize

# Products and tables
record torch::nn::{LinearOptions, LinearImpl}(in_features, out_features)
record torch::nn::{BilinearOptions, BilinearImpl}(in1_features, in2_features, out_features)
record torch::nn::{EmbeddingOptions, EmbeddingImpl, EmbeddingBagOptions, EmbeddingBagImpl}(num_embeddings, embedding_dim)
method torch::nn::LinearImpl::forward(input) = linear(input, this.in_features, this.out_features)
method torch::nn::BilinearImpl::forward(input1, input2) = bilinear(input1, input2, this.in1_features, this.in2_features, this.out_features)
method torch::nn::EmbeddingImpl::forward(indices) = embedding(indices, this.num_embeddings, this.embedding_dim)
method torch::nn::EmbeddingBagImpl::forward(input, offsets, per_sample_weights) = embedding_bag(input, this.num_embeddings, this.embedding_dim, offsets, per_sample_weights, this.include_last_offset)

# Convolutions
record torch::nn::{ConvOptions, Conv1dImpl, Conv2dImpl, Conv3dImpl}(in_channels, out_channels, kernel_size)
record torch::nn::{ConvTransposeOptions, ConvTranspose1dImpl, ConvTranspose2dImpl, ConvTranspose3dImpl}(in_channels, out_channels, kernel_size)
record torch::nn::detail::ConvNdOptions(in_channels, out_channels, kernel_size)
method torch::nn::Conv1dImpl::forward(input) = convolution(input, -2, this.in_channels, this.out_channels, this.kernel_size, this.stride, this.padding, this.dilation, this.groups)
method torch::nn::Conv2dImpl::forward(input) = convolution(input, -3, this.in_channels, this.out_channels, this.kernel_size, this.stride, this.padding, this.dilation, this.groups)
method torch::nn::Conv3dImpl::forward(input) = convolution(input, -4, this.in_channels, this.out_channels, this.kernel_size, this.stride, this.padding, this.dilation, this.groups)
method torch::nn::ConvTranspose1dImpl::forward(input, output_size) = transposed_convolution(input, -2, this.in_channels, this.out_channels, this.kernel_size, this.stride, this.padding, this.output_padding, this.dilation, this.groups, output_size)
method torch::nn::ConvTranspose2dImpl::forward(input, output_size) = transposed_convolution(input, -3, this.in_channels, this.out_channels, this.kernel_size, this.stride, this.padding, this.output_padding, this.dilation, this.groups, output_size)
method torch::nn::ConvTranspose3dImpl::forward(input, output_size) = transposed_convolution(input, -4, this.in_channels, this.out_channels, this.kernel_size, this.stride, this.padding, this.output_padding, this.dilation, this.groups, output_size)
record torch::nn::{FoldOptions, FoldImpl}(output_size, kernel_size)
record torch::nn::{UnfoldOptions, UnfoldImpl}(kernel_size)
method torch::nn::FoldImpl::forward(input) = fold(input, -2, this.output_size, this.kernel_size, this.stride, this.padding, this.dilation)
method torch::nn::UnfoldImpl::forward(input) = unfold(input, 1, this.kernel_size, this.stride, this.padding, this.dilation)

# Pools
record torch::nn::{MaxPoolOptions, AvgPoolOptions}(kernel_size) unless kernel_size
record torch::nn::{MaxPool1dImpl, MaxPool2dImpl, MaxPool3dImpl, AvgPool1dImpl, AvgPool2dImpl, AvgPool3dImpl}(kernel_size)
method torch::nn::MaxPool1dImpl::forward(input) = pool(input, -2, this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode)
method torch::nn::MaxPool2dImpl::forward(input) = pool(input, -3, this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode)
method torch::nn::MaxPool3dImpl::forward(input) = pool(input, -4, this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode)
method torch::nn::MaxPool1dImpl::forward_with_indices(input) = pool_with_indices(input, -2, this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode)
method torch::nn::MaxPool2dImpl::forward_with_indices(input) = pool_with_indices(input, -3, this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode)
method torch::nn::MaxPool3dImpl::forward_with_indices(input) = pool_with_indices(input, -4, this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode)
method torch::nn::AvgPool1dImpl::forward(input) = pool(input, -2, this.kernel_size, this.stride, this.padding, 1, this.ceil_mode)
method torch::nn::AvgPool2dImpl::forward(input) = pool(input, -3, this.kernel_size, this.stride, this.padding, 1, this.ceil_mode)
method torch::nn::AvgPool3dImpl::forward(input) = pool(input, -4, this.kernel_size, this.stride, this.padding, 1, this.ceil_mode)
record torch::nn::LPPoolOptions(norm_type, kernel_size) unless kernel_size
record torch::nn::{LPPool1dImpl, LPPool2dImpl}(norm_type, kernel_size)
method torch::nn::LPPool1dImpl::forward(input) = pool(input, -2, this.kernel_size, this.stride, ceil: this.ceil_mode)
method torch::nn::LPPool2dImpl::forward(input) = pool(input, -3, this.kernel_size, this.stride, ceil: this.ceil_mode)
record torch::nn::MaxUnpoolOptions(kernel_size) unless kernel_size
record torch::nn::{MaxUnpool1dImpl, MaxUnpool2dImpl, MaxUnpool3dImpl}(kernel_size)
method torch::nn::MaxUnpool1dImpl::forward(input, indices, output_size) = unpool(input, -2, indices, this.kernel_size, this.stride, this.padding, output_size)
method torch::nn::MaxUnpool2dImpl::forward(input, indices, output_size) = unpool(input, -3, indices, this.kernel_size, this.stride, this.padding, output_size)
method torch::nn::MaxUnpool3dImpl::forward(input, indices, output_size) = unpool(input, -4, indices, this.kernel_size, this.stride, this.padding, output_size)
record torch::nn::{FractionalMaxPoolOptions, FractionalMaxPool2dImpl, FractionalMaxPool3dImpl}(kernel_size)
method torch::nn::FractionalMaxPool2dImpl::forward(input) = fractional_pool(input, -3, this.kernel_size, this.output_size, this.output_ratio)
method torch::nn::FractionalMaxPool3dImpl::forward(input) = fractional_pool(input, -4, this.kernel_size, this.output_size, this.output_ratio)
method torch::nn::FractionalMaxPool2dImpl::forward_with_indices(input) = fractional_pool_with_indices(input, -3, this.kernel_size, this.output_size, this.output_ratio)
method torch::nn::FractionalMaxPool3dImpl::forward_with_indices(input) = fractional_pool_with_indices(input, -4, this.kernel_size, this.output_size, this.output_ratio)
record torch::nn::{AdaptiveMaxPoolOptions, AdaptiveAvgPoolOptions}(output_size)
record torch::nn::{AdaptiveMaxPool1dImpl, AdaptiveMaxPool2dImpl, AdaptiveMaxPool3dImpl, AdaptiveAvgPool1dImpl, AdaptiveAvgPool2dImpl, AdaptiveAvgPool3dImpl}(output_size)
method torch::nn::{AdaptiveMaxPool1dImpl, AdaptiveAvgPool1dImpl}::forward(input) = adaptive_pool(input, -2, this.output_size)
method torch::nn::AdaptiveMaxPool2dImpl::forward(input) = adaptive_pool(input, -3, this.output_size)
method torch::nn::AdaptiveMaxPool3dImpl::forward(input) = adaptive_pool(input, -4, this.output_size)
method torch::nn::AdaptiveAvgPool2dImpl::forward(input) = adaptive_mean(input, 2, this.output_size)
method torch::nn::AdaptiveAvgPool3dImpl::forward(input) = adaptive_mean(input, 3, this.output_size)
method torch::nn::AdaptiveMaxPool1dImpl::forward_with_indices(input) = adaptive_pool_with_indices(input, -2, this.output_size)
method torch::nn::AdaptiveMaxPool2dImpl::forward_with_indices(input) = adaptive_pool_with_indices(input, -3, this.output_size)
method torch::nn::AdaptiveMaxPool3dImpl::forward_with_indices(input) = adaptive_pool_with_indices(input, -4, this.output_size)

# Norms
record torch::nn::{BatchNormOptions, BatchNorm1dImpl, BatchNorm2dImpl, BatchNorm3dImpl}(num_features)
record torch::nn::{InstanceNormOptions, InstanceNorm1dImpl, InstanceNorm2dImpl, InstanceNorm3dImpl}(num_features)
record torch::nn::{LayerNormOptions, LayerNormImpl}(normalized_shape)
record torch::nn::{GroupNormOptions, GroupNormImpl}(num_groups, num_channels)
record torch::nn::{LocalResponseNormOptions, LocalResponseNormImpl, CrossMapLRN2dOptions, CrossMapLRN2dImpl}(size)
method torch::nn::BatchNorm1dImpl::forward(input) = batch_norm1d(input, this.num_features, this.affine, this.track_running_stats)
method torch::nn::BatchNorm2dImpl::forward(input) = batch_norm2d(input, this.num_features, this.affine, this.track_running_stats)
method torch::nn::BatchNorm3dImpl::forward(input) = batch_norm3d(input, this.num_features, this.affine, this.track_running_stats)
method torch::nn::InstanceNorm1dImpl::forward(input) = instance_norm1d(input, this.num_features, this.affine, this.track_running_stats)
method torch::nn::InstanceNorm2dImpl::forward(input) = instance_norm2d(input, this.num_features, this.affine, this.track_running_stats)
method torch::nn::InstanceNorm3dImpl::forward(input) = instance_norm3d(input, this.num_features, this.affine, this.track_running_stats)
method torch::nn::LayerNormImpl::forward(input) = layer_norm(input, this.normalized_shape)
method torch::nn::GroupNormImpl::forward(input) = group_norm(input, this.num_groups, this.num_channels, this.affine)
method torch::nn::LocalResponseNormImpl::forward(input) = across_channels(input, this.size)
method torch::nn::CrossMapLRN2dImpl::forward(input) = images(input, this.size)

# One element at a time
record torch::nn::{DropoutOptions, DropoutImpl, Dropout2dImpl, Dropout3dImpl, AlphaDropoutImpl, FeatureAlphaDropoutImpl}(p)
record torch::nn::{ReLUOptions, ReLUImpl, ReLU6Options, ReLU6Impl, SELUOptions, SELUImpl}(inplace)
record torch::nn::{LeakyReLUOptions, LeakyReLUImpl, RReLUOptions, RReLUImpl, ELUOptions, ELUImpl, CELUOptions, CELUImpl}()
record torch::nn::{GELUOptions, GELUImpl, HardtanhOptions, HardtanhImpl, SoftplusOptions, SoftplusImpl}()
record torch::nn::{SiLUImpl, MishImpl, TanhImpl, SigmoidImpl, LogSigmoidImpl, SoftsignImpl, TanhshrinkImpl, Softmax2dImpl, IdentityImpl}()
record torch::nn::{HardshrinkOptions, HardshrinkImpl, SoftshrinkOptions, SoftshrinkImpl}(lambda)
record torch::nn::{ThresholdOptions, ThresholdImpl}(threshold, value)
record torch::nn::{PReLUOptions, PReLUImpl}()
record torch::nn::{GLUOptions, GLUImpl, SoftmaxOptions, SoftmaxImpl, SoftminOptions, SoftminImpl, LogSoftmaxOptions, LogSoftmaxImpl}(dim)
method torch::nn::{DropoutImpl, Dropout2dImpl, Dropout3dImpl, AlphaDropoutImpl, FeatureAlphaDropoutImpl, IdentityImpl}::forward(input) = same(input)
method torch::nn::{ReLUImpl, ReLU6Impl, SELUImpl, LeakyReLUImpl, RReLUImpl, ELUImpl, CELUImpl, HardtanhImpl, ThresholdImpl}::forward(input) = same(input)
method torch::nn::{GELUImpl, SiLUImpl, MishImpl, TanhImpl, SigmoidImpl, LogSigmoidImpl, SoftsignImpl, TanhshrinkImpl, SoftplusImpl, HardshrinkImpl, SoftshrinkImpl}::forward(input) = elementwise(input)
method torch::nn::PReLUImpl::forward(input) = prelu(input, this.num_parameters)
method torch::nn::GLUImpl::forward(input) = gated(input, this.dim)
method torch::nn::{SoftmaxImpl, SoftminImpl, LogSoftmaxImpl}::forward(input) = softmax(input, this.dim)
method torch::nn::Softmax2dImpl::forward(input) = softmax_channels(input)

# Other shapes
record torch::nn::{FlattenOptions, FlattenImpl, UpsampleOptions, UpsampleImpl}()
record torch::nn::{UnflattenOptions, UnflattenImpl}(dim, sizes)
record torch::nn::{PixelShuffleOptions, PixelShuffleImpl}(upscale_factor)
record torch::nn::{PixelUnshuffleOptions, PixelUnshuffleImpl}(downscale_factor)
record torch::nn::{ReflectionPadOptions, ReplicationPadOptions, ZeroPad2dOptions, ZeroPad2dImpl}(padding)
record torch::nn::{ReflectionPad1dImpl, ReflectionPad2dImpl, ReflectionPad3dImpl, ReplicationPad1dImpl, ReplicationPad2dImpl, ReplicationPad3dImpl}(padding)
record torch::nn::{ConstantPadOptions, ConstantPad1dImpl, ConstantPad2dImpl, ConstantPad3dImpl}(padding, value)
method torch::nn::FlattenImpl::forward(input) = flatten_rest(input, this.start_dim, this.end_dim)
method torch::nn::UnflattenImpl::forward(input) = unflatten(input, this.dim, this.sizes)
method torch::nn::UpsampleImpl::forward(input) = upsample(input, 1, this.size, this.scale_factor)
method torch::nn::PixelShuffleImpl::forward(input) = pixel_shuffle(input, this.upscale_factor)
method torch::nn::PixelUnshuffleImpl::forward(input) = pixel_unshuffle(input, this.downscale_factor)
method torch::nn::ReflectionPad1dImpl::forward(input) = pad_border(input, -2, this.padding, 1)
method torch::nn::ReflectionPad2dImpl::forward(input) = pad_border(input, -3, this.padding, 1)
method torch::nn::ReflectionPad3dImpl::forward(input) = pad_border(input, -4, this.padding, 1)
method torch::nn::ReplicationPad1dImpl::forward(input) = pad_border(input, -2, this.padding, 0)
method torch::nn::ReplicationPad2dImpl::forward(input) = pad_border(input, -3, this.padding, 0)
method torch::nn::ReplicationPad3dImpl::forward(input) = pad_border(input, -4, this.padding, 0)
method torch::nn::ConstantPad1dImpl::forward(input) = pad(input, 1, this.padding)
method torch::nn::{ConstantPad2dImpl, ZeroPad2dImpl}::forward(input) = pad(input, 2, this.padding)
method torch::nn::ConstantPad3dImpl::forward(input) = pad(input, 3, this.padding)

# Distances
record torch::nn::{CosineSimilarityOptions, CosineSimilarityImpl, PairwiseDistanceOptions, PairwiseDistanceImpl}()
method torch::nn::CosineSimilarityImpl::forward(input1, input2) = cosine(input1, input2, this.dim)
method torch::nn::PairwiseDistanceImpl::forward(input1, input2) = distance(input1, input2, this.keepdim)

# Recurrent layers and attention
record torch::nn::{RNNOptions, RNNImpl, LSTMOptions, LSTMImpl, GRUOptions, GRUImpl}(input_size, hidden_size)
record torch::nn::{RNNCellOptions, RNNCellImpl, LSTMCellOptions, LSTMCellImpl, GRUCellOptions, GRUCellImpl}(input_size, hidden_size)
method torch::nn::{RNNImpl, GRUImpl}::forward(input, hx) = rnn(input, this.input_size, this.hidden_size, hx, this.num_layers, this.batch_first, this.bidirectional)
method torch::nn::LSTMImpl::forward(input, hx_opt) = lstm(input, this.input_size, this.hidden_size, hx_opt, this.num_layers, this.batch_first, this.bidirectional, this.proj_size)
method torch::nn::{RNNCellImpl, GRUCellImpl}::forward(input, hx) = rnn_cell(input, this.input_size, this.hidden_size, hx)
method torch::nn::LSTMCellImpl::forward(input, hx_opt) = lstm_cell(input, this.input_size, this.hidden_size, hx_opt)
record torch::nn::{MultiheadAttentionOptions, MultiheadAttentionImpl}(embed_dim, num_heads)
record torch::nn::{TransformerEncoderLayerOptions, TransformerEncoderLayerImpl, TransformerDecoderLayerOptions, TransformerDecoderLayerImpl}(d_model, nhead)
record torch::nn::{TransformerEncoderOptions, TransformerEncoderImpl, TransformerDecoderOptions, TransformerDecoderImpl}(layer, num_layers)
record torch::nn::{TransformerOptions, TransformerImpl}(d_model, nhead)
method torch::nn::MultiheadAttentionImpl::forward(query, key, value, key_padding_mask, need_weights, attn_mask, average_attn_weights) = multihead_attention(query, key, value, this.embed_dim, this.num_heads, this.kdim, this.vdim, key_padding_mask, attn_mask, this.add_bias_kv, this.add_zero_attn, need_weights, average_attn_weights)
method torch::nn::TransformerEncoderLayerImpl::forward(src, src_mask, src_key_padding_mask) = encoder(src, this.d_model, this.nhead, src_mask, src_key_padding_mask)
method torch::nn::TransformerDecoderLayerImpl::forward(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask) = decoder(tgt, memory, this.d_model, this.nhead, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask)
method torch::nn::TransformerImpl::forward(src, tgt, src_mask, tgt_mask, memory_mask, src_key_padding_mask, tgt_key_padding_mask, memory_key_padding_mask) = transformer(src, tgt, this.d_model, this.nhead, src_mask, tgt_mask, memory_mask, src_key_padding_mask, tgt_key_padding_mask, memory_key_padding_mask)

# Losses
record torch::nn::{L1LossOptions, L1LossImpl, MSELossOptions, MSELossImpl, KLDivLossOptions, KLDivLossImpl, SmoothL1LossOptions, SmoothL1LossImpl, SoftMarginLossOptions, SoftMarginLossImpl, MultiLabelMarginLossOptions, MultiLabelMarginLossImpl}(reduction)
record torch::nn::{HuberLossOptions, HuberLossImpl, HingeEmbeddingLossOptions, HingeEmbeddingLossImpl, PoissonNLLLossOptions, PoissonNLLLossImpl, MarginRankingLossOptions, MarginRankingLossImpl, TripletMarginLossOptions, TripletMarginLossImpl, TripletMarginWithDistanceLossOptions, TripletMarginWithDistanceLossImpl}()
record torch::nn::{BCELossOptions, BCELossImpl, BCEWithLogitsLossOptions, BCEWithLogitsLossImpl, MultiLabelSoftMarginLossOptions, MultiLabelSoftMarginLossImpl}()
record torch::nn::{MultiMarginLossOptions, MultiMarginLossImpl, CosineEmbeddingLossOptions, CosineEmbeddingLossImpl, NLLLossOptions, NLLLossImpl, CrossEntropyLossOptions, CrossEntropyLossImpl, CTCLossOptions, CTCLossImpl}()
method torch::nn::{L1LossImpl, MSELossImpl, KLDivLossImpl, SmoothL1LossImpl, HuberLossImpl, HingeEmbeddingLossImpl}::forward(input, target) = loss(input, target, this.reduction)
method torch::nn::SoftMarginLossImpl::forward(input, target) = loss_into(input, target, this.reduction)
method torch::nn::PoissonNLLLossImpl::forward(log_input, targets) = loss(log_input, targets, this.reduction)
method torch::nn::BCELossImpl::forward(input, target) = loss_of_alike(input, target, this.weight, reduction: this.reduction)
method torch::nn::BCEWithLogitsLossImpl::forward(input, target) = loss_of_alike(input, target, this.weight, this.pos_weight, this.reduction)
method torch::nn::MarginRankingLossImpl::forward(input1, input2, targets) = loss_of_three(input1, input2, targets, this.reduction)
method torch::nn::{TripletMarginLossImpl, TripletMarginWithDistanceLossImpl}::forward(anchor, positive, negative) = loss_of_three(anchor, positive, negative, this.reduction)
method torch::nn::MultiLabelSoftMarginLossImpl::forward(input, target) = loss_of_labels(input, target, this.weight, this.reduction)
method torch::nn::MultiMarginLossImpl::forward(input, target) = margin_loss(input, target, this.reduction)
method torch::nn::MultiLabelMarginLossImpl::forward(input, target) = multilabel_margin_loss(input, target, this.reduction)
method torch::nn::CosineEmbeddingLossImpl::forward(input1, input2, target) = cosine_loss(input1, input2, target, this.reduction)
method torch::nn::NLLLossImpl::forward(input, target) = class_loss(input, target, this.weight, this.reduction)
method torch::nn::CrossEntropyLossImpl::forward(input, target) = cross_entropy(input, target, this.weight, this.reduction)
method torch::nn::CTCLossImpl::forward(log_probs, targets, input_lengths, target_lengths) = ctc_loss(log_probs, targets, input_lengths, target_lengths, this.reduction)

# Modules of modules
record torch::nn::{SequentialImpl, ModuleListImpl}(modules...)
method torch::nn::Module::register_module(name, module) = itself(module)
method torch::nn::Module::register_module(name, module_holder) = itself(module_holder)
method torch::nn::Module::replace_module(name, module_holder) = itself(module_holder)
method torch::nn::Module::replace_module(name, module) = itself(module)
method torch::nn::Module::register_parameter(name, tensor, requires_grad) = same(tensor)
method torch::nn::Module::register_buffer(name, tensor) = same(tensor)

# Initialisers
function torch::nn::init::constant_(tensor, value) = same(tensor)
function torch::nn::init::normal_(tensor, mean, std) = same(tensor)
function torch::nn::init::{ones_, zeros_}(tensor) = same(tensor)
function torch::nn::init::uniform_(tensor, low, high) = same(tensor)
function torch::nn::init::dirac_(tensor) = kernels_in(tensor)
function torch::nn::init::eye_(matrix) = identity_in(matrix)
function torch::nn::init::orthogonal_(tensor, gain) = rows_in(tensor)
function torch::nn::init::sparse_(tensor, sparsity, std) = identity_in(tensor)
function torch::nn::init::{kaiming_normal_, kaiming_uniform_}(tensor, a, mode, nonlinearity) = rows_in(tensor)
function torch::nn::init::{xavier_normal_, xavier_uniform_}(tensor, gain) = rows_in(tensor)

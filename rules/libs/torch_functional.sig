# libtorch 1.13: torch::nn::functional. See torch.sig and torch_nn.sig.

library torch
record torch::nn::functional::{SoftmaxFuncOptions, SoftminFuncOptions, LogSoftmaxFuncOptions}(dim)

# Activations
function torch::nn::functional::{relu, relu6, elu, selu, leaky_relu}(input, options) = same(input)
function torch::nn::functional::{gelu, softplus}(input, options) = elementwise(input)
function torch::nn::functional::{silu, mish, softsign, tanhshrink, logsigmoid}(input) = elementwise(input)
function torch::nn::functional::{softmax, softmin, log_softmax}(input, options) = softmax(input, options.dim)

# Layers whose weights are given
function torch::nn::functional::linear(input, weight, bias) = affine(input, weight, bias)

# Losses
function torch::nn::functional::{mse_loss, l1_loss}(input, target, options) = loss(input, target, options.reduction)
function torch::nn::functional::smooth_l1_loss(input, target, options, beta) = loss(input, target, options.reduction)
function torch::nn::functional::cross_entropy(input, target, options) = cross_entropy(input, target, options.weight, options.reduction)
function torch::nn::functional::nll_loss(input, target, options) = class_loss(input, target, options.weight, options.reduction)

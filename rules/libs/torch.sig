# libtorch 1.13: C++ callees and the ops that they are. A line names every
# parameter of the callee as its header does, so that overloads are told apart.

library torch
namespace at torch c10
tensor at::Tensor
tensor at::TensorBase
undefined at::Tensor at::TensorBase
wrapper c10::ArrayRef
wrapper c10::IListRef
wrapper c10::OptionalArrayRef
wrapper c10::Scalar
wrapper c10::optional
wrapper c10::nullopt_t
wrapper std::optional
wrapper std::span
wrapper std::nullopt_t
wrapper std::function
wrapper torch::detail::TensorDataContainer
wrapper torch::ExpandingArray
wrapper c10::variant
wrapper torch::ExpandingArrayWithOptionalElem
text c10::basic_string_view
scope at at::Tensor

reshapes at::TensorBase::set_data at::Tensor::set_data

edit swap_last_two(x) = "{x}.transpose(-2, -1)"

# Choices, as Python calls them
constant torch::kLinear = "linear"
constant torch::kConv1D = "conv1d"
constant torch::kConv2D = "conv2d"
constant torch::kConv3D = "conv3d"
constant torch::kConvTranspose1D = "conv_transpose1d"
constant torch::kConvTranspose2D = "conv_transpose2d"
constant torch::kConvTranspose3D = "conv_transpose3d"
constant torch::kSigmoid = "sigmoid"
constant torch::kTanh = "tanh"
constant torch::kReLU = "relu"
constant torch::kGELU = "gelu"
constant torch::kSiLU = "silu"
constant torch::kMish = "mish"
constant torch::kLeakyReLU = "leaky_relu"
constant torch::kFanIn = "fan_in"
constant torch::kFanOut = "fan_out"
constant torch::kConstant = "constant"
constant torch::kReflect = "reflect"
constant torch::kReplicate = "replicate"
constant torch::kCircular = "circular"
constant torch::kNearest = "nearest"
constant torch::kBilinear = "bilinear"
constant torch::kBicubic = "bicubic"
constant torch::kTrilinear = "trilinear"
constant torch::kArea = "area"
constant torch::kNearestExact = "nearest-exact"
constant torch::kSum = "sum"
constant torch::kMean = "mean"
constant torch::kMax = "max"
constant torch::kNone = "none"
constant torch::kBatchMean = "batchmean"
constant torch::kZeros = "zeros"
constant torch::kBorder = "border"
constant torch::kReflection = "reflection"
constant torch::kRNN_TANH = "rnn_tanh"
constant torch::kRNN_RELU = "rnn_relu"
constant torch::kLSTM = "lstm"
constant torch::kGRU = "gru"
constant torch::kValid = "valid"
constant torch::kSame = "same"
constant at::indexing::None = none

# Products
both matmul(self, other) = matmul(self, other)
both mm(self, mat2) = mm(self, mat2)
both bmm(self, mat2) = bmm(self, mat2)
both mv(self, vec) = mv(self, vec)
both dot(self, tensor) = dot(self, tensor)
both vdot(self, other) = dot(self, other)
both {outer, ger}(self, vec2) = outer(self, vec2)
both inner(self, other) = inner(self, other)
both addmm(self, mat1, mat2, beta, alpha) = addmm(self, mat1, mat2)
both addmv(self, mat, vec, beta, alpha) = addmv(self, mat, vec)
both addr(self, vec1, vec2, beta, alpha) = addr(self, vec1, vec2)
both addbmm(self, batch1, batch2, beta, alpha) = addbmm(self, batch1, batch2)
both baddbmm(self, batch1, batch2, beta, alpha) = baddbmm(self, batch1, batch2)
function at::tensordot(self, other, dims_self, dims_other) = tensordot(self, other, dims_self, dims_other)
both kron(self, other) = kron(self, other)
function at::cdist(x1, x2, p, compute_mode) = distances(x1, x2)
function at::pdist(self, p) = pairs(self)
function at::cosine_similarity(x1, x2, dim, eps) = cosine(x1, x2, dim)
function at::pairwise_distance(x1, x2, p, eps, keepdim) = distance(x1, x2, keepdim)
both dist(self, other, p) = to_number(self, other)
function at::linear(input, weight, bias) = affine(input, weight, bias)
function at::bilinear(input1, input2, weight, bias) = bilinear_by(input1, input2, weight, bias)

# Matrices, and what they are made of
both {inverse, matrix_exp}(self) = square(self)
both matrix_power(self, n) = square(self)
both {cholesky, cholesky_inverse}(self, upper) = square(self)
both {det, logdet}(self) = determinant(self)
both slogdet(self) = determinants(self)
both trace(self) = trace(self)
both pinverse(self, rcond) = pseudo_inverse(self)
both svd(self, some, compute_uv) = old_svd(self, some, compute_uv)
both qr(self, some) = old_qr(self, some)
function at::linalg_inv(A) = square(A)
function at::{linalg_cholesky, linalg_matrix_power}(self, _) = square(self)
function at::linalg_matrix_exp(self) = square(self)
function at::linalg_det(A) = determinant(A)
function at::linalg_slogdet(A) = determinants(A)
function at::linalg_eig(self) = eigen(self)
function at::linalg_eigh(self, UPLO) = eigen(self)
function at::linalg_eigvals(self) = eigenvalues(self)
function at::linalg_eigvalsh(self, UPLO) = eigenvalues(self)
function at::linalg_svd(A, full_matrices, driver) = svd(A, full_matrices)
function at::linalg_svdvals(A, driver) = singular_values(A)
function at::linalg_vector_norm(self, ord, dim, keepdim, dtype) = reduce(self, dim, keepdim)
function torch::linalg::cholesky(self) = square(self)
function torch::linalg::matrix_power(self, n) = square(self)
function torch::linalg::inv(input) = square(input)
function torch::linalg::det(self) = determinant(self)
function torch::linalg::slogdet(input) = determinants(input)
function torch::linalg::eig(self) = eigen(self)
function torch::linalg::eigh(self, uplo) = eigen(self)
function torch::linalg::eigvals(self) = eigenvalues(self)
function torch::linalg::eigvalsh(self, uplo) = eigenvalues(self)
function torch::linalg::svd(input, full_matrices, driver) = svd(input, full_matrices)
function torch::linalg::svdvals(input, driver) = singular_values(input)
function torch::linalg::vector_norm(self, ord, opt_dim, keepdim, opt_dtype) = reduce(self, opt_dim, keepdim)

# Makers
function torch::{randn, rand, zeros, ones}(size, options) = filled(size)
function torch::{randn, rand}(size, generator, options) = filled(size)
function torch::empty(size, options, memory_format) = filled(size)
function torch::full(size, fill_value, options) = filled(size)
function torch::randint(high, size, options) = filled(size)
function torch::randint(high, size, generator, options) = filled(size)
function torch::randint(low, high, size, options) = filled(size)
function torch::randint(low, high, size, generator, options) = filled(size)
function torch::normal(mean, std, size, generator, options) = filled(size)
function at::normal(mean, std, generator) = broadcasting(mean, std)
function torch::tensor(tensor_data_container, options) = literal(tensor_data_container)
function torch::scalar_tensor(s, options) = literal(0)
function torch::from_blob(data, sizes, options) = filled(sizes)
function torch::from_blob(data, sizes, deleter, options) = filled(sizes)
function torch::from_blob(data, sizes, strides, options) = filled(sizes)
function torch::from_blob(data, sizes, strides, deleter, options) = filled(sizes)
function torch::{randn_like, rand_like, zeros_like, ones_like, empty_like}(self, options, memory_format) = elementwise(self)
function torch::full_like(self, fill_value, options, memory_format) = elementwise(self)
function torch::randint_like(self, high, options, memory_format) = elementwise(self)
function torch::randint_like(self, low, high, options, memory_format) = elementwise(self)
function torch::arange(end, options) = arange(end: end)
function torch::arange(start, end, options) = arange(start: start, end: end)
function torch::arange(start, end, step, options) = arange(start: start, end: end, step: step)
function torch::linspace(start, end, steps, options) = linspace(start, end, steps)
function torch::logspace(start, end, steps, base, options) = linspace(start, end, steps)
function torch::eye(n, options) = eye(n)
function torch::eye(n, m, options) = eye(n: n, m: m)
function torch::randperm(n, options) = counted(n)
function torch::randperm(n, generator, options) = counted(n)
function torch::{bartlett_window, blackman_window, hann_window, hamming_window, kaiser_window}(window_length, options) = counted(window_length)
function torch::{bartlett_window, blackman_window, hann_window, hamming_window, kaiser_window}(window_length, periodic, options) = counted(window_length)
function torch::{tril_indices, triu_indices}(row, col, offset, options) = triangle(row, col)
method at::Tensor::{new_empty, new_zeros, new_ones}(size, options) = filled(size)
method at::Tensor::new_full(size, fill_value, options) = filled(size)
both multinomial(self, num_samples, replacement, generator) = drawn(self, num_samples, replacement)

# The same tensor, perhaps (a change in place of one may be one of the other)
method at::Tensor::contiguous(memory_format) = same(this)
both clone(self, memory_format) = elementwise(self)
both detach(self) = elementwise(self)
method at::Tensor::to(options, non_blocking, copy, memory_format) = same(this)
method at::Tensor::to(device, dtype, non_blocking, copy, memory_format) = same(this)
method at::Tensor::to(dtype, non_blocking, copy, memory_format) = same(this)
method at::Tensor::to(other, non_blocking, copy, memory_format) = same(this)
method at::Tensor::{cpu, cuda, hip, variable_data, tensor_data, data}() = same(this)
method at::Tensor::type_as(other) = same(this)
method at::Tensor::toType(t) = same(this)
method at::Tensor::pin_memory(device) = same(this)
method at::Tensor::requires_grad_(_requires_grad) = same(this)
method at::Tensor::set_requires_grad(requires_grad) = same(this)
method at::Tensor::grad() = maybe_there(this)

# One element at a time
both {abs, absolute, neg, negative, positive, sign, sgn, signbit, reciprocal, square, sqrt, rsqrt, exp, exp2, expm1, log, log2,
      log10, log1p, sin, cos, tan, asin, acos, atan, arcsin, arccos, arctan, sinh, cosh, tanh, asinh, acosh, atanh, sinc,
      sigmoid, relu, erf, erfc, erfinv, lgamma, digamma, i0, floor, ceil, trunc, fix, frac, round, rad2deg, deg2rad,
      logical_not, bitwise_not, isnan, isinf, isfinite, isposinf, isneginf, isreal, angle, resolve_conj}(self) = elementwise(self)
both nan_to_num(self, nan, posinf, neginf) = elementwise(self)
both round(self, decimals) = elementwise(self)
both logit(self, eps) = elementwise(self)
both hardshrink(self, lambd) = elementwise(self)
both bernoulli(self, generator) = elementwise(self)
both bernoulli(self, p, generator) = elementwise(self)
function at::polygamma(n, self) = elementwise(self)
method at::Tensor::polygamma(n) = elementwise(this)
method at::Tensor::conj() = elementwise(this)
function at::{real, imag, silu, mish, selu, relu6, hardsigmoid, hardswish, log_sigmoid}(self) = elementwise(self)
function at::gelu(self, approximate) = elementwise(self)
function at::elu(self, alpha, scale, input_scale) = elementwise(self)
function at::celu(self, alpha) = elementwise(self)
function at::leaky_relu(self, negative_slope) = elementwise(self)
function at::softplus(self, beta, threshold) = elementwise(self)
function at::softshrink(self, lambd) = elementwise(self)
function at::hardtanh(self, min_val, max_val) = elementwise(self)
function at::threshold(self, threshold, value) = elementwise(self)
function at::rrelu(self, lower, upper, training, generator) = elementwise(self)
function at::poisson(self, generator) = elementwise(self)
both {clamp, clip}(self, min, max) = between(self, min, max)
both clamp_min(self, min) = broadcasting(self, min)
both clamp_max(self, max) = broadcasting(self, max)
both {triu, tril}(self, diagonal) = matrices(self)
function at::{dropout, alpha_dropout}(input, p, train) = same(input)
function at::{feature_dropout, feature_alpha_dropout}(input, p, train) = features(input, train)
both masked_fill(self, mask, value) = broadcasting(self, mask)

# Along one axis
both {softmax, log_softmax}(self, dim, dtype) = softmax(self, dim)
both {cumsum, cumprod}(self, dim, dtype) = along(self, dim)
both logcumsumexp(self, dim) = along(self, dim)
both {cummax, cummin}(self, dim) = sorted(self, dim)
both sort(self, dim, descending) = sorted(self, dim)
both sort(self, stable, dim, descending) = sorted(self, dim)
both argsort(self, dim, descending) = along(self, dim)
both argsort(self, stable, dim, descending) = along(self, dim)
both msort(self) = elementwise(self)
both flip(self, dims) = touched(self, dims)
both roll(self, shifts, dims) = rolled(self, shifts, dims)
both fliplr(self) = matrices(self)
function at::glu(self, dim) = gated(self, dim)

# Broadcasting
both {add, sub, subtract}(self, other, alpha) = broadcasting(self, other)
both {mul, multiply, div, divide, true_divide, floor_divide, remainder, fmod, eq, ne, not_equal, lt, less, le, less_equal, gt,
      greater, ge, greater_equal, logical_and, logical_or, logical_xor, bitwise_and, bitwise_or, bitwise_xor,
      bitwise_left_shift, bitwise_right_shift, maximum, minimum, fmax, fmin, atan2, arctan2, hypot, copysign, nextafter,
      logaddexp, logaddexp2, gcd, lcm, ldexp, xlogy, igamma, igammac, max, min}(self, other) = broadcasting(self, other)
both {div, divide}(self, other, rounding_mode) = broadcasting(self, other)
both {pow, float_power}(self, exponent) = broadcasting(self, exponent)
both heaviside(self, values) = broadcasting(self, values)
both isclose(self, other, rtol, atol, equal_nan) = broadcasting(self, other)
both {addcmul, addcdiv}(self, tensor1, tensor2, value) = three(self, tensor1, tensor2)
both lerp(self, end, weight) = three(self, end, weight)
function at::where(condition, self, other) = three(condition, self, other)
method at::Tensor::where(condition, other) = three(this, condition, other)
function at::complex(real, imag) = broadcasting(real, imag)
function at::{operator+, operator-, operator*, operator/, operator%, operator==, operator!=, operator<, operator<=, operator>,
      operator>=, operator&, operator|, operator^}(x, y) = broadcasting(x, y)
method at::Tensor::{operator-, operator~}() = elementwise(this)

# In place, with the shape kept
method at::Tensor::{operator+=, operator-=, operator*=, operator/=, operator&=, operator|=, operator^=}(other) = in_place(this, other)
method at::Tensor::{add_, sub_, subtract_}(other, alpha) = in_place(this, other)
method at::Tensor::{mul_, multiply_, div_, divide_, true_divide_, floor_divide_, remainder_, fmod_, eq_, ne_, lt_, le_, gt_, ge_,
      logical_and_, logical_or_, logical_xor_, bitwise_and_, bitwise_or_, bitwise_xor_, atan2_, copysign_, hypot_}(other) = in_place(this, other)
method at::Tensor::div_(other, rounding_mode) = in_place(this, other)
both {abs_, neg_, reciprocal_, square_, sqrt_, rsqrt_, exp_, exp2_, expm1_, log_, log2_, log10_, log1p_, sin_, cos_, tan_,
      asin_, acos_, atan_, sinh_, cosh_, tanh_, sigmoid_, relu_, erf_, erfc_, floor_, ceil_, trunc_, frac_, round_, zero_,
      detach_}(self) = same(self)
method at::Tensor::{sign_, logical_not_, bitwise_not_, erfinv_, lgamma_, digamma_}() = same(this)
both fill_(self, value) = same(self)
both {clamp_, clip_}(self, min, max) = between_in_place(self, min, max)
both clamp_min_(self, min) = in_place(self, min)
both clamp_max_(self, max) = in_place(self, max)
method at::Tensor::bernoulli_(p, generator) = same(this)
method at::Tensor::normal_(mean, std, generator) = same(this)
method at::Tensor::uniform_(from, to, generator) = same(this)
method at::Tensor::random_(from, to, generator) = same(this)
method at::Tensor::random_(to, generator) = same(this)
method at::Tensor::random_(generator) = same(this)
method at::Tensor::exponential_(lambd, generator) = same(this)
method at::Tensor::log_normal_(mean, std, generator) = same(this)
method at::Tensor::cauchy_(median, sigma, generator) = same(this)
method at::Tensor::geometric_(p, generator) = same(this)
method at::Tensor::{tril_, triu_}(diagonal) = matrices(this)
method at::Tensor::{cumsum_, cumprod_}(dim, dtype) = along_in_place(this, dim)
method at::Tensor::fill_diagonal_(fill_value, wrap) = diagonal_in_place(this)
method at::Tensor::copy_(src, non_blocking) = in_place(this, src)
method at::Tensor::pow_(exponent) = in_place(this, exponent)
method at::Tensor::{addcmul_, addcdiv_}(tensor1, tensor2, value) = three_in_place(this, tensor1, tensor2)
method at::Tensor::lerp_(end, weight) = three_in_place(this, end, weight)
method at::Tensor::masked_fill_(mask, value) = in_place(this, mask)
function at::{dropout_, alpha_dropout_}(self, p, train) = same(self)
function at::{feature_dropout_, feature_alpha_dropout_}(self, p, train) = features(self, train)
function at::{silu_, mish_, selu_, relu6_, hardsigmoid_, hardswish_}(self) = same(self)
function at::leaky_relu_(self, negative_slope) = same(self)
function at::elu_(self, alpha, scale, input_scale) = same(self)
function at::hardtanh_(self, min_val, max_val) = same(self)

# Another shape for the same elements
method at::Tensor::view(size) = reshape(this, size)
method at::Tensor::view_as(other) = reshape_as(this, other)
both reshape(self, shape) = reshape(self, shape)
method at::Tensor::reshape_as(other) = reshape_as(this, other)
both {transpose, swapdims}(self, dim0, dim1) = transpose(self, dim0, dim1)
both swapaxes(self, axis0, axis1) = transpose(self, axis0, axis1)
both t(self) = transpose_matrix(self)
method at::Tensor::{mT, mH}() = adjoint(this)
both adjoint(self) = adjoint(self)
both permute(self, dims) = permute(self, dims)
both {movedim, moveaxis}(self, source, destination) = moved(self, source, destination)
both unsqueeze(self, dim) = unsqueeze(self, dim)
both squeeze(self) = squeeze(self)
both squeeze(self, dim) = squeeze(self, dim)
both flatten(self, start_dim, end_dim) = flatten(self, start_dim, end_dim)
both ravel(self) = flatten(self)
method at::Tensor::unflatten(dim, sizes) = unflatten(this, dim, sizes)
method at::Tensor::expand(size, implicit) = expand(this, size)
both broadcast_to(self, size) = expand(self, size)
method at::Tensor::expand_as(other) = expand_as(this, other)
method at::Tensor::repeat(repeats) = repeat(this, repeats)
both tile(self, dims) = tile(self, dims)
both repeat_interleave(self, repeats, dim, output_size) = repeat_each(self, repeats, dim)
method at::Tensor::unfold(dimension, size, step) = sliding(this, dimension, size, step)
both diagonal(self, offset, dim1, dim2) = diagonal(self, offset, dim1, dim2)
both diag_embed(self, offset, dim1, dim2) = on_diagonal(self, offset, dim1, dim2)
function at::view_as_real(self) = as_reals(self)
function at::view_as_complex(self) = as_complex(self)
function at::pixel_shuffle(self, upscale_factor) = pixel_shuffle(self, upscale_factor)
function at::pixel_unshuffle(self, downscale_factor) = pixel_unshuffle(self, downscale_factor)

changes at::Tensor::unsqueeze_(dim) = unsqueeze(this, dim)
changes at::Tensor::squeeze_() = squeeze(this)
changes at::Tensor::squeeze_(dim) = squeeze(this, dim)
changes at::Tensor::t_() = transpose_matrix(this)
changes at::Tensor::{transpose_, swapdims_}(dim0, dim1) = transpose(this, dim0, dim1)
changes at::Tensor::swapaxes_(axis0, axis1) = transpose(this, axis0, axis1)
changes at::Tensor::resize_(size, memory_format) = resize(this, size)

# Parts
both select(self, dim, index) = select(self, dim, index)
method at::Tensor::operator[](index) = select(this, 0, index)
both narrow(self, dim, start, length) = narrow(self, dim, start, length)
both chunk(self, chunks, dim) = chunk(self, chunks, dim)
both split(self, split_size, dim) = split(self, split_size, dim)
both split_with_sizes(self, split_sizes, dim) = split_into(self, split_sizes, dim)
both unbind(self, dim) = unbind(self, dim)
both tensor_split(self, sections, dim) = tensor_split(self, sections, dim)
both {nonzero, argwhere}(self) = found(self)

# Several tensors
function at::{cat, concat, concatenate}(tensors, dim) = cat(tensors, dim)
function at::stack(tensors, dim) = stack(tensors, dim)
function at::hstack(tensors) = side_by_side(tensors, 1, 1)
function at::{vstack, row_stack}(tensors) = side_by_side(tensors, 2, 0)
function at::dstack(tensors) = side_by_side(tensors, 3, 2)
function at::meshgrid(tensors) = meshgrid(tensors)
function at::meshgrid(tensors, indexing) = meshgrid(tensors)

# Reductions
both {sum, mean, prod}(self, dtype) = reduce(self)
both {sum, mean, nansum, nanmean}(self, dim, keepdim, dtype) = reduce(self, dim, keepdim)
both prod(self, dim, keepdim, dtype) = reduce_one(self, dim, keepdim)
both {all, any, median, nanmedian}(self) = reduce(self)
both {all, any}(self, dim, keepdim) = reduce_one(self, dim, keepdim)
both {std, var}(self, unbiased) = reduce(self)
both {std, var}(self, dim, unbiased, keepdim) = reduce(self, dim, keepdim)
both {std, var}(self, dim, correction, keepdim) = reduce(self, dim, keepdim)
function at::{std_mean, var_mean}(self, unbiased) = reduced_twice(self)
function at::{std_mean, var_mean}(self, dim, unbiased, keepdim) = reduced_twice(self, dim, keepdim)
both norm(self, p) = reduce(self)
both norm(self, p, dtype) = reduce(self)
both norm(self, p, dim, keepdim) = reduce(self, dim, keepdim)
both norm(self, p, dim, keepdim, dtype) = reduce(self, dim, keepdim)
both logsumexp(self, dim, keepdim) = reduce(self, dim, keepdim)
both {argmax, argmin}(self, dim, keepdim) = extreme(self, dim, keepdim)
both {amax, amin}(self, dim, keepdim) = extreme(self, dim, keepdim)
both {max, min}(self) = extreme(self)
both {max, min, median, nanmedian, mode}(self, dim, keepdim) = extremes(self, dim, keepdim)
both kthvalue(self, k, dim, keepdim) = kth(self, k, dim, keepdim)
both topk(self, k, dim, largest, sorted) = first(self, k, dim)
both count_nonzero(self, dim) = reduce(self, dim)
method at::Tensor::item() = item(this)

# Losses
function at::{mse_loss, l1_loss}(self, target, reduction) = reduced_loss(self, target, reduction)
function at::smooth_l1_loss(self, target, reduction, beta) = reduced_loss(self, target, reduction)
function at::huber_loss(self, target, reduction, delta) = reduced_loss(self, target, reduction)
function at::kl_div(self, target, reduction, log_target) = reduced_loss(self, target, reduction)
function at::hinge_embedding_loss(self, target, margin, reduction) = reduced_loss(self, target, reduction)
function at::binary_cross_entropy(self, target, weight, reduction) = reduced_loss(self, target, reduction)
function at::binary_cross_entropy_with_logits(self, target, weight, pos_weight, reduction) = reduced_loss(self, target, reduction)
function at::nll_loss(self, target, weight, reduction, ignore_index) = nll_loss(self, target, weight, reduction)
function at::cross_entropy_loss(self, target, weight, reduction, ignore_index, label_smoothing) = class_scores(self, target, weight, reduction)

# Windows
function at::max_pool1d(self, kernel_size, stride, padding, dilation, ceil_mode) = pool(self, -2, kernel_size, stride, padding, dilation, ceil_mode)
function at::max_pool2d(self, kernel_size, stride, padding, dilation, ceil_mode) = pool(self, -3, kernel_size, stride, padding, dilation, ceil_mode)
function at::max_pool3d(self, kernel_size, stride, padding, dilation, ceil_mode) = pool(self, -4, kernel_size, stride, padding, dilation, ceil_mode)
function at::avg_pool2d(self, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override) = pool(self, -3, kernel_size, stride, padding, 1, ceil_mode)

# Questions
method at::Tensor::size(dim) = size(this, dim)
method at::TensorBase::size(dim) = size(this, dim)
method at::TensorBase::sizes() = sizes(this)
method at::TensorBase::defined() = defined(this)
method at::TensorBase::dim() = rank(this)
method at::TensorBase::ndimension() = rank(this)
method at::TensorBase::numel() = numel(this)

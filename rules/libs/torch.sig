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
scope at at::Tensor

reshapes at::TensorBase::set_data at::Tensor::set_data

edit swap_last_two(x) = "{x}.transpose(-2, -1)"

# Products
both matmul(self, other) = matmul(self, other)
both mm(self, mat2) = mm(self, mat2)
both bmm(self, mat2) = bmm(self, mat2)

# Makers
function torch::randn(size, options) = filled(size)
function torch::rand(size, options) = filled(size)
function torch::zeros(size, options) = filled(size)
function torch::ones(size, options) = filled(size)
function torch::empty(size, options, memory_format) = filled(size)
function torch::full(size, fill_value, options) = filled(size)
function torch::randint(high, size, options) = filled(size)
function torch::randint(low, high, size, options) = filled(size)
function torch::tensor(tensor_data_container, options) = literal(tensor_data_container)
function torch::randn_like(self, options, memory_format) = elementwise(self)
function torch::zeros_like(self, options, memory_format) = elementwise(self)
function torch::ones_like(self, options, memory_format) = elementwise(self)

# The same tensor, perhaps (a change in place of one may be one of the other)
method at::Tensor::contiguous(memory_format) = same(this)
both clone(self, memory_format) = elementwise(self)
both detach(self) = elementwise(self)
method at::Tensor::to(options, non_blocking, copy, memory_format) = same(this)
method at::Tensor::to(device, dtype, non_blocking, copy, memory_format) = same(this)
method at::Tensor::to(dtype, non_blocking, copy, memory_format) = same(this)
method at::Tensor::to(other, non_blocking, copy, memory_format) = same(this)
method at::Tensor::cpu() = same(this)
method at::Tensor::cuda() = same(this)
method at::Tensor::toType(t) = same(this)
method at::Tensor::requires_grad_(_requires_grad) = same(this)
method at::Tensor::set_requires_grad(requires_grad) = same(this)

# One element at a time
both exp(self) = elementwise(self)
both log(self) = elementwise(self)
both sqrt(self) = elementwise(self)
both tanh(self) = elementwise(self)
both sigmoid(self) = elementwise(self)
both relu(self) = elementwise(self)
both abs(self) = elementwise(self)
both neg(self) = elementwise(self)
both logical_not(self) = elementwise(self)
both square(self) = elementwise(self)
both rsqrt(self) = elementwise(self)
both sin(self) = elementwise(self)
both cos(self) = elementwise(self)
function at::gelu(self, approximate) = elementwise(self)
both triu(self, diagonal) = matrices(self)
both tril(self, diagonal) = matrices(self)
method at::Tensor::operator-() = elementwise(this)
both dropout(input, p, train) = same(input)

both softmax(self, dim, dtype) = softmax(self, dim)
both log_softmax(self, dim, dtype) = softmax(self, dim)

# Broadcasting
both add(self, other, alpha) = broadcasting(self, other)
both sub(self, other, alpha) = broadcasting(self, other)
both mul(self, other) = broadcasting(self, other)
both div(self, other) = broadcasting(self, other)
function at::operator+(x, y) = broadcasting(x, y)
function at::operator-(x, y) = broadcasting(x, y)
function at::operator*(x, y) = broadcasting(x, y)
function at::operator/(x, y) = broadcasting(x, y)
method at::Tensor::masked_fill(mask, value) = broadcasting(this, mask)
function at::operator==(x, y) = broadcasting(x, y)
function at::operator!=(x, y) = broadcasting(x, y)
function at::operator<(x, y) = broadcasting(x, y)
function at::operator<=(x, y) = broadcasting(x, y)
function at::operator>(x, y) = broadcasting(x, y)
function at::operator>=(x, y) = broadcasting(x, y)
function at::operator&(x, y) = broadcasting(x, y)
function at::operator|(x, y) = broadcasting(x, y)
both eq(self, other) = broadcasting(self, other)
both ne(self, other) = broadcasting(self, other)
both lt(self, other) = broadcasting(self, other)
both le(self, other) = broadcasting(self, other)
both gt(self, other) = broadcasting(self, other)
both ge(self, other) = broadcasting(self, other)
both logical_and(self, other) = broadcasting(self, other)
both logical_or(self, other) = broadcasting(self, other)
both maximum(self, other) = broadcasting(self, other)
both minimum(self, other) = broadcasting(self, other)
both pow(self, exponent) = broadcasting(self, exponent)

method at::Tensor::operator+=(other) = in_place(this, other)
method at::Tensor::operator-=(other) = in_place(this, other)
method at::Tensor::operator*=(other) = in_place(this, other)
method at::Tensor::operator/=(other) = in_place(this, other)
method at::Tensor::add_(other, alpha) = in_place(this, other)
method at::Tensor::sub_(other, alpha) = in_place(this, other)
method at::Tensor::mul_(other) = in_place(this, other)
method at::Tensor::div_(other) = in_place(this, other)

# In place, with the shape kept
method at::Tensor::abs_() = same(this)
method at::Tensor::neg_() = same(this)
method at::Tensor::exp_() = same(this)
method at::Tensor::log_() = same(this)
method at::Tensor::sqrt_() = same(this)
method at::Tensor::rsqrt_() = same(this)
method at::Tensor::square_() = same(this)
method at::Tensor::sin_() = same(this)
method at::Tensor::cos_() = same(this)
method at::Tensor::tanh_() = same(this)
method at::Tensor::sigmoid_() = same(this)
method at::Tensor::relu_() = same(this)
method at::Tensor::erf_() = same(this)
method at::Tensor::floor_() = same(this)
method at::Tensor::round_() = same(this)
method at::Tensor::zero_() = same(this)
method at::Tensor::detach_() = same(this)
method at::Tensor::fill_(value) = same(this)
method at::Tensor::clamp_(min, max) = same(this)
method at::Tensor::clamp_min_(min) = same(this)
method at::Tensor::clamp_max_(max) = same(this)
method at::Tensor::bernoulli_(p, generator) = same(this)
method at::Tensor::normal_(mean, std, generator) = same(this)
method at::Tensor::uniform_(from, to, generator) = same(this)
method at::Tensor::random_(from, to, generator) = same(this)
method at::Tensor::random_(to, generator) = same(this)
method at::Tensor::random_(generator) = same(this)
method at::Tensor::exponential_(lambd, generator) = same(this)
method at::Tensor::log_normal_(mean, std, generator) = same(this)
method at::Tensor::tril_(diagonal) = same(this)
method at::Tensor::triu_(diagonal) = same(this)
method at::Tensor::fill_diagonal_(fill_value, wrap) = same(this)
method at::Tensor::copy_(src, non_blocking) = in_place(this, src)
method at::Tensor::pow_(exponent) = in_place(this, exponent)
method at::Tensor::masked_fill_(mask, value) = in_place(this, mask)
function at::relu_(self) = same(self)
function at::dropout_(input, p, train) = same(input)
function at::fill_(self, value) = same(self)
function at::zero_(self) = same(self)

# Another shape for the same elements
method at::Tensor::view(size) = reshape(this, size)
method at::Tensor::view_as(other) = reshape_as(this, other)
both reshape(self, shape) = reshape(self, shape)
both transpose(self, dim0, dim1) = transpose(self, dim0, dim1)
both swapaxes(self, axis0, axis1) = transpose(self, axis0, axis1)
both t(self) = transpose_matrix(self)
method at::Tensor::mT() = swap_last_two(this)
both permute(self, dims) = permute(self, dims)
both unsqueeze(self, dim) = unsqueeze(self, dim)
both squeeze(self) = squeeze(self)
both squeeze(self, dim) = squeeze(self, dim)
method at::Tensor::expand(size, implicit) = expand(this, size)

changes at::Tensor::unsqueeze_(dim) = unsqueeze(this, dim)
changes at::Tensor::squeeze_() = squeeze(this)
changes at::Tensor::squeeze_(dim) = squeeze(this, dim)
changes at::Tensor::t_() = transpose_matrix(this)
changes at::Tensor::transpose_(dim0, dim1) = transpose(this, dim0, dim1)
changes at::Tensor::swapaxes_(axis0, axis1) = transpose(this, axis0, axis1)
changes at::Tensor::resize_(size, memory_format) = resize(this, size)

# Parts
both select(self, dim, index) = select(self, dim, index)
method at::Tensor::operator[](index) = select(this, 0, index)
both narrow(self, dim, start, length) = narrow(self, dim, start, length)

# Several tensors
function at::cat(tensors, dim) = cat(tensors, dim)
function at::stack(tensors, dim) = stack(tensors, dim)

# Reductions
both sum(self, dtype) = reduce(self)
both sum(self, dim, keepdim, dtype) = reduce(self, dim, keepdim)
both mean(self, dtype) = reduce(self)
both mean(self, dim, keepdim, dtype) = reduce(self, dim, keepdim)
both argmax(self, dim, keepdim) = reduce(self, dim, keepdim)

# Windows
function at::max_pool1d(self, kernel_size, stride, padding, dilation, ceil_mode) = pool(self, -2, kernel_size, stride, padding, dilation, ceil_mode)
function at::max_pool2d(self, kernel_size, stride, padding, dilation, ceil_mode) = pool(self, -3, kernel_size, stride, padding, dilation, ceil_mode)
function at::max_pool3d(self, kernel_size, stride, padding, dilation, ceil_mode) = pool(self, -4, kernel_size, stride, padding, dilation, ceil_mode)
function at::avg_pool2d(self, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override) = pool(self, -3, kernel_size, stride, padding, 1, ceil_mode)
both flatten(self, start_dim, end_dim) = flatten(self, start_dim, end_dim)

# Questions
method at::Tensor::size(dim) = size(this, dim)
method at::TensorBase::size(dim) = size(this, dim)
method at::TensorBase::sizes() = sizes(this)
method at::TensorBase::defined() = defined(this)
method at::TensorBase::dim() = rank(this)
method at::TensorBase::ndimension() = rank(this)
method at::TensorBase::numel() = numel(this)

# The runtime library beside this tool (runtime/include/tensor_tidy).

library tensor_tidy
namespace tensor_tidy
tensor tensor_tidy::Tensor
wrapper tensor_tidy::NestedValues
scope tensor_tidy tensor_tidy::Tensor

edit swap_last_two(x) = "{x}.transpose(-2, -1)"

# Makers
function tensor_tidy::tensor(values) = literal(values)
function tensor_tidy::from_values(sizes, values) = filled(sizes)
function tensor_tidy::zeros(sizes) = filled(sizes)
function tensor_tidy::ones(sizes) = filled(sizes)
function tensor_tidy::full(sizes, value) = filled(sizes)
function tensor_tidy::randn(sizes) = filled(sizes)
function tensor_tidy::arange(n) = counted(n)

# Products and attention
function tensor_tidy::matmul(a, b) = matmul(a, b)
function tensor_tidy::scaled_dot_product_attention(query, key, value, mask, scale) = scaled_dot_product_attention(query, key, value, mask)
function tensor_tidy::attention_weights(query, key, mask, scale) = attention_weights(query, key, mask)
function tensor_tidy::split_heads(x, heads) = split_heads(x, heads)
function tensor_tidy::merge_heads(x) = merge_heads(x)

# Elementwise and broadcasting
function tensor_tidy::exp(x) = elementwise(x)
function tensor_tidy::log(x) = elementwise(x)
function tensor_tidy::sqrt(x) = elementwise(x)
function tensor_tidy::operator-(x) = elementwise(x)
function tensor_tidy::operator+(lhs, rhs) = broadcasting(lhs, rhs)
function tensor_tidy::operator-(lhs, rhs) = broadcasting(lhs, rhs)
function tensor_tidy::operator*(lhs, rhs) = broadcasting(lhs, rhs)
function tensor_tidy::operator/(lhs, rhs) = broadcasting(lhs, rhs)
function tensor_tidy::softmax(x, dim) = softmax(x, dim)

# Another shape for the same elements
method tensor_tidy::Tensor::contiguous() = same(this)
method tensor_tidy::Tensor::clone() = elementwise(this)
method tensor_tidy::Tensor::view(sizes) = reshape(this, sizes)
both reshape(x, sizes) = reshape(x, sizes)
both transpose(x, dim0, dim1) = transpose(x, dim0, dim1)
method tensor_tidy::Tensor::permute(dims) = permute(this, dims)
method tensor_tidy::Tensor::unsqueeze(dim) = unsqueeze(this, dim)
method tensor_tidy::Tensor::squeeze(dim) = squeeze(this, dim)
method tensor_tidy::Tensor::expand(sizes) = expand(this, sizes)

# Parts, several tensors, reductions
method tensor_tidy::Tensor::select(dim, index) = select(this, dim, index)
method tensor_tidy::Tensor::narrow(dim, start, length) = narrow(this, dim, start, length)
function tensor_tidy::cat(tensors, dim) = cat(tensors, dim)
function tensor_tidy::stack(tensors, dim) = stack(tensors, dim)
method tensor_tidy::Tensor::sum() = reduce(this)
method tensor_tidy::Tensor::sum(dim, keepdim) = reduce(this, dim, keepdim)
method tensor_tidy::Tensor::mean() = reduce(this)
method tensor_tidy::Tensor::mean(dim, keepdim) = reduce(this, dim, keepdim)
method tensor_tidy::Tensor::max() = reduce(this)
method tensor_tidy::Tensor::max(dim, keepdim) = reduce(this, dim, keepdim)

# Questions
method tensor_tidy::Tensor::size(dim) = size(this, dim)
method tensor_tidy::Tensor::sizes() = sizes(this)
method tensor_tidy::Tensor::dim() = rank(this)
method tensor_tidy::Tensor::numel() = numel(this)

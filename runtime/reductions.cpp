//===- reductions.cpp - Sum, mean, max and softmax over an axis -----------===//
#include "sizes.h"
#include "strided_loop.h"
#include "tensor_tidy/factories.h"
#include "tensor_tidy/ops.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace tensor_tidy {

/// One row of elements along the axis that is reduced.
struct Row {
  const float *first;
  std::int64_t length;
  std::int64_t stride;
  float operator[](std::int64_t i) const { return first[i * stride]; }
};

/// (x: [*s, n, *t]) -> [*s, *t], calling op on each row of n along `dim`.
template <class Op>
static Tensor reduce(const char *what, const Tensor &x, std::int64_t dim,
                     bool keepdim, Op op) {
  std::int64_t axis = axis_of(what, dim, x.sizes());
  if (x.dim() == 0)
    return tensor(op(Row{x.data(), 1, 1}));
  Sizes sizes = x.sizes(), strides = x.strides();
  Row row{nullptr, sizes[axis], strides[axis]};
  sizes.erase(sizes.begin() + axis);
  strides.erase(strides.begin() + axis);
  Tensor result = zeros(sizes);
  float *next = result.data();
  for_each_index<1>(sizes, {&strides}, [&](Offsets<1> at) {
    row.first = x.data() + at[0];
    *next++ = op(row);
  });
  return keepdim ? result.unsqueeze(axis) : result;
}

static double sum_of(Row row) {
  double total = 0;
  for (std::int64_t i = 0; i < row.length; ++i)
    total += row[i];
  return total;
}

static float max_of(Row row) {
  float largest = -std::numeric_limits<float>::infinity();
  for (std::int64_t i = 0; i < row.length; ++i)
    if (row[i] > largest || std::isnan(row[i]))
      largest = row[i];
  return largest;
}

Tensor Tensor::sum(std::int64_t dim, bool keepdim) const {
  return reduce("sum", *this, dim, keepdim,
                [](Row row) { return static_cast<float>(sum_of(row)); });
}

Tensor Tensor::mean(std::int64_t dim, bool keepdim) const {
  return reduce("mean", *this, dim, keepdim, [](Row row) {
    return static_cast<float>(sum_of(row) / static_cast<double>(row.length));
  });
}

Tensor Tensor::max(std::int64_t dim, bool keepdim) const {
  std::int64_t axis = axis_of("max", dim, sizes_);
  if (!sizes_.empty() && sizes_[axis] == 0)
    reject("max: axis ", axis, " of ", text(sizes_),
           " has no elements; there is no largest of none");
  return reduce("max", *this, dim, keepdim, max_of);
}

Tensor Tensor::sum() const { return reshape({numel()}).sum(0); }
Tensor Tensor::mean() const { return reshape({numel()}).mean(0); }
Tensor Tensor::max() const { return reshape({numel()}).max(0); }

/// x: [n], out: [n], both with x's stride.
static void softmax_row(Row x, float *out) {
  float largest = max_of(x);
  // With nothing to choose from, subtract nothing: all weights become 0.
  if (largest == -std::numeric_limits<float>::infinity())
    largest = 0;
  float total = 0;
  for (std::int64_t i = 0; i < x.length; ++i)
    total += out[i * x.stride] = std::exp(x[i] - largest);
  if (total == 0)
    return;
  for (std::int64_t i = 0; i < x.length; ++i)
    out[i * x.stride] /= total;
}

Tensor softmax(const Tensor &x, std::int64_t dim) {
  std::int64_t axis = axis_of("softmax", dim, x.sizes());
  if (x.dim() == 0)
    return softmax(x.unsqueeze(0), 0).squeeze(0);
  Tensor result = x.clone();
  Sizes sizes = result.sizes();
  sizes[axis] = std::min<std::int64_t>(sizes[axis], 1);
  for_each_index<1>(sizes, {&result.strides()}, [&](Offsets<1> at) {
    float *row = result.data() + at[0];
    softmax_row({row, result.size(axis), result.strides()[axis]}, row);
  });
  return result;
}

} // namespace tensor_tidy

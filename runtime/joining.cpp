//===- joining.cpp - Several tensors into one, and free views -------------===//
#include "sizes.h"
#include "strided_loop.h"
#include "tensor_tidy/factories.h"
#include "tensor_tidy/ops.h"

namespace tensor_tidy {

Tensor transpose(const Tensor &x, std::int64_t dim0, std::int64_t dim1) {
  return x.transpose(dim0, dim1);
}

Tensor reshape(const Tensor &x, const Sizes &sizes) { return x.reshape(sizes); }

/// Whether torch.cat passes over `x` whatever the rank of the others.
static bool is_skipped(const Tensor &x) { return x.sizes() == Sizes{0}; }

/// Throws unless `x` fits behind `first` along `axis`.
static void check_joins(const Tensor &first, const Tensor &x,
                        std::int64_t axis) {
  Sizes wanted = first.sizes();
  if (x.dim() == first.dim())
    wanted[axis] = x.size(axis);
  if (x.sizes() != wanted)
    reject("cat: ", text(first.sizes()), " and ", text(x.sizes()),
           " do not join along axis ", axis, "; all other sizes must be equal");
}

Tensor cat(const std::vector<Tensor> &tensors, std::int64_t dim) {
  if (tensors.empty())
    reject("cat: no tensors, []; give at least one");
  std::vector<Tensor> parts;
  for (const Tensor &x : tensors) {
    if (x.dim() == 0)
      reject("cat: a 0-d tensor, [], has no axis ", dim, " beside ",
             text(tensors.front().sizes()), "; use stack, or unsqueeze(0)");
    if (!is_skipped(x))
      parts.push_back(x);
  }
  if (parts.empty())
    return zeros({0});
  Sizes sizes = parts.front().sizes();
  std::int64_t axis = axis_of("cat", dim, sizes);
  sizes[axis] = 0;
  for (const Tensor &x : parts) {
    check_joins(parts.front(), x, axis);
    sizes[axis] += x.size(axis);
  }
  Tensor result = zeros(sizes);
  std::int64_t start = 0;
  for (const Tensor &x : parts) {
    copy_elements(x, result.narrow(axis, start, x.size(axis)));
    start += x.size(axis);
  }
  return result;
}

Tensor stack(const std::vector<Tensor> &tensors, std::int64_t dim) {
  if (tensors.empty())
    reject("stack: no tensors, []; give at least one");
  std::vector<Tensor> slices;
  for (const Tensor &x : tensors) {
    if (x.sizes() != tensors.front().sizes())
      reject("stack: shapes differ: ", text(tensors.front().sizes()), " and ",
             text(x.sizes()), "; cat joins along an axis that is there");
    slices.push_back(x.unsqueeze(dim));
  }
  return cat(slices, dim);
}

} // namespace tensor_tidy

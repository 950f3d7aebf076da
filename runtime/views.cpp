//===- views.cpp - Other shapes over the same storage ---------------------===//
//
// Every function here returns a tensor that shares the storage of `this`; only
// reshape copies, where no view can do it.
//
//===----------------------------------------------------------------------===//
#include "sizes.h"
#include "tensor_tidy/tensor_class.h"
#include <algorithm>
#include <optional>
#include <utility>

namespace tensor_tidy {

Tensor Tensor::viewed(Sizes sizes, Sizes strides, std::int64_t skipped) const {
  return Tensor(storage_, offset_ + skipped, std::move(sizes),
                std::move(strides));
}

/// `sizes` with its -1 worked out, so that it has as many elements as `x`.
static Sizes resolved(const char *what, const Tensor &x, Sizes sizes) {
  auto open = std::find(sizes.begin(), sizes.end(), -1);
  Sizes known = sizes;
  std::erase(known, -1);
  if (known.size() + 1 < sizes.size())
    reject(what, ": more than one -1 in ", text(sizes), " for ",
           text(x.sizes()), "; only one size can be worked out");
  std::int64_t count = element_count(what, known);
  if (open != sizes.end() && count == 0)
    reject(what, ": any size would do for the -1 in ", text(sizes), " for ",
           text(x.sizes()), "; write the size out beside a 0");
  if (open == sizes.end() ? count != x.numel() : x.numel() % count != 0)
    reject(what, ": ", text(x.sizes()), " has ", x.numel(), " elements, ",
           text(sizes), open == sizes.end() ? " has " : " needs a multiple of ",
           count, "; the products of the sizes must agree");
  if (open != sizes.end())
    *open = x.numel() / count;
  return sizes;
}

/// The strides that show `x` as `sizes` (of as many elements) without a copy.
///
/// Old axes form runs whose elements lie evenly spaced in memory; each run must
/// be covered exactly by neighbouring new axes. Source: torch.Tensor.view.
static std::optional<Sizes> strides_of_view(const Tensor &x,
                                            const Sizes &sizes) {
  if (x.numel() == 0 || x.dim() == 0)
    return row_major_strides(sizes);
  const Sizes &old_sizes = x.sizes(), &old_strides = x.strides();
  Sizes strides(sizes.size());
  std::int64_t next = std::ssize(sizes) - 1; // The new axis to place.
  std::int64_t run = 1, covered = 1, step = old_strides.back();
  for (std::int64_t axis = x.dim() - 1; axis >= 0; --axis) {
    run *= old_sizes[axis];
    if (axis > 0 &&
        (old_sizes[axis - 1] == 1 || old_strides[axis - 1] == run * step))
      continue;
    while (next >= 0 && (covered < run || sizes[next] == 1)) {
      strides[next] = covered * step;
      covered *= sizes[next--];
    }
    if (covered != run)
      return std::nullopt;
    run = covered = 1;
    step = axis > 0 ? old_strides[axis - 1] : 1;
  }
  return strides;
}

Tensor Tensor::view(const Sizes &sizes) const {
  Sizes wanted = resolved("view", *this, sizes);
  std::optional<Sizes> strides = strides_of_view(*this, wanted);
  if (!strides)
    reject("view: ", text(wanted), " joins axes of ", text(sizes_),
           " that do not follow each other in memory (strides ", text(strides_),
           "); call contiguous() first, or reshape()");
  return viewed(wanted, *strides);
}

Tensor Tensor::reshape(const Sizes &sizes) const {
  Sizes wanted = resolved("reshape", *this, sizes);
  if (std::optional<Sizes> strides = strides_of_view(*this, wanted))
    return viewed(wanted, *strides);
  return clone().view(wanted);
}

Tensor Tensor::transpose(std::int64_t dim0, std::int64_t dim1) const {
  std::int64_t first = axis_of("transpose", dim0, sizes_);
  std::int64_t second = axis_of("transpose", dim1, sizes_);
  Tensor result = *this;
  if (first != second) {
    std::swap(result.sizes_[first], result.sizes_[second]);
    std::swap(result.strides_[first], result.strides_[second]);
  }
  return result;
}

Tensor Tensor::permute(const Sizes &dims) const {
  Sizes sizes, strides, seen;
  for (std::int64_t dim : dims) {
    if (sizes_.empty() || dims.size() != sizes_.size())
      break;
    std::int64_t axis = axis_of("permute", dim, sizes_);
    seen.push_back(axis);
    sizes.push_back(sizes_[axis]);
    strides.push_back(strides_[axis]);
  }
  std::sort(seen.begin(), seen.end());
  bool repeats = std::adjacent_find(seen.begin(), seen.end()) != seen.end();
  if (dims.size() != sizes_.size() || repeats)
    reject("permute: ", text(dims), " does not order the axes of ",
           text(sizes_), "; name each of its ", dim(), " axes once");
  return viewed(sizes, strides);
}

Tensor Tensor::unsqueeze(std::int64_t dim) const {
  std::int64_t places = this->dim() + 1;
  if (dim < -places || dim >= places)
    reject("unsqueeze: no place ", dim, " for a new axis in ", text(sizes_),
           "; use ", -places, " to ", places - 1);
  std::int64_t axis = dim < 0 ? dim + places : dim;
  Sizes sizes = sizes_, strides = strides_;
  std::int64_t stride = axis < this->dim() ? sizes[axis] * strides[axis] : 1;
  sizes.insert(sizes.begin() + axis, 1);
  strides.insert(strides.begin() + axis, stride);
  return viewed(sizes, strides);
}

Tensor Tensor::squeeze(std::int64_t dim) const {
  std::int64_t axis = axis_of("squeeze", dim, sizes_);
  if (sizes_.empty() || sizes_[axis] != 1)
    return *this;
  return select(axis, 0);
}

Tensor Tensor::select(std::int64_t dim, std::int64_t index) const {
  if (sizes_.empty())
    reject("select: a 0-d tensor, [], has no axis ", dim, "; use item()");
  std::int64_t axis = axis_of("select", dim, sizes_);
  std::int64_t count = sizes_[axis];
  if (index < -count || index >= count)
    reject("select: index ", index, " is outside axis ", axis, " of ",
           text(sizes_), "; it has ", count, " entries, counted from 0");
  std::int64_t entry = index < 0 ? index + count : index;
  Tensor result = viewed(sizes_, strides_, entry * strides_[axis]);
  result.sizes_.erase(result.sizes_.begin() + axis);
  result.strides_.erase(result.strides_.begin() + axis);
  return result;
}

Tensor Tensor::narrow(std::int64_t dim, std::int64_t start,
                      std::int64_t length) const {
  if (sizes_.empty())
    reject("narrow: a 0-d tensor, [], has no axis ", dim, "; use item()");
  std::int64_t axis = axis_of("narrow", dim, sizes_);
  std::int64_t count = sizes_[axis];
  std::int64_t first = start < 0 ? start + count : start;
  if (first < 0 || first > count || length < 0 || length > count - first)
    reject("narrow: ", length, " entries from ", start, " are outside axis ",
           axis, " of ", text(sizes_), "; it has ", count,
           " entries, counted from 0");
  Tensor result = viewed(sizes_, strides_, first * strides_[axis]);
  result.sizes_[axis] = length;
  return result;
}

Tensor Tensor::expand(const Sizes &sizes) const {
  std::int64_t added = std::ssize(sizes) - dim();
  if (added < 0)
    reject("expand: ", text(sizes_), " has more axes than ", text(sizes),
           "; axes can only be added in front");
  Sizes wanted = sizes, strides(sizes.size(), 0);
  for (std::int64_t axis = 0; axis < dim(); ++axis) {
    std::int64_t &size = wanted[added + axis];
    size = size == -1 ? sizes_[axis] : size;
    if (size != sizes_[axis] && sizes_[axis] != 1)
      reject("expand: ", text(sizes_), " does not fit ", text(sizes), " (",
             sizes_[axis], " and ", size, "); only axes of size 1 repeat");
    strides[added + axis] = size == sizes_[axis] ? strides_[axis] : 0;
  }
  element_count("expand", wanted);
  return viewed(wanted, strides);
}

} // namespace tensor_tidy

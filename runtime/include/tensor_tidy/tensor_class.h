//===- tensor_class.h - A float tensor over shared storage ------*- C++ -*-===//
//
// The value that every function of the runtime takes and returns: sizes,
// strides and an offset into storage. Views share the storage and copy
// nothing; the rules are torch's (the "Tensor Views" page of its manual), so
// what runs here runs there. Ranks from 0 and sizes of 0 are ordinary cases.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_TENSOR_CLASS_H
#define TENSOR_TIDY_TENSOR_CLASS_H

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <vector>

namespace tensor_tidy {

/// Sizes, strides or an index: one number an axis, the outermost axis first.
using Sizes = std::vector<std::int64_t>;

/// A shape, axis or index that an operation cannot take. The message names
/// the shapes on both sides and says what to do about it. Every function of
/// the runtime that rejects its arguments throws this.
class ShapeError : public std::invalid_argument {
public:
  using std::invalid_argument::invalid_argument;
};

/// A float tensor. Copying one copies the handle: both share the storage.
///
/// Axes count from 0, or back from the last with -1. Wherever an axis is
/// wanted, a 0-d tensor counts as one with a single axis, as in torch.
class Tensor {
public:
  /// The empty tensor, [0].
  Tensor();

  /// A contiguous tensor over `values`, row major.
  /// Throws if there are not as many values as `sizes` asks for.
  explicit Tensor(Sizes sizes, std::vector<float> values);

  const Sizes &sizes() const { return sizes_; }
  std::int64_t size(std::int64_t dim) const;
  /// The number of axes, 0 for a single number.
  std::int64_t dim() const { return static_cast<std::int64_t>(sizes_.size()); }
  /// The number of elements: the product of the sizes.
  std::int64_t numel() const;

  /// How many floats lie between neighbours along each axis.
  const Sizes &strides() const { return strides_; }
  /// True if the elements lie in row-major order without gaps.
  bool is_contiguous() const;

  /// This tensor if it is contiguous, else a contiguous copy.
  Tensor contiguous() const;
  /// A contiguous copy in storage of its own.
  Tensor clone() const;

  /// The first element; the others follow by strides(). A write is seen by
  /// every tensor that shares the storage, whether this handle is const or not.
  float *data() const { return storage_->data() + offset_; }
  /// The elements in row-major order, copied.
  std::vector<float> to_vector() const;

  /// The only element. Throws unless numel() is 1.
  float item() const;
  /// The element at `index`, which has one entry an axis: x.at({i, j}).
  float &at(const Sizes &index) const;

  // Views: they share the storage.

  /// The same elements with other sizes, of which one may be -1 (worked out
  /// from the others). Throws if the counts differ, or if an axis of the result
  /// would step unevenly through memory (source: torch.Tensor.view).
  Tensor view(const Sizes &sizes) const;
  /// view(sizes) where that is possible, else view(sizes) of a copy.
  Tensor reshape(const Sizes &sizes) const;
  /// Swaps two axes: [b, n, h, d].transpose(1, 2) is [b, h, n, d].
  Tensor transpose(std::int64_t dim0, std::int64_t dim1) const;
  /// Axis i of the result is axis dims[i] of this tensor.
  Tensor permute(const Sizes &dims) const;
  /// A new axis of size 1 in front of axis `dim`, or at the end for -1.
  Tensor unsqueeze(std::int64_t dim) const;
  /// Without axis `dim` if its size is 1, else unchanged.
  Tensor squeeze(std::int64_t dim) const;
  /// The slice at `index` (negative ones count back) of axis `dim`, which is
  /// dropped.
  Tensor select(std::int64_t dim, std::int64_t index) const;
  /// The indices start, ..., start + length - 1 of axis `dim`, which stays.
  Tensor narrow(std::int64_t dim, std::int64_t start,
                std::int64_t length) const;
  /// Repeats axes of size 1 without copying; -1 keeps a size, new axes may
  /// come in front: [3, 1].expand({2, -1, 4}) is [2, 3, 4].
  Tensor expand(const Sizes &sizes) const;

  // Reductions: over one axis, dropped unless `keepdim`, or over all to 0-d.

  Tensor sum() const;
  Tensor sum(std::int64_t dim, bool keepdim = false) const;
  /// NaN where there is nothing to average.
  Tensor mean() const;
  Tensor mean(std::int64_t dim, bool keepdim = false) const;
  /// The largest values without their indices (torch.amax); a NaN wins.
  /// Throws if the axis has size 0.
  Tensor max() const;
  Tensor max(std::int64_t dim, bool keepdim = false) const;

private:
  using Storage = std::shared_ptr<std::vector<float>>;
  Tensor(Storage storage, std::int64_t offset, Sizes sizes, Sizes strides);
  Tensor viewed(Sizes sizes, Sizes strides, std::int64_t skipped = 0) const;

  Storage storage_;
  std::int64_t offset_ = 0;
  Sizes sizes_;
  Sizes strides_;
};

} // namespace tensor_tidy

#endif // TENSOR_TIDY_TENSOR_CLASS_H

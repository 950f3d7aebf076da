//===- tensor_class.cpp - Storage and elements of a tensor ----------------===//
//
// What concerns the memory under a tensor. Views are in views.cpp, reductions
// in reductions.cpp.
//
//===----------------------------------------------------------------------===//
#include "tensor_tidy/tensor_class.h"
#include "sizes.h"
#include "strided_loop.h"
#include <utility>

namespace tensor_tidy {

Tensor::Tensor() : Tensor(Sizes{0}, {}) {}

Tensor::Tensor(Sizes sizes, std::vector<float> values)
    : sizes_(std::move(sizes)), strides_(row_major_strides(sizes_)) {
  std::int64_t wanted = element_count("from_values", sizes_);
  if (std::ssize(values) != wanted)
    reject("from_values: ", text(sizes_), " takes ", wanted, " values, got [",
           values.size(), "]; the product of the sizes must be their number");
  storage_ = std::make_shared<std::vector<float>>(std::move(values));
}

Tensor::Tensor(Storage storage, std::int64_t offset, Sizes sizes, Sizes strides)
    : storage_(std::move(storage)), offset_(offset), sizes_(std::move(sizes)),
      strides_(std::move(strides)) {}

std::int64_t Tensor::size(std::int64_t dim) const {
  if (sizes_.empty())
    reject("size: a 0-d tensor, [], has no axis ", dim,
           "; ask dim() before its sizes");
  return sizes_[axis_of("size", dim, sizes_)];
}

std::int64_t Tensor::numel() const { return element_count("numel", sizes_); }

bool Tensor::is_contiguous() const {
  if (numel() == 0)
    return true;
  Sizes wanted = row_major_strides(sizes_);
  for (std::size_t i = 0; i < sizes_.size(); ++i)
    if (sizes_[i] != 1 && strides_[i] != wanted[i])
      return false;
  return true;
}

Tensor Tensor::contiguous() const { return is_contiguous() ? *this : clone(); }

Tensor Tensor::clone() const { return Tensor(sizes_, to_vector()); }

std::vector<float> Tensor::to_vector() const {
  std::vector<float> values;
  values.reserve(numel());
  for_each_index<1>(sizes_, {&strides_},
                    [&](Offsets<1> at) { values.push_back(data()[at[0]]); });
  return values;
}

float Tensor::item() const {
  if (numel() != 1)
    reject("item: ", text(sizes_), " has ", numel(),
           " elements and item() wants one; pick it with at()");
  return *data();
}

float &Tensor::at(const Sizes &index) const {
  if (index.size() != sizes_.size())
    reject("at: index ", text(index), " has ", index.size(), " entries, ",
           text(sizes_), " has ", sizes_.size(), " axes; give one for each");
  std::int64_t offset = 0;
  for (std::size_t i = 0; i < index.size(); ++i) {
    std::int64_t entry = index[i] < 0 ? index[i] + sizes_[i] : index[i];
    if (entry < 0 || entry >= sizes_[i])
      reject("at: index ", text(index), " is outside ", text(sizes_), "; axis ",
             i, " has ", sizes_[i], " entries, counted from 0");
    offset += entry * strides_[i];
  }
  return data()[offset];
}

void copy_elements(const Tensor &source, const Tensor &target) {
  for_each_index<2>(
      source.sizes(), {&source.strides(), &target.strides()},
      [&](Offsets<2> at) { target.data()[at[1]] = source.data()[at[0]]; });
}

} // namespace tensor_tidy

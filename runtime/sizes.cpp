//===- sizes.cpp - Arithmetic on sizes, and refusing them -----------------===//
#include "sizes.h"
#include <algorithm>

namespace tensor_tidy {

std::string text(const Sizes &sizes) {
  std::string result = "[";
  for (std::size_t i = 0; i < sizes.size(); ++i)
    result += (i == 0 ? "" : ", ") + std::to_string(sizes[i]);
  return result + "]";
}

std::int64_t element_count(const char *what, const Sizes &sizes) {
  for (std::int64_t size : sizes)
    if (size < 0)
      reject(what, ": negative size ", size, " in ", text(sizes),
             "; sizes start from 0");
  if (std::find(sizes.begin(), sizes.end(), 0) != sizes.end())
    return 0;
  std::int64_t count = 1;
  for (std::int64_t size : sizes) {
    if (count > INT64_MAX / size)
      reject(what, ": ", text(sizes), " has more elements than 64 bits count");
    count *= size;
  }
  return count;
}

Sizes row_major_strides(const Sizes &sizes) {
  Sizes strides(sizes.size());
  std::int64_t step = 1;
  for (std::size_t i = sizes.size(); i-- > 0;) {
    strides[i] = step;
    step *= std::max<std::int64_t>(sizes[i], 1);
  }
  return strides;
}

std::int64_t axis_of(const char *what, std::int64_t dim, const Sizes &sizes) {
  auto rank = std::max<std::int64_t>(std::ssize(sizes), 1);
  if (dim < -rank || dim >= rank)
    reject(what, ": ", text(sizes), " has no axis ", dim, "; use ", -rank,
           " to ", rank - 1);
  return dim < 0 ? dim + rank : dim;
}

std::optional<Sizes> try_broadcast(const Sizes &lhs, const Sizes &rhs) {
  const Sizes &longer = lhs.size() < rhs.size() ? rhs : lhs;
  const Sizes &shorter = lhs.size() < rhs.size() ? lhs : rhs;
  Sizes result = longer;
  for (std::size_t back = 1; back <= shorter.size(); ++back) {
    std::int64_t &size = result[longer.size() - back];
    std::int64_t other = shorter[shorter.size() - back];
    if (size != other && size != 1 && other != 1)
      return std::nullopt;
    size = size == 1 ? other : size;
  }
  return result;
}

Sizes broadcast_sizes(const char *what, const Sizes &lhs, const Sizes &rhs) {
  if (std::optional<Sizes> result = try_broadcast(lhs, rhs))
    return *result;
  reject(what, ": shapes do not broadcast: ", text(lhs), " and ", text(rhs),
         "; aligned at the last axis, sizes must be equal or 1");
}

Sizes leading_sizes(const Tensor &x) {
  return Sizes(x.sizes().begin(), x.sizes().end() - 2);
}

} // namespace tensor_tidy

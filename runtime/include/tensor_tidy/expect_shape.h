//===- expect_shape.h - A shape that is checked at run time -----*- C++ -*-===//
//
//   expect_shape(x, "b, t, d");
//
// throws std::invalid_argument if x has not three axes, and tells tensor-tidy
// that it has: from there on b, t and d are its sizes. For every tensor type
// with dim() and size(axis), torch::Tensor included; C++11 and later.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_EXPECT_SHAPE_H
#define TENSOR_TIDY_EXPECT_SHAPE_H

#include <cstdint>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace tensor_tidy {

namespace detail {

/// The entries of `b, t, 2*d`, without spaces.
inline std::vector<std::string> shape_entries(const std::string &shape) {
  std::vector<std::string> entries(1);
  for (char c : shape) {
    if (c == ',')
      entries.emplace_back();
    else if (c != ' ' && c != '[' && c != ']')
      entries.back() += c;
  }
  if (entries.size() == 1 && entries[0].empty())
    entries.clear();
  return entries;
}

inline bool is_spread(const std::string &entry) {
  return entry == "..." || entry[0] == '*';
}

/// Is an axis of this size what the entry says? A letter takes the first size
/// that it meets; expressions are for tensor-tidy alone.
inline bool entry_fits(const std::string &entry, std::int64_t size,
                       std::map<std::string, std::int64_t> &letters) {
  const bool is_number =
      entry.find_first_not_of("0123456789") == std::string::npos;
  const bool is_expression =
      entry.find_first_of("+-*/%( ") != std::string::npos;
  if (is_number)
    return std::to_string(size) == entry;
  if (entry == "_" || is_expression)
    return true;
  return letters.insert({entry, size}).first->second == size;
}

inline bool sizes_fit(const std::vector<std::int64_t> &sizes,
                      const std::vector<std::string> &entries) {
  std::size_t spread = 0;
  while (spread < entries.size() && !is_spread(entries[spread]))
    ++spread;
  const bool has_spread = spread < entries.size();
  const std::size_t fixed = entries.size() - has_spread;
  if (has_spread ? sizes.size() < fixed : sizes.size() != fixed)
    return false;
  std::map<std::string, std::int64_t> letters;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i == spread)
      continue;
    const std::size_t axis = i < spread ? i : i + sizes.size() - entries.size();
    if (!entry_fits(entries[i], sizes[axis], letters))
      return false;
  }
  return true;
}

} // namespace detail

/// Throws unless `x` has the shape: as many axes, the numbers where numbers
/// stand, one size for each letter. The letters of another call are others
/// when the program runs; tensor-tidy takes them for the same in one function.
template <class T> void expect_shape(const T &x, const char *shape) {
  std::vector<std::int64_t> sizes;
  for (std::int64_t axis = 0; axis < x.dim(); ++axis)
    sizes.push_back(x.size(axis));
  if (detail::sizes_fit(sizes, detail::shape_entries(shape)))
    return;
  std::ostringstream message;
  message << "expected a tensor of shape [" << shape << "], given [";
  for (std::size_t i = 0; i < sizes.size(); ++i)
    message << (i ? ", " : "") << sizes[i];
  message << "]";
  throw std::invalid_argument(message.str());
}

} // namespace tensor_tidy

#endif // TENSOR_TIDY_EXPECT_SHAPE_H

//===- factories.cpp - New tensors ----------------------------------------===//
#include "tensor_tidy/factories.h"
#include "sizes.h"
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>
#include <utility>

namespace tensor_tidy {

NestedValues::NestedValues(std::initializer_list<NestedValues> rows)
    : sizes_{std::ssize(rows)} {
  for (const NestedValues &row : rows) {
    const Sizes &first = rows.begin()->sizes_;
    if (row.sizes_ != first)
      reject("tensor: rows of different sizes: ", text(first), " and ",
             text(row.sizes_), "; fill them up to one size");
    values_.insert(values_.end(), row.values_.begin(), row.values_.end());
  }
  if (rows.size() != 0)
    sizes_.insert(sizes_.end(), rows.begin()->sizes_.begin(),
                  rows.begin()->sizes_.end());
}

Tensor tensor(const NestedValues &values) {
  return from_values(values.sizes(), values.values());
}

Tensor from_values(const Sizes &sizes, std::vector<float> values) {
  return Tensor(sizes, std::move(values));
}

Tensor zeros(const Sizes &sizes) {
  return Tensor(sizes, std::vector<float>(element_count("zeros", sizes)));
}

Tensor ones(const Sizes &sizes) {
  return Tensor(sizes, std::vector<float>(element_count("ones", sizes), 1.0f));
}

Tensor full(const Sizes &sizes, float value) {
  return Tensor(sizes, std::vector<float>(element_count("full", sizes), value));
}

Tensor arange(std::int64_t n) {
  std::vector<float> values(element_count("arange", {n}));
  std::iota(values.begin(), values.end(), 0.0f);
  return Tensor(Sizes{n}, std::move(values));
}

static std::mt19937 &generator() {
  thread_local std::mt19937 numbers(0);
  return numbers;
}

void manual_seed(std::uint32_t seed) { generator().seed(seed); }

/// A number from (0, 1].
static double uniform() { return (generator()() + 1.0) / 4294967296.0; }

Tensor randn(const Sizes &sizes) {
  std::vector<float> values(element_count("randn", sizes));
  // Box and Muller's method: std::normal_distribution differs by platform.
  for (float &value : values) {
    double radius = std::sqrt(-2.0 * std::log(uniform()));
    double angle = 2.0 * std::numbers::pi * uniform();
    value = static_cast<float>(radius * std::cos(angle));
  }
  return Tensor(sizes, std::move(values));
}

} // namespace tensor_tidy

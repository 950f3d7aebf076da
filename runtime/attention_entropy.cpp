//===- attention_entropy.cpp - How undecided each query is ----------------===//
#include "sizes.h"
#include "strided_loop.h"
#include "tensor_tidy/attention.h"
#include <cmath>
#include <limits>
#include <sstream>

namespace tensor_tidy {

/// The keys of one query: weights and additive mask, each with its stride.
struct KeyRow {
  const float *weights, *mask;
  std::int64_t length, weight_stride, mask_stride;

  bool is_hidden(std::int64_t i) const {
    return mask[i * mask_stride] == -std::numeric_limits<float>::infinity();
  }
  /// 0 for a hidden key.
  double weight(std::int64_t i) const {
    return is_hidden(i) ? 0.0 : weights[i * weight_stride];
  }
};

/// One entry of AttentionEntropy.
struct RowEntropy {
  double nats = 0;
  double relative = 0;
  std::int64_t keys = 0;
};

static RowEntropy entropy_of(KeyRow row) {
  RowEntropy result;
  double total = 0;
  for (std::int64_t i = 0; i < row.length; ++i) {
    result.keys += !row.is_hidden(i);
    total += row.weight(i);
  }
  if (total == 0)
    return {};
  // Dividing by the total, rather than taking it for 1, is what makes equal
  // float weights give exactly 1 and a single one exactly 0.
  for (std::int64_t i = 0; i < row.length; ++i)
    if (double share = row.weight(i) / total; share != 0)
      result.nats -= share * std::log(share);
  if (result.keys > 1)
    result.relative = result.nats / std::log(static_cast<double>(result.keys));
  return result;
}

AttentionEntropy attention_entropy(const Tensor &weights,
                                   const std::optional<Tensor> &mask) {
  if (weights.dim() == 0)
    reject("attention_entropy: weights are 0-d, []; give [*b, q, k]");
  Tensor bias = mask.value_or(tensor(0));
  if (try_broadcast(bias.sizes(), weights.sizes()) != weights.sizes())
    reject("attention_entropy: mask ", text(bias.sizes()),
           " does not broadcast to weights ", text(weights.sizes()),
           "; its last axis is the keys, or 1");
  bias = bias.expand(weights.sizes());
  Sizes sizes = weights.sizes();
  sizes.pop_back();
  AttentionEntropy result{zeros(sizes), zeros(sizes), zeros(sizes)};
  KeyRow row{nullptr, nullptr, weights.size(-1), weights.strides().back(),
             bias.strides().back()};
  std::int64_t i = 0;
  for_each_index<2>(
      sizes, {&weights.strides(), &bias.strides()}, [&](Offsets<2> at) {
        row.weights = weights.data() + at[0];
        row.mask = bias.data() + at[1];
        RowEntropy found = entropy_of(row);
        result.nats.data()[i] = static_cast<float>(found.nats);
        result.relative.data()[i] = static_cast<float>(found.relative);
        result.keys.data()[i++] = static_cast<float>(found.keys);
      });
  return result;
}

std::string describe(float relative, std::int64_t keys) {
  if (std::isnan(relative))
    return "not a number: look at the scores";
  if (keys == 0)
    return "masked: no position to attend to";
  if (relative == 0)
    return "one-hot: a single position";
  if (std::abs(relative - 1) <= 1e-6f)
    return "uniform: no position stands out";
  std::ostringstream words;
  words << "in between: " << std::lround(relative * 100)
        << " % of the entropy of equal weights";
  return words.str();
}

/// The row-major `position` in `sizes`, counted out by axis.
static Sizes index_at(std::int64_t position, const Sizes &sizes) {
  Sizes index(sizes.size());
  for (std::size_t axis = sizes.size(); axis-- > 0;) {
    index[axis] = position % sizes[axis];
    position /= sizes[axis];
  }
  return index;
}

std::string describe(const AttentionEntropy &rows) {
  std::string words;
  const Sizes &sizes = rows.relative.sizes();
  std::int64_t count = rows.relative.numel();
  for (std::int64_t i = 0; i < count; ++i) {
    Sizes index = index_at(i, sizes);
    if (i > 0)
      words += "\n";
    if (count > 1)
      words += text(index) + " ";
    words += describe(rows.relative.at(index),
                      static_cast<std::int64_t>(rows.keys.at(index)));
  }
  return words;
}

} // namespace tensor_tidy

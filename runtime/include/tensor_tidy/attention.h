//===- attention.h - Attention that reads like its equation -----*- C++ -*-===//
//
//   attention(Q, K, V) = softmax(Q K^T / sqrt(d)) V
//
// The reference version (Vaswani et al. 2017, "Attention Is All You Need",
// section 3.2.1), the heads around it (3.2.2), and a measure of how far its
// weights are from choosing anything. Sizes: b batch, q queries, k keys,
// d width of queries and keys, v width of values, n positions, h heads.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_ATTENTION_H
#define TENSOR_TIDY_ATTENTION_H

#include "tensor_tidy/shaped.h"
#include "tensor_tidy/tensor.h"
#include <cstdint>
#include <optional>
#include <string>

namespace tensor_tidy {

/// How much of each key a query takes: softmax(query key^T * scale + mask)
/// over the keys, so that every row sums to 1.
///
/// `mask` is added to the scores and must broadcast to [*b, q, k]: 0 lets a key
/// through, -infinity hides it (a float attn_mask in torch). A query all of
/// whose keys are hidden gets zeros. `scale` is 1 / sqrt(d) unless given.
///
/// Throws ShapeError if the widths of query and key differ, if the leading axes
/// do not broadcast, or if the mask does not fit the scores.
Shaped<Tensor, "*b, q, k">
attention_weights(const Shaped<Tensor, "*b, q, d"> &query,
                  const Shaped<Tensor, "*b, k, d"> &key,
                  const std::optional<Tensor> &mask = std::nullopt,
                  std::optional<float> scale = std::nullopt);

/// attention_weights(query, key, mask, scale) times value: for each query the
/// mean of the values, weighted by how well their keys match.
///
/// Throws as attention_weights does, and if the numbers of keys and of values
/// differ. A query all of whose keys are hidden gets zeros.
/// Source: Vaswani et al. 2017, 3.2.1; the mask as in torch's
/// scaled_dot_product_attention.
Shaped<Tensor, "*b, q, v">
scaled_dot_product_attention(const Shaped<Tensor, "*b, q, d"> &query,
                             const Shaped<Tensor, "*b, k, d"> &key,
                             const Shaped<Tensor, "*b, k, v"> &value,
                             const std::optional<Tensor> &mask = std::nullopt,
                             std::optional<float> scale = std::nullopt);

/// Cuts the width into `heads` equal parts and puts the heads beside the batch:
/// each head then attends by itself. Throws unless `heads` divides the width.
Shaped<Tensor, "b, h, n, d/h"> split_heads(const Shaped<Tensor, "b, n, d"> &x,
                                           std::int64_t heads);

/// The inverse of split_heads: puts the heads' parts side by side again.
/// Throws unless x has four axes.
Shaped<Tensor, "b, n, h*d"> merge_heads(const Shaped<Tensor, "b, h, n, d"> &x);

/// What attention_entropy() says of each row of weights, one entry a query.
struct AttentionEntropy {
  /// -sum(w log w) over the keys, in nats: from 0 to log(keys).
  Shaped<Tensor, "*b, q"> nats;
  /// nats / log(keys): 1 if all keys weigh the same, 0 if one has all weight.
  /// A single key, or none, leaves no choice and counts as 0.
  Shaped<Tensor, "*b, q"> relative;
  /// How many keys the query could choose from; 0 where all are masked or no
  /// key has any weight.
  Shaped<Tensor, "*b, q"> keys;
};

/// How undecided each query is: the Shannon entropy of its weights.
///
/// Equal weights give relative entropy 1 exactly, one-hot weights 0 exactly.
/// Weights must not be negative; they are normalised first, so rows need not
/// sum to 1. With a `mask` (as for attention_weights, broadcasting to the
/// weights), hidden keys count neither in the sum nor in `keys`. Computed in
/// double. Throws ShapeError for 0-d weights or a mask that does not fit.
AttentionEntropy
attention_entropy(const Shaped<Tensor, "*b, q, k"> &weights,
                  const std::optional<Tensor> &mask = std::nullopt);

/// What one row's relative entropy means, in words: "uniform: no position
/// stands out" at 1 (within 1e-6, so float rounding does not hide it) and
/// "one-hot: a single position" at 0.
std::string describe(float relative, std::int64_t keys);

/// The words for every row, one a line, led by the row's index if there are
/// several: "[0, 1] one-hot: a single position".
std::string describe(const AttentionEntropy &rows);

} // namespace tensor_tidy

#endif // TENSOR_TIDY_ATTENTION_H

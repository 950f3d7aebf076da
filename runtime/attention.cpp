//===- attention.cpp - Attention that reads like its equation -------------===//
#include "tensor_tidy/attention.h"
#include "sizes.h"
#include <algorithm>
#include <cmath>

namespace tensor_tidy {

/// Throws unless `x` and `y`, called `names`, are stacks of matrices that
/// broadcast.
static void check_stacks(const char *what, const Tensor &x, const Tensor &y,
                         const char *names) {
  if (x.dim() < 2 || y.dim() < 2)
    reject(what, ": ", names, " are ", text(x.sizes()), " and ",
           text(y.sizes()), "; each needs an axis of positions and a width");
  if (!try_broadcast(leading_sizes(x), leading_sizes(y)))
    reject(what, ": leading axes of ", names,
           " do not broadcast: ", text(x.sizes()), " and ", text(y.sizes()),
           "; their sizes must be equal or 1");
}

static void check_mask(const char *what, const Sizes &mask,
                       const Sizes &scores) {
  if (try_broadcast(mask, scores) != scores)
    reject(what, ": mask ", text(mask), " does not broadcast to scores ",
           text(scores), "; its last two axes are queries and keys, or 1");
}

/// attention_weights() on behalf of `what`, which its errors name.
static Tensor weights_for(const char *what, const Tensor &query,
                          const Tensor &key, const std::optional<Tensor> &mask,
                          std::optional<float> scale) {
  check_stacks(what, query, key, "query and key");
  if (query.size(-1) != key.size(-1))
    reject(what, ": query ", text(query.sizes()), " and key ",
           text(key.sizes()), " differ in width (", query.size(-1), " and ",
           key.size(-1), "); project both to one width");
  // With no width all scores are 0; they need a finite scale to stay so.
  auto width = static_cast<float>(std::max<std::int64_t>(query.size(-1), 1));
  Tensor scores = matmul(query, key.transpose(-2, -1)) *
                  scale.value_or(1 / std::sqrt(width));
  if (mask) {
    check_mask(what, mask->sizes(), scores.sizes());
    scores = scores + *mask;
  }
  return softmax(scores, -1);
}

Tensor attention_weights(const Tensor &query, const Tensor &key,
                         const std::optional<Tensor> &mask,
                         std::optional<float> scale) {
  return weights_for("attention_weights", query, key, mask, scale);
}

Tensor scaled_dot_product_attention(const Tensor &query, const Tensor &key,
                                    const Tensor &value,
                                    const std::optional<Tensor> &mask,
                                    std::optional<float> scale) {
  const char *what = "scaled_dot_product_attention";
  check_stacks(what, query, value, "query and value");
  check_stacks(what, key, value, "key and value");
  if (key.size(-2) != value.size(-2))
    reject(what, ": ", key.size(-2), " keys and ", value.size(-2),
           " values: key ", text(key.sizes()), ", value ", text(value.sizes()),
           "; every key needs exactly one value");
  return matmul(weights_for(what, query, key, mask, scale), value);
}

Tensor split_heads(const Tensor &x, std::int64_t heads) {
  if (x.dim() != 3)
    reject("split_heads: ", text(x.sizes()),
           " is not [b, n, d]; give batch, positions and width");
  std::int64_t width = x.size(2);
  if (heads < 1 || width % heads != 0)
    reject("split_heads: width ", width, " of ", text(x.sizes()),
           " does not divide into ", heads, " heads; choose a divisor of ",
           width);
  return x.reshape({x.size(0), x.size(1), heads, width / heads})
      .transpose(1, 2);
}

Tensor merge_heads(const Tensor &x) {
  if (x.dim() != 4)
    reject("merge_heads: ", text(x.sizes()),
           " is not [b, h, n, d]; give batch, heads, positions and width");
  return x.transpose(1, 2).reshape(
      {x.size(0), x.size(2), x.size(1) * x.size(3)});
}

} // namespace tensor_tidy

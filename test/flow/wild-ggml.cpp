// RUN: split-file %s %t
// RUN: %tensor-tidy %t/model.cpp -- -std=c++17 -I %t
// Axes that are written innermost first, rank 4 always, add that repeats b, sizes assigned by hand: a library that no
// model knows is nobody's tensor.

//--- ggml.h
#include <cstdint>
struct ggml_context;
struct ggml_tensor { int64_t ne[4]; uint64_t nb[4]; void *data; };
extern "C" {
ggml_tensor *ggml_new_tensor_2d(ggml_context *, int type, int64_t ne0, int64_t ne1);
ggml_tensor *ggml_mul_mat(ggml_context *, ggml_tensor *a, ggml_tensor *b);
ggml_tensor *ggml_add(ggml_context *, ggml_tensor *a, ggml_tensor *b);
ggml_tensor *ggml_reshape_3d(ggml_context *, ggml_tensor *a, int64_t, int64_t, int64_t);
ggml_tensor *ggml_permute(ggml_context *, ggml_tensor *a, int, int, int, int);
ggml_tensor *ggml_cont(ggml_context *, ggml_tensor *a);
ggml_tensor *ggml_soft_max(ggml_context *, ggml_tensor *a);
}

//--- model.cpp
#include "ggml.h"
struct layer { ggml_tensor *wq, *wk, *wv, *wo, *bias; };

ggml_tensor *attention(ggml_context *ctx, const layer &l, ggml_tensor *x, int64_t n_embd, int64_t n_head) {
  const int64_t n_tokens = x->ne[1], head = n_embd / n_head;
  ggml_tensor *q = ggml_reshape_3d(ctx, ggml_mul_mat(ctx, l.wq, x), head, n_head, n_tokens);
  ggml_tensor *k = ggml_reshape_3d(ctx, ggml_mul_mat(ctx, l.wk, x), head, n_head, n_tokens);
  ggml_tensor *v = ggml_reshape_3d(ctx, ggml_mul_mat(ctx, l.wv, x), head, n_head, n_tokens);
  q = ggml_permute(ctx, q, 0, 2, 1, 3);
  k = ggml_permute(ctx, k, 0, 2, 1, 3);
  v = ggml_cont(ctx, ggml_permute(ctx, v, 1, 2, 0, 3));
  ggml_tensor *w = ggml_soft_max(ctx, ggml_mul_mat(ctx, k, q));
  ggml_tensor *out = ggml_cont(ctx, ggml_permute(ctx, ggml_mul_mat(ctx, v, w), 0, 2, 1, 3));
  out->ne[0] = n_embd;
  out->ne[1] = n_tokens;
  out->ne[2] = 1;
  return ggml_add(ctx, ggml_mul_mat(ctx, l.wo, out), l.bias);
}

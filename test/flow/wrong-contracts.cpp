// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// RUN: not %tensor-tidy --checks=-broken-contract %s -- %runtime-flags | FileCheck %s --check-prefix OFF --implicit-check-not error:
// A call that cannot be what the callee declares.
#include <tensor_tidy/shaped.h>
#include <tensor_tidy/tensor.h>
using namespace tensor_tidy;

Tensor scores(Shaped<Tensor, "b, q, d"> query, Shaped<Tensor, "b, k, d"> key) {
  return matmul(query, key.transpose(-2, -1));
}
void widths() {
  scores(randn({8, 5, 64}), randn({8, 7, 32}));
  // CHECK: :[[@LINE-1]]:29: error: 'scores' takes one 'd', given 64 with 'randn({8, 5, 64})' and 32 with 'randn({8, 7, 32})' [tensor-broken-contract]
  // CHECK: :[[@LINE-2]]:10: note: 'randn({8, 5, 64})' is [8, 5, 64], made here
  // CHECK: :[[@LINE-3]]:29: note: 'randn({8, 7, 32})' is [8, 7, 32], made here
  // CHECK: :8:41: note: 'query' is declared [b, q, d] here
  // CHECK: :8:74: note: 'key' is declared [b, k, d] here
}
void ranks(Tensor query) {
  scores(query, randn({7, 64}));
  // CHECK: :[[@LINE-1]]:17: error: 'scores' takes [b, k, d] for 'key', given [7, 64] [tensor-broken-contract]
}

Tensor heads(TENSOR_SHAPE("b, n, 8*d") Tensor x, TENSOR_SHAPE("3") Tensor y) {
  return x.view({x.size(0), x.size(1), 8, -1});
}
void numbers() {
  heads(randn({2, 5, 60}), randn({3}));
  // CHECK: :[[@LINE-1]]:9: error: 'heads' takes [b, n, 8*d] for 'x': 60 is no multiple of 8, given [2, 5, 60]
  heads(randn({2, 5, 64}), randn({4}));
  // CHECK: :[[@LINE-1]]:28: error: 'heads' takes [3] for 'y', given [4]
}

Tensor apart(Shaped<Tensor, "*b, k"> x, Shaped<Tensor, "*b, n"> y) { return x; }
void spreads() {
  apart(randn({2, 3, 5}), randn({4, 3, 6}));
  // CHECK: :[[@LINE-1]]:27: error: 'apart' takes one '*b', given 2 with 'randn({2, 3, 5})' and 4 with 'randn({4, 3, 6})'
}

// The caller's own letters stand for every size.
void letters(Shaped<Tensor, "b, n, d"> x, Shaped<Tensor, "b, n, e"> y) {
  scores(x, y);
  // CHECK: :[[@LINE-1]]:13: error: 'scores' takes one 'd', given d with 'x' and e with 'y'
}
void brings(Tensor x) { scores(x, x.transpose(1, 2)); }
// CHECK: :[[@LINE-1]]:35: error: 'scores' takes one 'd', given 5 with 'x' and 7 with 'x.transpose(1, 2)'
// CHECK: note: in this call of 'brings'
void call() { brings(randn({8, 7, 5})); }

// What a call has bound is so from there on.
void binds(std::int64_t n) {
  scores(randn({8, 5, n}), randn({8, 7, 32}));
  matmul(randn({4, n}), randn({33, 4}));
  // CHECK: :[[@LINE-1]]:25: error: inner dimensions of 'matmul' differ: 32 and 33
  // OFF: :[[@LINE-2]]:25: error: inner dimensions of 'matmul' differ: 32 and 33
}
// CHECK-NOT: error:

// RUN: %tensor-tidy %s -- %runtime-flags
// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | %without-checks | FileCheck %s
// Calls that keep a contract, or may keep it.
#include <optional>
#include <vector>
#include <tensor_tidy/shaped.h>
#include <tensor_tidy/tensor.h>
using namespace tensor_tidy;

Tensor scores(Shaped<Tensor, "b, q, d"> query, Shaped<Tensor, "b, k, d"> key) {
  return matmul(query, key.transpose(-2, -1));
}
void fits(Shaped<Tensor, "b, n, d"> x, std::int64_t n) {
  Tensor s = scores(x, x); // CHECK: s: [b, n, n]
  Tensor t = scores(randn({2, 5, n}), randn({2, n, 4})); // CHECK: t: [2, 5, 4]
}
void unknown(Tensor x, const std::vector<Tensor> &many) {
  scores(x, many[0]);
  Tensor s = scores(x, randn({8, 7, 64})); // CHECK: s: [8, q, 7]
}

Tensor heads(TENSOR_SHAPE("b, n, 8*d") Tensor x) { return x; }
Tensor broadcast(Shaped<Tensor, "*b, k"> x, Shaped<Tensor, "*b, n"> y) { return x; }
void others(std::int64_t n) {
  heads(randn({2, 5, 64}));
  heads(randn({2, 5, n}));
  broadcast(randn({2, 3, 5}), randn({1, 3, 6}));
  broadcast(randn({3, 5}), randn({4, 3, 6}));
}

// A declaration of the header counts, whatever the definition repeats.
Tensor declared(Shaped<Tensor, "b, d"> x);
Tensor declared(Tensor x) { return x; } // CHECK: x: [b, d]

// What is written through says nothing of what it is given.
void fills(TENSOR_SHAPE("b, d") Tensor &out) { out = randn({2, 3}); }
void out() {
  Tensor x = randn({1});
  fills(x);
}

// Lists, numbers and what is left out have no shape of their own.
int scaled(TENSOR_SHAPE("b, k") int x) { return x; }
void all(TENSOR_SHAPE("n, d") std::vector<Tensor> xs, TENSOR_SHAPE("n") std::optional<Tensor> mask = {}) {}
void odd() {
  scaled(3);
  all({randn({2}), randn({3, 4, 5})});
}

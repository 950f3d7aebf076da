// REQUIRES: torch
// RUN: %tensor-tidy %s --dump=shapes -- %torch-flags | %without-checks | FileCheck %s
// A pointer that a function only follows is another name of what it leads to.
#include <torch/torch.h>
#include <cassert>
using torch::Tensor;

void split(const Tensor &x, Tensor *left, Tensor *right) {
  assert(left && right);
  *left = x.narrow(1, 0, 3);
  *right = x.narrow(1, 3, 5);
}
void both(const Tensor &x, Tensor *a, Tensor *b) { split(x, a, b); }

void sizes(const Tensor &x, int64_t *rows, int64_t *cols) {
  *rows = x.size(0);
  *cols = x.size(1);
}

void collect(const Tensor &x, std::vector<Tensor> *out) {
  out->push_back(x);
  out->push_back(x.t());
}

Tensor masked(const Tensor &x, const Tensor *mask) {
  return mask == nullptr ? x : x + *mask;
}

void turn(Tensor *x) { x->t_(); }

void use() {
  Tensor x = torch::ones({4, 8}), l, r;
  both(x, &l, &r);
  Tensor all = torch::cat({r, l, l}, 1); // CHECK: // all: [4, 11]
  int64_t n, m;
  sizes(x, &n, &m);
  Tensor w = torch::ones({m, n + 1}); // CHECK: // w: [8, 5]
  std::vector<Tensor> list;
  collect(x, &list);
  Tensor p = list[0].matmul(list[1]); // CHECK: // p: [4, 4]
  Tensor mask = torch::zeros({3, 4, 8});
  Tensor s = masked(x, &mask).sum(0); // CHECK: // s: [...]
  Tensor *name = &x;
  *name = name->t();
  Tensor y = x.contiguous(); // CHECK: // y: [8, 4]
  Tensor other = torch::ones({2, 3});
  turn(&other);
  Tensor z = other.contiguous(); // CHECK: // z: [3, 2]
}

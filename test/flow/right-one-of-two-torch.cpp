// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %clangxx -w %torch-pch %torch-flags %s -o %t %torch-libs && %t
// A pointer may lead to one of two objects: a write through it is one to either.
#include <cstdlib>
#include <torch/torch.h>

namespace nn = torch::nn;
using torch::Tensor;
using torch::zeros;
struct Part {
  Tensor w = zeros({2, 3});
  void set(Tensor x) { w = x; }
};
using Pointer = std::shared_ptr<Part>;
#define FIRST (std::getenv("NO_SUCH_VARIABLE") == nullptr)
static Pointer pick(Pointer a, Pointer b) { return FIRST ? a : b; }
static void set(Pointer p) { p->w = zeros({9}); }
#define NEEDS9(a, b)                                                           \
  if (FIRST)                                                                   \
    a->w.view({3, 3});                                                         \
  else                                                                         \
    b->w.view({3, 3})

static void fields() {
  auto a = std::make_shared<Part>(), b = std::make_shared<Part>();
  auto p = FIRST ? a : b;
  p->w = zeros({9});
  NEEDS9(a, b);
}
static void calls() {
  auto a = std::make_shared<Part>(), b = std::make_shared<Part>(), c = std::make_shared<Part>(),
       d = std::make_shared<Part>();
  set(FIRST ? a : b);
  NEEDS9(a, b);
  auto p = FIRST ? c : d;
  p->set(zeros({9}));
  NEEDS9(c, d);
}
static void results() {
  auto a = std::make_shared<Part>(), b = std::make_shared<Part>(), c = std::make_shared<Part>(),
       d = std::make_shared<Part>();
  pick(a, b)->w = zeros({9});
  NEEDS9(a, b);
  pick(c, d)->set(zeros({9}));
  NEEDS9(c, d);
}
static void layers() {
  nn::Linear a(3, 4), b(3, 4);
  nn::Linear l = FIRST ? a : b;
  l->weight = zeros({4, 9});
  if (FIRST)
    a(zeros({1, 9}));
  else
    b(zeros({1, 9}));
}
int main() { fields(), calls(), results(), layers(); }

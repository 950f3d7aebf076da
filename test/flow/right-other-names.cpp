// RUN: %tensor-tidy %s -- %runtime-flags -fopenmp
// RUN: %tensor-tidy %s -- %runtime-flags
// One variable, several names.
#include <cstdint>
#include <string>
#include <tensor_tidy/shaped.h>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
bool more();
Tensor &pick(Tensor &t, const std::string &) { return t; }
struct Refs {
  Tensor &t;
};
void both(Tensor &a, Tensor &b) {
  b = zeros({5, 5});
  matmul(a, zeros({5, 2}));
}

void references() {
  auto x = zeros({2, 3});
  Tensor &r = pick(x, "a");
  r = zeros({9, 9});
  matmul(x, zeros({9, 1}));
  Refs held(x);
  x = zeros({2, 3});
  held.t = zeros({9, 9});
  matmul(x, zeros({9, 1}));
  Tensor &same = x;
  x = zeros({2, 3});
  both(x, same);
}
struct Holder {
  Tensor t;
};
void throughPointer(Tensor &r, Holder *p) {
  r = zeros({2, 3});
  p->t = zeros({3, 2});
  matmul(zeros({2, 3}), r);
}
void throughReference(Tensor &r, Holder &h) {
  r = zeros({2, 3});
  h.t = zeros({3, 2});
  matmul(zeros({2, 3}), r);
}
#ifdef _OPENMP
void regions() {
  auto x = zeros({2, 3});
  std::int64_t n = 0;
#pragma omp parallel
  { x = zeros({9, 9}); }
#pragma omp parallel for reduction(+ : n)
  for (int i = 0; i < 3; ++i)
    n += 1;
  matmul(x, zeros({9, n}));
  matmul(zeros({1, n}), zeros({3, 1}));
}
#endif
#define LOOP                                                                   \
  for (int i = 0; more(); ++i) {                                               \
  }
#define LOOPS LOOP LOOP LOOP LOOP LOOP LOOP LOOP LOOP LOOP LOOP
void manyLoops() {
  auto x = zeros({2, 3});
  while (more())
    x = zeros({9, 9});
  LOOPS LOOPS LOOPS LOOPS LOOPS LOOPS LOOPS LOOPS
  matmul(x, zeros({9, 1}));
}
void rounding(TENSOR_SHAPE("n, d") Tensor x) {
  std::int64_t n = x.size(0);
  zeros({n + -n / 2}) + zeros({n - n / 2});
  unsigned m = 3;
  m += 0;
  if (-m <= 10)
    matmul(zeros({2, 3}), zeros({5, 1}));
}

// RUN: %tensor-tidy %s -- %runtime-flags
// Right code: nothing may be reported.
#include <tensor_tidy/attention.h>

using namespace tensor_tidy;

// loops growing
void a3() {
  Tensor c = zeros({0});
  for (int i = 0; i < 4; ++i) {
    c = cat({c, randn({2, 3})}, 0);
  }
  Tensor y = matmul(c, randn({3, 4}));
  (void)y;
}
void a4(int n) {
  Tensor c = randn({2, 3});
  for (int i = 0; i < n; ++i)
    c = c.transpose(0, 1);
  Tensor z = matmul(c, c.transpose(0, 1));
  (void)z;
  Tensor w = c + randn({3, 2});
  (void)w;
}
// ints changed in loop
void a14() {
  int n = 2;
  Tensor x = randn({2, 2});
  for (int i = 0; i < 3; ++i) {
    n *= 2;
  }
  Tensor y = x.view({n > 4 ? 4 : 2, -1});
  (void)y;
  std::int64_t k = 1;
  while (k < 10)
    k += 3;
  Tensor z = randn({k}).view({5, 2});
  (void)z;
}
// while with early break
void a27() {
  Tensor h = randn({1, 8});
  for (int i = 0;; ++i) {
    if (i == 3)
      break;
    h = matmul(h, randn({8, 8}));
  }
  h.view({8});
}
// a branch that starts what is repeated decides more than how often
struct Config {
  bool square;
};
bool more();
void first_in_do(Config c) {
  do {
    if (c.square)
      matmul(randn({2, 3}), randn({2, 3}));
  } while (more());
}
void first_after_label(Config c) {
again:
  if (c.square)
    matmul(randn({2, 3}), randn({2, 3}));
  if (more())
    goto again;
}
void into_the_loop(Config c) {
  if (c.square)
    goto inside;
  do {
    more();
  inside:
    if (c.square)
      matmul(randn({2, 3}), randn({2, 3}));
  } while (more());
}
// each round is right, though none is like the other
void widths() {
  int widths[] = {8, 16, 32};
  Tensor x = randn({2, 4});
  int in = 4;
  for (int i = 0; i < 3; ++i) {
    int out = in * 2;
    x = matmul(x, randn({in, out}));
    in = out;
  }
  matmul(x, randn({32, 1}));
}
void turned(int n) {
  Tensor x = randn({2, 3});
  for (int i = 0; i < 4; ++i)
    x = x.transpose(0, 1);
  matmul(x, randn({3, 1}));
  for (int i = 0; i < n; ++i)
    x = x.transpose(0, 1);
  matmul(x, randn({2, 1}));
}
// the same instruction makes another tensor in each round
void kept(int n) {
  Tensor first, last;
  for (int i = 0; i < 3; ++i) {
    Tensor x = randn({i + 2, n});
    if (i == 0)
      first = x;
    last = x;
  }
  if (last.dim() == 2)
    matmul(first.transpose(0, 1), randn({2, 1}));
}
// how often it goes round may have been chosen to fit
void levels(int depth) {
  Tensor x = randn({2, 3});
  for (int i = 0; i < 4; ++i) {
    if (i >= depth)
      return;
    matmul(x, randn({3, 3}));
    x = x.transpose(0, 1);
  }
}
void until() {
  Tensor x = randn({2, 3});
  for (int i = 0; i < 4 && more(); ++i) {
    matmul(x, randn({3, 3}));
    x = x.transpose(0, 1);
  }
}

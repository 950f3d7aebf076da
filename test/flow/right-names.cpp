// RUN: %tensor-tidy %s -- %runtime-flags
// Right code: nothing may be reported.
#include <tensor_tidy/attention.h>

using namespace tensor_tidy;

// rebinding to another rank
void a2() {
  Tensor x = randn({2, 3});
  x = x.view({6});
  x = x.view({3, 2});
  Tensor y = matmul(x, randn({2, 5}));
  (void)y;
}
// by ref out
void make(Tensor &out, int n) { out = randn({n, 4}); }
void a9() {
  Tensor x = randn({2, 3});
  make(x, 5);
  Tensor y = matmul(x, randn({4, 2}));
  (void)y;
}
// lambda mutating capture
void a10() {
  Tensor x = randn({2, 3});
  auto f = [&] { x = randn({4, 5}); };
  f();
  Tensor y = matmul(x, randn({5, 2}));
  (void)y;
}
// pointer
void a11() {
  Tensor x = randn({2, 3});
  Tensor *p = &x;
  *p = randn({4, 5});
  Tensor y = matmul(x, randn({5, 2}));
  (void)y;
}
// reference alias
void a12() {
  Tensor x = randn({2, 3});
  Tensor &r = x;
  r = randn({4, 5});
  Tensor y = matmul(x, randn({5, 2}));
  (void)y;
}
// static
void a20() {
  static Tensor s = randn({2, 3});
  s = s.transpose(0, 1);
  Tensor y = matmul(s, randn({2, 2}));
  (void)y;
}
// swap
void a23() {
  Tensor a = randn({2, 3}), b = randn({4, 5});
  std::swap(a, b);
  matmul(a, randn({5, 1}));
  matmul(b, randn({3, 1}));
}

// RUN: %tensor-tidy %s -- %runtime-flags
// Right code: nothing may be reported.
#include <tensor_tidy/attention.h>

using namespace tensor_tidy;
bool flag();

// branches on rank
Tensor prep(const Tensor &x) {
  if (x.dim() == 3)
    return x.view({x.size(0), x.size(1), x.size(2), 1});
  return x.view({x.size(0), x.size(1), 1, 1});
}
void a1() {
  prep(randn({2, 3}));
  prep(randn({2, 3, 4}));
}
// conditionally transposed
Tensor mm2(const Tensor &a, Tensor b, bool t) {
  if (t)
    b = b.transpose(0, 1);
  return matmul(a, b);
}
void a5() {
  mm2(randn({2, 3}), randn({3, 4}), false);
  mm2(randn({2, 3}), randn({4, 3}), true);
}
bool flag();
void a6() {
  Tensor b = flag() ? randn({3, 4}) : randn({3, 5});
  Tensor y = matmul(randn({2, 3}), b);
  (void)y;
}
// shape guarded
Tensor safe(const Tensor &a, const Tensor &b) {
  if (a.size(1) != b.size(0))
    return matmul(a, b.transpose(0, 1));
  return matmul(a, b);
}
void a7() {
  safe(randn({2, 3}), randn({4, 3}));
  safe(randn({2, 3}), randn({3, 4}));
}
// unknown guard on tensors
bool needs(const Tensor &a, const Tensor &b);
Tensor safe2(const Tensor &a, const Tensor &b) {
  if (needs(a, b))
    return matmul(a, b.transpose(0, 1));
  return matmul(a, b);
}
void a8() {
  safe2(randn({2, 3}), randn({4, 3}));
  safe2(randn({2, 3}), randn({3, 4}));
}
// switch
Tensor a15(int m) {
  Tensor x = randn({2, 3});
  switch (m) {
  case 0:
    x = x.view({6});
    break;
  case 1:
    x = x.view({3, 2});
    break;
  default:
    return x;
  }
  return x.view({6});
}
// goto, do while, comma, compound
void a21(bool b) {
  Tensor x = randn({2, 3});
  do {
    x = x.transpose(0, 1);
  } while (b);
  Tensor y = b ? matmul(x, x.transpose(0, 1)) : x;
  (void)y;
  if (b)
    goto end;
  x = randn({7, 7});
end:
  x.view({-1});
}
// two opaque guards
void a28(bool f1, bool f2) {
  Tensor x = randn({2, 3});
  if (f1)
    x = x.transpose(0, 1);
  if (f1)
    matmul(x, randn({2, 2}));
  else
    matmul(x, randn({3, 3}));
  if (f2) {
  }
}

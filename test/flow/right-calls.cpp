// RUN: %tensor-tidy %s -- %runtime-flags
// Right code: nothing may be reported.
#include <tensor_tidy/attention.h>

using namespace tensor_tidy;
bool flag();

// try/catch
void a16() {
  Tensor x = randn({2, 3});
  try {
    x = randn({4, 4});
    flag();
  } catch (...) {
    x = randn({4, 5});
  }
  Tensor y = matmul(randn({3, 4}), x);
  (void)y;
}
// recursion
Tensor rec(Tensor x, int n) {
  if (n == 0)
    return x;
  return rec(x.transpose(0, 1), n - 1);
}
void a19() {
  Tensor y = matmul(rec(randn({2, 3}), 3), randn({2, 5}));
  (void)y;
}
// templates
template <int N> Tensor tt() { return randn({N, N + 1}); }
template <class F> Tensor ap(F f, Tensor x) { return f(x); }
void a24() {
  matmul(tt<2>(), tt<3>());
  ap([](Tensor t) { return t.transpose(0, 1); }, randn({2, 3})).view({3, 2});
}
// overload/virtual
struct B {
  virtual ~B() = default;
  virtual Tensor go(Tensor x) { return x; }
};
struct D : B {
  Tensor go(Tensor x) override { return x.transpose(0, 1); }
};
void a25(B &b) {
  matmul(b.go(randn({2, 3})), randn({2, 4}));
  D d;
  matmul(d.go(randn({2, 3})), randn({2, 4}));
}
// default args, neg dims
Tensor soft(Tensor x, int dim = -1) { return softmax(x, dim); }
void a26() {
  soft(randn({2, 3}));
  soft(randn({2, 3}), 1);
  soft(randn({}));
}

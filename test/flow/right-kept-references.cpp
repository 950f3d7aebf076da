// RUN: %tensor-tidy %s -- %runtime-flags
// References that objects keep: the variable changes behind the back of its
// name.
#include <functional>
#include <tensor_tidy/tensor.h>
#include <tuple>

using namespace tensor_tidy;
void grow(Tensor &t) { t = zeros({9, 9}); }
struct Refs {
  Tensor &t;
};
struct Holder {
  explicit Holder(Tensor &t) : t(t) {}
  ~Holder() { t = zeros({7, 7}); }
  void grow() { t = zeros({9, 9}); }

  Tensor &t;
};

void objects() {
  auto x = zeros({2, 3});
  Refs r{x};
  r.t = zeros({9, 9});
  matmul(x, zeros({9, 1}));
  {
    Holder h(x);
    x = zeros({2, 3});
    h.grow();
    matmul(x, zeros({9, 1}));
    x = zeros({2, 3});
  }
  matmul(x, zeros({7, 1}));
}

void wrappers() {
  auto x = zeros({1, 1}), y = x, z = x;
  std::reference_wrapper<Tensor> r(x);
  auto later = std::bind(grow, std::ref(y));
  auto tied = std::tie(z);
  x = y = z = zeros({2, 3});
  r.get() = zeros({9, 9});
  matmul(x, zeros({9, 1}));
  later();
  matmul(y, zeros({9, 1}));
  tied = std::make_tuple(zeros({9, 9}));
  matmul(z, zeros({9, 1}));
}

void captures() {
  auto x = zeros({2, 3}), y = x;
  auto f = [&r = x, &y](auto n) { r = y = zeros({n, n}); };
  f(9);
  matmul(x, zeros({9, 1}));
  matmul(y, zeros({9, 1}));
  std::function<void()> g = [&] { x = zeros({4, 4}); };
  g();
  matmul(x, zeros({4, 1}));
}

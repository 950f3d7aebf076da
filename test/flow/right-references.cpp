// RUN: %tensor-tidy %s -- %runtime-flags
// Right code: a variable changed through another name, in a switch, twice in
// one call.
#include <functional>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
int number();

Tensor &id(Tensor &t) { return t; }
void both(Tensor &a, Tensor &b) {
  b = randn({5, 5});
  matmul(a, randn({5, 2}));
}
void take(Tensor &&t) { t = randn({9, 9}); }
struct Holder {
  Tensor &t;
};

void references(bool c) {
  Tensor a = randn({2, 3}), b = a;
  Tensor &r = c ? a : b;
  r = randn({5, 5});
  if (c)
    matmul(a, randn({5, 1}));
  Tensor x = randn({2, 3});
  id(x) = randn({5, 5});
  matmul(x, randn({5, 1}));
  Tensor y = randn({2, 3});
  both(y, y);
  Tensor z = randn({2, 3});
  take(std::move(z));
  matmul(z, randn({9, 1}));
  Tensor h = randn({2, 3});
  Holder holder{h};
  holder.t = randn({5, 5});
  matmul(h, randn({5, 1}));
  Tensor w = randn({2, 3});
  auto kept = std::ref(w);
  kept.get() = randn({5, 5});
  matmul(w, randn({5, 1}));
}

void cases() {
  Tensor x = randn({2, 3});
  switch (number()) {
  case 1:
    x = randn({1, 1});
    break;
  default:
    x = randn({7, 1});
  }
  matmul(x, randn({1, 4}));
}

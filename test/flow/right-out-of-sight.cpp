// RUN: %tensor-tidy %s -- %runtime-flags
// Code out of sight that changes what it was once given.
#include <cstdint>
#include <functional>
#include <memory>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
bool flag();
void mutate(), reset();
Tensor global;
Tensor *kept;
void grow(Tensor &t) {
  auto f = [&] { t = zeros({9, 9}); };
  f();
}
Tensor *addressOf(Tensor &t) { return &t; }
void keep(Tensor &t) { kept = &t; }
void setThrough(void (*f)(std::int64_t &)) {
  std::int64_t n = 3;
  f(n);
  matmul(zeros({1, n}), zeros({9, 1}));
}
void refill(Tensor &t) {
  t = zeros({2, 3});
  reset();
  matmul(t, zeros({9, 1}));
}
void prepare(int n) {
  if (n > 0)
    return prepare(n - 1);
  *kept = zeros({9, 9});
}

void references() {
  auto x = zeros({2, 3}), y = x, z = x;
  grow(x);
  matmul(x, zeros({9, 1}));
  auto *p = addressOf(y), *q = std::addressof(z);
  y = z = zeros({2, 3});
  *p = *q = zeros({9, 9});
  matmul(y, matmul(z, zeros({9, 1})));
  keep(x), x = zeros({2, 3}), mutate();
  matmul(x, zeros({9, 1}));
  x = zeros({2, 3}), *kept = zeros({9, 9});
  matmul(x, zeros({9, 1}));
  x = zeros({2, 3}), prepare(2);
  matmul(x, zeros({9, 1}));
}
void globals() {
  Tensor &r = global;
  r = zeros({2, 3});
  reset();
  matmul(r, zeros({9, 1}));
  refill(global);
}
struct Options {
  std::int64_t *p;
  void add(std::int64_t &n) { p = &n; }
  void parse() { *p = 3; }
};
void options() {
  std::int64_t heads = 2;
  Options o;
  o.add(heads);
  o.parse();
  matmul(zeros({1, 3}), zeros({heads, 5}));
}

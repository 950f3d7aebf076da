// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// Shapes that went through objects, containers and captures on their way.
#include <optional>
#include <tensor_tidy/tensor.h>
#include <tuple>
#include <utility>
#include <vector>

using namespace tensor_tidy;

// Members of objects.
struct Config {
  int heads = 6;
};
void field() {
  Config c;
  randn({2, 5, 64}).view({2, 5, c.heads, 64 / c.heads}); // CHECK: :[[@LINE]]:{{[0-9]+}}: error:
}
struct Layer {
  Tensor weight = randn({3, 4});
  Tensor forward(Tensor x) { return matmul(x, weight); } // CHECK: :[[@LINE]]:{{[0-9]+}}: error:
};
void member() { Layer().forward(randn({2, 5})); }

// Containers.
void vector() {
  std::vector<Tensor> xs{randn({2, 3})};
  xs.push_back(randn({2, 3}));
  matmul(xs[0], xs[1]); // CHECK: :[[@LINE]]:{{[0-9]+}}: error:
}
void pair() {
  std::pair<Tensor, Tensor> p{randn({2, 3}), randn({2, 3})};
  matmul(p.first, p.second); // CHECK: :[[@LINE]]:{{[0-9]+}}: error:
}
void tuple() {
  auto [a, b] = std::tuple<Tensor, Tensor>{randn({2, 3}), randn({2, 3})};
  matmul(a, b); // CHECK: :[[@LINE]]:{{[0-9]+}}: error:
}
void optional() {
  std::optional<Tensor> x = randn({2, 3});
  matmul(*x, *x); // CHECK: :[[@LINE]]:{{[0-9]+}}: error:
}

void captured() {
  Tensor x = randn({2, 3});
  [&x] { matmul(x, x); }(); // CHECK: :[[@LINE]]:{{[0-9]+}}: error:
}
void copied() {
  Tensor x = randn({2, 3});
  [x] { matmul(x, x); }(); // CHECK: :[[@LINE]]:{{[0-9]+}}: error:
}
struct A {
  virtual ~A() = default;
  virtual Tensor turn(Tensor x) { return x; }
};
void virtuals() {
  A a;
  Tensor x = randn({2, 3});
  matmul(x, a.turn(x)); // CHECK: :[[@LINE]]:{{[0-9]+}}: error:
}
// A branch on something that is not followed.
struct Options {
  bool broken = true;
};
void open_choice() {
  Options o;
  Tensor x = randn({2, 3});
  if (o.broken) matmul(x, x); // CHECK: :[[@LINE]]:{{[0-9]+}}: error:
}

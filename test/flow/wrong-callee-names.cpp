// RUN: not %tensor-tidy %s -- %runtime-flags > %t 2>&1; FileCheck %s < %t
// RUN: %tensor-tidy --dump=signatures %s -- %runtime-flags | FileCheck %s --check-prefix NAMES
// What is called goes by the name that a reader knows: lambdas by what holds
// them, instances of templates by their arguments.
#include <functional>
#include <tensor_tidy/tensor.h>
using namespace tensor_tidy;

template <int Heads> Tensor split(const Tensor &x) { return x.view({x.size(0), Heads, -1}); }
template <class F> Tensor apply(F f, const Tensor &x) { return f(x); }
template <int Width> struct Block {
  Tensor w = zeros({Width, 8});
  Tensor forward(const Tensor &x) { return matmul(x, w); }
};
struct Scale {
  Tensor operator()(const Tensor &x) const { return matmul(x, zeros({3, 4})); }
};

void instances() {
  split<3>(zeros({2, 9}));
  split<4>(zeros({2, 9}));
  // CHECK: error: 'view' of [2, 9] to [2, 4, -1]
  // CHECK: note: in this call of 'split<4>'
  Block<4> four;
  Block<5> five;
  four.forward(zeros({2, 4}));
  five.forward(zeros({2, 4}));
  // CHECK: error: inner dimensions of 'matmul' differ: 4 and 5
  // CHECK: note: in this call of 'Block<5>::forward'
  Scale scale;
  scale(zeros({2, 5}));
  // CHECK: note: in this call of 'Scale::operator()'
}
// NAMES: split<3>(x:
// NAMES: split<4>(x:
// NAMES: Block<4>::forward(

void lambdas() {
  auto project = [](const Tensor &x) { return matmul(x, zeros({3, 4})); };
  project(zeros({2, 5}));
  // CHECK: error: inner dimensions of 'matmul' differ: 5 and 3
  // CHECK: note: in this call of 'project'
  const std::function<Tensor(Tensor)> held = [](Tensor x) { return matmul(x, zeros({3, 4})); };
  held(zeros({2, 5}));
  // CHECK: note: in this call of 'held'
  auto generic = [](auto x) { return matmul(x, zeros({3, 4})); };
  generic(zeros({2, 5}));
  // CHECK: note: in this call of 'generic<{{.*}}Tensor>'
  [](const Tensor &x) { return matmul(x, zeros({3, 4})); }(zeros({2, 5}));
  // CHECK: note: in this call of 'lambda at line [[@LINE-1]]'
  apply([](const Tensor &x) { return matmul(x, zeros({3, 4})); }, zeros({2, 5}));
  // CHECK: note: in this call of 'lambda at line [[@LINE-1]]'
  // CHECK: note: in this call of 'apply<(lambda at wrong-callee-names.cpp:[[@LINE-2]]:9)>'
}
// NAMES: project(x:
// NAMES-NEXT: held(x:
// NAMES-NEXT: lambda at line

// Two classes that a template makes are two: which one it is, is known.
struct Layer {
  virtual Tensor run(const Tensor &x) const = 0;
  virtual ~Layer() = default;
};
template <int Width> struct Linear : Layer {
  Linear() {}
  Tensor run(const Tensor &x) const override { return matmul(x, zeros({Width, 4})); }
};
template struct Linear<3>;
template struct Linear<5>;
void which() {
  std::shared_ptr<Layer> three = std::make_shared<Linear<3>>(), five = std::make_shared<Linear<5>>();
  three->run(zeros({2, 3}));
  five->run(zeros({2, 3}));
  // CHECK: error: inner dimensions of 'matmul' differ: 3 and 5
  // CHECK: [[@LINE-2]]:{{[0-9]+}}: note: in this call of
}
// CHECK-NOT: error:

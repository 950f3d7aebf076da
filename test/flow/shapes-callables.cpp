// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | %without-checks | FileCheck %s
// RUN: not %tensor-tidy %s -- %runtime-flags 2>&1 | FileCheck %s --check-prefix FOUND
// What can be called goes where values go: std::function, pointers to functions, lambdas as either.
#include <functional>
#include <tensor_tidy/tensor.h>
#include <vector>

using namespace tensor_tidy;
using Stage = std::function<Tensor(Tensor)>;

Tensor flip(Tensor x) { return x.transpose(0, 1); }
Tensor apply(Stage f, Tensor x) { return f(x); }
Tensor applyRef(const std::function<Tensor(const Tensor &)> &f, const Tensor &x) { return f(x); }
Tensor pointer(Tensor (*f)(Tensor), Tensor x) { return f(x); }
void each(const std::function<void(Tensor &)> &f, Tensor &x) { f(x); }
template <class F> Tensor twice(F f, Tensor x) { return f(f(x)); }
auto choose(bool flips) { return flips ? flip : nullptr; }

struct Layer {
  Stage activation;
  Layer(Stage f) : activation(std::move(f)) {}
  Tensor forward(Tensor x) { return activation(x); }
};

void passed() {
  auto x = zeros({2, 3});
  long width = 5;
  auto project = [width](Tensor t) { return matmul(t, zeros({3, width})); };
  auto a = apply(project, x); // CHECK: a: [2, 5]
  auto b = apply(flip, x);    // CHECK: b: [3, 2]
  auto c = applyRef([](const Tensor &t) { return t.unsqueeze(0); }, x);
  // CHECK: c: [1, 2, 3]
  auto d = pointer(&flip, x); // CHECK: d: [3, 2]
  auto e = pointer([](Tensor t) { return t.unsqueeze(1); }, x);
  // CHECK: e: [2, 1, 3]
  auto f = twice(flip, x);  // CHECK: f: [2, 3]
  auto g = choose(true)(x); // CHECK: g: [3, 2]
  auto y = zeros({4, 6});
  each([](Tensor &t) { t = t.transpose(0, 1); }, y);
  auto h = y.clone(); // CHECK: h: [6, 4]
}

void kept() {
  auto x = zeros({2, 3});
  long width = 5;
  auto project = [width](Tensor t) { return matmul(t, zeros({3, width})); };
  Stage stage;
  if (!stage)
    stage = flip;
  auto a = stage(x); // CHECK: a: [3, 2]
  Layer layer(project);
  auto b = layer.forward(x); // CHECK: b: [2, 5]
  std::vector<Stage> stages{flip, project};
  auto c = stages[1](x); // CHECK: c: [2, 5]
  std::function<long(long)> doubled = [](long n) { return 2 * n; };
  auto d = zeros({doubled(4)}); // CHECK: d: [8]
}

void wrong() {
  auto x = zeros({2, 3});
  Stage bad = [](Tensor t) { return matmul(t, zeros({4, 4})); };
  // FOUND: :[[@LINE-1]]:{{.*}}: error: inner dimensions of 'matmul' differ: 3 and 4
  bad(x);
  // FOUND: :[[@LINE-1]]:{{.*}}: note: in this call of 'bad'
}

// Right, whatever comes of it: one of two, state of its own, a name for what changes.
void unknown(bool which, Stage given) {
  auto x = zeros({2, 3});
  Stage either = which ? Stage(flip) : Stage([](Tensor t) { return t; });
  auto a = either(x); // CHECK: a: [...]
  auto b = given(x);  // CHECK: b: [...]
  std::function<long()> counter = [n = 1L]() mutable { return ++n; };
  counter();
  auto c = zeros({counter()}); // CHECK: c: [n]
  matmul(zeros({2, 3}), c.view({-1, 1}));
  long size = 3;
  std::function<Tensor()> late = [&size] { return zeros({size}); };
  size = 4;
  auto d = late(); // CHECK: d: [{{[a-z_]+}}]
  auto e = zeros({4}) + d;
}

int main() {
  passed();
  kept();
  wrong();
}
// FOUND: 1 error in 1 file

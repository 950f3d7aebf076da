// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s
// REQUIRES: torch
// A lambda that is passed on has the object that it was made in: what nobody
// writes to once it is made.
#include <functional>
#include <torch/torch.h>
using torch::Tensor;
using torch::zeros;

template <class F> Tensor apply(F f, Tensor x) { return f(x); }
Tensor applied(const std::function<Tensor(Tensor)> &f, Tensor x) { return f(x); }

struct Net {
  Tensor w = zeros({3, 4}), cache = zeros({3, 4});
  template <class F> Tensor on(F f, Tensor x) { return f(x); }

  Tensor passed(Tensor x) { return apply([this](Tensor t) { return torch::mm(t, w); }, x); }
  // CHECK: :[[@LINE-1]]:{{.*}}: error: inner dimensions of 'mm' differ: 5 and 3
  // CHECK: note: in this call of 'lambda at line [[@LINE-2]]'
  // CHECK: note: in this call of 'Net::passed'
  Tensor wrapped(Tensor x) { return applied([this](Tensor t) { return torch::mm(t, w); }, x); }
  // CHECK: :[[@LINE-1]]:{{.*}}: error: inner dimensions of 'mm' differ: 6 and 3
  Tensor nested(Tensor x) {
    auto project = [this](Tensor t) { return torch::mm(t, w); };
    auto twice = [this, &project](Tensor t) { return torch::mm(project(t), w); };
    // CHECK: :[[@LINE-1]]:{{.*}}: error: inner dimensions of 'mm' differ: 4 and 3
    return twice(x);
  }
  // What is written to may be another by then.
  Tensor cached(Tensor x) { return apply([this](Tensor t) { return torch::mm(t, cache); }, x); }
  Tensor grows(Tensor x) {
    return apply([this](Tensor t) { return cache = torch::cat({cache, t}); }, x);
  }
};
// The object is not that of the method that calls it.
struct Other {
  Tensor w;
  explicit Other(int n) : w(zeros({n, 4})) {}
  template <class F> Tensor on(F f, Tensor x) { return f(x); }
  Tensor by(Other &o, Tensor x) { return o.on([this](Tensor t) { return torch::mm(t, w); }, x); }
  // CHECK: :[[@LINE-1]]:{{.*}}: error: inner dimensions of 'mm' differ: 5 and 7
};
void uses() {
  Net net;
  net.passed(zeros({2, 5}));
  net.passed(zeros({2, 3}));
  net.wrapped(zeros({2, 6}));
  net.nested(zeros({2, 3}));
  net.cached(zeros({2, 5}));
  net.grows(zeros({2, 4}));
  Other five(5), seven(7);
  seven.by(five, zeros({2, 7}));
  seven.by(five, zeros({2, 5}));
}
// CHECK-NOT: error:

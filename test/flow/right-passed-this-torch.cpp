// RUN: %tensor-tidy %s -- %torch-flags | count 0
// REQUIRES: torch
// Nothing of this is wrong: what a lambda finds in the object that it was made
// in may be another once it is called.
#include <functional>
#include <torch/torch.h>
using torch::Tensor;

struct Net {
  Tensor w = torch::zeros({3, 4});
  std::function<Tensor(Tensor)> f;
  std::vector<std::function<Tensor(Tensor)>> fs;

  Net() {
    f = [this](Tensor x) { return torch::mm(x, w); };
    w = torch::zeros({5, 4});
  }
  Tensor go(Tensor x) { return f(x); }
  void add() {
    fs.push_back([this](Tensor x) { return torch::mm(x, w); });
  }
  Tensor inPlace() {
    auto l = [this](Tensor x) {
      w.unsqueeze_(0);
      return x;
    };
    call(l);
    return w.squeeze(0).t();
  }
  template <class F> void call(F g) { g(torch::zeros({1})); }
};
void uses() {
  Net m;
  m.go(torch::zeros({2, 5}));
  m.w = torch::zeros({6, 4});
  m.add();
  m.fs[0](torch::zeros({2, 6}));
  Net n = m;
  n.inPlace();
}
// Written in the constructor alone, but behind the lambda.
struct Late {
  Tensor w;
  std::function<Tensor(Tensor)> f;
  explicit Late(int n) : w(torch::zeros({3, 4})) {
    f = [this](Tensor x) { return torch::mm(x, w); };
    w = torch::zeros({n, 4});
  }
};
void late() {
  Late l(5);
  l.f(torch::zeros({2, 5}));
}

// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// Shapes changed in place by what the standard library calls back, by
// destructors, and behind an ArrayRef.
#include <functional>
#include <thread>
#include <torch/torch.h>

using torch::Tensor;
Tensor made() { return torch::zeros({2, 3}); }
void expect(const Tensor &x) { torch::bmm(x, torch::zeros({1, 3, 2})); }
struct Widener {
  Tensor t;
  ~Widener() { t.unsqueeze_(0); }
};
struct Outer {
  Widener inner;
};
struct Options {
  int64_t *p;
  void add(int64_t &n) { p = &n; }
  void parse() { *p = 3; }
};

void callbacks() {
  auto a = made(), b = made(), c = made(), d = made(), e = made();
  std::function<void(Tensor)> f = [](Tensor t) { t.unsqueeze_(0); };
  f(a), expect(a);
  std::function<void()> g = [b] { b.unsqueeze_(0); };
  g(), expect(b);
  std::vector<Tensor> v{c};
  std::for_each(v.begin(), v.end(), [](Tensor &t) { t.unsqueeze_(0); });
  expect(c);
  std::invoke([](const Tensor &t) { t.unsqueeze_(0); }, std::as_const(d));
  expect(d);
  std::thread([e] { e.unsqueeze_(0); }).join();
  expect(e);
}
void destructors() {
  auto a = made(), b = made();
  {
    Widener w{a};
    Outer o{{b}};
  }
  expect(a), expect(b);
}
void views() {
  auto x = torch::zeros({2, 3}), y = torch::zeros({2, 3});
  auto s = x.sizes();
  x.t_();
  torch::zeros(s).matmul(torch::zeros({2, 5}));
  at::IntArrayRef r = y.sizes();
  y.resize_({6, 3});
  torch::zeros({1, 6}).matmul(torch::zeros(r));
  std::array<int64_t, 2> e{1, 1};
  auto *p = e.data();
  e = {2, 2}, p[1] = 3;
  torch::zeros(e).view({6});
}

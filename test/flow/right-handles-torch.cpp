// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// Handles of one tensor: what reshapes it in place is seen by all of them.
#include <torch/torch.h>

using torch::Tensor;
bool flag();
struct Pair {
  Tensor first, second;
};
struct Layer {
  explicit Layer(Tensor t) : kept(t) {}
  void widen() { kept.unsqueeze_(0); }
  Tensor kept;
};
struct Widener {
  explicit Widener(Tensor t) { t.unsqueeze_(0); }
};
Tensor global;
Tensor made() { return torch::zeros({2, 3}); }
// Only [1, 2, 3] comes through.
void expect(const Tensor &x) { torch::bmm(x, torch::zeros({1, 3, 4})); }

void sameTensor() {
  auto a = made(), b = made(), c = made(), d = made(), e = made();
  a.contiguous().unsqueeze_(0), expect(a);
  b.to(torch::kFloat).unsqueeze_(0), expect(b);
  c.cpu().unsqueeze_(0), expect(c);
  torch::dropout(d, 0.5, false).unsqueeze_(0), expect(d);
  auto f = e.contiguous();
  e.unsqueeze_(0), expect(f);
  auto g = made(), h = torch::zeros({6}), i = made();
  g.flatten(1).unsqueeze_(0), expect(g);
  auto j = h.flatten();
  h.resize_({1, 2, 3}), expect(j);
  torch::nn::Flatten()(i).unsqueeze_(0), expect(i);
}
void chosen() {
  auto a = made(), b = torch::zeros({7}), c = made(), d = made();
  auto y = true || flag() ? a : b;
  y.unsqueeze_(0), expect(a);
  Tensor z = b;
  if (!flag() || flag())
    z = c;
  z.unsqueeze_(0), expect(c);
  d.set_data(torch::zeros({1, 2, 3})), expect(d);
}
void stored() {
  auto a = made(), b = made(), c = made(), d = made(), e = made(), f = made();
  Pair p{a, b};
  p.second.unsqueeze_(0), expect(b);
  std::vector<Tensor> v{a};
  for (auto &t : v)
    t.unsqueeze_(0);
  expect(a);
  global = c, global.unsqueeze_(0), expect(c);
  Layer l(d);
  l.widen(), expect(d);
  Widener w(e);
  expect(e);
  c10::optional<Tensor> o = f;
  o->unsqueeze_(0), expect(f);
  auto g = made();
  [g]() mutable { g.unsqueeze_(0); }(), expect(g);
}

// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %clangxx -w %torch-pch %torch-flags %s -o %t %torch-libs && %t
// A list that is copied, or that grows, copies its elements as the user has written it; so do pairs and optionals.
#include <array>
#include <optional>
#include <torch/torch.h>

using torch::Tensor;
using torch::zeros;
struct Turned {
  Tensor t;
  explicit Turned(Tensor t) : t(t) {}
  Turned(const Turned &o) : t(o.t.t()) {}
  Turned &operator=(const Turned &o) {
    t = o.t.unsqueeze(0);
    return *this;
  }
};
struct Row {
  std::vector<Turned> of;
};
static void needs2(const Tensor &x) { x.matmul(zeros({2, 1})); }

int main() {
  std::vector<Turned> a;
  a.emplace_back(zeros({2, 3}));
  std::vector<Turned> b = a, c(a), d{Turned(zeros({2, 3}))}, e(2, Turned(zeros({2, 3}))), f(a.begin(), a.end());
  needs2(b[0].t), needs2(c[0].t), needs2(d[0].t), needs2(e[1].t), needs2(f[0].t);
  c = a;
  c[0].t.view({1, 2, 3}).sum(2).view({2});
  a.emplace_back(zeros({5, 5}));
  needs2(a[0].t);
  std::array<Turned, 1> g{Turned(zeros({2, 3}))}, h = g;
  needs2(h[0].t);
  Turned x(zeros({2, 3}));
  std::pair<Turned, int> p(x, 1);
  needs2(p.first.t);
  auto q = std::make_pair(x, 1);
  q.first.t.numel();
  std::optional<Turned> o = x;
  needs2(o->t);
  Row r, s = r;
  r.of.emplace_back(zeros({2, 3}));
  s = r;
  Row u = r;
  needs2(u.of[0].t);
}

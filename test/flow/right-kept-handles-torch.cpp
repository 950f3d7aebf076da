// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// Tensors that something out of sight holds and reshapes in place.
#include <torch/torch.h>

using torch::Tensor;
bool flag();
void mutate(), widenAll(std::vector<Tensor> &), widen(Tensor);
struct Pair {
  Tensor first, second;
};
void widenPair(Pair);
Tensor global;
Tensor made() { return torch::zeros({2, 3}); }
// Only [1, 2, 3] comes through.
void expect(const Tensor &x) { torch::bmm(x, torch::zeros({1, 3, 4})); }
void widened(Tensor x) { x.unsqueeze_(0); }
void both(Tensor x, Tensor y) { x.unsqueeze_(0), expect(y); }
void later(int n) {
  if (n > 0)
    return later(n - 1);
  global.unsqueeze_(0);
}

void outside() {
  auto a = made(), b = made(), c = made(), d = made();
  global = a, mutate(), expect(a);
  std::vector<Tensor> v;
  v.push_back(b), widenAll(v), expect(b);
  Pair p{c, c};
  widenPair(p), expect(c);
  global = d, later(3), expect(d);
}
void oneOfTwo() {
  for (int i = 0; i < 3; ++i) {
    auto a = made(), b = made(), z = a;
    if (flag())
      z = b;
    i == 0 ? widen(z) : i == 1 ? widened(z) : both(z, z);
    if (i < 2)
      expect(z);
  }
}
void names() {
  auto a = made(), b = made(), c = b, out = torch::empty({0}), d = out;
  a.set_data(torch::zeros({1, 2, 3})), expect(a);
  at::mm_outf(torch::zeros({2, 3}), torch::zeros({3, 4}), out);
  torch::mm(d, torch::zeros({4, 5}));
}

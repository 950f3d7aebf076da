// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// Right code over tensors of any number of axes.
#include <torch/torch.h>
using torch::Tensor;

struct Mixer : torch::nn::Module {
  int64_t d;
  torch::nn::Linear up, down;
  explicit Mixer(int64_t d) : d(d), up(d, 4 * d), down(4 * d, d) {}
  Tensor forward(Tensor x) {
    auto residual = x;
    x = down(torch::gelu(up(torch::layer_norm(x, {d}))));
    return x + residual;
  }
};
// One function for vectors, matrices and batches.
Tensor affine(Tensor x, const Tensor &w, const Tensor &b) {
  if (x.dim() == 1)
    return torch::matmul(w.t(), x) + b;
  return torch::matmul(x, w) + b;
}
Tensor convolved(Tensor x) {
  if (x.dim() == 3)
    x = x.unsqueeze(0);
  auto y = torch::conv2d(x, torch::randn({8, 3, 3, 3}));
  return y.squeeze(0);
}
Tensor lastOf(Tensor x) {
  auto d = x.size(-1);
  auto half = d / 2;
  auto a = x.narrow(-1, 0, half), b = x.narrow(-1, half, half);
  return torch::cat({-b, a}, -1) + x;
}
Tensor swapTwice(Tensor x) {
  auto y = x.transpose(-1, -2);
  return torch::matmul(x, y) + torch::matmul(x, x.transpose(-2, -1));
}
Tensor whole(Tensor x) {
  auto mean = x.mean(), scale = x.std();
  return (x - mean) / scale;
}
Tensor rows(Tensor x, Tensor table) {
  // A table of vectors, or one vector.
  auto picked = x.dim() == 0 ? table : table + x;
  return picked.sum(-1);
}
Tensor grow(Tensor x, int n) {
  for (int i = 0; i < n; ++i)
    x = torch::stack({x, x}, 0);
  return x.view({-1}).sum();
}
// Somebody else holds the tensor, and may reshape it in place.
Tensor held;
void keep(const Tensor &x) { held = x; }
void change() { held.t_(); }
Tensor kept(Tensor x) {
  keep(x);
  auto y = torch::mm(x, torch::zeros({3, 4}));
  change();
  return torch::mm(x, torch::zeros({5, 4})).sum() + y.sum();
}
struct Keeper : torch::nn::Module {
  torch::nn::Linear a{8, 4}, b{6, 4};
  Tensor forward(Tensor x) {
    keep(x);
    auto y = a(x);
    change();
    return b(x).sum() + y.sum();
  }
};
// Two ends for two ranks, and sizes that are asked.
Tensor chosen(Tensor x, bool wide) {
  auto w8 = torch::zeros({8, 4}), w6 = torch::zeros({6, 4});
  if (wide)
    return torch::matmul(x, w8);
  return torch::matmul(x, w6);
}
Tensor squeezed(Tensor x) {
  auto y = torch::matmul(x, torch::zeros({8, 1})).squeeze();
  return y + torch::zeros({7, 3});
}
Tensor turned(Tensor x) {
  auto a = torch::matmul(x, torch::zeros({8, 4}));
  x = x.transpose(-1, -2);
  return torch::matmul(x, torch::zeros({5, 4})).sum() + a.sum();
}
int main() {
  Mixer mixer(16);
  mixer.forward(torch::randn({16}));
  mixer.forward(torch::randn({2, 3, 16}));
  affine(torch::randn({4}), torch::randn({4, 5}), torch::randn({5}));
  affine(torch::randn({2, 3, 4}), torch::randn({4, 5}), torch::randn({5}));
  convolved(torch::randn({3, 9, 9}));
  convolved(torch::randn({2, 3, 9, 9}));
  lastOf(torch::randn({2, 6}));
  swapTwice(torch::randn({5, 3, 3}));
  whole(torch::randn({}));
  whole(torch::randn({3, 4}));
  rows(torch::randn({}), torch::randn({}));
  rows(torch::randn({4}), torch::randn({2, 4}));
  grow(torch::randn({3}), 3);
  kept(torch::randn({5, 3}));
  Keeper().forward(torch::randn({6, 8}));
  chosen(torch::randn({8}), true);
  chosen(torch::randn({2, 6}), false);
  squeezed(torch::randn({7, 3, 8}));
  squeezed(torch::randn({8}));
  turned(torch::randn({5, 8}));
}

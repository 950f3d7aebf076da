// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// Answers about sizes kept in variables.
#include <torch/torch.h>

using torch::Tensor;

Tensor vectors(Tensor x, Tensor y) {
  return x.sizes().vec() == y.sizes().vec() ? x + y : x;
}

Tensor ranked(Tensor x) {
  auto sizes = x.sizes();
  auto rank = sizes.size();
  if (rank == 3)
    return torch::bmm(x, x.transpose(1, 2));
  switch (x.dim()) {
  case 2:
    return torch::mm(x, x.t());
  default:
    return x;
  }
}

void callers() {
  auto x = torch::zeros({4, 64}), y = torch::zeros({4, 3});
  vectors(x, y);
  ranked(x), ranked(torch::zeros({2, 3, 4}));
}

// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// A module as another class: it may be none.
#include <torch/torch.h>
using torch::Tensor;

struct Other : torch::nn::Module {
  virtual Tensor forward(Tensor x) { return x; }
};
struct More : Other {};

Tensor initialised(torch::nn::Sequential layers) {
  for (auto &module : layers->children())
    if (auto *linear = module->as<torch::nn::Linear>())
      torch::nn::init::zeros_(linear->weight);
    else if (auto *conv = module->as<torch::nn::Conv2d>())
      torch::nn::init::zeros_(conv->weight);
  return torch::zeros({1});
}

int main() {
  auto x = torch::zeros({2, 3}), y = x, z = x;
  torch::nn::Sequential linear(torch::nn::Linear(3, 4));
  if (linear->ptr(0)->as<torch::nn::Conv2d>())
    x = torch::zeros({1});
  else
    x = linear->ptr(0)->as<torch::nn::Linear>()->forward(x);
  auto a = x.clone(); // CHECK: a: [...]
  auto more = std::make_shared<More>();
  Other *other = more.get();
  if (auto *same = dynamic_cast<More *>(other))
    y = torch::zeros({5});
  if (auto *base = dynamic_cast<Other *>(other))
    z = torch::zeros({6, 7});
  auto b = torch::matmul(z, torch::zeros({7, 2}));
}

// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags 2>&1 | FileCheck %s
// A module whose constructor nobody wrote, looked at on its own; and right ones.
#include <torch/torch.h>
using torch::Tensor;

struct Wrong : torch::nn::Module {
  torch::nn::Linear first{784, 128}, second{64, 10};
  int64_t side = 28;
  Tensor forward(Tensor x) {
    x = torch::relu(first(x.view({x.size(0), side * side})));
    return second(x);
    // CHECK: :[[@LINE-1]]:19: error: inner dimensions of 'Linear' differ: it takes 64, given 128
  }
};

struct Right : torch::nn::Module {
  torch::nn::Linear first{784, 128}, second{128, 10};
  Tensor forward(Tensor x) { return second(first(x.view({x.size(0), 784}))); }
};

// Set up later, or field by field.
struct Later : torch::nn::Module {
  torch::nn::Linear first{784, 128}, second{nullptr};
  void prepare(int64_t width) {
    first = torch::nn::Linear(784, width);
    second = torch::nn::Linear(width, 10);
  }
  Tensor forward(Tensor x) { return second(first(x.view({x.size(0), 784}))); }
};
struct Config {
  int64_t width = 4;
  Tensor make() { return torch::matmul(torch::zeros({2, width}), torch::zeros({8, 2})); }
};

int main() {
  Config config{8};
  config.make();
}
// CHECK: 1 error in 1 file

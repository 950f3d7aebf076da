// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s
// Layers that do not fit what they are given, or each other.
#include <torch/torch.h>

struct Net : torch::nn::Module {
  explicit Net(int64_t d) : first(d, 2 * d), second(2 * d + 1, 10) {}
  torch::Tensor forward(torch::Tensor x) {
    return second(first(x)); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'Linear' differ: it takes 2*d + 1, given 2*d
  }
  torch::nn::Linear first, second;
};
void made() { Net(4).forward(torch::zeros({2, 4})); }
void chain() {
  torch::nn::Sequential seq(torch::nn::Linear(3, 4), torch::nn::ReLU(), torch::nn::Linear(5, 6));
  seq->forward(torch::zeros({2, 3})); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'Linear' at index 2 of 'seq' differ
}
void channels() {
  torch::nn::Conv2d(3, 8, 3)(torch::zeros({1, 4, 9, 9}));
  // CHECK: :[[@LINE-1]]:{{.*}} error: inner dimensions of 'Conv2d' differ: it takes 3, given 4 on axis 1 of [1, 4, 9, 9]
  // CHECK: note: the layer 'Conv2d' is made here, with in_channels 3
  torch::nn::BatchNorm2d(8)(torch::zeros({1, 4, 9, 9}));
  // CHECK: :[[@LINE-1]]:{{.*}} error: 'BatchNorm2d' takes num_features 8, given 4 on axis 1 of [1, 4, 9, 9]
  torch::nn::MaxPool2d(5)(torch::zeros({1, 4, 4, 4}));
  // CHECK: :[[@LINE-1]]:{{.*}} error: 'MaxPool2d' cannot work: the kernel of 5 is larger
}

// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s
// Layers among others: which one fails, and what comes to it. A layer by itself has no index.
#include <torch/torch.h>
using namespace torch::nn;

// CHECK-NOT: at index
void alone() {
  GroupNorm(2, 8)(torch::zeros({1, 4, 9})); // CHECK: :[[@LINE]]:{{.*}} 'GroupNorm' takes num_channels 8, given 4 on axis 1 of [1, 4, 9]
  LayerNorm(LayerNormOptions({8}))(torch::zeros({2, 9})); // CHECK: 'LayerNorm' cannot work: its last axis is to be 8, but its input is [2, 9]
  BatchNorm2d(8)(torch::zeros({1, 8, 9})); // CHECK: 'BatchNorm2d' does not take [1, 8, 9]: it takes 4 axes
  Conv1d(3, 8, 3)(torch::zeros({4}));      // CHECK: 'Conv1d' does not take [4]: it takes at least 2 axes
  Softmax(2)(torch::zeros({3, 4}));        // CHECK: 'Softmax' has no axis 2: the axes are -2 to 1
}
void among() {
  Sequential seq(Linear(3, 4), ReLU(), Linear(5, 6));
  auto x = torch::zeros({2, 3});
  seq->forward(x); // CHECK: :[[@LINE]]:{{.*}} inner dimensions of 'Linear' at index 2 of 'seq' differ: it takes 5, given 4 on axis 1 of [2, 4]
  // CHECK: :[[@LINE-2]]:{{.*}} note: 'x' is [2, 3], made here
  // CHECK: :[[@LINE-4]]:40: note: the layer 'Linear' is made here, with in_features 5
  // CHECK: :[[@LINE-5]]:{{.*}} note: 'seq' is made here
}
void further() {
  Sequential outer(Conv2d(1, 6, 3), Sequential(ReLU(), BatchNorm2d(8)));
  outer->forward(torch::zeros({2, 1, 28, 28})); // CHECK: 'BatchNorm2d' at index 1, 1 of 'outer' takes num_features 8, given 6 on axis 1 of [2, 6, 26, 26]
}
struct Block : Module {
  explicit Block(int64_t n) : fc(n, n) {}
  torch::Tensor forward(torch::Tensor x) { return fc(x); } // CHECK: inner dimensions of 'Linear' differ: it takes 5, given 4
  Linear fc;
};
void own() {
  Sequential blocks(std::make_shared<Block>(4), std::make_shared<Block>(5));
  blocks->forward(torch::zeros({2, 4})); // CHECK: :[[@LINE]]:{{.*}} note: in this call of 'Block::forward' at index 1 of 'blocks'
}
// CHECK-NOT: error:
void right() {
  Sequential(Linear(3, 4), ReLU(), Linear(4, 6))->forward(torch::zeros({2, 3}));
}

// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags 2>&1 | FileCheck %s
// Sizes that are different multiples of one: the same only where there is nothing at all.
#include <torch/torch.h>
using torch::Tensor;

struct FeedForward : torch::nn::Module {
  torch::nn::Linear up, down;
  explicit FeedForward(int64_t d) : up(d, 4 * d), down(2 * d, d) {}
  Tensor forward(Tensor x) {
    return x + down(torch::gelu(up(x))); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'Linear' differ: it takes 2*d, given 4*d
  }
};
struct Gated : torch::nn::Module {
  torch::nn::Linear gate, up, down;
  explicit Gated(int64_t d) : gate(d, 4 * d), up(d, 2 * d), down(4 * d, d) {}
  Tensor forward(Tensor x) {
    return down(torch::gelu(gate(x)) * up(x)); // CHECK: :[[@LINE]]:{{.*}} error: '*' cannot broadcast [..., 4*d] and [..., 2*d]: 4*d and 2*d
  }
};
struct BlockImpl : torch::nn::Module {
  torch::nn::Linear fc{nullptr};
  explicit BlockImpl(int64_t d) { fc = register_module("fc", torch::nn::Linear(d, d)); }
  Tensor forward(Tensor x) { return x + fc(x); }
};
TORCH_MODULE(Block);
struct Stack : torch::nn::Module {
  std::vector<Block> blocks;
  torch::nn::Linear head{nullptr};
  Stack(int64_t d, int64_t n) {
    for (int64_t i = 0; i < n; ++i) {
      blocks.push_back(Block(d)); // a holder takes the number itself
      register_module("block" + std::to_string(i), blocks.back());
    }
    head = register_module("head", torch::nn::Linear(d + 1, 10));
  }
  Tensor forward(Tensor x) {
    for (auto &block : blocks)
      x = block(x);
    return head(x); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'Linear' differ: it takes 9, given 8
  }
};
void made() { Stack(8, 3).forward(torch::randn({2, 8})); }
void halves(Tensor x, int64_t d) {
  x = torch::zeros({2, 4 * d});
  x.view({2, 2 * d});    // CHECK: :[[@LINE]]:{{.*}} error: 'view' of [2, 4*d] to [2, 2*d]: 8*d elements cannot become 4*d
  x.view({2, 2, 2 * d}); // right
  torch::cat({x, torch::zeros({2 * d, 4 * d})}).view({-1, d}); // right, whatever d is
}
// A size may be 1, and then it broadcasts; or another size may be anything.
void right(int64_t d, int64_t e) {
  torch::zeros({2 * d, 3}) + torch::zeros({d, 3});
  torch::mm(torch::zeros({3, 2 * d}), torch::zeros({4 * e, 3}));
}
// CHECK: 4 errors in 1 file

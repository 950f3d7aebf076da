// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// Elements of a list that are made in it: modules by their holders, objects of nothing. It runs with libtorch 1.13.
#include <torch/torch.h>
using torch::Tensor;
namespace nn = torch::nn;

struct BlockImpl : nn::Module {
  BlockImpl(int64_t in, int64_t out) : fc(register_module("fc", nn::Linear(in, out))) {}
  Tensor forward(Tensor x) { return fc(x); }
  nn::Linear fc;
};
TORCH_MODULE(Block);

struct Cache {
  Tensor keys;
  int64_t length = 2;
};

int main() {
  std::vector<Block> blocks;
  for (int64_t i = 1; i < 3; ++i)
    blocks.emplace_back(4 * i, 4 * i + 4);
  Tensor x = torch::zeros({2, 4});
  for (auto &block : blocks)
    x = block(x);
  x.relu();
  // CHECK: relu: [2, 12]
  std::vector<nn::Linear> layers;
  layers.emplace_back(12, 5);
  layers.emplace_back(nn::LinearOptions(5, 6));
  layers.emplace_back(nullptr);
  layers[1](layers[0](x)).tanh();
  // CHECK: tanh: [2, 6]
  std::vector<Cache> caches(3);
  caches[1].keys = torch::zeros({7, caches[0].length});
  if (!caches[2].keys.defined())
    caches[1].keys.exp();
  // CHECK: exp: [7, 2]
}

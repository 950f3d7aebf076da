// REQUIRES: torch
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// RUN: %tensor-tidy %s -- %torch-flags | count 0
// All the ways to a module of a list.
#include <torch/torch.h>
using torch::Tensor;
using torch::nn::Linear, torch::nn::LinearImpl;

struct BlockImpl : torch::nn::Module {
  BlockImpl(int64_t d) : fc(register_module("fc", Linear(d, d))), turned(fc->weight) {}
  Tensor forward(Tensor x) {
    ++calls;
    return fc(x);
  }
  Linear fc;
  Tensor turned;
  int64_t calls = 0;
};
TORCH_MODULE(Block);

void byIndex(Tensor in) {
  torch::nn::ModuleList layers(Linear(8, 16), Linear(16, 4));
  auto x = torch::zeros({2, 8});
  auto a = layers[0]->as<Linear>()->forward(x);          // CHECK: a: [2, 16]
  auto b = layers[1]->as<LinearImpl>()->forward(a);      // CHECK: b: [2, 4]
  auto c = layers->at<LinearImpl>(0).forward(x);         // CHECK: c: [2, 16]
  auto d = layers->ptr<LinearImpl>(1)->forward(c);       // CHECK: d: [2, 4]
  auto e = std::dynamic_pointer_cast<LinearImpl>(layers[0])->forward(x); // CHECK: e: [2, 16]
  std::shared_ptr<torch::nn::Module> module = layers[1];
  auto f = module->as<Linear>()->forward(e);             // CHECK: f: [2, 4]
}

void inOrder() {
  torch::nn::ModuleList layers(Linear(8, 16), Linear(16, 4));
  auto x = torch::zeros({2, 8});
  for (const auto &module : *layers)
    x = module->as<Linear>()->forward(x);
  auto y = x; // CHECK: y: [2, 4]
}

void ofTheUser(int64_t n) {
  torch::nn::ModuleList layers;
  for (int i = 0; i < 3; ++i)
    layers->push_back(Block(8));
  auto x = torch::zeros({2, 8});
  for (auto &module : *layers)
    x = module->as<Block>()->forward(x);
  auto y = x; // CHECK: y: [2, 8]
}

void byNumber(int64_t n) {
  torch::nn::ModuleList layers;
  for (int i = 0; i < 3; ++i)
    layers->push_back(Block(8));
  auto y = torch::zeros({2, 8});
  for (size_t i = 0; i < layers->size(); ++i)
    y = layers[i]->as<BlockImpl>()->forward(y);
  auto z = y; // CHECK: z: [2, 8]
}

// Told apart by what they are.
void kinds() {
  torch::nn::ModuleList layers(Linear(8, 16), torch::nn::ReLU(), Linear(16, 4));
  auto x = torch::zeros({2, 8});
  for (const auto &module : *layers)
    if (auto *linear = module->as<Linear>())
      x = linear->forward(x);
    else
      x = torch::relu(x);
  auto y = x; // CHECK: y: [2, 4]
}

int main() { byIndex({}), inOrder(), ofTheUser(3), byNumber(3), kinds(); }

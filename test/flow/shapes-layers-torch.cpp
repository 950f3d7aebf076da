// REQUIRES: torch
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// Layers of torch::nn, from the constructor to forward.
#include <torch/torch.h>

struct Net : torch::nn::Module {
  Net() {
    conv1 = register_module("conv1", torch::nn::Conv2d(torch::nn::Conv2dOptions(1, 10, 5)));
    conv2 = register_module("conv2", torch::nn::Conv2d(10, 20, 5));
    fc1 = register_module("fc1", torch::nn::Linear(320, 50));
    fc2 = register_module("fc2", std::make_shared<torch::nn::LinearImpl>(50, 10));
  }
  torch::Tensor forward(torch::Tensor x) {
    x = torch::relu(torch::max_pool2d(conv1->forward(x), 2));
    // CHECK: x: [..., 10, n/2 - 2, n1/2 - 2] | [8, 10, 12, 12]
    x = torch::relu(torch::max_pool2d(conv2(x), 2));
    // CHECK: x: [..., 20, n/4 - 3, n1/4 - 3] | [8, 20, 4, 4]
    x = x.view({-1, 320});
    // CHECK: x: [_, 320] | [8, 320]
    x = torch::relu(fc1->forward(x));
    return torch::log_softmax(fc2->forward(x), 1);
    // CHECK: log_softmax: [_, 10] | [8, 10]
  }
  torch::nn::Conv2d conv1{nullptr}, conv2{nullptr};
  torch::nn::Linear fc1{nullptr};
  std::shared_ptr<torch::nn::LinearImpl> fc2;
};
struct BlockImpl : torch::nn::Module {
  explicit BlockImpl(int64_t d) : norm(d) {
    fc = register_module("fc", torch::nn::Linear(torch::nn::LinearOptions(d, d).bias(false)));
    register_module("norm", norm);
  }
  torch::Tensor forward(torch::Tensor x) { return x + norm(fc->forward(x)); }
  torch::nn::Linear fc{nullptr};
  torch::nn::BatchNorm1d norm;
};
TORCH_MODULE(Block);
struct Deep : torch::nn::Module {
  explicit Deep(int64_t d, int many) {
    for (int i = 0; i < many; ++i)
      blocks->push_back(Block(d));
    head->push_back(torch::nn::Linear(d, 2 * d));
    head->push_back(torch::nn::ReLU());
    head->push_back("last", torch::nn::Linear(2 * d, 10));
    register_module("blocks", blocks);
  }
  torch::Tensor forward(torch::Tensor x) { return head->forward(blocks->forward(x)); }
  torch::nn::Sequential blocks, head;
};
void made() {
  Net net;
  auto a = net.forward(torch::randn({8, 1, 28, 28})); // CHECK: a: [8, 10]
  auto deep = std::make_shared<Deep>(32, 3);
  auto b = deep->forward(torch::randn({8, 32})); // CHECK: b: [8, 10]
  torch::nn::Conv2d conv(torch::nn::Conv2dOptions(3, 6, {3, 5}).stride({2, 1}).padding(1).dilation(2));
  auto c = conv(torch::zeros({4, 3, 32, 32})); // CHECK: c: [4, 6, 15, 26]
  auto d = conv(torch::zeros({3, 32, 32}));    // CHECK: d: [6, 15, 26]
  torch::nn::MaxPool2d pool(torch::nn::MaxPool2dOptions(3).stride(2));
  auto e = pool(torch::zeros({3, 9, 9})); // CHECK: e: [3, 4, 4]
  torch::nn::Embedding table(100, 16);
  auto f = torch::nn::LayerNorm(torch::nn::LayerNormOptions({16}))(table(torch::zeros({2, 5}, torch::kLong)));
  // CHECK: f: [2, 5, 16]
  auto g = torch::nn::Flatten()(torch::zeros({2, 3, 4})); // CHECK: g: [2, 12]
}

// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// One name bound to another rank, sources that nobody knows, helpers that are polymorphic in rank: it runs with
// libtorch 1.13.
#include <torch/script.h>
#include <torch/torch.h>
#include <fstream>
#include <iostream>
using torch::Tensor;

Tensor rebound() {
  auto x = torch::randn({2, 3});
  x = x.view(-1);
  x = torch::dot(x, torch::randn({6}));
  {
    auto x = torch::randn({4, 5, 6});
    x = x.flatten(1);
    x.unsqueeze_(0);
    x = torch::bmm(x, torch::randn({1, 30, 2}));
  }
  auto y = x;
  y = torch::randn({7}).unsqueeze(1);
  return torch::matmul(y, torch::randn({1, 3}));
  // CHECK: matmul: [7, 3]
}

Tensor fromBlob(std::vector<float> &data, int rows) {
  int columns = int(data.size()) / rows;
  auto x = torch::from_blob(data.data(), {rows, columns});
  return torch::matmul(x, torch::randn({3, 2}));
}

Tensor fromArguments(int argc, char **argv) {
  int64_t hidden = argc > 1 ? std::atoi(argv[1]) : 16;
  int64_t depth = 3;
  if (const char *d = std::getenv("DEPTH"))
    depth = std::stoll(d);
  auto h = torch::randn({2, hidden});
  // CHECK: h: [2, _]
  for (int64_t i = 0; i < depth; ++i)
    h = torch::relu(torch::matmul(h, torch::randn({hidden, hidden})));
  return h;
}

Tensor fromFile(std::istream &in) {
  int64_t n = 4, m = 5;
  in >> n >> m;
  return torch::matmul(torch::randn({n, m}), torch::randn({m, n}));
}

Tensor scripted(torch::jit::script::Module &module) {
  auto y = module.forward({torch::randn({1, 3, 8, 8})}).toTensor();
  return torch::matmul(y, torch::randn({10, 2}));
}

Tensor trained(torch::nn::Linear fc) {
  auto set = torch::data::datasets::MNIST("data").map(torch::data::transforms::Stack<>());
  auto loader = torch::data::make_data_loader(std::move(set), 4);
  Tensor loss;
  for (auto &batch : *loader) {
    auto x = batch.data.view({batch.data.size(0), -1});
    auto y = fc(x);
    loss = torch::nll_loss(torch::log_softmax(y, 1), batch.target);
  }
  return loss;
}

/// Works on [n], [b, n] and [b, t, n].
Tensor normalise(const Tensor &x) {
  auto mean = x.mean(-1, true);
  auto y = x - mean;
  if (x.dim() == 1)
    return y / y.norm();
  if (x.dim() == 3)
    return torch::bmm(y, torch::randn({x.size(0), x.size(2), x.size(2)}));
  return torch::mm(y, torch::randn({x.size(1), x.size(1)}));
  // CHECK: mm: [m1, n3] | [2, 3]
}

template <class T> T apply(T x, int64_t times) {
  for (int64_t i = 0; i < times; ++i)
    x = x.unsqueeze(0);
  return x;
}

Tensor atLeast(Tensor x, int64_t rank) {
  while (x.dim() < rank)
    x = x.unsqueeze(0);
  return x;
}

int main(int argc, char **argv) {
  rebound();
  std::vector<float> data(6);
  fromBlob(data, 2);
  fromArguments(argc, argv);
  normalise(torch::randn({3}));
  normalise(torch::randn({2, 3}));
  normalise(torch::randn({2, 4, 3}));
  torch::matmul(apply(torch::randn({3, 3}), 2), torch::randn({3}));
  torch::bmm(atLeast(torch::randn({2, 3}), 3), torch::randn({1, 3, 2}));
  // CHECK: bmm: [1, 2, 2]
}

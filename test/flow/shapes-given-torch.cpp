// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// Whether there is an object: pointers, holders and chains of modules are asked for it, and the answer is known.
#include <torch/torch.h>
using torch::Tensor;
struct A : torch::nn::Module {
  torch::nn::Linear fc{nullptr};
  std::shared_ptr<torch::nn::LinearImpl> p, q;
  torch::nn::Sequential down;
  torch::nn::Sequential none{nullptr};
  A(bool) { p = std::make_shared<torch::nn::LinearImpl>(5, 7); }
  Tensor forward(Tensor x) {
    Tensor a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x;
    if (fc) a = torch::zeros({1});
    if (fc.is_empty()) b = torch::zeros({2});
    if (p) c = torch::zeros({3});
    if (q != nullptr) d = torch::zeros({4});
    if (down->is_empty()) e = torch::zeros({5});
    if (down->size() > 0) f = torch::zeros({6});
    if (!none) g = torch::zeros({7});
    if (none.is_empty()) h = torch::zeros({8});
    torch::cat({a, b, c, d, e, f, g, h});
    // CHECK: cat: [_] | [55]
    return torch::cat({b, c, e, g, h});
    // CHECK: cat: [25]
  }
};
struct B : torch::nn::Module {
  torch::nn::Sequential down;
  B(int i, int o) { if (i != o) down->push_back(torch::nn::Linear(i, o)); }
  Tensor forward(Tensor x) {
    if (!down->is_empty()) x = down->forward(x);
    return x;
  }
};

torch::Tensor reset(std::shared_ptr<torch::nn::LinearImpl> given) {
  auto x = torch::zeros({3, 4});
  auto linear = std::make_shared<torch::nn::LinearImpl>(4, 5);
  linear.reset();
  if (linear)
    x = torch::zeros({4, 3});
  if (given == nullptr)
    return torch::matmul(x, torch::zeros({4, 5}));
  return torch::matmul(x, torch::zeros({3, 2}));
  // CHECK: matmul: [_, 2]
}

torch::Tensor raw(bool find) {
  torch::nn::LinearImpl *found = nullptr;
  torch::nn::LinearImpl layer(4, 5);
  if (find)
    found = &layer;
  auto x = torch::zeros({3, 4});
  return found != nullptr ? found->forward(x) : torch::zeros({3, 5});
}

torch::Tensor compared(torch::optional<int64_t> width) {
  torch::optional<int64_t> none;
  if (none != torch::nullopt)
    return torch::matmul(torch::zeros({3, 4}), torch::zeros({3, 4}));
  if (torch::nullopt == none)
    return torch::zeros({2, 3});
  return torch::zeros({1});
}

int main() {
  A(true).forward(torch::zeros({10}));
  auto y = B(3, 4).forward(torch::zeros({2, 3}));
  // CHECK: y: [2, 4]
  auto z = B(3, 3).forward(torch::zeros({2, 3}));
  // CHECK: z: [2, 3]
  auto w = compared(4);
  // CHECK: w: [2, 3]
}

// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s
// What leaves layers as they are: filling weights, looking at them, and what happens to another one.
#include <torch/torch.h>

namespace nn = torch::nn;
using torch::zeros;
struct Net : nn::Module {
  nn::Linear fc{nullptr}, head{nullptr};
  nn::Embedding words{nullptr};
  Net() {
    words = register_module("words", nn::Embedding(50, 4));
    fc = register_module("fc", nn::Linear(3, 4));
    head = register_module("head", nn::Linear(4, 50));
    head->weight = words->weight;
  }
};
static void init(nn::Module &m) {
  torch::NoGradGuard guard;
  if (auto *l = m.as<nn::Linear>()) {
    double bound = 1.0;
    bound = bound / l->options.in_features();
    nn::init::uniform_(l->weight, -bound, bound);
    nn::init::zeros_(l->bias);
  }
}
static void filled() {
  auto net = std::make_shared<Net>();
  net->apply(init);
  net->apply([](nn::Module &m) { std::cout << m.name(); });
  net->fc(zeros({2, 5}));
  // CHECK: [[@LINE-1]]:{{[0-9]+}}: error: inner dimensions of 'Linear' differ: it takes 3, given 5
}
static void tied() {
  Net net;
  net.fc(zeros({2, 6}));
  // CHECK: [[@LINE-1]]:{{[0-9]+}}: error: inner dimensions of 'Linear' differ: it takes 3, given 6
}
static void trained() {
  nn::Sequential net(nn::Linear(3, 4), nn::ReLU());
  torch::optim::SGD step(net->parameters(), 0.1);
  step.step();
  torch::Tensor loss;
  step.step([&] {
    step.zero_grad();
    loss = net->forward(zeros({2, 3})).sum();
    loss.backward();
    return loss;
  });
  nn::Linear other(3, 4);
  auto same = other;
  other->weight = zeros({4, 9});
  same(zeros({2, 9}));
  net->forward(zeros({2, 7}));
  // CHECK: [[@LINE-1]]:{{[0-9]+}}: error: inner dimensions of 'Linear'
}
int main() { filled(), tied(), trained(); }
// CHECK-NOT: error:

// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s
// What the library does with a module of the user's, to train, print or store it, leaves its fields alone.
#include <iostream>
#include <torch/torch.h>

struct NetImpl : torch::nn::Module {
  NetImpl() {
    fc = register_module("fc", torch::nn::Linear(10, 20));
    scale = register_parameter("scale", torch::ones({20}));
  }
  torch::Tensor forward(torch::Tensor x) { return fc(x) * scale; }
  torch::nn::Linear fc{nullptr};
  torch::Tensor scale;
};
TORCH_MODULE(Net);

void object() {
  NetImpl net;
  if (net.is_training())
    net.eval();
  net.zero_grad();
  net.to(torch::kFloat);
  torch::optim::SGD step(net.parameters(), 0.1);
  net.forward(torch::zeros({2, 10}));
  net.fc(torch::zeros({2, 11})); // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'Linear' differ: it takes 10, given 11
}

void holder() {
  Net net;
  net->eval();
  std::cout << net << *net;
  torch::save(net, "net.pt");
  torch::load(net, "net.pt");
  net->fc(torch::zeros({2, 12})); // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'Linear' differ: it takes 10, given 12
}

void shared() {
  auto net = std::make_shared<NetImpl>();
  torch::save(net, "net.pt");
  net->fc(torch::zeros({2, 13})); // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'Linear' differ: it takes 10, given 13
}

void layer() {
  torch::nn::LinearImpl fc(10, 20);
  fc.eval();
  fc.forward(torch::zeros({2, 14})); // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'Linear' differ: it takes 10, given 14
}

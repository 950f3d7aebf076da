// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// A module whose class stands in for a method of the library's is what that method makes of it: it runs with libtorch
// 1.13.
#include <torch/torch.h>

struct Switched : torch::nn::Module {
  void train(bool on = true) override {
    torch::nn::Module::train(on);
    fc = torch::nn::Linear(on ? 10 : 20, 3);
  }
  torch::nn::Linear fc{torch::nn::Linear(10, 3)};
};
struct Derived : Switched {};

int main() {
  Switched a;
  a.eval();
  a.fc(torch::zeros({2, 20}));
  auto b = std::make_shared<Derived>();
  b->eval();
  b->fc(torch::zeros({2, 20}));
}

// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags 2>&1 | FileCheck %s --implicit-check-not 'remark: inner'
// What a test wants to throw, in a module of a Sequential as elsewhere.
#include <gtest/gtest.h>
#include <torch/torch.h>

struct Net : torch::nn::Module {
  torch::Tensor forward(torch::Tensor x) { return l(x); }
  torch::nn::Linear l{32, 32};
};
TEST(Net, TakesItsWidthAlone) {
  torch::nn::Sequential s(std::make_shared<Net>());
  EXPECT_THROW(s->forward(torch::zeros({4, 31})), c10::Error);
  s->forward(torch::zeros({4, 32}));
}
// CHECK: nothing found

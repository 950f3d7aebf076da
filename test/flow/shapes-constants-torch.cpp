// REQUIRES: torch
// RUN: %tensor-tidy --dump=shapes %s %S/Inputs/constants.cpp -- %torch-flags | %without-checks | FileCheck %s
// RUN: not %tensor-tidy %s %S/Inputs/constants.cpp -- %torch-flags 2>&1 | FileCheck %s --check-prefix FOUND
// RUN: %tensor-tidy %s -- %torch-flags
// Constants of namespace and class scope, here and in another file of the run.
#include "Inputs/constants.h"
#include <torch/torch.h>

const std::array<int64_t, 3> kDims = {5, 6, 7};
const torch::Tensor kTable = torch::zeros({2, 3}); // (its shape may be changed)
static std::vector<int64_t> written = {1, 2};
namespace {
const Config own{32};
}

void constants() {
  auto a = torch::zeros({kHidden, kConfig.hidden, kConfig.head()}); // CHECK: a: [128, 96, 12]
  auto b = torch::zeros({Sizes::width, Sizes::all[2], kDims[1]});   // CHECK: b: [256, 3, 6]
  auto c = torch::zeros({own.hidden, own.head()});                  // CHECK: c: [32, 8]
  auto d = torch::zeros(Sizes::all);                                // CHECK: d: [16, 128, 3]
  for (auto n : kDims)
    auto e = torch::zeros({n}); // CHECK: e: [5] | [6] | [7]
  static const std::vector<int64_t> local = {9, kDims[1]};
  const auto &same = local;
  auto f = torch::zeros({same[1], local[0]}); // CHECK: f: [6, 9]
  auto g = torch::zeros({changes, written[0]}); // CHECK: g: [n, n1]
  auto h = kTable.clone();                      // CHECK: h: [...]
  torch::mm(torch::zeros({3, kHidden}), torch::zeros({kConfig.hidden, 4}));
  // FOUND: :[[@LINE-1]]:{{.*}} error: inner dimensions of 'mm' differ: 128 and 96
}
void local(int64_t n) {
  static const int64_t first = n; // of the first call
  auto a = torch::zeros({first, n}); // CHECK: a: [{{n[0-9]*}}, n]
}

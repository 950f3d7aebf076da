// REQUIRES: torch
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// Changes of shape in place, seen by the name that they are made by.
#include <torch/torch.h>

using torch::Tensor;
void widen(Tensor t) { t.unsqueeze_(0); }
void names() {
  auto x = torch::zeros({2, 3}), y = x;
  x.unsqueeze_(0);
  auto a = x + 1; // CHECK: a: [1, 2, 3]
  auto b = y + 1; // CHECK: b: [...]
  y.t_();
  auto c = x + 1; // CHECK: c: [...]
  auto d = torch::zeros({4, 5}).t_() + 1; // CHECK: d: [5, 4]
  x = torch::zeros({1, 3, 1}).squeeze_();
  auto e = x + 1; // CHECK: e: [3]
  x.resize_({2, 2});
  auto f = x + 1; // CHECK: f: [2, 2]
  widen(x);
  auto g = x + 1; // CHECK: g: [...]
}
// Where nothing is to be flattened it is the tensor itself, else another.
void flattened() {
  auto x = torch::zeros({2, 3}), y = torch::zeros({2, 3});
  auto a = x.flatten(-1);
  a.unsqueeze_(0);
  auto b = a + 1, c = x + 1; // CHECK: b: [1, 2, 3], c: [...]
  y.flatten().unsqueeze_(0);
  auto d = y + 1; // CHECK: d: [2, 3]
}
struct Holder {
  Tensor t;
};
void parts() {
  Holder h{torch::zeros({2, 3})};
  h.t.transpose_(0, 1);
  auto a = h.t + 1; // CHECK: a: [3, 2]
  std::vector<Tensor> kept;
  for (int i = 0; i < 2; ++i) {
    auto x = torch::zeros({2, 3});
    kept.push_back(x);
    x.unsqueeze_(0);
  }
  auto b = kept[0] + 1; // CHECK: b: [...]
}

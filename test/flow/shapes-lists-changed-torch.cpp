// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// RUN: %tensor-tidy %s -- %torch-flags | count 0
// REQUIRES: torch
// What algorithms leave of a list that they change, reading one from its end,
// views of lists, and tensors that are joined though one of them may not be
// there.
#include <algorithm>
#include <numeric>
#include <torch/torch.h>
using torch::Tensor;
using torch::zeros;

void changed(int64_t n) {
  std::vector<int64_t> v{3, 2, 5};
  std::sort(v.begin(), v.end());
  Tensor a = zeros(v); // CHECK: Tensor a = zeros(v);  // a: [_, _, _]
  std::fill(v.begin(), v.end(), n);
  Tensor b = zeros(v); // CHECK: Tensor b = zeros(v);  // b: [n, n, n]
  std::fill(v.begin() + 1, v.end(), 4);
  Tensor c = zeros(v); // CHECK: Tensor c = zeros(v);  // c: [_, _, _]
  std::vector<Tensor> ts{zeros({2, 3}), zeros({4, 5})};
  std::reverse(ts.begin(), ts.end());
  ts.push_back(zeros({6, 7}));
  Tensor d = ts[2]; // CHECK: Tensor d = ts[2];  // d: [6, 7]
  Tensor e = ts[0]; // CHECK: Tensor e = ts[0];  // e: [...]
  v.erase(std::remove(v.begin(), v.end(), 4), v.end());
  Tensor f = zeros(v); // CHECK: Tensor f = zeros(v);  // f: [...]
}
void read() {
  std::vector<int64_t> v{3, 2}, w;
  std::for_each(v.begin(), v.end(), [&](int64_t n) { w.push_back(n); });
  Tensor a = zeros(v); // CHECK: Tensor a = zeros(v);  // a: [3, 2]
  Tensor b = zeros(w); // CHECK: Tensor b = zeros(w);  // b: [...]
  std::for_each(v.begin(), v.end(), [](int64_t &n) { n = 7; });
  Tensor c = zeros(v); // CHECK: Tensor c = zeros(v);  // c: [...]
}
void fromTheEnd() {
  std::vector<Tensor> ts{zeros({2, 3}), zeros({4, 2}), zeros({9, 4})};
  Tensor x = *ts.rbegin(); // CHECK: Tensor x = *ts.rbegin();  // x: [9, 4]
  auto it = ts.rbegin();
  for (++it; it != ts.rend(); ++it)
    x = torch::mm(x, *it); // CHECK: x = {{.*}}// x: [9, 2] | [9, 3]
  Tensor first = *(ts.rend() - 1); // CHECK: // first: [2, 3]
  *ts.rbegin() = zeros({5, 6});
  Tensor last = ts.back(); // CHECK: Tensor last = ts.back();  // last: [5, 6]
  std::vector<int64_t> v{3, 2}, w(v.rbegin(), v.rend());
  Tensor turned = zeros(w); // CHECK: // turned: [...]
}
void slices(Tensor unknown) {
  Tensor x = zeros({2, 3, 4, 5});
  Tensor a = zeros(x.sizes().slice(1)); // CHECK: // a: [3, 4, 5]
  auto s = x.sizes();
  Tensor b = zeros(s.slice(1, 2)); // CHECK: // b: [3, 4]
  Tensor c = zeros(s.slice(s.size() - 1)); // CHECK: // c: [5]
  Tensor d = zeros(s.slice(unknown.dim())); // CHECK: // d: [...]
  Tensor e = zeros(unknown.sizes().slice(1)); // CHECK: // e: [...]
}
void views() {
  std::vector<Tensor> ts{zeros({2, 3}), zeros({4, 3})};
  at::TensorList l = ts;
  Tensor a = torch::cat(l, 0); // CHECK: // a: [6, 3]
  std::vector<Tensor> grows{zeros({2, 3})};
  at::TensorList m = grows;
  Tensor b = torch::cat(m, 0); // CHECK: // b: [...]
  grows[0] = zeros({4, 3});
}
Tensor joined(Tensor unknown, bool c) {
  Tensor y;
  if (c)
    y = zeros({2, 4});
  Tensor a = torch::cat({zeros({3, 4}), y}, 0); // CHECK: // a: [_, 4]
  Tensor b = torch::cat({unknown, zeros({3, 4}), unknown}, -1); // CHECK: // b: [3, _]
  Tensor d = torch::cat({y, unknown}, 0); // CHECK: // d: [...]
  Tensor e = torch::cat({zeros({0}), unknown}, 0); // CHECK: // e: [...]
  return a;
}

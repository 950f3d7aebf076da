// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags 2>&1 | FileCheck %s
// Optionals hold what they were last given; deques and views of lists are what they are made of.
#include <torch/torch.h>

#include <algorithm>
#include <cstdlib>
#include <deque>

using torch::Tensor;

static void optionals() {
  auto x = torch::zeros({2, 3});
  torch::optional<Tensor> k;
  k = x;
  torch::matmul(*k, x); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'matmul' differ: 3 and 2
  k = torch::nullopt;
  torch::matmul(k.value_or(x.t()), x); // near miss: it is empty
  k = x;
  torch::matmul(k.value_or(x.t()), x); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'matmul' differ: 3 and 2
  k.reset();
  k.emplace(torch::zeros({4, 5}));
  torch::matmul(*k, x); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'matmul' differ: 5 and 2
  c10::optional<int64_t> n;
  torch::zeros({7}).view({n.value_or(6)}); // CHECK: :[[@LINE]]:{{.*}} error: {{.*}}7{{.*}}6
}
static void numbers() {
  auto x = torch::zeros({7});
  int64_t a = 3, b = -5;
  x.view({std::abs(b)});               // CHECK: :[[@LINE]]:{{.*}} error: {{.*}}7{{.*}}5
  x.view({std::min({a, b, a}) + 8});   // CHECK: :[[@LINE]]:{{.*}} error: {{.*}}7{{.*}}3
  x.view({std::max({a, b, a + 1})});   // CHECK: :[[@LINE]]:{{.*}} error: {{.*}}7{{.*}}4
  x.view({std::clamp<int64_t>(9, a, 6)}); // CHECK: :[[@LINE]]:{{.*}} error: {{.*}}7{{.*}}6
  std::vector<int64_t> v(5);
  x.view({static_cast<int64_t>(std::size(v))}); // CHECK: :[[@LINE]]:{{.*}} error: {{.*}}7{{.*}}5
}
static void deques() {
  std::deque<Tensor> window;
  for (int i = 0; i < 3; ++i) {
    window.push_front(torch::zeros({i, 3}));
    if (window.size() > 2)
      window.pop_back();
  }
  auto all = torch::cat({window[0], window[1]}, 0);
  torch::zeros({8}).view({all.size(0), 3}); // CHECK: :[[@LINE]]:{{.*}} error: {{.*}}8{{.*}}9
}

int main() { optionals(), numbers(), deques(); }

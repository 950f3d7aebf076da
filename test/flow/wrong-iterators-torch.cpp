// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags 2>&1 | FileCheck %s
// Near misses of right-iterators-torch.cpp: what only reads a list leaves it known.
#include <torch/torch.h>

#include <algorithm>
#include <deque>
#include <iostream>
#include <map>
#include <numeric>
#include <set>

using torch::Tensor;
using Sizes = std::vector<int64_t>;

// Each leaves {2, 3} as it is, and fails.
static void readers() {
  auto x = torch::zeros({2, 3});
  Sizes s{2, 3}, t = s;
  auto n = std::accumulate(s.begin(), s.end(), int64_t{1}, std::multiplies<int64_t>());
  torch::zeros({7}).view({n}); // CHECK: :[[@LINE]]:{{.*}} error: {{.*}}7{{.*}}6
  torch::zeros({7}).view({std::accumulate(s.begin(), s.end(), 0)}); // CHECK: :[[@LINE]]:{{.*}} error: {{.*}}7{{.*}}5
  torch::zeros({7}).view({std::accumulate(s.begin() + 1, s.end(), int64_t(1),
                                          [](int64_t a, int64_t b) { return a * b; })}); // CHECK: :[[@LINE-1]]:{{.*}} error: {{.*}}7{{.*}}3
  torch::zeros({7}).view({*std::max_element(s.begin(), s.end())}); // CHECK: :[[@LINE]]:{{.*}} error: {{.*}}7{{.*}}3
  if (std::find(s.begin(), s.end(), 4) != s.end() || std::count(s.begin(), s.end(), 4) > 2 ||
      std::any_of(s.begin(), s.end(), [](int64_t n) { return n < 0; }) || !std::equal(s.begin(), s.end(), t.begin()))
    std::cout << s.size();
  torch::matmul(x, torch::zeros(s)); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'matmul' differ: 3 and 2
}
static void copiers() {
  auto x = torch::zeros({2, 3});
  Sizes s{2, 3}, t(2);
  std::set<int64_t> all(s.begin(), s.end());
  std::copy(s.begin(), s.end(), std::ostream_iterator<int64_t>(std::cout, " "));
  std::copy(s.begin(), s.end(), t.begin());
  std::sort(t.begin(), t.end());
  torch::matmul(x, torch::zeros(s)); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'matmul' differ: 3 and 2
  std::sort(s.begin(), s.end());
}
static void followed() {
  std::vector<Tensor> xs{torch::zeros({2, 3}), torch::zeros({2, 4})};
  for (auto it = xs.begin(); it != xs.end(); ++it)
    *it = it->t();
  torch::matmul(xs[1], torch::zeros({4, 1})); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'matmul' differ: 2 and 4
  Tensor all = torch::zeros({0, 2});
  for (std::vector<Tensor>::const_iterator it = xs.cbegin(), end = xs.cend(); it != end; it++)
    all = torch::cat({all, *it}, 0);
  torch::matmul(all, torch::zeros({3, 1})); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'matmul' differ: 2 and 3
  torch::zeros({8}).view({all.size(0)});    // CHECK: :[[@LINE]]:{{.*}} error: {{.*}}8{{.*}}7
}
static void maps() {
  std::map<std::string, Tensor> m{{"w", torch::zeros({2, 3})}};
  int64_t many = 0;
  for (auto it = m.begin(); it != m.end(); ++it)
    many += it->second.numel();
  auto it = m.find("w");
  if (it != m.end())
    std::cout << it->second.sizes() << many;
  torch::matmul(m.at("w"), torch::zeros({2, 1})); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'matmul' differ: 3 and 2
}
struct Layer {
  int64_t in, out;
  Layer(int64_t in, int64_t out) : in(in), out(out) {}
};
static void grown() {
  auto x = torch::zeros({2, 3});
  Sizes s{3};
  s.insert(s.begin(), 2);
  torch::matmul(x, torch::zeros(s)); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'matmul' differ: 3 and 2
  Sizes t{9};
  t.insert(t.end(), s.begin(), s.end());
  t.erase(t.begin());
  torch::matmul(x, torch::zeros(t)); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'matmul' differ: 3 and 2
  t.assign(2, 4);
  torch::matmul(x, torch::zeros(t)); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'matmul' differ: 3 and 4
  t.assign(s.begin(), s.end());
  t.insert(t.end(), {5, 6});
  torch::zeros({7}).view(t); // CHECK: :[[@LINE]]:{{.*}} error: {{.*}}7
  std::vector<std::pair<Tensor, int64_t>> pairs;
  pairs.emplace_back(x, 2);
  torch::matmul(pairs[0].first, torch::zeros({pairs[0].second, 1})); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'matmul' differ: 3 and 2
  std::vector<Layer> layers;
  layers.emplace_back(3, 5);
  layers.emplace_back(4, 6);
  for (auto &l : layers)
    x = torch::matmul(x, torch::zeros({l.in, l.out})); // CHECK: :[[@LINE]]:{{.*}} error: inner dimensions of 'matmul' differ: 5 and 4
}

int main() { readers(), copiers(), followed(), maps(), grown(); }

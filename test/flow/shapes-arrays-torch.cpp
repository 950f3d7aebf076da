// REQUIRES: torch
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// RUN: not %tensor-tidy %s -- %torch-flags 2>&1 | FileCheck %s --check-prefix FOUND
// Arrays of the language, vectors that are filled, resized and shortened, shifts.
#include <torch/torch.h>
using torch::Tensor;

void fill(int64_t *to, int n);

void arrays(int64_t b) {
  const int64_t dims[] = {784, 128, 10};
  Tensor x = torch::zeros({b, dims[0]});
  for (int i = 0; i + 1 < 3; ++i)
    x = torch::mm(x, torch::zeros({dims[i], dims[i + 1]})); // CHECK: x: [b, 128] | [b, 10]
  for (auto n : dims)
    x = torch::zeros({n}); // CHECK: x: [784] | [128] | [10]
  int64_t some[4] = {7, 8};
  some[1] += 1;
  auto a = torch::zeros({some[0], some[1], some[3]}); // CHECK: a: [7, 9, 0]
  int64_t size[2];
  size[0] = b;
  size[1] = 5;
  auto c = torch::zeros(size); // CHECK: c: [b, 5]
  Tensor xs[2] = {torch::randn({2, 3}), torch::randn({3, 4})};
  auto d = torch::mm(xs[0], xs[1]); // CHECK: d: [2, 4]
  torch::mm(xs[1], xs[0]);          // FOUND: :[[@LINE]]:{{.*}} error: inner dimensions of 'mm' differ: 4 and 2
}
// Somebody else may write to them.
void given() {
  int64_t size[2] = {3, 4}, other[2] = {5, 6}, grid[2][2] = {{1, 2}, {3, 4}};
  fill(size, 2);
  fill(grid[1], 2);
  int64_t *p = &other[1]; // another name
  *p = 7;
  auto a = torch::zeros({size[0], other[1], grid[1][0]}); // CHECK: a: [_, 7, n]
}
void vectors(int64_t layers) {
  std::vector<Tensor> states(layers, torch::zeros({2, 8}));
  auto a = states[1]; // CHECK: a: [2, 8]
  std::vector<int64_t> size(3, 4);
  auto b = torch::zeros(size); // CHECK: b: [4, 4, 4]
  size.resize(5, 2);
  size.pop_back();
  auto c = torch::zeros(size); // CHECK: c: [4, 4, 4, 2]
  size.resize(1);
  auto d = torch::zeros(size); // CHECK: d: [4]
  size.resize(layers);
  auto e = torch::zeros(size); // CHECK: e: [...]
  std::vector<int64_t> zeros(2), pair = {2, 3}, copied(pair.begin(), pair.end());
  auto f = torch::zeros(zeros);  // CHECK: f: [0, 0]
  auto g = torch::zeros(copied); // CHECK: g: [2, 3]
  auto sizes = f.sizes();
  std::vector<int64_t> longer(sizes.begin(), sizes.end());
  longer.push_back(7);
  auto h = torch::zeros(longer); // CHECK: h: [0, 0, 7]
}
void shifts(int64_t n, unsigned bits) {
  auto a = torch::zeros({1 << 3, n << 2, 64 >> 3, n >> 1}); // CHECK: a: [8, 4*n, 8, n/2]
  auto b = torch::zeros({n << bits});                      // CHECK: b: [n1]
}

// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | %without-checks | FileCheck %s
// Vectors, tuples, pairs, what is bound to their parts, and lambdas.
#include <array>
#include <optional>
#include <tensor_tidy/tensor.h>
#include <tuple>
#include <vector>

using namespace tensor_tidy;
std::tuple<Tensor, Tensor> two() { return {zeros({2, 3}), zeros({4})}; }
std::pair<Tensor, int> sized(int n) { return std::make_pair(zeros({n}), n); }

std::vector<Tensor> several() { return {zeros({2, 3}), zeros({4})}; }

void temporaries() {
  auto x = std::make_pair(zeros({7}), 1).first; // CHECK: x: [7]
  auto y = several()[1];                        // CHECK: y: [4]{{$}}
  auto z = several().back();                    // CHECK: z: [4]{{$}}
}

void tuples() {
  auto [x, y] = two();
  auto a = x + zeros({3});     // CHECK: a: [2, 3]
  auto b = std::get<1>(two()); // CHECK: b: [4]
  Tensor u, v;
  std::tie(u, v) = two();
  auto c = v + zeros({4}); // CHECK: c: [4]
  auto [t, n] = sized(5);
  auto d = zeros({n, n}) + t; // CHECK: d: [5, 5]
  auto p = sized(6);
  auto e = zeros({p.second, p.first.size(0)}); // CHECK: e: [6, 6]
  p.second = 2;
  auto f = zeros({p.second}); // CHECK: f: [2]
  std::tie(std::ignore, u) = two();
  auto g = u + zeros({4}); // CHECK: g: [4]
}
void vectors(int many) {
  std::vector<Tensor> all;
  all.push_back(zeros({2, 3}));
  all.emplace_back(zeros({2, 3}));
  auto a = cat(all, 0);                       // CHECK: a: [4, 3]
  auto b = all[1] + all.front() + all.back(); // CHECK: b: [2, 3]
  all[0] = zeros({5, 3});
  auto c = cat(all, 0);                           // CHECK: c: [7, 3]
  auto d = zeros({static_cast<int>(all.size())}); // CHECK: d: [2]
  for (int i = 0; i < many; ++i)
    all.push_back(zeros({2, 3}));
  auto e = all[many]; // CHECK: e: [_, 3]
  std::vector<std::int64_t> sizes{2, 3};
  sizes.push_back(4);
  auto f = zeros(sizes); // CHECK: f: [2, 3, 4]
  sizes.clear();
  sizes.push_back(7);
  auto g = zeros(sizes); // CHECK: g: [7]
  std::array<std::int64_t, 2> two{1, 2};
  two[0] = 8;
  auto h = zeros({two[0], two.at(1)}); // CHECK: h: [8, 2]
}
void ranges() {
  std::vector<Tensor> all{zeros({2, 3}), zeros({2, 3})};
  for (const auto &x : all)
    auto a = x + zeros({3}); // CHECK: a: [2, 3]
  for (auto &x : all)
    x = x.unsqueeze(0);
}
void lambdas() {
  int n = 4;
  auto make = [n](int m) { return zeros({n, m}); };
  auto a = make(3); // CHECK: a: [4, 3]
  auto add = [&](Tensor t) {
    n = 5;
    return t + a;
  };
  auto b = add(zeros({3}));                      // CHECK: b: [4, 3]
  auto c = zeros({n});                           // CHECK: c: [5]
  auto d = [m = n + 1] { return zeros({m}); }(); // CHECK: d: [6]
}
void optionals() {
  std::optional<Tensor> x = zeros({2, 3});
  auto a = x.value() + *x; // CHECK: a: [2, 3]
}

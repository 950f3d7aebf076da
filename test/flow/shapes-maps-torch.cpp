// REQUIRES: torch
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// RUN: not %tensor-tidy %s -- %torch-flags 2>&1 | FileCheck %s --check-prefix FOUND
// Maps with constant keys.
#include <map>
#include <string>
#include <torch/torch.h>
#include <unordered_map>
using torch::Tensor;

const std::map<std::string, int64_t> kWidths = {{"small", 16}, {"large", 64}};

void weights() {
  std::map<std::string, Tensor> w;
  w["query"] = torch::randn({8, 16});
  w["key"] = torch::randn({8, 16});
  w["query"] = torch::relu(w["query"]); // CHECK: {{^.*relu.*}} w["query"]: [8, 16]
  auto a = torch::mm(w["query"], w.at("key").t()); // CHECK: a: [8, 8]
  torch::mm(w["query"], w["key"]);                 // FOUND: :[[@LINE]]:{{.*}} error: inner dimensions of 'mm' differ: 16 and 8
  auto copied = w;
  auto b = copied.at("query"); // CHECK: b: [8, 16]
  auto c = w["other"];         // CHECK: c: [...]
  copied.erase("query");
  auto d = copied["query"]; // CHECK: d: [...]
  auto e = w["query"];      // CHECK: e: [8, 16]
}
struct Layer {
  std::unordered_map<int, Tensor> cache;
  Layer() { cache[3] = torch::zeros({4, 5}); }
  Tensor get() { return cache.at(3); }
};
void objects() {
  Layer layer;
  auto a = layer.get(); // CHECK: a: [4, 5]
  layer.cache[3] = torch::zeros({6});
  auto b = layer.get(); // CHECK: b: [6]
  auto c = torch::zeros({kWidths.at("small"), kWidths.at("large")}); // CHECK: c: [16, 64]
  std::map<std::string, Tensor> made = {{"a", torch::zeros({7})}, {"a", torch::zeros({8})}};
  auto d = made["a"]; // CHECK: d: [7]
}
void changed(const std::string &name) {
  std::map<std::string, Tensor> w, v;
  w["a"] = v["a"] = torch::zeros({7});
  w[name] = torch::zeros({8});
  auto a = w["a"]; // CHECK: a: [...]
  for (auto &[key, t] : v)
    t = torch::zeros({9});
  auto b = v["a"]; // CHECK: b: [...]
}
// Keys are what the map makes of them.
struct Folded {
  bool operator()(const std::string &a, const std::string &b) const { return std::tolower(a[0]) < std::tolower(b[0]); }
};
void keys() {
  std::map<uint8_t, Tensor> small;
  small[0] = torch::zeros({1});
  small[256] = torch::zeros({2});
  auto a = small[0]; // CHECK: a: [2]
  std::map<std::string, Tensor, Folded> folded;
  folded["a"] = torch::zeros({3});
  folded["A"] = torch::zeros({4});
  auto b = folded["a"]; // CHECK: b: [...]
  std::map<const char *, Tensor> pointers;
  pointers["a"] = torch::zeros({5});
  auto c = pointers["a"]; // CHECK: c: [...]
  int64_t sizes[2] = {6, 7};
  auto &[first, second] = sizes;
  first = 8;
  auto d = torch::zeros({sizes[0], second}); // CHECK: d: [8, 7]
  auto [third, fourth] = sizes;
  third = 9;
  auto e = torch::zeros({sizes[0], third}); // CHECK: e: [8, _]
}
void given(std::map<std::string, Tensor> &w) {
  w["a"] = torch::zeros({3});
}
void called() {
  std::map<std::string, Tensor> w;
  given(w);
  auto a = w["a"]; // CHECK: a: [3]
}

// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s --implicit-check-not '{{^[^ ]+}}: error:'
// One mistake a function. What comes of an op that fails is followed no further, wherever it is kept: `x + down(...)`
// would be told as well, for the very same reason.
#include <map>
#include <optional>
#include <utility>
#include <vector>
#include <torch/torch.h>
using torch::Tensor;

struct Layers {
  Tensor x = torch::zeros({2, 7});
  torch::nn::Linear up{8, 16}, down{16, 8};
};
void variable() {
  Layers l;
  Tensor up = l.up(l.x), y = l.down(torch::relu(up)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  l.x + y;
}
void vector() {
  Layers l;
  std::vector<Tensor> v = {l.x};
  v.push_back(l.up(l.x)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  l.x + l.down(v.back());
  l.x + l.down(torch::cat(v, 0));
  for (auto &t : std::vector<Tensor>{v[1], v[1]})
    l.x + l.down(t);
}
void collected(int n) {
  Layers l;
  std::vector<Tensor> v;
  for (int i = 0; i < n; ++i)
    v.push_back(l.up(l.x)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  l.x + l.down(v[0]);
  l.x + l.down(torch::cat(v, 0));
}
void pair() {
  Layers l;
  auto p = std::make_pair(l.x, l.up(l.x)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  l.x + l.down(p.second);
  auto [a, b] = p;
  l.x + l.down(b);
}
void tuple() {
  Layers l;
  auto p = std::make_tuple(l.x, l.up(l.x)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  Tensor a, b;
  std::tie(a, b) = p;
  l.x + l.down(b);
}
void optional() {
  Layers l;
  std::optional<Tensor> o = l.up(l.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  if (o)
    l.x + l.down(*o);
  l.x + l.down(o.value());
}
void map() {
  Layers l;
  std::map<std::string, Tensor> m;
  m["up"] = l.up(l.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  l.x + l.down(m.at("up"));
}
struct Pack {
  Tensor a, b;
};
void field() {
  Layers l;
  Pack p;
  p.b = l.up(l.x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  Pack q = p;
  l.x + l.down(q.b);
}
void aggregate() {
  Layers l;
  Pack p{l.x, l.up(l.x)}; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  p.a.view({14});
  l.x + l.down(p.b);
}
void number() {
  Layers l;
  int64_t n = l.up(l.x).size(1) / 2; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  l.x + torch::zeros({n, 8});
  l.x + l.down(torch::zeros({n, 16}));
}
void layer() {
  Layers l;
  torch::nn::Linear next(l.up(l.x).size(1), 8); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  l.x + next(torch::zeros({2, 16}));
}

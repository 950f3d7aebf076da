// RUN: %tensor-tidy %s -- %runtime-flags
// Right code: nothing may be reported.
#include <optional>
#include <tensor_tidy/attention.h>
#include <tuple>
#include <vector>

using namespace tensor_tidy;

// vector
void a13() {
  std::vector<Tensor> v;
  for (int i = 0; i < 3; ++i)
    v.push_back(randn({2, 3}));
  Tensor s = stack(v, 0);
  Tensor y = s.view({3, 2, 3});
  (void)y;
  for (auto &t : v)
    t = t.transpose(0, 1);
  Tensor z = cat(v, 1).view({3, 6});
  (void)z;
}
// structured binding / tuple
std::tuple<Tensor, Tensor> two() { return {randn({2, 3}), randn({3, 4})}; }
void a17() {
  auto [p, q] = two();
  Tensor y = matmul(p, q);
  (void)y;
  std::tie(p, q) = two();
  Tensor z;
  Tensor w;
  std::tie(z, w) = two();
  matmul(z, w);
}
// struct fields
struct Cfg {
  int d = 4;
  Tensor w = randn({4, 2});
};
void a18() {
  Cfg c;
  c.d = 5;
  c.w = randn({5, 2});
  Tensor y = matmul(randn({3, c.d}), c.w);
  (void)y;
}
// optional
Tensor opt(std::optional<Tensor> m) {
  Tensor x = randn({2, 3});
  if (m.has_value())
    x = x + *m;
  if (m)
    x = x + m.value();
  return x;
}
void a22() {
  opt(std::nullopt);
  opt(randn({3}));
  opt(randn({2, 1}));
}

// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags -std=c++20 | %without-checks | FileCheck %s
// RUN: %tensor-tidy %s -- %runtime-flags -std=c++20 | count 0
// A span of what is const is the list that it is made of, as long as nobody
// writes to that.
#include <cmath>
#include <span>
#include <tensor_tidy/tensor.h>
#include <vector>
using namespace tensor_tidy;

Tensor made(std::span<const std::int64_t> sizes) {
  return zeros({sizes[0], sizes[sizes.size() - 1]});
}
void spans() {
  const std::vector<std::int64_t> v{2, 3, 4};
  Tensor a = made(v); // CHECK: // a: [2, 4]
  std::span<const std::int64_t> s = v;
  Tensor b = zeros({s.front(), s[1]}); // CHECK: // b: [2, 3]
  Tensor d = zeros({s.subspan(1)[1], s.subspan(0, 1)[0]}); // CHECK: // d: [4, 2]
  std::vector<std::int64_t> w{2, 3};
  std::span<std::int64_t> t(w);
  t[0] = 7;
  Tensor c = zeros({w[0], 5}); // CHECK: // c: [_, 5]
}
void set(std::span<std::int64_t> to) { to[0] = 7; }
void written() {
  std::vector<std::int64_t> v{2, 3};
  set(v);
  Tensor a = zeros({v[0], 5}); // CHECK: // a: [_, 5]
  std::vector<std::int64_t> w{2, 3};
  std::span<const std::int64_t> s = w;
  w[0] = 7;
  Tensor b = zeros({s[0], 5}); // CHECK: // b: [{{n|_}}, 5]
}
// Roots are numbers that nobody knows; a scale leaves a shape as it is.
void roots(std::int64_t n) {
  const double scale = 1.0 / std::sqrt(static_cast<double>(n));
  Tensor a = zeros({2, 3}) * scale; // CHECK: // {{.*}}a: [2, 3]
  auto side = static_cast<std::int64_t>(std::sqrt(n));
  Tensor b = zeros({side, 3}); // CHECK: // b: [side, 3]
  std::int64_t cube = std::pow(2, 3);
  Tensor c = zeros({cube, 4}); // CHECK: // c: [cube, 4]
}

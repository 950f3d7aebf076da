// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// What ordinary programs do with their tensors says nothing against findings.
#include <cstdio>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <tensor_tidy/tensor.h>
#include <tuple>

using namespace tensor_tidy;
struct Head {
  Tensor w;
};
Tensor guarded(Tensor x, int n) {
  if (n == 0)
    return x;
  return matmul(x, x);
  // CHECK: :[[@LINE-1]]:20: error: inner dimensions
}

void printed() {
  auto a = zeros({2, 3});
  matmul(a, a); // CHECK: :[[@LINE]]:13: error: inner dimensions
  std::cout << "a: " << a.sizes()[0] << ' ' << a.dim() << std::endl;
  matmul(a, a); // CHECK: :[[@LINE]]:13: error: inner dimensions
}
std::tuple<Tensor, Tensor> returned() {
  auto q = zeros({2, 3});
  auto o = matmul(q, q); // CHECK: :[[@LINE]]:22: error: inner dimensions
  auto both = std::make_tuple(o, q);
  auto shared = std::make_shared<Head>(Head{q});
  matmul(q, q); // CHECK: :[[@LINE]]:13: error: inner dimensions
  return {o, q};
}
void stored() {
  auto x = zeros({2, 3}), y = x, z = x;
  std::vector<Tensor> v(1);
  std::map<int, Tensor> m;
  std::optional<Tensor> o;
  v[0] = x, m[0] = y, o = z, v.push_back(x), v.emplace_back(y);
  matmul(x, x); // CHECK: :[[@LINE]]:13: error: inner dimensions
  matmul(y, y); // CHECK: :[[@LINE]]:13: error: inner dimensions
  matmul(z, z); // CHECK: :[[@LINE]]:13: error: inner dimensions
}
void chosen(int n, const std::string &mode, const std::vector<int> &v) {
  auto x = zeros({2, 3});
  guarded(x, n);
  if (mode == "product")
    matmul(x, x); // CHECK: :[[@LINE]]:15: error: inner dimensions
  if (!v.empty())
    matmul(x, x); // CHECK: :[[@LINE]]:15: error: inner dimensions
  if (n == 1)
    return x.transpose(0, 1), void();
  if (n == 2)
    return matmul(x, zeros({3, 1})), void();
  matmul(x, x); // CHECK: :[[@LINE]]:13: error: inner dimensions
}
void byReference(Tensor &x) {
  x = zeros({2, 3});
  std::printf("%d axes\n", int(x.dim()));
  matmul(x, x); // CHECK: :[[@LINE]]:13: error: inner dimensions
}
void swapped() {
  auto a = zeros({2, 3}), b = zeros({3, 4});
  std::swap(a, b);
  matmul(a, b); // CHECK: :[[@LINE]]:13: error: inner dimensions
}
int main() try {
  auto x = zeros({2, 3});
  matmul(x, x); // CHECK: :[[@LINE]]:13: error: inner dimensions
} catch (const std::exception &) {
  return 1;
}
// CHECK-NOT: .cpp:{{[0-9:]+}} error:

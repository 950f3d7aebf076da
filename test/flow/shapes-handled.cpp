// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | %without-checks | FileCheck %s
// What no handler takes gives nothing back.
#include <cstdlib>
#include <iostream>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;

Tensor again(Tensor x) {
  Tensor y;
  try {
    y = matmul(x, zeros({3, 4}));
  } catch (const std::exception &e) {
    throw;
  }
  return y;
}
Tensor ends(Tensor x) {
  try {
    return matmul(x, zeros({3, 4}));
  } catch (const std::exception &e) {
    std::cerr << e.what();
    std::exit(1);
  }
}
Tensor other(Tensor x) {
  Tensor y = x;
  try {
    y = matmul(x, zeros({3, 4}));
  } catch (const std::bad_alloc &) {
  }
  return y;
}

int main() {
  auto a = again(zeros({2, 3})); // CHECK: a: [2, 4],
  auto b = ends(zeros({2, 3}));  // CHECK: b: [2, 4],
  auto c = other(zeros({2, 3})); // CHECK: c: [2, _],
}

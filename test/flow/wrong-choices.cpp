// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// Choices that may really go either way, and code that may throw.
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
bool load(const char *path, int &n);

void outside(int argc, double rate) {
  auto x = zeros({2, 3});
  if (argc > 1)
    matmul(x, x);
  // CHECK: :[[@LINE-1]]:15: error: inner dimensions
  if (std::getenv("DEBUG") != nullptr)
    matmul(x, x);
  // CHECK: :[[@LINE-1]]:15: error: inner dimensions
  if (std::rand() % 2)
    matmul(x, x);
  // CHECK: :[[@LINE-1]]:15: error: inner dimensions
  bool large = rate > 0.5;
  if (large)
    matmul(x, x);
  // CHECK: :[[@LINE-1]]:15: error: inner dimensions
}

int guarded(const char *path) {
  int n = 0;
  if (!load(path, n))
    return 1;
  if (n < 0)
    throw std::runtime_error("negative");
  auto x = zeros({2, 3});
  matmul(x, x);
  // CHECK: :[[@LINE-1]]:13: error: inner dimensions
  return 0;
}

int attempted() try {
  auto x = zeros({2, 3}), y = x.transpose(0, 1);
  std::cout << x.dim();
  try {
    matmul(x, y);
    matmul(y, y);
    // CHECK: :[[@LINE-1]]:15: error: inner dimensions
  } catch (const std::bad_alloc &) {
    matmul(x, x);
  }
  matmul(x, x);
  // CHECK: :[[@LINE-1]]:13: error: inner dimensions
  return 0;
} catch (const std::exception &e) {
  std::cerr << e.what();
  return 1;
}
// CHECK-NOT: error:

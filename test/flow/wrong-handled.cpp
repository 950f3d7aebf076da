// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// A failure that is told to somebody, or that the handler does not take.
#include <cstdlib>
#include <iostream>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
#define CHECK_NOTHROW(expression)                                               \
  try {                                                                        \
    static_cast<void>(expression);                                             \
  } catch (...) {                                                              \
  }
void boom() { throw std::runtime_error("boom"); }

void work() {
  auto x = zeros({2, 3});
  try {
    matmul(x, x);
    // CHECK: :[[@LINE-1]]:15: error: inner dimensions
    std::exit(0);
  } catch (const std::exception &e) {
    std::cerr << e.what() << "\n";
  }
}

int main() {
  auto x = zeros({2, 3});
  try {
    boom();
  } catch (...) {
  }
  try {
    matmul(x, x);
    // CHECK: :[[@LINE-1]]:15: error: inner dimensions
  } catch (const std::exception &e) {
    std::cerr << e.what() << "\n";
    return 1;
  }
  try {
    matmul(x, x);
    // CHECK: :[[@LINE-1]]:15: error: inner dimensions
  } catch (const std::bad_alloc &) {
  }
  try {
    matmul(x, x);
    // CHECK: :[[@LINE-1]]:15: error: inner dimensions
  } catch (...) {
    throw;
  }
  CHECK_NOTHROW(matmul(x, x));
  // CHECK: :[[@LINE-1]]:27: error: inner dimensions
}
// CHECK-NOT: error:

// RUN: %tensor-tidy %s -- %runtime-flags
// Every way out of a try block, and what is known on it.
#include <cstdint>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
bool flag();
std::int64_t size();
void log(const char *);
void half(Tensor &x) {
  x = zeros({9, 9});
  if (flag())
    throw 1;
  x = zeros({2, 3});
}
void caught(Tensor x) {
  try {
    half(x);
  } catch (...) {
    matmul(x, zeros({9, 1}));
  }
}
void prepare(Tensor &x) {
  try {
    log("a");
  } catch (...) {
  }
  if (flag())
    return;
  x = zeros({5, 5});
  log("b");
}
bool fits(const Tensor &x, std::int64_t n) {
  try {
    x.view({n, 4});
    return true;
  } catch (const std::exception &) {
    return false;
  }
}

void calls() {
  auto x = zeros({2, 3});
  caught(x);
  prepare(x);
  matmul(x, zeros({5, 1}));
}
void facts() {
  std::int64_t n = size(), m = size();
  try {
    zeros({8}).view({n, 4});
  } catch (const std::exception &) {
    matmul(zeros({1, 3}), zeros({n, 5}));
  }
  matmul(zeros({1, 3}), zeros({n, 5}));
  fits(zeros({8}), m);
  matmul(zeros({1, 3}), zeros({m, 5}));
}

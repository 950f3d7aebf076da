// RUN: %tensor-tidy %s -- %runtime-flags
// A handler sees every state that the try block may have been left in.
#include <stdexcept>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
bool flag();
struct Thrower {
  Thrower() { throw 1; }
};
void half(Tensor &x) {
  x = zeros({9, 9});
  if (flag())
    throw 1;
  x = zeros({2, 3});
}
void never(Tensor &x) {
  x = zeros({9, 9});
  throw std::runtime_error("never");
}

void constructors() {
  auto x = zeros({2, 3});
  try {
    x = zeros({9, 9});
    Thrower t;
    x = zeros({2, 3});
  } catch (...) {
    matmul(x, zeros({9, 1}));
  }
}

void calls() {
  auto x = zeros({2, 3}), y = x;
  try {
    half(x);
    x = zeros({9, 9});
  } catch (...) {
  }
  matmul(x, zeros({9, 1}));
  try {
    never(y);
    matmul(y, zeros({4, 1}));
  } catch (const std::exception &) {
    matmul(y, zeros({9, 1}));
  }
}

void whole(Tensor &x) try {
  x = zeros({9, 9});
  never(x);
} catch (const std::runtime_error &) {
  x = zeros({4, 4});
}
void nested() {
  auto x = zeros({2, 3});
  whole(x);
  matmul(x, zeros({4, 1}));
}

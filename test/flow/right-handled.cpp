// RUN: %tensor-tidy %s -- %runtime-flags
// A failure that the program takes as an answer.
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
bool canAdd(const Tensor &a, const Tensor &b) {
  try {
    a + b;
    return true;
  } catch (...) {
    return false;
  }
}
Tensor either(const Tensor &a, const Tensor &b) {
  try {
    return matmul(a, b);
  } catch (const ShapeError &e) {
    std::cerr << "transposed: " << e.what() << "\n";
    return matmul(a, b.transpose(0, 1));
  }
}
Tensor product(const Tensor &a, const Tensor &b) { return matmul(a, b); }

void fallbacks() {
  auto x = zeros({2, 3}), y = zeros({4, 5});
  canAdd(x, y);
  either(x, zeros({3, 4})), either(x, zeros({4, 3}));
  Tensor z;
  try {
    z = product(x, y);
  } catch (const std::exception &) {
    z = x.view({3, 2});
  }
  try {
    z = matmul(x, y);
  } catch (const std::bad_alloc &) {
  } catch (const ShapeError &) {
    z = x;
  }
}
// Behind the failure nobody is to come to.
void wanted() {
  auto x = zeros({2, 3});
  try {
    matmul(x, x);
    std::abort();
  } catch (const ShapeError &e) {
    std::cerr << "as it should: " << e.what() << "\n";
  }
  try {
    matmul(x, x);
    throw std::logic_error("it worked");
  } catch (const ShapeError &e) {
    std::cerr << "as it should: " << e.what() << "\n";
  }
}

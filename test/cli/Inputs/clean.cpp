#include "tensor.h"
using namespace tensor_tidy;

int main() {
  auto x = matmul(randn({1, 3}), randn({3, 2})); // old
  auto y = softmax(x, -1);
}

#include "tensor.h"
using namespace tensor_tidy;

Tensor attention(Tensor query, Tensor key, Tensor value) {
  auto scores = matmul(query, key); // not transposed
  return matmul(softmax(scores, -1), value);
}

int main() {
  attention(randn({1, 3}), randn({2, 3}), randn({2, 4}));
}

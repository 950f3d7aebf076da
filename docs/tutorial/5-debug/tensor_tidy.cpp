// The same attention with tensor_tidy's own tensors. It compiles; running it throws a ShapeError that names both shapes.
#include <iostream>
#include <tensor_tidy/tensor.h>

using tensor_tidy::Tensor;

Tensor custom_attention(Tensor query, Tensor key, Tensor value) {
  auto scores = tensor_tidy::matmul(query, key);
  auto weights = tensor_tidy::softmax(scores, -1);
  return tensor_tidy::matmul(weights, value);
}

int main() {
  auto q = tensor_tidy::randn({1, 3});
  auto k = tensor_tidy::randn({2, 3});
  auto v = tensor_tidy::randn({2, 4});
  auto result = custom_attention(q, k, v);
  std::cout << "[" << result.sizes()[0] << ", " << result.sizes()[1] << "]\n";
}

// Attention from one query to two keys. It compiles; running it, libtorch throws
//   mat1 and mat2 shapes cannot be multiplied (1x3 and 2x3)
#include <iostream>
#include <torch/torch.h>

torch::Tensor custom_attention(torch::Tensor query, torch::Tensor key, torch::Tensor value) {
  auto scores = torch::matmul(query, key);
  auto weights = torch::softmax(scores, -1);
  return torch::matmul(weights, value);
}

int main() {
  auto q = torch::randn({1, 3});
  auto k = torch::randn({2, 3});
  auto v = torch::randn({2, 4});
  std::cout << custom_attention(q, k, v).sizes() << "\n";
}

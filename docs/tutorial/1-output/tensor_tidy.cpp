// Attention of one query over two keys, step by step. Prints the result.
#include <cmath>
#include <cstdio>
#include <tensor_tidy/tensor.h>

using tensor_tidy::Tensor;

int main() {
  Tensor query = tensor_tidy::tensor({{1, 0, 1}});          // [1, 3]
  Tensor key = tensor_tidy::tensor({{1, 0, 1}, {0, 1, 0}}); // [2, 3]
  Tensor value = tensor_tidy::tensor({{1, 2}, {3, 4}});     // [2, 2]

  Tensor scores = tensor_tidy::matmul(query, key.transpose(0, 1)) /
                  std::sqrt(3.0f);                     // [1, 2]
  Tensor weights = tensor_tidy::softmax(scores, 1);    // [1, 2]
  Tensor result = tensor_tidy::matmul(weights, value); // [1, 2]

  std::printf("[[%.6f, %.6f]]\n", result.at({0, 0}), result.at({0, 1}));
}

// Attention of one query over two keys, step by step. Prints the result.
#include <cmath>
#include <cstdio>
#include <torch/torch.h>

int main() {
  torch::Tensor query = torch::tensor({{1.0, 0.0, 1.0}});
  torch::Tensor key = torch::tensor({{1.0, 0.0, 1.0}, {0.0, 1.0, 0.0}});
  torch::Tensor value = torch::tensor({{1.0, 2.0}, {3.0, 4.0}});

  torch::Tensor scores =
      torch::matmul(query, key.transpose(0, 1)) / std::sqrt(3.0);
  torch::Tensor weights = torch::softmax(scores, 1);
  torch::Tensor result = torch::matmul(weights, value);

  std::printf("[[%.6f, %.6f]]\n", result[0][0].item<double>(),
              result[0][1].item<double>());
}

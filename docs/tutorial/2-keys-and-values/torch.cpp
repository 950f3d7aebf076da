// Five keys but six values: the weights have nothing to say of the sixth.
#include <torch/torch.h>

torch::Tensor attend(torch::Tensor query, torch::Tensor keys,
                     torch::Tensor values) {
  auto scores = torch::matmul(query, keys.transpose(-2, -1));
  auto weights = torch::softmax(scores, -1);
  return torch::matmul(weights, values);
}

int main() {
  auto query = torch::randn({4, 8});
  auto keys = torch::randn({5, 8});
  auto values = torch::randn({6, 8});
  attend(query, keys, values);
}

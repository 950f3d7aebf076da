// Five keys but six values: the weights have nothing to say of the sixth.
#include <tensor_tidy/tensor.h>

tensor_tidy::Tensor attend(tensor_tidy::Tensor query, tensor_tidy::Tensor keys,
                           tensor_tidy::Tensor values) {
  auto scores = tensor_tidy::matmul(query, keys.transpose(-2, -1));
  auto weights = tensor_tidy::softmax(scores, -1);
  return tensor_tidy::matmul(weights, values);
}

int main() {
  auto query = tensor_tidy::randn({4, 8});
  auto keys = tensor_tidy::randn({5, 8});
  auto values = tensor_tidy::randn({6, 8});
  attend(query, keys, values);
}

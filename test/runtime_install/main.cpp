// Prints the attention of one query over two keys, and what a wrong call says.
#include <iostream>
#include <tensor_tidy/attention.h>

using namespace tensor_tidy;

int main() {
  Shaped<Tensor, "q, d"> query = tensor({{1, 0, 1}});
  Shaped<Tensor, "k, d"> key = tensor({{1, 0, 1}, {0, 1, 0}});
  TENSOR_SHAPE("k, v") Tensor value = tensor({{1, 2}, {3, 4}});
  std::cout << scaled_dot_product_attention(query, key, value) << "\n";
  try {
    matmul(query, key);
  } catch (const ShapeError &error) {
    std::cout << error.what() << "\n";
  }
}

// Do the weights choose anything? Prints the entropy of equal, one-hot and
// masked attention, each with its verdict.
#include <iostream>
#include <limits>
#include <optional>
#include <string>
#include <tensor_tidy/attention.h>

using tensor_tidy::Tensor;

void print(const std::string &name, const Tensor &weights,
           const std::optional<Tensor> &mask = std::nullopt) {
  tensor_tidy::AttentionEntropy found =
      tensor_tidy::attention_entropy(weights, mask);
  std::cout << name << " weights " << weights << "\n"
            << "  " << found.nats << " nats, relative " << found.relative
            << ": " << describe(found) << "\n";
}

int main() {
  constexpr float hidden = -std::numeric_limits<float>::infinity();
  Tensor key =
      tensor_tidy::tensor({{1, 0}, {0, 1}, {-1, 0}, {0, -1}}); // [4, 2]

  // A query of zeros has the same score with every key.
  print("equal",
        tensor_tidy::attention_weights(tensor_tidy::zeros({1, 2}), key));

  // A long query leaves nothing to the keys that do not point its way.
  print("one-hot",
        tensor_tidy::attention_weights(tensor_tidy::tensor({{200, 0}}), key));

  // Hidden keys do not count: two of two are chosen equally.
  Tensor mask = tensor_tidy::tensor({{0, 0, hidden, hidden}}); // [1, 4]
  print("masked",
        tensor_tidy::attention_weights(tensor_tidy::zeros({1, 2}), key, mask),
        mask);
}

// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// An ArrayRef sees what becomes of the list that it was made from.
#include <torch/torch.h>

void changed() {
  std::vector<int64_t> sizes{2, 3};
  at::IntArrayRef view = sizes, same(sizes);
  sizes[1] = 6;
  torch::zeros({2, 6}).view(view);
  torch::zeros({2, 6}).view(same);
  int64_t numbers[] = {2, 3};
  at::IntArrayRef ofArray(numbers);
  numbers[0] = 4;
  torch::zeros({4, 3}).view(ofArray);
}

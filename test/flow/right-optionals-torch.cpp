// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// Whether an optional holds something is not what it holds.
#include <torch/torch.h>

using torch::Tensor;
int zero();
c10::optional<int64_t> someAxis = 1;
Tensor pick(Tensor x, c10::optional<int64_t> d) {
  if (!d)
    return x.reshape({6});
  return x.select(*d, 0);
}
c10::optional<int64_t> found(bool any) {
  if (any)
    return 0;
  return c10::nullopt;
}

void optionals() {
  auto x = torch::zeros({2, 3}), wide = torch::zeros({2, 5});
  pick(wide, 0), pick(x, c10::nullopt);
  c10::optional<bool> no = false;
  if (!no)
    x.matmul(x);
  no ? x : x.matmul(x);
  if (no.has_value())
    no = c10::nullopt;
  else
    x.matmul(x);
  if (auto n = found(true))
    x = wide;
  else
    x.matmul(x);
  torch::argmax(torch::zeros({2, 3}), someAxis).view({2});
}
void emptyOnes() {
  int64_t n = zero();
  auto cache = torch::empty({n}), x = torch::zeros({2, 3});
  torch::cat({cache, x}, 0), torch::cat({cache, x}, 1);
}

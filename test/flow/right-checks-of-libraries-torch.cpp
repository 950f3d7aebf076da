// RUN: %tensor-tidy %s -- %torch-flags | count 0
// REQUIRES: torch
// Nothing of this is wrong.
#include <gtest/gtest.h>
#include <torch/torch.h>
using torch::mm;
using torch::Tensor;
using torch::zeros;

// A handler takes what libtorch's own checks throw.
Tensor handled(Tensor x) {
  try {
    TORCH_INTERNAL_ASSERT(x.size(1) == 3);
    return mm(x, zeros({3, 4}));
  } catch (const c10::Error &) {
    return x;
  }
}
void differently() {
  Tensor x = zeros({2, 3});
  ASSERT_NE(x.size(1), 4);
  ASSERT_LT(x.size(0), x.size(1));
  if (x.size(1) == 4)
    CHECK_EQ(x.size(0), 7);
  CHECK_LE(x.size(1), 3);
  mm(x, zeros({3, 4}));
}
// Which way is taken hangs on what nobody knows.
void once(Tensor x, bool wide) {
  if (wide)
    CHECK_EQ(x.size(1), 8);
  else
    CHECK_EQ(x.size(1), 7);
  x = x.narrow(1, 0, 7);
}
Tensor logs(Tensor x) {
  LOG(INFO) << "x is " << x.sizes();
  LOG_IF(WARNING, x.size(0) == 0) << "empty";
  return x;
}

// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s
// A write through a pointer to one object leaves others as they are; what is only read may be any.
#include <cstdlib>
#include <torch/torch.h>

using torch::zeros;
struct Part {
  torch::Tensor w = zeros({2, 3});
};
static bool first() { return std::getenv("NO_SUCH_VARIABLE") == nullptr; }
int main() {
  auto a = std::make_shared<Part>(), b = std::make_shared<Part>();
  auto p = first() ? a : b;
  auto other = b;
  other->w = zeros({9});
  p->w.sum();
  a->w.view({9});
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: 'view' of [2, 3] to [9]
}
// CHECK-NOT: error:

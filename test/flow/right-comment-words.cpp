// Words in parentheses are no shape, unless a capital letter is among them.
//
// RUN: %tensor-tidy %s -- %runtime-flags 2>&1 | FileCheck %s --check-prefix RIGHT
// RUN: not %tensor-tidy %s -- %runtime-flags -DWRONG 2>&1 | FileCheck %s
// RIGHT: nothing found

#include <tensor_tidy/tensor.h>
using namespace tensor_tidy;

int main() {
  Tensor parameters = randn({4}); // (mean, std)
  Tensor rates = randn({7});      // (lr, beta1, beta2)
  Tensor both = randn({2, 3, 4}); // (batch, time)
#ifdef WRONG
  Tensor heads = randn({2, 3}); // (B, nh, T, hs)
  // CHECK: :[[@LINE-1]]:{{.*}}: warning: the comment says [B, nh, T, hs]
#endif
}

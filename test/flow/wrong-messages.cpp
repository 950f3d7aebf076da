// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s
// What is said: the operands by name, and what they would have to be.
#include <tensor_tidy/attention.h>

using namespace tensor_tidy;

void lists() {
  auto a = zeros({2, 3}), b = zeros({2, 4});
  cat({a, b}, 0);
  // CHECK: error: 'cat' cannot work: axis 1 is 3 in one and 4 in another
  // CHECK: note: 'a' is [2, 3], made here
  // CHECK: note: 'b' is [2, 4], made here
  std::vector<Tensor> v{a, b};
  stack(v, 0);
  // CHECK: error: 'stack' cannot work: [2, 3] and [2, 4] differ
  // CHECK: note: element 0 of 'v' is [2, 3], made here
}
void conditions(bool first) {
  split_heads(zeros({2, 5, 64}), 6);
  // CHECK: 'split_heads' cannot work: it needs d % h == 0 where d is 64 and h is 6
  zeros({2, 3}).narrow(1, 1, 5);
  // CHECK: 'narrow' cannot work: it needs length <= n where length is 5 and n is 3
  matmul(zeros(Sizes{}), zeros({2, 3}));
  // CHECK: 'matmul' does not take []: it takes at least 1 axis{{ }}
  merge_heads(zeros({2, 5, 64}));
  // CHECK: 'merge_heads' does not take [2, 5, 64]: it takes 4 axes{{ }}
  matmul(zeros({2, 3}), first ? zeros({2, 4}) : zeros({2, 5}));
  // CHECK: error: inner dimensions of 'matmul' differ: 3 and 2
  // CHECK-NOT: ?:
}
void withoutNames() {
  auto a = zeros({2, 3});
  matmul(a.unsqueeze(0).unsqueeze(0).unsqueeze(0).squeeze(0).squeeze(0), a);
  // CHECK: note: the first operand is [1, 2, 3], made here
  matmul(softmax(
             a, -1),
         a);
  // CHECK: note: 'softmax( a, -1)' is [2, 3], made here
  stack({a, a.unsqueeze(0).unsqueeze(0).unsqueeze(0).squeeze(0).squeeze(0)}, 0);
  // CHECK: note: element 1 of the list is [1, 2, 3], made here
}

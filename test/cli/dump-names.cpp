// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | %without-checks | FileCheck %s
// Fields go by the names that the code has for them, and of two sizes that are
// called alike each has a name of its own.
#include <tensor_tidy/shaped.h>
#include <tensor_tidy/tensor.h>
using namespace tensor_tidy;

struct Pair {
  Tensor k, v = zeros({2, 3}); // CHECK: Tensor k, v = zeros({2, 3});  // v: [2, 3]
};
struct Net {
  Tensor w = zeros({4, 5}); // CHECK: Tensor w = zeros({4, 5});  // w: [4, 5]
  Tensor own() { return matmul(this->w, w.transpose(0, 1)); }
};
void makes() {
  Pair p{zeros({3, 4})}; // CHECK: Pair p{zeros({3, 4})};  // {{.*}}k: [3, 4]
  auto q = std::make_shared<Pair>();
  q->k = zeros({6, 7}); // CHECK: q->k = zeros({6, 7});  // q.k: [6, 7]
  Net().own();
}
// CHECK-NOT: object.
Tensor both(TENSOR_SHAPE("b, h") Tensor x, Tensor y) {
  long h = y.size(0);
  Tensor z = zeros({h, x.size(1)}); // CHECK: Tensor z = {{.*}}  // z: [h1, h]
  return z;
}
Tensor given(TENSOR_SHAPE("b, h") Tensor x, long n) {
  Tensor z = zeros({n, x.size(1)}); // CHECK: Tensor z = {{.*}}  // z: [n, h]
  return z;
}

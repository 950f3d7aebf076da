// RUN: %tensor-tidy --dump=signatures %s -- %torch-flags -I%root/runtime/include | FileCheck %s --match-full-lines
// REQUIRES: torch
// What functions take and give, as a contract says it.
#include <tensor_tidy/shaped.h>
#include <torch/torch.h>
using torch::Tensor;

// CHECK: attention(query: [b, m, k], key: [b, k1, k], value: [b, k1, n]) -> [b, m, n]
Tensor attention(Tensor query, Tensor key, Tensor value) {
  auto scores = torch::bmm(query, key.transpose(1, 2));
  return torch::bmm(torch::softmax(scores, -1), value);
}
// The names that the code has.
// CHECK-NEXT: named(x: [batch, width], w: [width, n]) -> [batch, n]
Tensor named(Tensor x, const Tensor &w) {
  int64_t batch = x.size(0), width = x.size(1);
  x = torch::relu(x);
  return torch::mm(x, w).view({batch, -1});
}
// CHECK-NEXT: wrapped(x: [m, k], w: [k, n]) -> [m, n]
Tensor wrapped(Tensor x, Tensor w) { return named(x, w); }
// CHECK-NEXT: heads(x: [n, n1, n2, n3], h: int) -> [n, n2, h, n1*n3/h]
Tensor heads(Tensor x, int64_t h) {
  x = x.permute({0, 2, 1, 3});
  return x.reshape({x.size(0), x.size(1), h, -1});
}
// CHECK-NEXT: declared(x: [b, 8*d], y: [k, 8*d]) -> [b, 3]
Tensor declared(TENSOR_SHAPE("b, 8*d") Tensor x, Tensor y) { return torch::mm(x, y.t()).narrow(1, 0, 3); }

// What need not be so on every way is not said, nor what has another rank by then.
// CHECK-NEXT: sometimes(x: [...], w: [...], c: any) -> [...]
Tensor sometimes(Tensor x, Tensor w, bool c) { return c ? torch::mm(x, w) : x; }
// CHECK-NEXT: attempts(x: [...], w: [...]) -> [...]
Tensor attempts(Tensor x, Tensor w) {
  try {
    return torch::mm(x, w);
  } catch (const c10::Error &) {
    return x;
  }
}
// CHECK-NEXT: reshaped(x: [...], w: [k, n]) -> [m, n]
Tensor reshaped(Tensor x, Tensor w) {
  x.unsqueeze_(0);
  return torch::mm(x, w);
}
// CHECK-NEXT: any(x: [..., k]) -> [...]
Tensor any(Tensor x) { return torch::matmul(x, x); }
// CHECK-NEXT: size(x: [...]) -> n
int64_t size(Tensor x) { return x.size(0); }
// CHECK-NEXT: nothing(_: [...])
void nothing(Tensor) {}
// CHECK-NOT: {{.}}
int number(int n) { return n; }

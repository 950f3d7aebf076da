// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | %without-checks | FileCheck %s
// RUN: not %tensor-tidy %s -- %runtime-flags 2>&1 | FileCheck %s --check-prefix FOUND
// Recursion is followed as long as it counts with numbers that are known.
#include <tensor_tidy/tensor.h>
#include <vector>

using namespace tensor_tidy;
using Size = long;

Tensor nested(Tensor x, int n) {
  return n == 0 ? x : nested(x.unsqueeze(0), n - 1);
}
Tensor odd(Tensor x, int n);
Tensor even(Tensor x, int n) { return n == 0 ? x : odd(x, n - 1); }
Tensor odd(Tensor x, int n) {
  return n == 0 ? x : even(x.unsqueeze(0), n - 1);
}
Size fibonacci(Size n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}
Tensor layers(Tensor x, std::vector<Size> widths, unsigned at) {
  if (at == widths.size())
    return x;
  return layers(matmul(x, zeros({x.size(1), widths[at]})), widths, at + 1);
}
// What comes back was turned by this very instruction, one call further in.
Tensor turned(Tensor x, int n) {
  if (n == 0)
    return x;
  auto y = turned(x, n - 1).transpose(0, 1);
  return matmul(y, zeros({3, 3})).transpose(0, 1).transpose(0, 1);
}
Tensor unranked(Tensor x) { return turned(x, 3); }
Tensor forever(Tensor x) { return forever(x.unsqueeze(0)); }
Tensor further(Tensor x, int n) { return further(x.unsqueeze(0), n + 1); }
Tensor grown(Tensor x, int n) {
  if (n == 0)
    return matmul(x, zeros({7, 2}));
  // FOUND: :[[@LINE-1]]:{{.*}}: error: inner dimensions of 'matmul' differ: 12 and 7
  return grown(cat({x, x}, 1), n - 1);
  // FOUND: :[[@LINE-1]]:{{.*}}: note: in this call of 'grown'
}

int main(int argc, char **) {
  auto a = nested(zeros({3}), 2); // CHECK: a: [1, 1, 3],
  auto b = even(zeros({3}), 3);   // CHECK: b: [1, 3],
  auto c = zeros({fibonacci(10)});
  // CHECK: c: [55]
  auto d = layers(zeros({5, 4}), {8, 16, 32}, 0);
  // CHECK: d: [5, 32]
  auto e = forever(zeros({3}));
  // CHECK: e: [...]
  auto f = further(zeros({3}), 0);
  // CHECK: f: [...]
  auto g = nested(zeros({3}), argc);
  // CHECK: g: [...]
  auto h = nested(zeros({3}), 64);
  // CHECK: h: [...]
  grown(zeros({2, 3}), 2);
}
// FOUND: 1 error in 1 file
// FOUND-SAME: not followed to the end

// RUN: %tensor-tidy %s -- %runtime-flags
// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | %without-checks | FileCheck %s
// Side effects inside expressions, in the order that C++ gives them.
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
bool flag();

void counters() {
  int n = 3;
  auto x = zeros({n++, n, ++n, n--, n}); // CHECK: x: [3, 4, 5, 5, 4]{{$}}
  int m = n = 8;
  m -= n -= 3;
  auto y = zeros({m, n}); // CHECK: y: [3, 5]{{$}}
  int k = (n = 2, n + 1);
  auto z = zeros({k, n}); // CHECK: z: [3, 2]{{$}}
}

void shortCircuits() {
  auto x = zeros({2, 3});
  bool taken = flag() && (x = zeros({9, 3})).dim() == 2;
  auto a = x.clone(); // CHECK: a: [_, 3]{{$}}
  bool always = true || (x = zeros({8})).dim() == 1;
  auto b = x.clone(); // CHECK: b: [_, 3]{{$}}
  bool both = taken || (x = zeros({4, 3}), always);
  matmul(x, zeros({3, both ? 1 : 2}));
}

void conditionals() {
  auto x = zeros({2, 3});
  auto y = x.dim() == 2 ? x.transpose(0, 1) : x.select(0, 0);
  auto a = y.clone(); // CHECK: a: [3, 2]{{$}}
  auto z = flag() ? zeros({2, 3}) : flag() ? zeros({2, 4}) : zeros({2, 5});
  auto b = z.clone(); // CHECK: b: [2, _]{{$}}
  matmul(flag() ? zeros({1, 2}) : zeros({7, 2}), z);
}

void scopes() {
  int n = 3;
  {
    int n = 5;
    auto x = zeros({n}); // CHECK: x: [5]{{$}}
  }
  if (int n = 9; n > 2)
    zeros({n}).view({3, 3});
  auto y = zeros({n}); // CHECK: y: [3]{{$}}
}

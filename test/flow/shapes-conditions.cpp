// RUN: %tensor-tidy %s -- %runtime-flags
// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | %without-checks | FileCheck %s
// A condition that is asked again comes out the same way.
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
bool flag();

void flags(bool causal, bool packed) {
  auto x = zeros({2, 3}), y = x;
  if (causal)
    x = zeros({4, 5});
  if (!packed)
    y = zeros({6, 7});
  if (causal) {
    auto a = x.clone(); // CHECK: a: [4, 5]{{$}}
  } else {
    auto b = x.clone(); // CHECK: b: [2, 3]{{$}}
  }
  if (packed && !causal) {
    auto c = cat({x, y}, 0); // CHECK: c: [4, 3]{{$}}
  }
  auto d = x.clone(); // CHECK: d: [_, _]{{$}}
}

void numbers(int n, int mode) {
  auto x = zeros({n, 3});
  if (n > 4)
    x = zeros({7});
  if (mode != 2)
    x = x.unsqueeze(0);
  if (n <= 4) {
    auto a = mode == 2 ? x.clone() : x.select(0, 0);
    auto b = a.clone(); // CHECK: b: [n, 3]{{$}}
  }
}

void changed(bool first) {
  auto x = zeros({2, 3});
  if (first)
    x = zeros({4, 5});
  first = flag();
  if (first)
    auto a = x.clone(); // CHECK: a: [_, _]{{$}}
}

void rounds(bool wide) {
  auto x = zeros({2, 3});
  if (wide)
    x = zeros({2, 5});
  for (int i = 0; i < 2; ++i) {
    if (wide)
      x = cat({x, zeros({1, 5})}, 0);
    else
      x = cat({x, zeros({1, 3})}, 0);
  }
  if (wide)
    auto a = x.clone(); // CHECK: a: [4, 5]{{$}}
}

// More than three at a time are not kept apart.
void many(bool a, bool b, bool c, bool d) {
  auto x = zeros({2}), y = x, z = x, w = x;
  if (a)
    x = zeros({3});
  if (b)
    y = zeros({3});
  if (c)
    z = zeros({3});
  if (d)
    w = zeros({3});
  if (a && b && c)
    auto e = cat({x, y, z}, 0); // CHECK: e: [9]{{$}}
  if (d)
    auto f = w.clone(); // CHECK: f: [_]{{$}}
}

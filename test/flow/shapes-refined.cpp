// RUN: %tensor-tidy %s -- %runtime-flags
// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | %without-checks | FileCheck %s
// What a condition says holds where it was true, and behind a check.
#include <cassert>
#include <stdexcept>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
#define CHECK(c)                                                               \
  if (!(c))                                                                    \
  throw std::runtime_error(#c)

void rank(Tensor x) {
  if (x.dim() == 3) {
    auto a = x.unsqueeze(0); // CHECK: a: [1, n, n1, n2]{{$}}
  }
  auto b = x.clone(); // CHECK: b: [...]{{$}}
  CHECK(x.dim() == 2);
  auto c = x.unsqueeze(0); // CHECK: c: [1, {{n[0-9]*, n[0-9]*}}]{{$}}
}

void copiedRank(Tensor x) {
  auto rank = x.dim();
  bool fits = rank == 2;
  if (!fits)
    return;
  auto a = x.unsqueeze(0); // CHECK: a: [1, n, n1]{{$}}
}

void equal(int n, int m) {
  auto x = zeros({n, m});
  if (n == 4) {
    auto a = x.clone(); // CHECK: a: [4, m]{{$}}
  } else {
    auto b = x.clone(); // CHECK: b: [n, m]{{$}}
  }
  assert(m == 7);
  auto c = x.clone(); // CHECK: c: [n, 7]{{$}}
  if (n != 5 || m == 8)
    return;
  auto d = x.clone(); // CHECK: d: [5, 7]{{$}}
}

void either(int n, bool flag) {
  auto x = zeros({n, 3});
  if (n == 4 || flag) {
    auto a = x.clone(); // CHECK: a: [4, 3] | [n, 3]{{$}}
  }
  if (n == 4 && flag) {
    auto b = x.clone(); // CHECK: b: [4, 3]{{$}}
  }
}

void heads(int b, int n, int d, int h) {
  auto x = zeros({b, n, d});
  auto unchecked = x.view({b, n, h, d / h}).view({b, n, h * (d / h)});
  // CHECK: unchecked: [b, n, h*(d/h)]{{$}}
  CHECK(d % h == 0);
  auto split = x.view({b, n, h, d / h}).transpose(1, 2);
  // CHECK: split: [b, h, n, d/h]{{$}}
  auto merged = split.transpose(1, 2).reshape({b, n, d});
  // CHECK: merged: [b, n, d]{{$}}
  int hd = d / h;
  auto again = zeros({b, n, h * hd}); // CHECK: again: [b, n, d]{{$}}
}

void evenly(int d) {
  if (int rest = d % 8; rest)
    return;
  auto a = zeros({8 * (d / 8)}); // CHECK: a: [d]{{$}}
}

void checkHeads(int d, int h) { CHECK(d % h == 0); }
void perhaps(int d, int h) {
  if (h == 3)
    return;
  CHECK(d % h == 0);
}
void called(int d, int h, int n, int k) {
  checkHeads(d, h), perhaps(n, k);
  auto a = zeros({h * (d / h)}); // CHECK: a: [d]{{$}}
  auto b = zeros({k * (n / k)}); // CHECK: b: [k*(n/k)]{{$}}
}

// A contradiction ends the path.
void never(int n) {
  Tensor x = zeros({2, 3});
  CHECK(n == 4);
  int m = n;
  if (m == 5 || n % 4 != 0)
    x = zeros({9});
  auto a = x.clone(); // CHECK: a: [2, 3]{{$}}
}

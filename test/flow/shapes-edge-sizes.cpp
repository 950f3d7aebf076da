// RUN: %tensor-tidy %s -- %runtime-flags
// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | %without-checks | FileCheck %s
// Zero and one as sizes, no axes at all, axes from behind.
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
void scalars() {
  auto a = tensor(2.5);                    // CHECK: a: []{{(,.*)?$}}
  auto b = a.unsqueeze(-1);                // CHECK: b: [1]{{(,.*)?$}}
  auto c = a + zeros({2, 3});              // CHECK: c: [2, 3]{{(,.*)?$}}
  auto d = a.view({1, 1});                 // CHECK: d: [1, 1]{{(,.*)?$}}
  auto e = a.sum(0);                       // CHECK: e: []{{(,.*)?$}}
  auto f = a.transpose(0, -1);             // CHECK: f: []{{(,.*)?$}}
  auto g = matmul(zeros({3}), zeros({3})); // CHECK: g: []{{(,.*)?$}}
}

void empty() {
  auto a = zeros({0, 3}).view({-1, 3});          // CHECK: a: [0, 3]{{(,.*)?$}}
  auto b = zeros({0, 1}) + zeros({5});           // CHECK: b: [0, 5]{{(,.*)?$}}
  auto c = cat({zeros({0}), zeros({2, 3})}, 1);  // CHECK: c: [2, 3]{{(,.*)?$}}
  auto d = matmul(zeros({2, 0}), zeros({0, 3})); // CHECK: d: [2, 3]{{(,.*)?$}}
  auto e = zeros({2, 0, 3}).sum(1);              // CHECK: e: [2, 3]{{(,.*)?$}}
  auto f = zeros({1}).expand({0});               // CHECK: f: [0]{{(,.*)?$}}
  auto g = zeros({0}).reshape({0, 5});           // CHECK: g: [0, 5]{{(,.*)?$}}
}

void ones() {
  auto a = zeros({1, 3, 1}).squeeze(-1);  // CHECK: a: [1, 3]{{(,.*)?$}}
  auto b = zeros({2, 3}).squeeze(0);      // CHECK: b: [2, 3]{{(,.*)?$}}
  auto c = zeros({1, 3}).expand({4, -1}); // CHECK: c: [4, 3]{{(,.*)?$}}
  auto d =
      zeros({2, 1, 3}).transpose(1, 2).view({6}); // CHECK: d: [6]{{(,.*)?$}}
  auto e = zeros({5, 1, 2, 3}).clone();
  auto f = matmul(e, zeros({4, 3, 1})); // CHECK: f: [5, 4, 2, 1]{{(,.*)?$}}
  auto g =
      zeros({3, 2}).select(0, 0) * zeros({4, 1}); // CHECK: g: [4, 2]{{(,.*)?$}}
  auto h = stack({zeros({2}), zeros({2})}, -1);   // CHECK: h: [2, 2]{{(,.*)?$}}
}

void unknown(int n) {
  auto a = zeros({n, 3}) + zeros({5, 3}); // CHECK: a: [5, 3]{{(,.*)?$}}
  auto b = zeros({n}).clone();            // CHECK: b: [n]{{(,.*)?$}}
  auto c = zeros({n, 3}).squeeze(0);      // CHECK: c: [..., 3]{{(,.*)?$}}
}

// RUN: %tensor-tidy %s -- %runtime-flags
// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | FileCheck %s
// Every case is followed, with what stood before the switch.
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
int option();

void cases() {
  auto x = zeros({2, 3}), y = x, z = x, w = x;
  switch (option()) {
  case 1:
    x = zeros({1, 1});
    y = zeros({7, 3});
    z = zeros({2});
    break;
  case 2:
    x = zeros({5, 3});
    [[fallthrough]];
  case 3:
    y = zeros({6, 3});
    break;
  }
  auto a = x.clone(); // CHECK: a: [_, _]{{$}}
  auto b = y.clone(); // CHECK: b: [_, 3]{{$}}
  auto c = z.clone(); // CHECK: c: [...]{{$}}
  auto d = w.clone(); // CHECK: d: [2, 3]{{$}}
}

void declaredInside() {
  auto x = zeros({2, 3});
  switch (int k = option(); k) {
  case 0: {
    auto y = x.transpose(0, 1); // CHECK: y: [3, 2]{{$}}
    matmul(x, y);
    break;
  }
  default:
    x = zeros({3, 3});
  }
  matmul(x, zeros({3, 1}));
}

// Only one case of a known number is taken.
void known() {
  auto x = zeros({2, 3});
  int rank = x.dim();
  switch (rank) {
  case 3:
    x = x.transpose(1, 2);
    break;
  case 2:
    x = x.transpose(0, 1);
    break;
  }
  matmul(x, zeros({2, 1}));
}

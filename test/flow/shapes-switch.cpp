// RUN: %tensor-tidy %s -- %runtime-flags
// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | %without-checks | FileCheck %s
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

enum class Mode { Wide, Tall, Other };
Tensor made(Mode mode) {
  switch (mode) {
  case Mode::Wide:
    return zeros({1, 9});
  case Mode::Tall:
    return zeros({9, 1});
  default:
    break;
  }
  return zeros({3, 3});
}

void chosen(Tensor x, int n) {
  auto a = made(Mode::Tall);  // CHECK: a: [9, 1]{{$}}
  auto b = made(Mode::Other); // CHECK: b: [3, 3]{{$}}
  switch (x.dim()) {
  case 2: {
    auto c = x.unsqueeze(0); // CHECK: c: [1, {{n[0-9]*, n[0-9]*}}]{{$}}
    break;
  }
  case 3: {
    auto d = x.unsqueeze(0); // CHECK: d: [1, {{n[0-9]*, n[0-9]*, n[0-9]*}}]{{$}}
  }
  }
  auto y = zeros({n});
  switch (n) {
  case 4:
    n += 1;
    [[fallthrough]];
  case 5:
    x = zeros({n, n}); // CHECK: x: [5, 5]{{$}}
    break;
  default:
    x = zeros({n, 1}); // CHECK: x: [n, 1]{{$}}
  }
  switch (int k = 7; k) { // not told apart
  case 6 ... 9:
    x = zeros({k}); // CHECK: x: [7]{{$}}
    break;
  case 2:
    x = zeros({k + 1}); // CHECK: x: [8]{{$}}
  }
  for (int i = 0; i < 4; ++i)
    switch (i) {
    case 3:
      y = zeros({i, i}); // CHECK: y: [3, 3]{{$}}
      break;
    case 2:
      continue;
    }
  auto e = y.clone(); // CHECK: e: [3, 3]{{$}}
}

// RUN: %tensor-tidy %s -- %runtime-flags
// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | %without-checks | FileCheck %s
// Loops whose number of rounds is known are followed round by round.
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
bool flag();

void grown(int n) {
  auto y = zeros({2, 3}), x = y;
  for (int i = 0; i < 3; ++i)
    x = cat({x, y}, 0); // CHECK: x: [4, 3] | [6, 3] | [8, 3]{{$}}
  auto a = x.clone();   // CHECK: a: [8, 3]{{$}}
  for (int i = 0; i < n; ++i)
    x = cat({x, y}, 0); // CHECK: x: [_, 3]{{$}}
  auto b = x.clone();   // CHECK: b: [_, 3]{{$}}
}

void nested() {
  auto y = zeros({1, 3}), x = y;
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j <= i; ++j)
      x = cat({x, y}, 0);
  auto a = x.clone(); // CHECK: a: [7, 3]{{$}}
}

void left() {
  auto y = zeros({1, 3}), x = y;
  int i = 0;
  while (true) {
    if (i == 5)
      break;
    if (++i == 2)
      continue;
    x = cat({x, y}, 0);
  }
  auto a = x.clone(); // CHECK: a: [5, 3]{{$}}
  do
    y = y.unsqueeze(0);
  while (--i > 3);
  auto b = y.clone(); // CHECK: b: [1, 1, 1, 3]{{$}}
}

void perhapsLeft() {
  auto y = zeros({1, 3}), x = y;
  for (int i = 0; i < 3; ++i) {
    x = cat({x, y}, 0);
    if (flag())
      break;
  }
  auto a = x.clone(); // CHECK: a: [_, 3]{{$}}
}

void longest() {
  auto y = zeros({1, 3}), x = y, z = y;
  for (int i = 0; i < 64; ++i)
    x = cat({x, y}, 0); // CHECK: x: [_, 3]
  auto a = x.clone();   // CHECK: a: [65, 3]{{$}}
  for (int i = 0; i < 65; ++i)
    z = cat({z, y}, 0); // CHECK: z: [_, 3]{{$}}
  auto b = z.clone();   // CHECK: b: [_, 3]{{$}}
}

// A loop that is known to be entered is no choice; nor is what depends on it.
void stages(Tensor x) {
  int width = 8;
  Tensor y;
  for (int stage = 0; stage < 3; ++stage) {
    y = zeros({2, width});
    width *= 2;
  }
  auto a = y.clone(); // CHECK: a: [2, 32]{{$}}
}

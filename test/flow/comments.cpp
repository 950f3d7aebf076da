// RUN: not %tensor-tidy %s -- %runtime-flags | FileCheck %s --implicit-check-not warning: --implicit-check-not error:
// RUN: %tensor-tidy --checks=-stale-shape-comment %s -- %runtime-flags
// Shapes in comments: compared with what was inferred, never trusted.
#include <tensor_tidy/tensor.h>
using namespace tensor_tidy;

void stale(Tensor x, bool c) {
  Tensor a = randn({2, 3, 4});    // [B, T, C]
  // CHECK: :[[@LINE+1]]:14: warning: the comment says [B, T], but the shape is [2, 3, 4] [tensor-stale-shape-comment]
  Tensor b = a.contiguous();      // [B, T]
  // CHECK: :[[@LINE+1]]:14: warning: the comment says [B, 5, C], but the shape is [2, 3, 4]
  Tensor d = a.clone();           // [B, 5, C]
  // CHECK: :[[@LINE+1]]:7: warning: the comment says [B, T, C] with T = 3, but the shape is [2, 4, 3]
  a = a.transpose(1, 2);          // (B, T, C)
  // CHECK: :[[@LINE+1]]:7: warning: the comment says [B, C*T] with C*T = 12, but the shape is [2, 13]
  a = randn({2, 13});             // [B, C*T]
  if (c) {
    // CHECK: :[[@LINE+1]]:16: warning: the comment says [N, B] with B = 2, but the shape is [5, 3]
    Tensor e = randn({5, 3});     // [N, B]
  } else {
    Tensor e = randn({6, 2});     // [N, B]
  }
  // Trusted it would make these a mistake.
  Tensor y = x;                   // [B, 7]
  matmul(y, randn({8, 3}));
}
Tensor twice(Tensor x) {
  x = x + x;                      // [B, T, C]
  // CHECK: :[[@LINE-1]]:7: warning: the comment says [B, T, C], but the shape is [2, 7]
  return x;
}
void calls() { twice(randn({2, 7})); } // CHECK: note: in this call of 'twice'

void right(Tensor x, std::int64_t n, bool c) {
  Tensor a = randn({2, 3, 4});    // [B, T, C]
  Tensor merged = a.view({2, 12}); // [B, T*C]
  Tensor b = randn({n, 3, n});    // [N, 3, N]
  Tensor u = x;                   // [B, T, C]
  Tensor range = randn({2, 3});   // [0, 1]
  Tensor one = randn({2, 3});     // [N]
  Tensor word = randn({2, 3});    // (optional)
  Tensor box = randn({7, 4});     // [x1, y1, x2, y2]
  Tensor point = randn({2});      // (x, y)
  Tensor points = randn({5, n});  // (x, y, z)
  Tensor said = randn({2, 3});    // [B, T] after the mask
  Tensor before = randn({2, 3});  /* [B, T, C] */
  // [B, T, C]
  Tensor above = randn({2, 3});
  for (int i = 0; i < 9; ++i) {
    Tensor part = randn({i, 3});  // [T, C]
    Tensor other = randn({7, 2}); // [T, C]
  }
  if (c)
    a = randn({1, 1});            // [P, Q]
  else
    a = randn({1, 2});            // [P, Q]
}

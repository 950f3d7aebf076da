// RUN: %tensor-tidy %s -- %runtime-flags
// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | %without-checks | FileCheck %s
// Whole numbers as C++ has them: rounded, wrapped, counted.
#include <algorithm>
#include <cstdint>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
constexpr int width = 64;
enum { Heads = 8 };
enum Tag : std::uint8_t { Last = 255 };

void numbers(std::int64_t n) {
  std::uint8_t b = 255;
  b++;
  auto wraps = randn({b + 1}); // CHECK: wraps: [1]{{$}}
  Tag tag = Last;
  tag = static_cast<Tag>(tag + 3);
  auto tagged = randn({tag}); // CHECK: tagged: [2]{{$}}
  int s = -7 / 2;
  auto rounds = randn({s + 5}); // CHECK: rounds: [2]{{$}}
  unsigned u = 3;
  auto below = randn({static_cast<int>(u - 4) + 3}); // CHECK: below: [2]{{$}}
  auto split = randn({Heads, width / Heads}); // CHECK: split: [8, 8]{{$}}
  int k = 1;
  k += 2, k *= 3;
  auto least = randn({std::min(k, 4), k % 4}); // CHECK: least: [4, 1]{{$}}
  auto named = randn({n, 2 * n}); // CHECK: named: [n, 2*n]{{$}}
  auto merged = named.view({-1}); // CHECK: merged: [2*n*n]{{$}}
  for (int i = 0; i < 3; ++i)
    k += i;
  auto looped = randn({k}); // CHECK: looped: [12]{{$}}
}

// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags 2>&1 | FileCheck %s --check-prefix FOUND
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// Results that are written to a tensor that is there: it has their shape then, by all of its names.
#include <torch/torch.h>
using torch::Tensor;

void written() {
  auto a = torch::randn({2, 3}), b = torch::randn({3, 4});
  auto out = torch::empty({0});
  torch::matmul_out(out, a, b);
  auto c = out.clone(); // CHECK: c: [2, 4]{{$}}
  torch::add_out(out, a, a);
  auto d = out.clone(); // CHECK: d: [2, 3]{{$}}
  auto e = torch::matmul(out, b); // CHECK: e: [2, 4]{{$}}
  torch::cat_out(out, {a, a}, 1);
  auto f = out.clone(); // CHECK: f: [2, 6]{{$}}
}

// Another name of it knows nothing.
void shared() {
  auto a = torch::randn({2, 3}), b = torch::randn({3, 4});
  auto out = torch::empty({0}), other = out;
  torch::matmul_out(out, a, b);
  torch::matmul(other, torch::randn({4, 2}));
  auto c = other.clone(); // CHECK: c: [..., k]{{$}}
}

void wrong() {
  auto a = torch::randn({2, 3}), b = torch::randn({3, 4}), out = torch::empty({0});
  torch::matmul_out(out, a, a);
  // FOUND: :[[@LINE-1]]:{{.*}}: error: inner dimensions of 'matmul_out' differ: 3 and 2
  // FOUND-NOT: 'out'
  auto product = torch::empty({0});
  torch::mm_out(product, a, b);
  torch::mm(product, b);
  // FOUND: :[[@LINE-1]]:{{.*}}: error: inner dimensions of 'mm' differ: 4 and 3
}

int main() {
  written();
  shared();
}
// FOUND: 2 errors in 1 file

// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags -std=c++20 -I%root/runtime/include 2>&1 | FileCheck %s
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags -std=c++20 -I%root/runtime/include | %without-checks | FileCheck %s --check-prefix SHAPE
// Fields that are declared with a shape: where they are written, where they are read, and what is known of them then.
#include <tensor_tidy/shaped.h>
#include <torch/torch.h>
using tensor_tidy::Shaped;
using torch::Tensor;

// Letters are those of the function, for its own object.
struct Projection {
  Shaped<Tensor, "d, h"> weight;
  TENSOR_SHAPE("h") Tensor bias;
  Tensor forward(Shaped<Tensor, "b, d"> x) {
    return torch::mm(x, weight) + bias; // SHAPE: mm: [b, h], operator+: [b, h]
  }
  Tensor wide() {
    // CHECK: :[[@LINE+1]]:{{.*}} error: inner dimensions of 'mm' differ: 8 and 16
    return torch::mm(rows, torch::zeros({16, 4}));
  }
  Shaped<Tensor, "n, 8"> rows;
};

struct Square {
  Shaped<Tensor, "d, d"> weight = torch::eye(4); // (a factory that is not modelled)
  Shaped<Tensor, "d"> scale;
  explicit Square(int64_t d) : scale(torch::ones({d})) {}
  Square() : weight(torch::zeros({3, 4})) {}
  // CHECK: :[[@LINE-1]]:{{.*}} error: 'weight' is declared [d, d] with d = 3, but is [3, 4]
  void reset(int64_t n) {
    weight = torch::zeros({n, n});
    scale = torch::zeros({n + 1}); // CHECK: :[[@LINE]]:{{.*}} error: 'scale' is declared [d], but is [d + 1]
  }
};

// Another object's letters are others, its numbers are not.
struct Table {
  Shaped<Tensor, "n, 16"> rows;
};
void others(Table a, Table b) {
  a.rows = torch::zeros({3, 16});
  b.rows = torch::zeros({5, 16});
  torch::mm(a.rows, b.rows.t()); // SHAPE: mm: [3, 5]
  b.rows = torch::zeros({5, 8}); // CHECK: :[[@LINE]]:{{.*}} error: 'b.rows' is declared [_, 16], but is [5, 8]
}
Table made() { return {torch::zeros({4, 4})}; } // CHECK: :[[@LINE]]:{{.*}} error: 'rows' is declared [_, 16], but is [4, 4]

// CHECK: 5 errors in 1 file

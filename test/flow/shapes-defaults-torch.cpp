// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s --check-prefix FOUND
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// What stands at a field or a parameter is evaluated anew for each object and
// each call.
#include <torch/torch.h>
#include <memory>
#include <vector>
using torch::Tensor;

struct Wide {
  Tensor weight = torch::randn({16, 32});
  Tensor operator()(Tensor x) const { return x.matmul(weight); }
};
template <int N> struct Sized {
  int in = N, out = 2 * in;
  Tensor weight = torch::randn({in, out});
};
struct Two {
  Wide first = Wide(), second = Wide{};
};
Tensor masked(Tensor x, Tensor mask = torch::zeros({4})) {
  mask.unsqueeze_(0);
  return x + mask;
}
void objects() {
  auto once = Wide()(torch::randn({3, 16})); // CHECK: once: [3, 32]
  Wide wide;
  auto twice = wide(once.t().matmul(once.narrow(1, 0, 16)));
  // CHECK: twice: [32, 32]
  // FOUND: [[@LINE-18]]:55: error: inner dimensions of 'matmul' differ: 32 and 16
  auto third = Wide{}(once);
  // FOUND: [[@LINE-1]]:16: note: in this call of 'Wide::operator()'
  Sized<2> a, b;
  Sized<3> c{5}, d{6, 7};
  auto ab = a.weight.t().mm(b.weight); // CHECK: ab: [4, 4]
  auto cd = c.weight.mm(torch::randn({10, 1})); // CHECK: cd: [5, 1]
  auto e = d.weight.t(); // CHECK: e: [7, 6]
  Two two, more;
  auto f = more.second(two.first.weight.narrow(1, 0, 16)); // CHECK: f: [16, 32]
}
// The first call changes a mask of its own.
void arguments(Tensor x) {
  auto a = masked(torch::randn({2, 4})); // CHECK: a: [2, 4]
  auto b = masked(torch::randn({3, 4})); // CHECK: b: [3, 4]
  auto c = masked(torch::randn({4}));    // CHECK: c: [1, 4]
}
// One in itself is never made.
struct Node {
  std::shared_ptr<Node> next = std::make_shared<Node>();
  Tensor weight = torch::randn({2});
};
struct Nodes {
  std::vector<Nodes> inner = std::vector<Nodes>(2);
};
void endless() {
  Node node;
  Nodes nodes;
}
// FOUND-NOT: error

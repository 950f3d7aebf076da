// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s
// Objects that are made by what is given to a maker, or lie behind a pointer or
// in an optional; what they are given and what they give back has no other name.
#include <map>
#include <memory>
#include <optional>
#include <torch/torch.h>

using torch::Tensor;

struct Product {
  Product(int64_t d) : w(torch::zeros({d, d})) {}
  Tensor of(Tensor x) { return x.mm(w); }
  Tensor w;
};
struct Config {
  int64_t d = 8;
};
struct Configured {
  Configured(const Config &c) : w(torch::zeros({c.d, c.d})) {}
  Tensor w;
};

void size() {
  int64_t d = 8;
  auto product = std::make_shared<Product>(d);
  product->w.mm(torch::zeros({9, 1})); // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 8 and 9
  torch::zeros({d}).view({9});         // CHECK: [[@LINE]]:{{[0-9]+}}: error: 'view' of [8] to [9]
}

void config() {
  Config c;
  auto made = std::make_unique<Configured>(c);
  made->w.mm(torch::zeros({9, 1})); // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 8 and 9
}

void copied() {
  auto product = std::make_unique<Product>(Product(4));
  product->w.mm(torch::zeros({9, 1})); // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 4 and 9
}

// Each round makes another object; a method that writes nothing leaves all.
void loop() {
  std::vector<std::shared_ptr<Product>> products;
  for (int i = 0; i < 3; ++i)
    products.push_back(std::make_shared<Product>(8));
  Tensor x = torch::zeros({4, 8});
  for (auto &product : products)
    x = product->of(x);
  x + torch::zeros({9}); // CHECK: [[@LINE]]:{{[0-9]+}}: error: '+' cannot broadcast [4, 8] and [9]
}

struct Both {
  Tensor y, cache;
};
struct Cell {
  Both step(const Tensor &x) { return {x.mm(w), x}; }
  Tensor w = torch::zeros({8, 6});
};
void parts() {
  Cell cell;
  auto both = cell.step(torch::zeros({1, 8}));
  both.y.mm(cell.w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 6 and 8
}

struct Node {
  Node copy() { return *this; }
  std::map<int, Node> children;
  Tensor w;
};
void recursive() {
  Node node;
  node.w = torch::zeros({2, 3});
  Node other = node.copy();
  node.w.mm(other.w); // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 3 and 2
}

void optional() {
  std::optional<Tensor> x = torch::zeros({2, 3});
  x->mm(*x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 3 and 2
  std::optional<Config> c = Config{};
  c->d = 9;
  torch::zeros({8}).view({c->d}); // CHECK: [[@LINE]]:{{[0-9]+}}: error: 'view' of [8] to [9]
  std::optional<std::vector<Tensor>> many = std::vector<Tensor>{};
  many->push_back(torch::zeros({2, 3}));
  (*many)[0].mm((*many)[0]); // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 3 and 2
}

// What would come of an op that fails is followed no further.
void once() {
  torch::nn::Linear up(8, 16), down(16, 8);
  Tensor x = torch::zeros({2, 7});
  x + down(torch::relu(up(x))); // CHECK: [[@LINE]]:{{[0-9]+}}: error: inner dimensions of 'Linear' differ: it takes 8, given 7
}
// CHECK-NOT: {{^[^ ]+}}: error:

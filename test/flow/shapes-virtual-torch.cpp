// REQUIRES: torch
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// RUN: not %tensor-tidy %s -- %torch-flags 2>&1 | FileCheck %s --check-prefix FOUND
// What a virtual call means hangs on what the object was made as.
#include <torch/torch.h>
using torch::Tensor;

struct Block : torch::nn::Module {
  virtual Tensor forward(Tensor x) = 0;
  virtual int64_t width() const { return 3; }
};
struct Wide : Block {
  torch::nn::Linear fc;
  Wide(int64_t i, int64_t o) : fc(register_module("fc", torch::nn::Linear(i, o))) {}
  Tensor forward(Tensor x) override { return fc(x); }
  // FOUND: :[[@LINE-1]]:{{.*}}: error: inner dimensions of 'Linear' differ: it takes 4, given 5
  // FOUND-NOT: transpose
  int64_t width() const override { return 5; }
};
struct Wider : Wide {
  using Wide::Wide;
  int64_t width() const override { return Wide::width() + 4; }
};
struct Flat : Block {
  Tensor forward(Tensor x) override { return x.flatten(1); }
};

struct Base {
  virtual ~Base() = default;
  virtual Tensor make() { return torch::zeros({1}); }
  Tensor twice() { return torch::cat({make(), make()}); }
};
struct Derived : Base {
  Tensor make() override { return torch::zeros({2}); }
};
struct Early : Base {
  Tensor made;
  Early() { made = make(); }
  Tensor make() override { return torch::zeros({4}); }
};
struct Late : Early {
  Tensor make() override { return torch::zeros({5}); }
};

struct NetImpl : torch::nn::Module {
  std::vector<std::shared_ptr<Block>> blocks;
  std::unique_ptr<Block> head;
  NetImpl() {
    blocks.push_back(std::make_shared<Flat>());
    blocks.push_back(std::make_shared<Wide>(12, 7));
    head = std::make_unique<Wide>(7, 2);
  }
  virtual Tensor forward(Tensor x) {
    for (auto &block : blocks)
      x = block->forward(x);
    return head->forward(x);
  }
};
TORCH_MODULE(Net);

Tensor through(Block &block, Tensor x) { return block.forward(x); }
Tensor behind(std::shared_ptr<Block> block, Tensor x) { return block->forward(x); }
Tensor byValue(Base base) { return base.make(); }
Tensor any(Base &base) { return base.make(); }

void known() {
  auto x = torch::zeros({2, 3, 4});
  Wide wide(4, 6);
  Wider wider(4, 9);
  Flat flat;
  auto a = through(wide, x); // CHECK: a: [2, 3, 6]
  auto b = through(flat, x); // CHECK: b: [2, 12]
  auto c = through(wider, x); // CHECK: c: [2, 3, 9]
  auto d = behind(std::make_shared<Wide>(4, 8), x); // CHECK: d: [2, 3, 8]
  Block &block = wider;
  auto e = torch::zeros({block.width(), wide.width(), flat.width()}); // CHECK: e: [9, 5, 3]
  Net net;
  auto f = net->forward(x); // CHECK: f: [2, 2]
  auto g = net(x); // CHECK: g: [2, 2]
}

void objects() {
  Base base;
  Derived derived;
  auto a = base.twice(); // CHECK: a: [2]
  auto b = derived.twice(); // CHECK: b: [4]
  auto c = byValue(derived); // CHECK: c: [1]
  Base copied = derived;
  auto d = any(copied); // CHECK: d: [1]
  auto e = any(derived); // CHECK: e: [2]
  std::unique_ptr<Base> held = std::make_unique<Derived>();
  auto f = held->make(); // CHECK: f: [2]
  Late late;
  auto g = late.made.clone(); // CHECK: g: [4]
}

// Right, whatever comes of it: one of two, and what may be another at run time.
void unknown(bool which, Base &given) {
  std::shared_ptr<Base> one;
  if (which)
    one = std::make_shared<Base>();
  else
    one = std::make_shared<Derived>();
  auto a = one->make(); // CHECK: a: [...]
  auto b = given.make(); // CHECK: b: [...]
  torch::matmul(a, torch::zeros({2, 3}));
  torch::matmul(b, torch::zeros({2, 3}));
}

int main() { behind(std::make_shared<Wide>(4, 8), torch::zeros({2, 5})); }
// FOUND: note: in this call of
// FOUND: 1 error in 1 file

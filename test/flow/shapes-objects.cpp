// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | %without-checks | FileCheck %s
// Fields, from the constructor to the method that reads them.
#include <memory>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
struct Config {
  int heads = 4, width = 64;
  int each() const { return width / heads; }
};
struct Base {
  explicit Base(int n) : size(n) {}
  int size;
};
class Net : Base {
public:
  Net(int in, int out) : Base(in), weight(zeros({in, out})) {
    bias = zeros({out});
  }
  Net(const Config &c) : Net(c.width, c.heads) {}
  Tensor forward(Tensor x) { return matmul(x, weight) + bias; }
  void grow() { weight = zeros({++size, 5}), bias = zeros({5}); }
  int width() const { return size; }

private:
  Tensor weight, bias;
};

void values() {
  Config c;
  c.heads = 8;
  auto a = zeros({c.heads, c.width / c.heads}); // CHECK: a: [8, 8]
  Config d{2, 6};
  auto b = zeros({d.heads, d.each()}); // CHECK: b: [2, 3]
  auto e = d;
  e.heads = 1;
  auto f = zeros({d.heads, e.heads}); // CHECK: f: [2, 1]
  d = e;
  auto g = zeros({d.heads}); // CHECK: g: [1]
}
void methods() {
  Net net(3, 4);
  auto a = net.forward(zeros({2, 3})); // CHECK: a: [2, 4]
  auto b = zeros({net.width()});       // CHECK: b: [3]
  net.grow();
  auto c = net.forward(zeros({2, 4}));         // CHECK: c: [2, 5]
  auto d = Net(5, 6).forward(zeros({5}));      // CHECK: d: [6]
  auto e = Net(Config()).forward(zeros({64})); // CHECK: e: [4]
}
void pointers() {
  auto p = std::make_shared<Net>(7, 5);
  auto a = p->forward(zeros({2, 7})); // CHECK: a: [2, 5]
  auto b = (*p).forward(zeros({7}));  // CHECK: b: [5]
  auto q = std::unique_ptr<Net>(new Net(2, 3));
  q->grow();
  auto c = q->forward(zeros({3})); // CHECK: c: [5]
}
struct Outer {
  Config config;
  std::shared_ptr<Net> net;
  explicit Outer(int n) : net(std::make_shared<Net>(n, n)) { config.heads = n; }
  Tensor run(Tensor x) { return net->forward(x); }
};
void nested() {
  Outer o(9);
  auto a = o.run(zeros({9}));                       // CHECK: a: [9]
  auto b = zeros({o.config.heads, o.config.width}); // CHECK: b: [9, 64]
  o.config.width = 3;
  auto c = zeros({o.config.each() + 1, o.config.width}); // CHECK: c: [1, 3]
}

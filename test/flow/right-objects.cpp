// RUN: %tensor-tidy %s -- %runtime-flags
// Objects that change behind the back of the one who looks at them.
#include <functional>
#include <memory>
#include <tensor_tidy/tensor.h>
#include <vector>

using namespace tensor_tidy;
struct Net {
  int n = 3;
  Tensor w = zeros({3, 3});
  std::function<void()> hook;
  void resize(int m) { n = m, w = zeros({m, m}); }
  Tensor run(Tensor x) { return matmul(x, w); }
  void hooked(Tensor x) {
    w = zeros({3, 3});
    hook();
    matmul(x, w), matmul(zeros({5, 5}), w);
  }
  Net *self() { return this; }
  virtual void change() {}
  virtual ~Net() = default;
  void changed() {
    w = zeros({3, 3});
    change();
    matmul(zeros({5, 5}), w);
  }
};
struct Wide : Net {
  void change() override { resize(5); }
};
void outOfSight(Net &);
void outOfSight(Net *);
void keeps(std::shared_ptr<Net>);
void wakes();
void grow(std::shared_ptr<Net> net) { net->resize(5); }
void rebind(std::shared_ptr<Net> net) {
  net = std::make_shared<Net>();
  net->resize(9);
}

void byPointer() {
  auto p = std::make_shared<Net>(), q = p;
  q->resize(5);
  p->run(zeros({5}));
  grow(p);
  q->run(zeros({5}));
  Net *raw = p.get();
  raw->resize(6);
  p->run(zeros({6}));
}
void byReference() {
  Net net;
  Net &same = net;
  same.resize(5);
  net.run(zeros({5}));
  auto *p = &net;
  p->resize(6);
  net.run(zeros({6}));
  net.self()->resize(7);
  net.run(zeros({7}));
}
void unseen() {
  Net a, b;
  outOfSight(a), outOfSight(&b);
  a.run(zeros({5})), b.run(zeros({6}));
  auto p = std::make_shared<Net>();
  keeps(p);
  wakes();
  p->run(zeros({8}));
}
void captured() {
  Net net;
  std::function<void()> f = [&] { net.resize(5); };
  f();
  net.run(zeros({5}));
  auto p = std::make_shared<Net>();
  std::function<void()> g = [p] { p->resize(5); };
  g();
  p->run(zeros({5}));
}
void elements(int i) {
  std::vector<Net> nets(2);
  nets.push_back(Net());
  nets[i].resize(5);
  nets.back().run(zeros({5})), nets[i].run(zeros({5}));
  auto &last = nets.back();
  last.resize(4);
  nets[2].run(zeros({4}));
  std::vector<std::shared_ptr<Net>> all;
  auto one = std::make_shared<Net>();
  all.push_back(one);
  for (auto &each : all)
    each->resize(5);
  one->run(zeros({5}));
}
struct Owner {
  std::shared_ptr<Net> net = std::make_shared<Net>();
  Net own;
  Net &get() { return own; }
  void swap(Owner &other) { std::swap(own, other.own); }
};
void owned() {
  Owner o, p;
  auto copy = o;
  copy.net->resize(5);
  o.net->run(zeros({5}));
  o.get().resize(6);
  o.own.run(zeros({6}));
  p.own.resize(4);
  o.swap(p);
  o.own.run(zeros({4}));
}
void lists(std::vector<int> sizes) {
  auto copy = sizes;
  sizes = {2, 3};
  std::vector<int> &same = sizes;
  same.push_back(4);
  zeros({sizes[0], sizes[2]}).view({8});
  int *p = sizes.data();
  p[0] = 9;
  zeros({sizes[0]}).view({9});
}
void walks() {
  struct Node {
    Tensor x;
    std::shared_ptr<Node> next;
  };
  auto head = std::make_shared<Node>();
  head->x = zeros({2});
  head->next = std::make_shared<Node>();
  head->next->x = zeros({3});
  auto &first = *head;
  for (auto node = head; node; node = node->next)
    node->x.view({-1}) + zeros({1});
  head = head->next;
  first.x.view({2}), head->x.view({3});
}
void both(Net &a, Net &b) {
  a.resize(4);
  b.resize(5);
}
void twice() {
  Net net;
  both(net, net);
  net.run(zeros({5}));
}

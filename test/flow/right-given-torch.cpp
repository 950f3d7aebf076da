// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// Pointers, holders and optionals that are asked whether they hold something, and objects of derived classes:
// it runs with libtorch 1.13.
#include <functional>
#include <optional>
#include <torch/torch.h>
using torch::Tensor;
// null tests
struct Holder {
  std::unique_ptr<torch::nn::LinearImpl> p;
  std::shared_ptr<Holder> next;
  torch::nn::Linear fc{nullptr};
  void build(int n) {
    p = std::make_unique<torch::nn::LinearImpl>(n, n);
    fc = torch::nn::Linear(n, n);
  }
  Tensor run(Tensor x) {
    if (!p)
      build(x.size(-1));
    return p->forward(x);
  }
  Tensor run2(Tensor x) {
    if (fc.is_empty()) {
      x = x.t();
    }
    if (!fc)
      return torch::matmul(torch::zeros({2, 3}), torch::zeros({4, 5}).view({5, 4}).t().narrow(0, 0, 3).contiguous());
    return fc(x);
  }
};
Tensor lazily(Holder &h, Tensor x) {
  if (!h.p) {
    h.p.reset(new torch::nn::LinearImpl(3, 4));
  }
  auto y = x;
  if (h.p != nullptr)
    y = torch::zeros({2, 4});
  return torch::matmul(y, torch::zeros({4, 2}));
}
Tensor moved(std::unique_ptr<Holder> h) {
  auto g = std::move(h);
  Tensor x = torch::zeros({2, 3});
  if (h)
    x = torch::zeros({3, 2});
  else
    x = torch::zeros({4, 3});
  return torch::matmul(x, torch::zeros({3, 2}));
}
void fill(std::shared_ptr<Holder> &h) { h = std::make_shared<Holder>(); }
Tensor byRef() {
  std::shared_ptr<Holder> h;
  fill(h);
  Tensor x = torch::zeros({2, 3});
  if (h)
    x = torch::zeros({5, 4});
  return torch::matmul(x, torch::zeros({4, 2}));
}
void outp(Holder **h) { *h = new Holder; }
Tensor ptrptr() {
  Holder *h = nullptr;
  outp(&h);
  Tensor x = torch::zeros({2, 3});
  if (h)
    x = torch::zeros({5, 4});
  return torch::matmul(x, torch::zeros({4, 2}));
}
Tensor loopFind(std::vector<Holder> &hs) {
  Holder *best = nullptr;
  for (auto &h : hs)
    if (h.p)
      best = &h;
  if (best)
    return torch::zeros({1});
  return torch::zeros({2});
}
Holder *global = nullptr;
void setGlobal() {
  static Holder h;
  global = &h;
}
Tensor useGlobal() {
  setGlobal();
  Tensor x = torch::zeros({2, 3});
  if (global != nullptr)
    x = torch::zeros({5, 4});
  return torch::matmul(x, torch::zeros({4, 2}));
}
Tensor opt() {
  std::optional<Tensor> o;
  auto set = [&] { o = torch::zeros({4, 2}); };
  set();
  Tensor x = torch::zeros({2, 3});
  if (o)
    x = torch::zeros({5, 4});
  return torch::matmul(x, *o);
}
Tensor opt2() {
  std::optional<int64_t> o;
  o.emplace(4);
  Tensor x = torch::zeros({2, 3});
  if (o.has_value())
    x = torch::zeros({5, *o});
  return torch::matmul(x, torch::zeros({4, 2}));
}
Tensor fnopt() {
  std::function<Tensor()> f;
  auto init = [&f] { f = [] { return torch::zeros({5, 4}); }; };
  init();
  Tensor x = torch::zeros({2, 3});
  if (f)
    x = f();
  return torch::matmul(x, torch::zeros({4, 2}));
}
Tensor fnswap() {
  std::function<Tensor()> f, g = [] { return torch::zeros({5, 4}); };
  std::swap(f, g);
  Tensor x = torch::zeros({2, 3});
  if (f)
    x = f();
  return torch::matmul(x, torch::zeros({4, 2}));
}
Tensor fnswap2() {
  std::function<Tensor()> f, g = [] { return torch::zeros({5, 4}); };
  f.swap(g);
  Tensor x = torch::zeros({2, 3});
  if (f)
    x = f();
  return torch::matmul(x, torch::zeros({4, 2}));
}
Tensor uswap() {
  std::unique_ptr<Holder> f, g = std::make_unique<Holder>();
  f.swap(g);
  Tensor x = torch::zeros({2, 3});
  if (f)
    x = torch::zeros({5, 4});
  return torch::matmul(x, torch::zeros({4, 2}));
}
Tensor weak() {
  std::weak_ptr<Holder> w;
  {
    auto s = std::make_shared<Holder>();
    w = s;
  }
  Tensor x = torch::zeros({5, 4});
  if (auto s = w.lock())
    x = torch::zeros({2, 3});
  return torch::matmul(x, torch::zeros({4, 2}));
}
Tensor release() {
  auto p = std::make_unique<Holder>();
  delete p.release();
  Tensor x = torch::zeros({2, 3});
  if (!p)
    x = torch::zeros({5, 4});
  return torch::matmul(x, torch::zeros({4, 2}));
}
// as / dynamic
struct B {
  virtual ~B() = default;
  virtual int64_t n() const { return 3; }
};
struct D : B {
  int64_t n() const override { return 4; }
  int64_t extra = 4;
};
struct E : D {
  int64_t n() const override { return 5; }
};
Tensor dyn(std::shared_ptr<B> b) {
  Tensor x = torch::zeros({2, 4});
  if (auto d = std::dynamic_pointer_cast<D>(b))
    x = torch::zeros({2, d->extra});
  return torch::matmul(x, torch::zeros({4, 2}));
}
Tensor dyn2() {
  std::unique_ptr<B> b = std::make_unique<E>();
  Tensor x = torch::zeros({2, 3});
  if (dynamic_cast<D *>(b.get()))
    x = torch::zeros({2, 5});
  return torch::matmul(x, torch::zeros({b->n(), 2}));
}
B *factory(int k) {
  if (k == 0)
    return new B;
  if (k == 1)
    return new D;
  return new E;
}
Tensor fact(int k) {
  std::unique_ptr<B> b(factory(k));
  return torch::matmul(torch::zeros({2, b->n()}), torch::zeros({b->n(), 3}));
}
struct Self {
  virtual ~Self() = default;
  virtual int64_t n() const { return 3; }
  Tensor make() { return torch::matmul(torch::zeros({2, n()}), torch::zeros({n(), 3})); }
};
struct Self2 : Self {
  int64_t n() const override { return 7; }
};
Tensor poly(std::vector<std::unique_ptr<B>> &bs) {
  Tensor x = torch::zeros({1, 1});
  for (auto &b : bs)
    x = torch::zeros({b->n(), 2});
  return x;
}
struct V1 : virtual B {
  int64_t n() const override { return 6; }
};
struct V2 : virtual B {};
struct V3 : V1, V2 {};
Tensor virt() {
  V3 v;
  B &b = v;
  return torch::matmul(torch::zeros({2, b.n()}), torch::zeros({6, 2}));
}
template <class T> struct Base {
  T t{};
  virtual ~Base() = default;
  virtual int64_t size() const { return static_cast<const T &>(t).v; }
};
struct V4 {
  int64_t v = 4;
};
struct V5 {
  int64_t v = 5;
};
Tensor tmpl() {
  Base<V4> a;
  Base<V5> b;
  Base<V4> &ra = a;
  Base<V5> &rb = b;
  return torch::matmul(torch::zeros({ra.size(), rb.size()}), torch::zeros({5, 2}));
}
int main() {
  Holder h;
  h.build(3);
  h.run(torch::zeros({2, 3}));
  h.run2(torch::zeros({2, 3}));
  {
    Holder l;
    lazily(l, torch::zeros({2, 3}));
  }
  moved(std::make_unique<Holder>());
  byRef();
  ptrptr();
  useGlobal();
  opt();
  opt2();
  fnopt();
  fnswap();
  fnswap2();
  uswap();
  weak();
  release();
  dyn(std::make_shared<D>());
  dyn(std::make_shared<B>());
  dyn2();
  fact(0);
  fact(1);
  fact(2);
  Self2().make();
  Self().make();
  virt();
  tmpl();
}

// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// What can be called and keeps changing, recursion, and constructors that nobody wrote:
// it runs with libtorch 1.13.
#include <functional>
#include <map>
#include <torch/torch.h>
using torch::Tensor;
using Fn = std::function<Tensor(Tensor)>;
Tensor apply(const Fn &f, Tensor x) { return f(x); }
// callables that change
Tensor counter() {
  int n = 0;
  std::function<int()> c = [&n] { return ++n; };
  c();
  c();
  return torch::matmul(torch::zeros({2, n}), torch::zeros({2, 3}));
}
Tensor counter2() {
  auto c = [n = 0]() mutable { return ++n; };
  std::function<int()> f = c;
  f();
  f();
  int k = f();
  return torch::matmul(torch::zeros({2, k}), torch::zeros({3, 3}));
}
Tensor counter3() {
  auto c = [n = 0]() mutable { return ++n; };
  c();
  c();
  int k = c();
  return torch::matmul(torch::zeros({2, k}), torch::zeros({3, 3}));
}
Tensor reassigned() {
  Fn f = [](Tensor x) { return x.t(); };
  auto set = [&](Fn g) { f = g; };
  set([](Tensor x) { return x; });
  return torch::matmul(f(torch::zeros({2, 3})), torch::zeros({3, 1}));
}
Tensor inplace() {
  Tensor x = torch::zeros({2, 3});
  Fn f = [](Tensor t) {
    t.unsqueeze_(0);
    return t;
  };
  f(x);
  return torch::bmm(x, torch::zeros({1, 3, 2}));
}
Tensor inplaceCaptured() {
  Tensor x = torch::zeros({2, 3});
  std::function<void()> f = [x]() mutable { x.unsqueeze_(0); };
  f();
  return torch::bmm(x, torch::zeros({1, 3, 2}));
}
Tensor inplaceCaptured2() {
  Tensor x = torch::zeros({2, 3});
  std::function<void()> f = [x] {
    auto y = x;
    y.unsqueeze_(0);
  };
  f();
  return torch::bmm(x, torch::zeros({1, 3, 2}));
}
struct M {
  Tensor t = torch::zeros({2, 3});
  Fn f;
  M() {
    f = [this](Tensor x) {
      t = t.t();
      return torch::matmul(t, x);
    };
  }
  Tensor run() {
    auto y = f(torch::zeros({2, 5}));
    return torch::matmul(t, torch::zeros({2, 4}));
  }
};
struct Reg {
  std::map<std::string, Fn> ops;
  void add(std::string n, Fn f) { ops[n] = f; }
  Tensor run(std::string n, Tensor x) { return ops.at(n)(x); }
};
Tensor table() {
  Reg r;
  r.add("a", [](Tensor x) { return x.t(); });
  r.add("b", [](Tensor x) { return torch::mm(x, torch::zeros({3, 3})); });
  return r.run("a", torch::zeros({2, 7}));
}
Tensor (*gf)(Tensor) = nullptr;
Tensor id(Tensor x) { return x; }
Tensor tr(Tensor x) { return x.t(); }
Tensor viaGlobal() {
  gf = tr;
  auto y = gf(torch::zeros({2, 3}));
  return torch::matmul(y, torch::zeros({2, 1}));
}
Tensor chosen(bool b) {
  auto f = b ? &id : &tr;
  auto x = f(torch::zeros({3, 3}));
  return torch::matmul(x, torch::zeros({3, 1}));
}
Tensor chosen2(bool b) {
  auto f = b ? &id : &tr;
  auto x = b ? torch::zeros({2, 3}) : torch::zeros({3, 2});
  return torch::matmul(f(x), torch::zeros({3, 1}));
}
Fn compose(Fn f, Fn g) {
  return [f, g](Tensor x) { return g(f(x)); };
}
Tensor composed() {
  auto h = compose(tr, [](Tensor x) { return torch::matmul(x, torch::zeros({2, 5})); });
  return torch::matmul(h(torch::zeros({2, 3})), torch::zeros({5, 1}));
}
Tensor composed2() {
  Fn h = id;
  for (int i = 0; i < 3; ++i)
    h = compose(h, tr);
  return torch::matmul(h(torch::zeros({2, 3})), torch::zeros({2, 1}));
}
template <class F> void repeat(int n, F &&f) {
  for (int i = 0; i < n; ++i)
    f(i);
}
Tensor repeated() {
  Tensor x = torch::zeros({2, 1});
  repeat(3, [&](int i) { x = torch::cat({x, x}, 1); });
  return torch::matmul(x, torch::zeros({8, 1}));
}
Tensor sorted() {
  std::vector<int64_t> v{3, 1, 2};
  std::sort(v.begin(), v.end(), [](int64_t a, int64_t b) { return a < b; });
  return torch::matmul(torch::zeros({2, v[0]}), torch::zeros({1, 1}));
}
Tensor recursive(int n) {
  std::function<Tensor(Tensor, int)> go = [&go](Tensor x, int k) -> Tensor {
    return k == 0 ? x : go(x.unsqueeze(0), k - 1);
  };
  return torch::bmm(go(torch::zeros({2, 3}), 1), torch::zeros({1, 3, 2}));
}
// recursion
int64_t gcd(int64_t a, int64_t b) { return b == 0 ? a : gcd(b, a % b); }
Tensor collatz(Tensor x, int64_t n) {
  if (n == 1)
    return x;
  return collatz(torch::cat({x, x.narrow(0, 0, 1)}), n % 2 ? 3 * n + 1 : n / 2);
}
Tensor down(Tensor x, int64_t n) {
  if (x.size(0) <= 1)
    return x;
  return down(x.narrow(0, 0, x.size(0) / 2), n);
}
Tensor ping(Tensor x, int n, bool flip) {
  if (n == 0)
    return x;
  return ping(flip ? x.t() : x, n - 1, !flip);
}
struct Tree {
  std::vector<std::shared_ptr<Tree>> kids;
  int64_t n = 1;
  int64_t count() const {
    int64_t c = n;
    for (auto &k : kids)
      c += k->count();
    return c;
  }
};
Tensor tree() {
  Tree t;
  t.kids.push_back(std::make_shared<Tree>());
  t.kids.push_back(std::make_shared<Tree>());
  return torch::matmul(torch::zeros({2, t.count()}), torch::zeros({3, 1}));
}
int depth = 0;
Tensor stateful(Tensor x, int n) {
  ++depth;
  return n == 0 ? torch::zeros({depth, 2}) : stateful(x, n - 1);
}
// implicit constructors
struct N1 : torch::nn::Module {
  torch::nn::Linear a{3, 4};
  int64_t w = 4;
  N1 &wide(int64_t n) {
    w = n;
    a = torch::nn::Linear(3, n);
    return *this;
  }
  Tensor forward(Tensor x) { return torch::matmul(a(x), torch::zeros({w, 1})); }
};
struct N2 {
  int64_t n = 3;
  std::vector<int64_t> dims{1, 2};
  virtual ~N2() = default;
  Tensor go() { return torch::matmul(torch::zeros({1, n}), torch::zeros({dims[1] + 1, 1})); }
};
struct N3 : N2 {
  N3() {
    n = 4;
    dims = {1, 3};
  }
};
struct N4 : N2 {
  Tensor go4() { return go(); }
};
union U {
  int i;
  float f;
};
struct N5 {
  U u{3};
  int64_t m[2] = {1, 2};
  const int64_t k = 5;
  int64_t &r = m[0];
  virtual int64_t f() { return k + r; }
};
int main() {
  counter();
  counter2();
  counter3();
  reassigned();
  inplace();
  inplaceCaptured();
  inplaceCaptured2();
  M().run();
  table();
  viaGlobal();
  chosen(true);
  chosen2(true);
  chosen2(false);
  composed();
  composed2();
  repeated();
  sorted();
  recursive(1);
  torch::matmul(torch::zeros({2, gcd(12, 18)}), torch::zeros({6, 1}));
  torch::matmul(collatz(torch::zeros({1, 2}), 3).t(), torch::zeros({8, 1}));
  torch::matmul(down(torch::zeros({9, 2}), 5), torch::zeros({2, 1}));
  torch::matmul(ping(torch::zeros({2, 3}), 3, true), torch::zeros({3, 1}));
  torch::matmul(ping(torch::zeros({2, 3}), 1, true), torch::zeros({2, 1}));
  tree();
  torch::matmul(stateful(torch::zeros({1}), 2).t(), torch::zeros({3, 1}));
  torch::matmul(stateful(torch::zeros({1}), 2).t(), torch::zeros({6, 1}));
  N1().forward(torch::zeros({2, 3}));
  N1 n;
  n.wide(6).forward(torch::zeros({2, 3}));
  N2().go();
  N3().go();
  N4().go4();
  N5().f();
}

// What copies, lambdas, streams and layers do behind a program's back. Every
// line here runs with libtorch.
// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
#include <torch/torch.h>
#include <functional>
#include <sstream>

static void needs(int64_t n, int64_t k) {
  torch::mm(torch::zeros({1, k}), torch::zeros({n, 1}));
}

// A copy that the user has written is what its constructor makes.
struct Counted {
  int64_t n = 1;
  Counted() {}
  Counted(const Counted &o) : n(o.n + 1) {}
  Counted &operator=(const Counted &o) {
    n = o.n + 2;
    return *this;
  }
};
static void byValue(Counted c) { needs(c.n, 2); }
struct Holder {
  Counted c;
};
void copies() {
  Counted a;
  byValue(a);
  Counted b = a;
  needs(b.n, 2);
  Holder h;
  Holder k = h;
  needs(k.c.n, 2);
  k = h;
  needs(k.c.n, 3);
  std::vector<Counted> all;
  all.reserve(1);
  all.push_back(a);
  needs(all[0].n, 2);
}

// Another name of a variable that a lambda captures.
void otherNames() {
  int n = 1;
  auto set = [&r = n] { r = 5; };
  set();
  needs(n, 5);
  torch::Tensor x = torch::zeros({1, 2});
  auto name = [&]() -> torch::Tensor & { return x; };
  name() = torch::zeros({3, 4});
  torch::mm(torch::zeros({1, 3}), x);
}

// Forwarding references that are written to.
static void increase(int &n) { ++n; }
void forwarded() {
  int n = 3;
  std::istringstream("5") >> n;
  needs(n, 5);
  int k = 1;
  std::invoke(increase, k);
  needs(k, 2);
}

// A view of a list that a call gives back.
static at::IntArrayRef view(const std::vector<int64_t> &v) { return v; }
void views() {
  std::vector<int64_t> v{1, 2};
  auto s = view(v);
  v[0] = 9;
  needs(s[0], 9);
}

// Rounded up, a window may begin where it cannot end; what does nothing gives
// back what it was given.
void layers() {
  auto y = torch::max_pool2d(torch::zeros({1, 1, 2, 2}), 3, 2, 0, 1, true);
  torch::zeros({1, 1}) + y;
  torch::nn::Dropout d;
  d->eval();
  auto x = torch::zeros({2, 3});
  auto z = d(x);
  z.t_();
  torch::mm(x, torch::zeros({2, 1}));
}

int main() {
  copies();
  otherNames();
  forwarded();
  views();
  layers();
}

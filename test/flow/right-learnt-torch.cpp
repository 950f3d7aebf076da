// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// What an op that works says of its operands is said of these tensors, as they
// were, on each way, and of no other.
#include <torch/torch.h>

#include <functional>
#include <vector>

using torch::ones;
using torch::Tensor;

// Another shape than its operand's, whatever rank that has.
static Tensor slope(Tensor x) {
  auto xt = x.t();
  auto y = x.mm(ones({3, 4}));
  auto g = xt.mm(y);
  return y + ones({2, 4});
}
static void transposed(Tensor x) {
  auto xt = x.t().exp();
  x.mm(ones({3, 4}));
  xt.mm(ones({2, 4}));
}
// Two tensors of one call, or of two rounds.
static Tensor part(Tensor of, int64_t n) { return of.index({torch::indexing::Slice(), torch::indexing::Slice(0, n)}).exp(); }
static Tensor both(Tensor a, Tensor b) { return a.mm(ones({3, 4})) + b.mm(ones({7, 4})); }
static void first(Tensor a, Tensor b) { a.mm(ones({3, 4})); }
static void lists(const std::vector<Tensor> &xs) { xs[0].mm(ones({3, 4})), xs[1].mm(ones({7, 4})); }
static void parts(Tensor whole, int n) {
  auto a = part(whole, 3), b = part(whole, 7);
  both(a, b);
  first(a, b);
  b.mm(ones({7, 4}));
  std::vector<Tensor> all;
  for (int i = 0; i < n; ++i)
    all.push_back(part(whole, 3 + 4 * i));
  lists(all);
}
// Changed in place by code that is not in sight.
static std::function<void(Tensor)> hook = [](Tensor t) { t.resize_({5, 7}); };
static void changed(Tensor x) {
  x.mm(ones({3, 4}));
  hook(x);
  auto y = x.exp();
  y.mm(ones({7, 4}));
}
// On one way, or in the first round.
static Tensor either(Tensor x, Tensor y, bool c) {
  Tensor t;
  if (c)
    t = x;
  else
    t = y;
  auto r = t.mm(ones({3, 4}));
  if (c)
    r = r + 1;
  return r;
}
static void rounds(Tensor x, Tensor y, bool stop) {
  Tensor t = x;
  for (int i = 0;; ++i) {
    t.mm(ones({3, 4}));
    if (i == 1 || stop)
      break;
    t = y;
  }
}
static void ways(Tensor a, Tensor b) {
  either(a, b, true);
  rounds(a, b, true);
  b.bmm(ones({2, 7, 4}));
}
// Two references to one tensor.
static void swapped(Tensor &a, Tensor &b) {
  auto old = a;
  a = ones({5});
  b + ones({5});
  a = old;
}
// Two bases with a field of one name.
struct Left {
  Tensor t;
};
struct Right {
  Tensor t;
};
struct Pair : Left, Right {};
static Tensor left(Pair &p) { return ones({2, p.Left::t.size(1)}); }
static void bases() {
  Pair p, q;
  p.Left::t = ones({2, 3});
  left(p).mm(ones({3, 4}));
  q.Left::t = ones({2, 7}), q.Right::t = ones({2, 3});
  left(q).mm(ones({7, 4}));
}
// Objects that others write to before a method is called.
struct Sized {
  Sized() : n(3) {}
  int64_t n;
  Tensor weight = ones({2, 3});
  Tensor forward() { return ones({2, n}).mm(ones({7, 4})); }
  Tensor lifted() { return weight.mm(ones({3, 1})); }
  void lift() {
    auto w = weight;
    w.unsqueeze_(0);
  }
  Tensor batched() { return weight.bmm(ones({1, 3, 4})); }
};
struct Lending {
  Lending() : n(3), m(3), k(3), l(3) {}
  int64_t n, m, k, l;
  int64_t &size() { return n; }
  int64_t *pointer() { return &m; }
  Tensor forward() { return ones({2, n}).mm(ones({7, 4})) + ones({2, m}).mm(ones({7, 4})); }
  Tensor again() { return ones({2, k}).mm(ones({7, 4})) + ones({2, l}).mm(ones({7, 4})); }
};
void lends(Lending &lending) {
  lending.size() = 7;
  *lending.pointer() = 7;
  for (auto *size : {&lending.k})
    *size = 7;
  int64_t Lending::*field = &Lending::l;
  lending.*field = 7;
  lending.forward() + lending.again();
}
struct Wide : Sized {
  Wide() { n = 7; }
};
static void widen(int64_t &n) { n = 7; }
void methods(Wide &wide, Sized &sized) {
  wide.forward();
  widen(sized.n);
  sized.forward();
  sized.lift();
  sized.batched();
}
// A user's module in a row changes what it is given.
struct LiftImpl : torch::nn::Module {
  Tensor forward(Tensor x) { return x.unsqueeze_(0); }
};
TORCH_MODULE(Lift);
static void inRow() {
  torch::nn::Sequential row{Lift()};
  auto x = ones({2, 3});
  row->forward(x);
  torch::bmm(x, ones({1, 3, 4}));
}
int main() {
  slope(ones({2, 3})), transposed(ones({2, 3})), parts(ones({2, 7}), 2);
  changed(ones({2, 3})), ways(ones({2, 3}), ones({2, 2, 7}));
  Tensor x = ones({3});
  swapped(x, x);
  bases();
  Wide wide;
  Sized sized;
  methods(wide, sized);
  Lending lending;
  lends(lending);
  inRow();
}

// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// What goes elsewhere by another name of a variable, by a constructor, a
// callback or something of the library's, is not known afterwards.
#include <torch/torch.h>

#include <algorithm>
#include <deque>
#include <functional>
#include <future>
#include <vector>

using torch::Tensor;
using torch::zeros;
using Sizes = std::vector<int64_t>;

static void run(std::function<void()> f) { f(); }
static void jobs() {
  std::vector<Tensor> xs{zeros({2, 3}), zeros({2, 3})};
  std::vector<std::future<void>> all;
  for (Tensor &x : xs)
    all.push_back(std::async(std::launch::async, [&x] { x = x.t(); }));
  for (auto &job : all)
    job.get();
  xs[0].matmul(zeros({2, 4}));
}
static void otherNames() {
  Tensor x = zeros({2, 3}), &r = x;
  run([&r] { r = r.t(); });
  zeros({2, 3}).matmul(x);
  Sizes s{2, 3};
  auto &first = s[0];
  int64_t *p = &first;
  p[0] = 3, s[1] = 2;
  zeros({2, 3}).matmul(zeros(s));
  auto [a, n] = std::make_pair(zeros({2, 3}), int64_t(2));
  auto grow = [&n] { n = 3; };
  grow();
  zeros({3}).view({n});
}
static int64_t flip(int64_t n) { return 5 - n; }
struct Flipped {
  int64_t n;
  void flip() { n = 5 - n; }
};
static void algorithms() {
  Sizes s{2, 3}, t{2, 3};
  std::transform(s.begin(), s.end(), s.begin(), flip);
  zeros({2, 3}).matmul(zeros(s));
  std::function<void(int64_t &)> f = [](int64_t &n) { n = 5 - n; };
  std::for_each(t.begin(), t.end(), f);
  zeros({2, 3}).matmul(zeros(t));
  std::vector<Flipped> all{{2}, {3}};
  std::for_each(all.begin(), all.end(), std::mem_fn(&Flipped::flip));
  zeros({3}).view({all[0].n});
}
static void iterators() {
  Sizes s{2, 3}, t{7, 7};
  Sizes::iterator it;
  it = s.begin();
  *it++ = 3, *it = 2;
  zeros({2, 3}).matmul(zeros(s));
  auto in = s.begin();
  std::swap(s, t);
  *in = 2, *(in + 1) = 3;
  zeros({2}).view({t[0]});
  std::deque<int64_t> d{5};
  int64_t *front = &d[0];
  d.push_front(7);
  *front = 3;
  zeros({3}).view({d[1]});
}
struct NetImpl : torch::nn::Module {
  torch::nn::Linear fc{2, 3};
  int64_t n = 2;
};
TORCH_MODULE(Net);
static void widen(torch::nn::Module &m) {
  if (auto *net = m.as<NetImpl>())
    net->fc = torch::nn::Linear(5, 3), net->n = 3;
}
struct Data : torch::data::Dataset<Data> {
  int64_t n = 2;
  torch::data::Example<> get(size_t) override {
    n = 3;
    return {zeros({1}), zeros({1})};
  }
  c10::optional<size_t> size() const override { return 1; }
};
static void callbacks() {
  Net net;
  net->apply(widen);
  net->fc(zeros({1, 5}));
  zeros({3}).view({net->n});
  std::vector<std::shared_ptr<NetImpl>> nets{std::make_shared<NetImpl>()};
  auto it = nets.begin();
  it[0]->n = 5;
  zeros({5}).view({nets[0]->n});
  Data data;
  data.get_batch({0});
  zeros({3}).view({data.n});
}
struct Counting {
  int64_t n, *p;
  std::function<void()> more;
  mutable int64_t asked = 2;
  Counting() : n(2), p(&n), more([this] { ++n; }) {
    *p = 3;
    zeros({3}).view({n});
    more();
    zeros({4}).view({n});
  }
  int64_t next() const { return ++asked; }
  void copied() {
    auto f = [*this] { return n; };
    n = 3;
    zeros({4}).view({f()});
  }
};
static void objects() {
  Counting counting;
  counting.copied();
  Counting c;
  std::function<int64_t()> f = [&] { return c.next(); };
  f();
  zeros({3}).view({c.asked});
}
struct Core : torch::nn::ModuleHolder<NetImpl> {
  explicit Core(int64_t half) : ModuleHolder(std::make_shared<NetImpl>()) {
    (*this)->n = 2 * half;
  }
};
static void holders() {
  Core core(2);
  zeros({4}).view({core->n});
  std::vector<Sizes> rows;
  zeros({2}).view({int64_t(rows.emplace_back(2, 3).size())});
  Sizes s{300};
  std::vector<uint8_t> narrow(s.begin(), s.end());
  zeros({44}).view({narrow[0]});
}
// What stays in sight is known.
static void inSight() {
  Tensor x = zeros({2, 3}), &r = x;
  r = r.t();
  auto a = x; // CHECK: a: [3, 2]
  Sizes s{2, 3}, t;
  std::transform(s.begin(), s.end(), std::back_inserter(t), std::negate<>());
  auto b = zeros(s); // CHECK: b: [2, 3]
  Sizes::const_iterator it = s.begin();
  it = s.begin() + 1;
  auto c = zeros({*it}); // CHECK: c: [3]
  Net net;
  net->to(torch::kFloat);
  auto d = net->fc(zeros({1, 2})); // CHECK: d: [1, 3]
  std::vector<Tensor> all;
  auto e = all.emplace_back(zeros({4})); // CHECK: e: [4]
}
int main() {
  jobs(), otherNames(), algorithms(), iterators(), callbacks(), objects();
  holders(), inSight();
}

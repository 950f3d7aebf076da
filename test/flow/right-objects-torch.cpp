// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// Layers and objects that are not what they look like at first.
#include <memory>
#include <torch/torch.h>
#include <tuple>
#include <vector>

namespace nn = torch::nn;
using torch::zeros;
void is(int64_t have, int64_t want) { zeros({have}) + zeros({want + 1}).narrow(0, 0, want); }

void chains() {
  nn::Sequential one(nn::Linear(2, 3));
  one->push_back(nn::Linear(3, 4));
  one->forward(zeros({7, 2})) + zeros({4});
  nn::Sequential a(nn::Linear(2, 3), nn::ReLU());
  auto b = a;
  b->push_back(nn::Linear(3, 4));
  a->forward(zeros({2})) + zeros({4});
  nn::Sequential c;
  c->extend(*a);
  c->push_back(nn::Linear(4, 7));
  c->forward(zeros({2})) + zeros({7});
}
void options() {
  nn::MaxPool2d pool(nn::MaxPool2dOptions(2).kernel_size(3));
  pool(zeros({1, 9, 9})) + zeros({4, 4});
  nn::BatchNorm2d norm(nn::BatchNorm2dOptions(4).affine(false).track_running_stats(false));
  norm(zeros({3, 7, 5, 6}));
  nn::Conv2d same(nn::Conv2dOptions(1, 1, 3).padding(torch::kSame));
  same(zeros({1, 8, 8})) + zeros({8, 8});
}
void moved() {
  std::vector<int64_t> v{3, 4};
  auto w = std::move(v);
  v.push_back(5);
  is(v.size() + 3, 4);
  auto t = zeros({3}), u = std::move(t);
  if (!t.defined())
    t = zeros({4});
  t + zeros({4});
}
struct Part {
  int64_t a = 3;
  Part(int64_t) {}
};
struct Any {
  int64_t a = 3;
  Any(int64_t) {}
  template <class S> Any(const S &s) { a = s.size(); }
};
void copies() {
  Part p(1);
  p.a = 5;
  auto s = std::make_shared<Part>(p);
  is(s->a, 5);
  auto t = std::make_shared<Any>(std::string("abcdefg"));
  is(t->a, 7);
}
struct X {
  int64_t n = 3;
};
struct Y {
  int64_t n = 4;
};
template <int64_t I> struct H {
  torch::Tensor w = zeros({I});
};
struct Z : X, Y, H<3>, H<4> {
  void check() {
    is(X::n, 3), is(Y::n, 4);
    X::n = 7;
    is(Y::n, 4);
    H<3>::w + zeros({3}), H<4>::w + zeros({4});
  }
};
struct Bits {
  unsigned b : 3;
};
void narrow() {
  std::tuple<char, short> t(260, 65541);
  is(std::get<0>(t), 4), is(std::get<1>(t), 5);
  Bits x{};
  x.b = 11;
  is(x.b, 3);
  Z().check();
  X many[2];
  auto *more = new Y[3];
  is(many[1].n, 3), is(more[2].n, 4);
  delete[] more;
}

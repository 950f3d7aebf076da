// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %clangxx -w %torch-pch %torch-flags %s -o %t %torch-libs && %t
// Layers that get other weights or options behind the constructor's back: by their fields, by another name, by what
// apply calls, by way of parameters(), of a Sequential and of pointers.
#include <torch/torch.h>

namespace nn = torch::nn;
using torch::zeros;

static void fields() {
  nn::Linear a(3, 4);
  a->weight = zeros({4, 6});
  a(zeros({2, 6}));
  nn::LinearImpl b(3, 4);
  b.options.out_features(7);
  b.weight = zeros({7, 3}), b.bias = zeros({7});
  b.forward(zeros({2, 3})).view({2, 7});
  a->options = nn::LinearOptions(8, 4), a->weight = zeros({4, 8});
  a(zeros({2, 8}));
}
static void otherNames() {
  nn::Softmax softmax(2);
  auto same = softmax;
  same->options.dim(1);
  softmax(zeros({2, 3}));
  nn::MaxPool2d pool(20);
  auto pointer = pool.ptr();
  pointer->options.kernel_size() = 1, pointer->options.stride() = 1;
  pool(zeros({1, 9, 9}));
  nn::Flatten flatten;
  auto flat = flatten;
  flat->options.start_dim(0);
  flatten(zeros({2, 3})).view({6});
  nn::Linear fc(3, 4);
  nn::Sequential chain(fc, nn::ReLU());
  fc->weight = zeros({4, 5});
  chain->forward(zeros({1, 5}));
}
struct Net : nn::Module {
  nn::Linear fc{nullptr};
  Net() { fc = register_module("fc", nn::Linear(3, 4)); }
  torch::Tensor forward(torch::Tensor x) { return fc(x); }
};
static void transpose(nn::Module &m) {
  auto *l = m.as<nn::LinearImpl>();
  if (!l)
    return;
  l->weight.set_data(zeros({3, 4}));
  l->bias.set_data(zeros({3}));
}
static void applied() {
  Net net;
  net.apply(transpose);
  net.forward(zeros({2, 4}));
  auto held = std::make_shared<Net>();
  held->apply([](nn::Module &m) { transpose(m); });
  held->forward(zeros({2, 4}));
  nn::Sequential chain(nn::Linear(3, 4));
  auto widen = [](nn::Module &m) {
    if (auto *l = m.as<nn::Linear>())
      l->weight = zeros({4, 6});
  };
  chain->apply(widen);
  chain->forward(zeros({2, 6}));
}
static void parameters() {
  Net net;
  for (auto &p : net.parameters())
    p.set_data(p.dim() == 2 ? zeros({7, 8}) : zeros({7}));
  net.forward(zeros({2, 8}));
  nn::Linear fc(3, 4);
  fc->named_parameters()["weight"].set_data(zeros({4, 5}));
  fc(zeros({2, 5}));
  auto weight = fc->weight;
  weight.set_data(zeros({4, 6}));
  fc(zeros({2, 6}));
}
static void elements() {
  nn::Sequential a(nn::Linear(3, 4)), b(nn::Linear(3, 4)), c(nn::Linear(3, 4)), d(nn::Linear(3, 4));
  a->at<nn::LinearImpl>(0).weight = zeros({4, 7});
  a->forward(zeros({2, 7}));
  b[0]->as<nn::Linear>()->weight = zeros({4, 7});
  b->forward(zeros({2, 7}));
  for (auto &m : *c)
    m.get<nn::Linear>()->weight = zeros({4, 7});
  c->forward(zeros({2, 7}));
  for (auto &m : d->children())
    if (auto *l = m->as<nn::Linear>())
      l->weight = zeros({4, 7});
  d->forward(zeros({2, 7}));
}
static void resize(nn::Linear l, int64_t d) { l->weight = zeros({4, d}); }
static void replace(torch::Tensor &weight) { weight = zeros({4, 8}); }
static void functions() {
  nn::Linear l(3, 4);
  resize(l, 6);
  l(zeros({1, 6}));
  replace(l->weight);
  l(zeros({1, 8}));
}

int main() { fields(), otherNames(), applied(), parameters(), elements(), functions(); }

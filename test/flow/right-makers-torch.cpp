// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags | count 0
// Objects that keep a reference to what they are made of, or are changed by one
// of their names.
#include <memory>
#include <optional>
#include <torch/torch.h>

using torch::Tensor;

struct Keeper {
  Keeper(Tensor &t) : kept(t) {}
  void turn() { kept = kept.t(); }
  Tensor &kept;
};
void kept() {
  Tensor w = torch::zeros({2, 3});
  auto keeper = std::make_shared<Keeper>(w);
  keeper->turn();
  torch::zeros({5, 3}).mm(w);
}

struct View {
  Tensor *to;
};
struct Holder {
  View view() { return {&w}; }
  Tensor w = torch::zeros({2, 3});
};
void viewed() {
  Holder holder;
  View view = holder.view();
  *view.to = torch::zeros({3, 3});
  holder.w.mm(holder.w);
}

struct Grower {
  void grow() { w = torch::zeros({w.size(0) + 1, 3}); }
  Tensor use(Tensor x) { return x.mm(w); }
  void growBoth(Grower &other) {
    grow();
    other.grow();
  }
  Tensor w = torch::zeros({2, 3});
};
void shared() {
  auto a = std::make_shared<Grower>(), b = a;
  a->grow();
  b->use(torch::zeros({1, 3}));
  a->growBoth(*b);
  b->use(torch::zeros({1, 5}));
}
void rounds() {
  std::vector<std::shared_ptr<Grower>> all;
  for (int i = 0; i < 2; ++i)
    all.push_back(std::make_shared<Grower>());
  all[0]->grow();
  all[0]->use(torch::zeros({1, 3}));
  all[1]->use(torch::zeros({1, 2}));
  for (int i = 0; i < 2; ++i)
    all.push_back(all[0]);
  all[3]->grow();
  all[2]->use(torch::zeros({1, 4}));
  all[0]->use(torch::zeros({1, 4}));
}

struct Options {
  void set() { n = 3; }
  int64_t n = 2;
  Tensor t = torch::zeros({2, 3});
};
void optional() {
  std::optional<Options> o = Options{};
  o->t = torch::zeros({3, 3});
  o->t.mm(o->t);
  o->set();
  torch::zeros({3}).view({o->n});
  auto *inside = o.operator->();
  inside->n = 4;
  torch::zeros({4}).view({o->n});
}
int main() { kept(), viewed(), shared(), rounds(), optional(); }

// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags | count 0
// What is captured by reference may be changed before the lambda is called, by
// its own name, by another, by the lambda itself.
#include <functional>
#include <memory>
#include <tuple>
#include <utility>
#include <torch/torch.h>

using torch::Tensor;
using Step = std::function<Tensor(Tensor)>;
Tensor run(const Step &step, Tensor x) { return step(x); }
void change(Tensor &w) { w = w.t(); }

void assigned() {
  Tensor w = torch::randn({3, 4});
  Step step = [&](Tensor x) { return torch::matmul(x, w); };
  w = torch::randn({5, 4});
  step(torch::randn({2, 5}));
}
void assignedLater() {
  Tensor w;
  Step step = [&](Tensor x) { return torch::matmul(x, w); };
  w = torch::randn({5, 4});
  step(torch::randn({2, 5}));
}
void givenAway() {
  Tensor w = torch::randn({3, 4});
  Step step = [&](Tensor x) { return torch::matmul(x, w); };
  change(w);
  step(torch::randn({2, 4}));
}
void tied() {
  Tensor w = torch::randn({3, 4}), v = torch::randn({1});
  Step step = [&](Tensor x) { return torch::matmul(x, w); };
  std::tie(w, v) = std::make_tuple(torch::randn({5, 4}), v);
  step(torch::randn({2, 5}));
}
void otherName() {
  Tensor w = torch::randn({3, 4});
  Step step = [&](Tensor x) { return torch::matmul(x, w); };
  Tensor &same = w;
  same = torch::randn({5, 4});
  Tensor *pointer = &w;
  *pointer = torch::randn({5, 4});
  step(torch::randn({2, 5}));
}
void swapped() {
  Tensor w = torch::randn({3, 4}), v = torch::randn({5, 4});
  Step step = [&](Tensor x) { return torch::matmul(x, w); };
  std::swap(w, v);
  step(torch::randn({2, 5}));
}
void moved() {
  Tensor w = torch::randn({3, 4});
  Step step = [&](Tensor x) { return w.defined() ? torch::matmul(x, w) : x; };
  Tensor v = std::move(w);
  step(torch::randn({2, 5}));
}
void byItself() {
  int64_t n = 2;
  Step step = [&](Tensor x) { return x.view({n++, -1}); };
  step(torch::randn({2, 3}));
  step(torch::randn({3, 3}));
}
void counted() {
  for (int64_t n = 2; n < 4; ++n)
    run([&](Tensor x) { return x.view({n, 3}); }, torch::randn({n, 3}));
}
void byAnother() {
  int64_t n = 2;
  auto grow = [&] { n = 3; };
  Step step = [&](Tensor x) { return x.view({n, 3}); };
  grow();
  step(torch::randn({3, 3}));
}
struct Config {
  int64_t n = 2;
  std::vector<int64_t> sizes{2, 3};
  void set(int64_t m) { n = m; }
};
void fields() {
  Config a, b, c;
  Step first = [&](Tensor x) { return x.view({a.n, 3}); };
  Step second = [&](Tensor x) { return x.view({b.n, 3}); };
  Step third = [&](Tensor x) { return x.view({c.sizes[0], 3}); };
  a.n = 3;
  b.set(3);
  c.sizes[0] = 3;
  for (const Step &step : {first, second, third})
    run(step, torch::randn({3, 3}));
}
void reference(std::vector<Tensor> many) {
  Tensor w = torch::randn({3, 4});
  Tensor &again = w;
  Step step = [&](Tensor x) { return torch::matmul(x, again); };
  w = torch::randn({5, 4});
  step(torch::randn({2, 5}));
}
void eachRound() {
  for (int64_t n : {2, 3}) {
    Tensor w = torch::randn({n, 4});
    run([&](Tensor x) { return torch::matmul(x, w); }, torch::randn({2, n}));
  }
}
void inPlace() {
  Tensor w = torch::randn({3, 4});
  Step step = [&](Tensor x) { return torch::matmul(x, w); };
  w.t_();
  step(torch::randn({2, 4}));
}
void layer() {
  torch::nn::Linear fc(3, 4);
  Step step = [&](Tensor x) { return fc(x); };
  fc = torch::nn::Linear(5, 4);
  step(torch::randn({2, 5}));
}
int main() {
  assigned(), assignedLater(), givenAway(), tied(), otherName(), swapped();
  moved(), byItself(), counted(), byAnother(), fields(), reference({});
  eachRound(), inPlace(), layer();
}

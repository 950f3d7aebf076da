// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// Each way to be reshaped by a callback in a function of its own, so that none
// hides another.
#include <thread>
#include <torch/torch.h>

using torch::Tensor;
Tensor made() { return torch::zeros({2, 3}); }
void widen(Tensor &t) { t.unsqueeze_(0); }
struct Layer {
  Layer(Tensor t) { t.unsqueeze_(0); }
};
#define EXPECT_WIDE(x) torch::bmm(x, torch::zeros({1, 3, 2}))

void forEach() {
  auto x = made();
  std::vector<Tensor> v{x};
  std::for_each(v.begin(), v.end(), widen);
  EXPECT_WIDE(x);
}
void transform() {
  auto x = made();
  std::vector<Tensor> v{x};
  std::transform(v.begin(), v.end(), v.begin(),
                 [](Tensor t) { return t.unsqueeze_(0); });
  EXPECT_WIDE(x);
}
void apply() {
  auto x = made();
  std::apply([](auto... t) { (t.unsqueeze_(0), ...); }, std::make_tuple(x));
  EXPECT_WIDE(x);
}
void thread() {
  auto x = made();
  std::thread([x] { x.unsqueeze_(0); }).join();
  EXPECT_WIDE(x);
}
void emplaced() {
  auto x = made(), y = made();
  std::vector<Layer> v;
  v.emplace_back(x);
  auto p = std::make_unique<Layer>(y);
  EXPECT_WIDE(x), EXPECT_WIDE(y);
}
void called() {
  auto x = made();
  std::function<void(Tensor)> f = [](Tensor t) { t.unsqueeze_(0); };
  f(x);
  EXPECT_WIDE(x);
}
void empty() { torch::tensor({}).view({0}); }
Tensor viewed(at::IntArrayRef r, std::vector<int64_t> &d) {
  d = {6, 3};
  return torch::zeros(r);
}
void aliased() {
  std::vector<int64_t> d = {2, 3};
  torch::matmul(torch::zeros({1, 6}), viewed(d, d));
}

// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %clangxx -w %torch-pch %torch-flags %s -o %t %torch-libs && %t
// An optional that holds an undefined tensor, a null pointer or an empty one holds something.
#include <optional>
#include <torch/torch.h>

using torch::Tensor;
using torch::zeros;
struct Part {};

static void undefined() {
  auto x = zeros({2, 3});
  std::optional<Tensor> a = Tensor(), b{Tensor{}}, c;
  c10::optional<Tensor> d = Tensor(), e;
  if (!a || !b || !d)
    x.view({5});
  c = Tensor();
  e = Tensor();
  if (!c.has_value() || e == c10::nullopt)
    x.view({5});
  c.emplace(Tensor());
  if (!c)
    x.view({5});
}
static void pointers() {
  auto x = zeros({2, 3});
  std::optional<std::shared_ptr<Part>> a = std::shared_ptr<Part>();
  std::optional<std::unique_ptr<Part>> b(nullptr);
  std::optional<int *> c = nullptr;
  if (!a || !b || !c)
    x.view({5});
}
static void nested() {
  auto x = zeros({2, 3});
  std::optional<std::optional<int>> a = std::optional<int>(), b;
  if (!a)
    x.view({5});
  b = std::optional<int>();
  if (!b.has_value())
    x.view({5});
}
int main() { undefined(), pointers(), nested(); }

// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %clangxx -w %torch-pch %torch-flags %s -o %t %torch-libs && %t
// A reference to an element goes where the element goes: into the other list of a swap or a move, or back by one.
#include <deque>
#include <map>
#include <torch/torch.h>

using torch::Tensor;
using torch::zeros;
static void needs3(const Tensor &x) { x.matmul(zeros({3, 1})); }
struct Lists {
  std::vector<Tensor> of;
};

static void swapped() {
  std::vector<Tensor> a{zeros({2, 3})}, b{zeros({4, 5})}, c{zeros({2, 3})}, d{zeros({4, 5})};
  auto &x = a[0], &y = c.front();
  std::swap(a, b), c.swap(d);
  needs3(x), needs3(y);
  Lists e{{zeros({2, 3})}}, f{{zeros({4, 5})}};
  auto &z = e.of[0];
  std::swap(e, f);
  needs3(z);
  std::map<int, Tensor> g{{1, zeros({2, 3})}}, h{{1, zeros({4, 5})}};
  auto &m = g[1];
  std::swap(g, h);
  needs3(m);
}
static void moved() {
  std::vector<Tensor> a{zeros({2, 3})}, b;
  auto &x = a[0];
  b = std::move(a);
  a = {zeros({4, 5})};
  needs3(x);
}
static void inFront() {
  std::deque<Tensor> a{zeros({2, 3})}, b{zeros({1}), zeros({2, 3}), zeros({5})};
  auto &x = a[0], &y = b[1];
  a.push_front(zeros({4, 5}));
  b.pop_front();
  needs3(x), needs3(y);
}
static void iterators() {
  std::vector<Tensor> a{zeros({2, 3})}, b{zeros({4, 5})}, c{zeros({2, 3})}, d;
  auto x = a.begin(), y = c.begin();
  std::swap(a, b);
  d = std::move(c);
  c = {zeros({4, 5})};
  needs3(*x), needs3(*y);
}
int main() { swapped(), moved(), inFront(), iterators(); }

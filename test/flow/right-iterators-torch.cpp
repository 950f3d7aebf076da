// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// What writes to a list by way of iterators is seen: nothing is known of it behind that.
#include <torch/torch.h>

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <numeric>

using torch::Tensor;
using Sizes = std::vector<int64_t>;

// Each gives {3, 2} for {2, 3}.
static Sizes swapped(Sizes s) {
  std::reverse(s.begin(), s.end());
  return s;
}
static Sizes sorted(Sizes s) {
  std::sort(s.begin(), s.end(), std::greater<>());
  return s;
}
static Sizes written(Sizes s) {
  for (auto it = s.begin(); it != s.end(); ++it)
    *it = 5 - *it;
  return s;
}
static Sizes kept(Sizes s) {
  auto first = s.begin();
  *first = 3;
  std::iter_swap(first + 1, first + 1);
  *std::next(first) = 2;
  return s;
}
static void set(Sizes::iterator at, int64_t to) { *at = to; }
static Sizes passed(Sizes s) {
  set(s.begin(), 3);
  set(s.begin() + 1, 2);
  return s;
}
static Sizes captured(Sizes s) {
  auto it = s.begin();
  auto write = [&] { *it++ = 3, *it = 2; };
  write();
  return s;
}
static Sizes visited(Sizes s) {
  std::for_each(s.begin(), s.end(), [](int64_t &n) { n = 5 - n; });
  return s;
}
static Sizes found(Sizes s) {
  *std::find(s.begin(), s.end(), 2) = 4;
  *std::max_element(s.begin(), s.end()) = 2;
  std::swap(s.front(), s.back());
  return s;
}
static Sizes copied(Sizes s) {
  Sizes t(2);
  std::copy(s.rbegin(), s.rend(), t.begin());
  return t;
}
static Sizes added(Sizes s) {
  Sizes t;
  std::copy(s.rbegin(), s.rend(), std::back_inserter(t));
  return t;
}
static Sizes exchanged(Sizes s) {
  Sizes t{7, 7};
  auto a = s.begin(), b = t.begin();
  std::swap(a, b);
  *b = 3;
  b[1] = 2;
  return s;
}
static Sizes other(Sizes s, bool any) {
  Sizes t{7, 7};
  auto it = any ? s.begin() : t.begin();
  it[0] = 3;
  it[1] = 2;
  return s;
}
static Sizes moved(Sizes s) {
  Sizes t(std::make_move_iterator(s.begin()), std::make_move_iterator(s.end()));
  auto it = t.begin();
  it = t.insert(it, 3);
  t.erase(std::next(it, 2));
  return t;
}
static Sizes later(Sizes s) {
  std::vector<Sizes::iterator> its;
  its.push_back(s.begin());
  its.insert(its.end(), s.begin() + 1);
  *its[0] = 3;
  *its[1] = 2;
  return s;
}
static Sizes mapped(Sizes s) {
  std::map<int, Sizes> m{{1, s}};
  auto it = m.find(1);
  it->second = {3, 2};
  return m.at(1);
}
static Sizes byReference(Sizes s) {
  auto &first = *s.begin();
  first = 3;
  auto *second = &*(s.begin() + 1);
  *second = 2;
  return s;
}
static Sizes transformed(Sizes s) {
  std::transform(s.begin(), s.end(), s.begin(), [](int64_t n) { return 5 - n; });
  return s;
}
static Sizes generated(Sizes s) {
  std::iota(s.begin(), s.end(), 2);
  std::rotate(s.begin(), s.begin() + 1, s.end());
  return s;
}
struct Holder {
  Sizes of;
  Sizes::iterator begin() { return of.begin(); }
  void turn() {
    std::reverse(of.begin(), of.end());
  }
};

// What is inserted, erased and counted.
static void counts() {
  Sizes s{2, 3, 4};
  s.erase(s.begin());
  s.insert(s.begin(), s.back());
  torch::zeros({24 + 24}).view({std::accumulate(s.begin(), s.end(), int64_t(1), std::multiplies<>())});
  torch::zeros({11}).view({std::accumulate(s.begin(), s.end(), 0)});
  torch::zeros({22}).view({std::accumulate(s.begin(), s.end(), 0, [](auto a, auto b) { return a + 2 * b; })});
  torch::zeros({5}).view({std::accumulate(s.begin() + 1, s.end(), 0) - 2});
  torch::zeros({4}).view({*std::max_element(s.begin(), s.end())});
  torch::zeros({3}).view({*std::max_element(s.begin(), s.end(), std::greater<>())});
  // In one byte 4 * 3 * 4 * 8 is 128, and that -128.
  torch::zeros({128}).view({-std::accumulate(s.begin(), s.end(), int8_t(8), std::multiplies<>())});
  std::deque<Tensor> window{torch::zeros({2, 3}), torch::zeros({2, 4})};
  window.push_front(torch::zeros({2, 5}));
  window.pop_back();
  window.pop_front();
  torch::matmul(window.front(), torch::zeros({3, 1}));
  std::vector<std::pair<Tensor, int64_t>> pairs;
  pairs.emplace_back(torch::zeros({2, 3}), 3);
  pairs.emplace_back(torch::zeros({2, 4}), 4);
  for (auto &[x, n] : pairs)
    torch::matmul(x, torch::zeros({n, 1}));
  std::vector<Sizes> rows;
  rows.emplace_back(2, 3);
  rows.emplace_back(Sizes{4});
  rows.emplace_back(1);
  torch::zeros({9}).view(rows[0]), torch::zeros({4}).view(rows[1]), torch::zeros({0}).view(rows[2]);
}

int main() {
  auto x = torch::zeros({2, 3}), y = torch::zeros({2, 3});
  for (auto change : {swapped, sorted, written, kept, passed, captured, visited, found, copied, added, exchanged, moved,
                      later, mapped, byReference, transformed, generated})
    torch::matmul(x, torch::zeros(change({2, 3})));
  torch::matmul(x, torch::zeros(swapped({2, 3}))), torch::matmul(x, torch::zeros(sorted({2, 3})));
  torch::matmul(x, torch::zeros(written({2, 3}))), torch::matmul(x, torch::zeros(kept({2, 3})));
  torch::matmul(x, torch::zeros(passed({2, 3}))), torch::matmul(x, torch::zeros(captured({2, 3})));
  torch::matmul(x, torch::zeros(visited({2, 3}))), torch::matmul(x, torch::zeros(found({2, 3})));
  torch::matmul(x, torch::zeros(copied({2, 3}))), torch::matmul(x, torch::zeros(added({2, 3})));
  torch::matmul(x, torch::zeros(exchanged({2, 3}))), torch::matmul(x, torch::zeros(other({2, 3}, true)));
  torch::matmul(x, torch::zeros(moved({2, 3}))), torch::matmul(x, torch::zeros(later({2, 3})));
  torch::matmul(x, torch::zeros(mapped({2, 3}))), torch::matmul(x, torch::zeros(byReference({2, 3})));
  torch::matmul(x, torch::zeros(transformed({2, 3}))), torch::matmul(x, torch::zeros(generated({2, 3})));
  Holder h{{2, 3}};
  h.turn();
  torch::matmul(x, torch::zeros(h.of));
  Holder g{{2, 3}};
  *g.begin() = 3;
  std::fill(g.begin() + 1, g.begin() + 2, 2);
  torch::matmul(x, torch::zeros(g.of));
  counts();
}

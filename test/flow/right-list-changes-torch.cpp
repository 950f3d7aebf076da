// RUN: %tensor-tidy %s -- %torch-flags | count 0
// REQUIRES: torch
// Nothing of this is wrong: lists that algorithms change, that are read from
// their end, and that have views.
#include <algorithm>
#include <deque>
#include <torch/torch.h>
using torch::Tensor;

void changed(std::vector<int64_t> v) {
  std::vector<int64_t> u{2, 3};
  auto it = std::find(u.begin(), u.end(), v[0]);
  torch::mm(torch::zeros({2, *it}), torch::zeros({3, 2})); // may be right
  std::sort(v.begin(), v.end());
  torch::zeros(v).permute({0, 1});
  std::vector<Tensor> ts{torch::zeros({2, 3}), torch::zeros({4, 5})};
  std::sort(ts.begin(), ts.end(), [](const Tensor &x, const Tensor &y) { return x.size(0) > y.size(0); });
  torch::mm(ts[0], torch::zeros({5, 1})); // right
  std::rotate(u.begin(), u.begin() + 1, u.end());
  torch::mm(torch::zeros(u), torch::zeros({2, 1})); // right
  std::swap_ranges(u.begin(), u.end(), v.begin());
  torch::zeros(v).view({-1});
  for (auto r = u.rbegin(); r != u.rend(); r++) *r = 4;
  torch::mm(torch::zeros(u), torch::zeros({4, 1})); // right
}
void turned() { 
  std::vector<int64_t> v{2, 3, 4};
  auto r = std::find(v.rbegin(), v.rend(), 3);
  v.erase(std::next(r).base());
  torch::mm(torch::zeros(v), torch::zeros({4, 1})); // right
  std::vector<int64_t> w{2, 3};
  v.insert(v.end(), w.rbegin(), w.rend());
  torch::zeros(v).view({2, 4, 3, 2}); // right
  w.assign(v.rbegin(), v.rend());
  torch::zeros(w).view({2, 3, 4, 2});
  std::vector<int64_t> z(v.rbegin(), v.rend());
  torch::zeros(z).view({2, 3, 4, 2});
  auto q = v.rbegin(); q += 1; auto p = q - 1; if (p < q && q - p == 1) torch::zeros({*p, *q}).view({2, 3});
  std::deque<Tensor> d{torch::zeros({1, 2}), torch::zeros({2, 3})};
  Tensor last = *std::prev(d.rend()); torch::mm(last, d[1]);
  std::array<int64_t, 2> arr{3, 4}; 
  for (auto i = arr.rbegin(); i != arr.rend(); ++i) torch::zeros({*i}).view({-1});
  std::reverse(arr.begin(), arr.end());
  torch::mm(torch::zeros(arr), torch::zeros({3, 1}));
  int64_t raw[2] = {3, 4}; std::reverse(std::begin(raw), std::end(raw)); torch::mm(torch::zeros({raw[0], raw[1]}), torch::zeros({3, 1}));
  Tensor t = torch::zeros({2, 3}); auto s = t.sizes(); auto x = *s.rbegin(); torch::zeros({x}).view({3});
  std::string str = "abc"; std::reverse(str.begin(), str.end());
}
Tensor grows() { std::vector<Tensor> ts{torch::zeros({2, 3})}; at::TensorList l = ts; ts.push_back(torch::zeros({2, 3})); l = ts; return torch::cat(l, 0).view({4, 3}); }
Tensor cleared(std::vector<Tensor> ts) { at::TensorList l = ts; Tensor x = torch::cat(l, 0); ts.clear(); return x; }
Tensor replaced() { std::vector<Tensor> ts{torch::zeros({2, 3})}; at::TensorList l = ts; for (auto &t : ts) t = torch::zeros({5, 3}); return torch::cat(l, 0).view({5, 3}); }
Tensor named() { std::vector<Tensor> ts{torch::zeros({2, 3})}; at::TensorList l = ts; auto &r = ts; r[0] = torch::zeros({5, 3}); return torch::cat(l, 0).view({5, 3}); }
Tensor reshaped() { std::vector<Tensor> ts{torch::zeros({2, 3})}; at::TensorList l = ts; ts[0].unsqueeze_(0); return torch::cat(l, 0).view({1, 2, 3}); }

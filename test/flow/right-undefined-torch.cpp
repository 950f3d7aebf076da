// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// Tensors that are undefined at first, or on some ways: it runs with libtorch 1.13.
#include <array>
#include <iostream>
#include <map>
#include <optional>
#include <torch/torch.h>
using torch::Tensor;

struct Cell {
  Tensor step(const Tensor &x) {
    if (!hidden.defined() || hidden.size(0) != x.size(0))
      hidden = torch::zeros({x.size(0), 8});
    hidden = torch::tanh(hidden + x);
    return hidden;
  }
  void reset() { hidden = Tensor(); }
  Tensor hidden;
};

Tensor attend(Tensor scores, const Tensor &mask = Tensor(), Tensor bias = {}) {
  if (mask.defined())
    scores = scores.masked_fill(mask, -1e9);
  if (bias.defined())
    scores += bias;
  return scores.softmax(-1);
}

// An undefined tensor tells sizes: one axis of size 0.
Tensor asked(bool given, int n) {
  Tensor x;
  if (given)
    x = torch::zeros({2, 3});
  TORCH_CHECK(x.numel() == (given ? 6 : 0));
  if (x.dim() == 1)
    return torch::zeros({4});
  if (x.numel() == 0)
    throw std::runtime_error("nothing given");
  if (x.sizes() == torch::zeros({2, 3}).sizes())
    return x.view({6}).narrow(0, 0, 4);
  return x.view({n, n});
}

// Lists may hold undefined tensors, some operations let them through.
Tensor through(bool given) {
  Tensor x;
  if (given)
    x = torch::zeros({2, 3});
  Tensor y = torch::cat({torch::zeros({2, 3}), x});
  y.view({given ? 4 : 2, 3});
  Tensor z = torch::dropout(x, 0.5, false), w = x.contiguous();
  if (!z.defined() && !w.defined())
    return torch::zeros({1});
  return z.mm(w.t());
}

struct Grown {
  void add(const Tensor &row) { rows = rows.defined() ? torch::cat({rows, row}) : row; }
  int64_t count() const { return rows.defined() ? rows.size(0) : 0; }
  Tensor rows;
};

Tensor maybe(int n) {
  Tensor found;
  for (int i = 0; i < n; ++i)
    if (i * i == n)
      found = torch::zeros({i, 2});
  return found;
}

std::pair<Tensor, Tensor> both(const std::optional<Tensor> &a) {
  Tensor x, y;
  if (a)
    std::tie(x, y) = std::make_tuple(*a, a->t());
  return {x, y};
}

Tensor captured() {
  Tensor out;
  auto set = [&out](int n) { out = torch::zeros({n, n}); };
  set(3);
  set(4);
  Tensor other;
  std::swap(out, other);
  return out.defined() ? out.view({7}) : other.view({16});
}

struct Tried {
  Tensor get(int n) {
    try {
      if (n > 2)
        throw std::runtime_error("too many");
      kept = torch::zeros({n, 5});
    } catch (const std::exception &e) {
      std::cerr << e.what();
    }
    return kept.defined() ? kept.sum(1) : torch::zeros({2});
  }
  Tensor kept;
};

int main(int argc, char **) {
  Cell cell;
  cell.step(torch::zeros({2, 8}));
  cell.step(torch::zeros({3, 8}));
  cell.reset();
  cell.step(torch::zeros({5, 1})).view({40});
  attend(torch::zeros({2, 2}));
  attend(torch::zeros({2, 2}), torch::ones({2, 2}) > 0);
  attend(torch::zeros({2, 2}), {}, torch::ones({2, 1}));
  asked(false, 0);
  asked(true, 0);
  through(false);
  through(true);
  Grown grown;
  torch::zeros({grown.count(), 3});
  for (int i = 0; i < argc + 1; ++i)
    grown.add(torch::zeros({2, 3}));
  torch::zeros({grown.count(), 3}).add(grown.rows);
  Tensor found = maybe(argc + 3);
  if (found.defined())
    found.view({4});
  if (!maybe(argc + 4).defined())
    both({});
  auto [x, y] = both(torch::zeros({2, 3}));
  x.mm(y);
  captured();
  Tried tried;
  tried.get(3);
  tried.get(2).add(torch::ones({2}));
  std::array<Tensor, 2> state = {};
  std::vector<Tensor> layers(3);
  for (int i = 0; i < 3; ++i)
    layers[i] = state[i % 2].defined() ? state[i % 2] + 1 : state[i % 2] = torch::zeros({4});
  torch::stack(layers).view({12});
  std::map<std::string, Tensor> named;
  named["a"] = torch::zeros({2});
  if (!named["b"].defined())
    named["b"] = torch::zeros({3});
  torch::cat({named["a"], named["b"]}).view({5});
  Tensor written;
  torch::matmul_out(written, torch::zeros({2, 3}), torch::zeros({3, 4}));
  if (written.defined())
    written.view({7});
}

// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// Growth in loops, branches on shapes and options, the order of effects, integers that agree only as configured:
// it runs with libtorch 1.13.
#include <torch/torch.h>
#include <optional>
using torch::Tensor;

struct Cache {
  Tensor keys, values;
  std::pair<Tensor, Tensor> append(Tensor k, Tensor v) {
    if (keys.defined()) {
      k = torch::cat({keys, k}, 2);
      v = torch::cat({values, v}, 2);
    }
    keys = k;
    values = v;
    return {k, v};
  }
};

Tensor decode(int64_t steps) {
  Cache cache;
  Tensor out;
  for (int64_t i = 0; i < steps; ++i) {
    auto q = torch::randn({1, 4, 1, 8});
    auto [k, v] = cache.append(torch::randn({1, 4, 1, 8}), torch::randn({1, 4, 1, 8}));
    out = torch::matmul(torch::softmax(torch::matmul(q, k.transpose(-2, -1)), -1), v);
  }
  return out;
}

Tensor pushThenStack(int64_t steps) {
  std::vector<Tensor> outputs;
  Tensor h = torch::zeros({2, 6});
  auto w = torch::randn({6, 6});
  for (int64_t t = 0; t < steps; ++t) {
    h = torch::tanh(torch::matmul(h, w));
    outputs.push_back(h);
  }
  return torch::matmul(torch::stack(outputs, 1), w);
  // CHECK: stack: [2, 4, 6]
}

Tensor buffer(Tensor first, int n) {
  auto all = torch::zeros({0, 3});
  while (all.size(0) < n)
    all = torch::cat({all, torch::randn({1, 3})});
  return torch::matmul(all, torch::randn({3, 2}));
  // CHECK: matmul: [_, 2] | [5, 2]
}

Tensor batched(Tensor x) {
  if (x.dim() == 2)
    x = x.unsqueeze(0);
  auto y = torch::bmm(x, torch::randn({x.size(0), x.size(2), 5}));
  // CHECK: y: [n2, _, 5] | [1, 3, 5] | [2, 3, 5]
  return y.size(0) == 1 ? y.squeeze(0) : y;
}

struct Residual : torch::nn::Module {
  torch::nn::Conv2d conv{nullptr};
  torch::nn::Sequential shortcut{nullptr};
  Residual(int64_t in, int64_t out, int64_t stride) {
    conv = register_module("conv", torch::nn::Conv2d(torch::nn::Conv2dOptions(in, out, 3).stride(stride).padding(1)));
    if (stride != 1 || in != out)
      shortcut = register_module("shortcut", torch::nn::Sequential(torch::nn::Conv2d(torch::nn::Conv2dOptions(in, out, 1).stride(stride))));
  }
  Tensor forward(Tensor x) {
    auto y = conv(x);
    // CHECK: y: [2, 8, 16, 16] | [2, 16, 8, 8] | [2, 32, 4, 4]
    return torch::relu(y + (shortcut.is_empty() ? x : shortcut->forward(x)));
  }
};

struct ResNet : torch::nn::Module {
  int64_t inChannels = 8;
  torch::nn::Conv2d stem{nullptr};
  torch::nn::Sequential layer1, layer2, layer3;
  torch::nn::Linear fc;
  torch::nn::Sequential make_layer(int64_t out, int64_t blocks, int64_t stride) {
    torch::nn::Sequential layers;
    for (int64_t i = 0; i < blocks; ++i) {
      layers->push_back(Residual(inChannels, out, i == 0 ? stride : 1));
      inChannels = out;
    }
    return layers;
  }
  ResNet()
      : stem(torch::nn::Conv2dOptions(3, 8, 3).padding(1)), layer1(make_layer(8, 2, 1)), layer2(make_layer(16, 2, 2)),
        layer3(make_layer(32, 2, 2)), fc(inChannels, 10) {
    register_module("stem", stem);
    register_module("layer1", layer1);
    register_module("layer2", layer2);
    register_module("layer3", layer3);
    register_module("fc", fc);
  }
  Tensor forward(Tensor x) {
    x = layer3->forward(layer2->forward(layer1->forward(stem(x))));
    // CHECK: x: [2, 32, 4, 4]
    return fc(x.mean({2, 3}));
    // CHECK: forward: [..., 10] | [2, 10]
  }
};

Tensor masked(Tensor scores, Tensor mask = {}) {
  if (mask.defined())
    scores = scores + mask.unsqueeze(1);
  return torch::softmax(scores, -1);
}

Tensor withPast(Tensor k, std::optional<Tensor> past) {
  if (past.has_value())
    k = torch::cat({*past, k}, 1);
  return k;
}

Tensor flash(Tensor q, Tensor k, bool useFlash) {
  if (useFlash) {
    q = q.transpose(1, 2);
    k = k.transpose(1, 2);
  }
  auto scores = useFlash ? torch::matmul(q.transpose(1, 2), k.transpose(1, 2).transpose(-1, -2)) : torch::matmul(q, k.transpose(-1, -2));
  // CHECK: scores: [2, 3, 4, 6]
  return scores;
}

struct Heads : torch::nn::Module {
  int64_t d, n;
  torch::nn::Linear qkv, out;
  Heads(int64_t d, int64_t n) : d(d / n * n), n(n), qkv(d, 3 * (d / n) * n), out(d / n * n, d) {}
  Tensor forward(Tensor x) {
    auto b = x.size(0), t = x.size(1);
    auto parts = qkv(x).view({b, t, 3, n, d / n}).permute({2, 0, 3, 1, 4});
    auto q = parts[0], k = parts[1], v = parts[2];
    auto w = torch::softmax(torch::matmul(q, k.transpose(-2, -1)), -1);
    return out(torch::matmul(w, v).transpose(1, 2).reshape({b, t, d}));
    // CHECK: forward: [b, t, d] | [2, 5, 64]
  }
};

struct ImageNet : torch::nn::Module {
  torch::nn::Conv2d conv{nullptr};
  torch::nn::Linear fc{nullptr};
  ImageNet() {
    conv = register_module("conv", torch::nn::Conv2d(3, 6, 5));
    fc = register_module("fc", torch::nn::Linear(6 * 14 * 14, 10));
  }
  Tensor forward(Tensor x) {
    x = torch::max_pool2d(torch::relu(conv(x)), 2);
    return fc(x.view({x.size(0), -1}));
    // CHECK: view: [n2, _] | [2, 1176], forward: [n2, 10] | [2, 10]
  }
};

int main() {
  decode(3);
  pushThenStack(4);
  buffer(torch::randn({1}), 5);
  batched(torch::randn({3, 4}));
  batched(torch::randn({2, 3, 4}));
  ResNet net;
  net.forward(torch::randn({2, 3, 16, 16}));
  masked(torch::randn({2, 3, 4, 4}));
  masked(torch::randn({2, 3, 4, 4}), torch::zeros({2, 4, 4}));
  withPast(torch::randn({2, 1, 4}), std::nullopt);
  withPast(torch::randn({2, 1, 4}), torch::randn({2, 5, 4}));
  flash(torch::randn({2, 3, 4, 5}), torch::randn({2, 3, 6, 5}), true);
  flash(torch::randn({2, 3, 4, 5}), torch::randn({2, 3, 6, 5}), false);
  Heads(64, 8).forward(torch::randn({2, 5, 64}));
  ImageNet().forward(torch::randn({2, 3, 32, 32}));
}

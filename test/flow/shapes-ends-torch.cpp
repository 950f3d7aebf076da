// REQUIRES: torch
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags -I%root/runtime/include | %without-checks | FileCheck %s
// RUN: not %tensor-tidy %s -- %torch-flags -I%root/runtime/include 2>&1 | FileCheck %s --check-prefix FOUND
// Tensors of which only the last axes are known: what a layer or an op looks at, whatever stands before.
#include <cmath>
#include <tensor_tidy/shaped.h>
#include <torch/torch.h>
using torch::Tensor;

struct Perceptron : torch::nn::Module {
  torch::nn::Linear fc1{784, 128}, fc2{64, 10};
  Tensor forward(Tensor x) {
    x = torch::relu(fc1(x)); // CHECK: x: [..., 128]
    return fc2(x);           // FOUND: :[[@LINE]]:{{.*}} error: inner dimensions of 'Linear' differ: it takes 64, given 128
    // FOUND: 'x' is [..., 128], made here
  }
};
struct Fitting : torch::nn::Module {
  torch::nn::Linear fc1{784, 128}, fc2{128, 10};
  torch::nn::LayerNorm norm{torch::nn::LayerNormOptions({128})};
  Tensor forward(Tensor x) {
    x = norm(torch::relu(fc1(x)));
    x = torch::dropout(x, 0.5, is_training()) + x; // CHECK: x: [..., 128]
    return torch::log_softmax(fc2(x), /*dim=*/-1); // CHECK: log_softmax: [..., 10]
  }
};
struct Pixels : torch::nn::Module {
  torch::nn::Conv2d conv1{torch::nn::Conv2dOptions(3, 8, 3).padding(1)}, conv2{16, 32, 3};
  Tensor forward(Tensor image) {
    auto y = torch::max_pool2d(conv1(image), 2); // CHECK: y: [..., 8, n/2, n1/2]
    return conv2(y);                             // FOUND: :[[@LINE]]:{{.*}} error: inner dimensions of 'Conv2d' differ: it takes 16, given 8
  }
};

Tensor attention(const Tensor &query, const Tensor &key, const Tensor &value) {
  auto scores = torch::matmul(query, key.transpose(-2, -1)) / std::sqrt(query.size(-1));
  // CHECK: scores: [..., n1]
  return torch::matmul(torch::softmax(scores, -1), value);
}
Tensor scaled(Tensor x) {
  auto d = x.size(-1), n = x.size(-2);
  auto gram = torch::matmul(x, x.transpose(-2, -1)); // CHECK: gram: [..., n, n]
  auto sums = x.sum(-1), means = x.mean(-2, true);   // CHECK: sums: [..., n], means: [..., 1, d]
  auto total = x.sum();                              // CHECK: total: []
  auto wide = x.unsqueeze(-2), flat = x.flatten(1);  // CHECK: wide: [..., n, 1, d], flat: [_, _]
  auto centred = x - means + torch::zeros({4, 1, d}); // CHECK: centred: [..., 4, n, d]
  auto grown = x.expand({7, 5, n, -1});               // CHECK: grown: [7, 5, n, d]
  return centred + torch::zeros({3, n, d});           // FOUND: :[[@LINE]]:{{.*}} error: '+' cannot broadcast [..., 4, n, d] and [3, n, d]: 4 and 3
}

// Where two ranks meet, the axes at the end are still the same.
Tensor batched(bool many) {
  Tensor x = torch::randn({2, 3});
  if (many)
    x = torch::randn({8, 2, 3});
  x = torch::relu(x);                       // CHECK: x: [..., 2, 3]
  auto y = torch::matmul(x, torch::randn({3, 4})); // CHECK: y: [..., 2, 4]
  return torch::matmul(y, torch::randn({3, 4})); // FOUND: :[[@LINE]]:{{.*}} error: inner dimensions of 'matmul' differ: 4 and 3
}
Tensor deeper(int times) {
  Tensor x = torch::randn({2, 4});
  for (int i = 0; i < times; ++i)
    x = x.unsqueeze(0);
  return torch::matmul(x, torch::randn({4, 6})); // CHECK: matmul: [..., 2, 6]
}

// A spread in a contract says what is behind it.
Tensor declared(TENSOR_SHAPE("*b, q, d") Tensor query, TENSOR_SHAPE("*b, k, d") Tensor key) {
  auto scores = torch::matmul(query, key.mT()); // CHECK: scores: [..., q, k]
  torch::matmul(query, key);                    // FOUND: :[[@LINE]]:{{.*}} error: inner dimensions of 'matmul' differ: d and k
  return scores;
}
TENSOR_SHAPE("*b, k, q") Tensor result(TENSOR_SHAPE("*b, q, d") Tensor query, TENSOR_SHAPE("*b, k, d") Tensor key) {
  return torch::matmul(query, key.mT()); // FOUND: :[[@LINE]]:{{.*}} error: the result of 'result' is declared [*b, k, q], but is [..., q, k]
}

// What takes -1 for the axis of a tensor without axes says nothing of one.
Tensor maybeNone(Tensor x) {
  auto y = torch::softmax(x, -1).sum(-1, true); // CHECK: y: [...]{{(,.*)?$}}
  return y + torch::zeros({3, 4});              // CHECK: operator+: [..., 3, 4]
}
// A number is one, whatever it is.
struct Norm {
  double eps;
  Tensor forward(Tensor x, double scale) const {
    auto y = torch::matmul(x, torch::zeros({4, 5})); // CHECK: y: [..., 5]
    return y * scale + eps;                          // CHECK: operator+: [..., 5]
  }
};
// FOUND: 6 errors in 1 file

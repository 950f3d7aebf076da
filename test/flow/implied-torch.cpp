// REQUIRES: torch
// RUN: not %tensor-tidy --implied %s -- %torch-flags 2>&1 | FileCheck %s
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s --check-prefix WITHOUT
// Two names for what was thought one size.
#include <torch/torch.h>
using torch::Tensor;

Tensor attention(Tensor q, Tensor k, Tensor v, int64_t head_k, int64_t head_v, int64_t heads, int64_t heads_kv) {
  auto batch = q.size(0), length = q.size(1);
  q = q.view({batch, length, heads, head_k}).transpose(1, 2);
  k = k.view({batch, length, heads_kv, head_k}).transpose(1, 2);
  v = v.view({batch, length, heads_kv, head_v}).transpose(1, 2);
  auto weights = torch::softmax(torch::matmul(q, k.transpose(-2, -1)), -1);
  // CHECK: :[[@LINE-1]]:33: remark: 'matmul' works only if 'heads' == 'heads_kv', or one of them is 1 [tensor-implied-equality]
  return torch::matmul(weights, v);
}

// A width that two names have; the second place that needs it says nothing new.
Tensor inner(int64_t key_width, int64_t value_width) {
  return torch::matmul(torch::zeros({4, key_width}), torch::zeros({value_width, 2}));
  // CHECK: :[[@LINE-1]]:10: remark: 'matmul' works only if 'key_width' == 'value_width'
  // CHECK: :[[@LINE-2]]:54: error: inner dimensions of 'matmul' differ: 192 and 128
  // CHECK: note: in this call of 'inner'
}
Tensor twice(int64_t in, int64_t out) {
  auto x = torch::matmul(torch::zeros({4, in}), torch::zeros({out, 2}));
  // CHECK: :[[@LINE-1]]:12: remark: 'matmul' works only if 'in' == 'out'
  return x + torch::matmul(torch::zeros({4, out}), torch::zeros({in, 2}));
}
Tensor passed(int64_t left, int64_t right) {
  return inner(left, right);
  // CHECK: :[[@LINE-1]]:16: remark: 'inner' works only if 'left' == 'right'
}

// From the constructor to forward.
struct Net : torch::nn::Module {
  torch::nn::Linear first, second;
  Net(int64_t in, int64_t hidden, int64_t width, int64_t out) : first(in, hidden), second(width, out) {}
  Tensor forward(Tensor x) { return second(first(x.view({x.size(0), -1}))); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: remark: 'Linear' works only if 'hidden' == 'width'
};

// Sums and products, and sizes that only a layer names.
struct Heads : torch::nn::Module {
  torch::nn::Linear query, out;
  Heads(int64_t d_model, int64_t n_heads, int64_t head_dim)
      : query(d_model, n_heads * head_dim), out(d_model, d_model) {}
  Tensor forward(Tensor x) { return out(query(x)); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: remark: 'Linear' works only if 'd_model' == 'head_dim*n_heads'
};
struct Residual : torch::nn::Module {
  torch::nn::Linear up, down;
  Residual(int64_t dim, int64_t hidden, int64_t back) : up(dim, hidden), down(hidden, back) {}
  Tensor forward(Tensor x) { return x + down(torch::relu(up(x))); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: remark: '+' works only if 'back' == 'dim', or one of them is 1
};
Tensor joined(Tensor a, Tensor b, Tensor w) {
  TORCH_CHECK(a.dim() == 2 && b.dim() == 2 && w.dim() == 2);
  int64_t left = a.size(1), right = b.size(1), all = w.size(0);
  return torch::matmul(torch::cat({a, b}, 1), w);
  // CHECK: :[[@LINE-1]]:10: remark: 'matmul' works only if 'all' == 'left + right'
}
Tensor half(Tensor x, int64_t d, int64_t heads) {
  TORCH_CHECK(d % heads == 0);
  return torch::matmul(torch::zeros({4, d}), torch::zeros({heads, d / heads}).view({d, 1}));
}

// What the code says, or defines, is no secret; nor is what nobody named.
Tensor said(int64_t a, int64_t b) {
  TORCH_CHECK(a == b, "a and b differ");
  return torch::matmul(torch::zeros({4, a}), torch::zeros({b, 2}));
}
Tensor left(int64_t a, int64_t b) {
  if (a != b)
    return torch::zeros({1});
  return torch::matmul(torch::zeros({4, a}), torch::zeros({b, 2}));
}
Tensor defined(int64_t a) {
  int64_t b = a;
  return torch::matmul(torch::zeros({4, a}), torch::zeros({b, 2}));
}
Tensor unnamed(Tensor x, int64_t a) { return torch::mm(torch::zeros({4, a}), x); }
Tensor same(Tensor x, Tensor y) { return torch::mm(x, y); }

int main() {
  inner(4, 4);
  inner(192, 128);
}
// CHECK: 1 error and 8 remarks in 1 file
// WITHOUT-NOT: remark
// WITHOUT: error: inner dimensions of 'matmul' differ: 192 and 128
// WITHOUT-NOT: remark

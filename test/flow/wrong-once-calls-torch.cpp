// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s --implicit-check-not '{{^[^ ]+}}: error:'
// One mistake a function. What comes of an op that fails stays so through calls, methods, loops and branches.
#include <torch/torch.h>
using torch::Tensor;
using torch::nn::Linear;

Tensor wrong(const Tensor &x, Linear l) { return l(x); } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
void returned() {
  Tensor x = torch::zeros({2, 7});
  x + Linear(16, 8)(wrong(x, Linear(8, 16)));
}
void twoCallers() {
  Tensor x = torch::zeros({2, 7});
  x + Linear(9, 8)(wrong(x, Linear(8, 9)));
}
void store(const Tensor &from, Tensor &to) { to = from; }
void written() {
  Tensor x = torch::zeros({2, 7}), y = torch::zeros({3, 3});
  store(Linear(8, 16)(x), y); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  x + Linear(16, 8)(y);
  y.view({2, 4});
}
void lambda() {
  Tensor x = torch::zeros({2, 7});
  Linear l(8, 16);
  auto up = [&](Tensor t) { return l(t); }; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  x + Linear(16, 8)(up(x));
}

struct Net : torch::nn::Module {
  Tensor forward(Tensor x) {
    cache = up(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
    return down(cache) + x;
  }
  Linear up{8, 16}, down{16, 8};
  Tensor cache;
};
struct Outer : torch::nn::Module {
  Tensor forward(Tensor x) {
    Tensor y = net.forward(x);
    return x + head(y + x) + head(net.down(net.cache));
  }
  Net net;
  Linear head{8, 8};
};
void nets() {
  Tensor x = torch::zeros({2, 7});
  Outer outer;
  x + outer.forward(x);
  x + outer.net.down(outer.net.cache);
}
struct Residual : torch::nn::Module {
  Tensor forward(Tensor x) { return l(x) + x; } // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  Linear l{8, 8};
};
void sequential() {
  Tensor x = torch::zeros({2, 7});
  torch::nn::Sequential s(std::make_shared<Residual>(), std::make_shared<Residual>());
  x + s->forward(x);
}

void rounds() {
  Tensor x = torch::zeros({2, 7}), h = x, w = torch::zeros({2, 8});
  Linear l(8, 8);
  for (int i = 0; i < 3; ++i)
    h = l(h) + w; // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  x + h;
}
void someRounds(int n) {
  Tensor h = torch::zeros({2, 7});
  Linear l(8, 16);
  for (int i = 0; i < n; ++i)
    h = l(h); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
}
struct Kept {
  void add(Tensor t) { last = t, all.push_back(t); }
  Tensor last;
  std::vector<Tensor> all;
};
void kept(int n) {
  Tensor x = torch::zeros({2, 7});
  Kept k;
  Linear up(8, 16), down(16, 8);
  for (int i = 0; i < n; ++i)
    k.add(up(x)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  x + down(k.last), x + down(k.all[0]), x + down(torch::cat(k.all, 0));
}
void branch(bool c) {
  Tensor x = torch::zeros({2, 7}), h = torch::zeros({2, 16});
  if (c)
    h = Linear(8, 16)(x); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}} it takes 8, given 7
  h + torch::zeros({2, 16});
}

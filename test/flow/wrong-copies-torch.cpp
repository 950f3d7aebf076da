// Near misses of right-copies-torch.cpp.
// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags 2>&1 | FileCheck %s
#include <torch/torch.h>

struct Counted {
  int64_t n = 1;
  Counted() {}
  Counted(const Counted &o) : n(o.n + 1) {}
};
static void byValue(Counted c) {
  // CHECK: [[#@LINE+1]]:{{.*}}error{{.*}}
  torch::mm(torch::zeros({1, 3}), torch::zeros({c.n, 1}));
}

struct Plain {
  int64_t n = 1;
};

void pools() {
  // CHECK: [[#@LINE+1]]:{{.*}}error: {{.*}}kernel of 3 is larger
  torch::max_pool2d(torch::zeros({1, 1, 2, 2}), 3, 2, 0, 1, false);
  // CHECK: [[#@LINE+1]]:{{.*}}error: {{.*}}kernel of 4 is larger
  torch::max_pool2d(torch::zeros({1, 1, 2, 2}), 4, 1, 0, 1, true);
}

int main() {
  Counted a;
  byValue(a);
  Plain p;
  Plain q = p;
  // CHECK: [[#@LINE+1]]:{{.*}}error
  torch::mm(torch::zeros({1, 2}), torch::zeros({q.n, 1}));
  int n = 1;
  auto set = [&n] { n = 5; };
  set();
  // CHECK: [[#@LINE+1]]:{{.*}}error
  torch::mm(torch::zeros({1, 1}), torch::zeros({n, 1}));
}

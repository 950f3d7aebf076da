// REQUIRES: torch
// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s
#include <torch/torch.h>
using torch::Tensor;

void project(const Tensor &x, const Tensor &w, Tensor *out) {
  // CHECK: [[#@LINE+1]]:{{.*}}error: {{.*}}8 and 4
  *out = x.matmul(w);
}

void turn(Tensor *x) { *x = x->t(); }

void alone(Tensor *scores, const Tensor *keys) {
  Tensor flat = scores->view({2, 3});
  // CHECK: [[#@LINE+1]]:{{.*}}error: {{.*}}3 and 2
  *scores = flat.matmul(flat);
}

int main() {
  Tensor x = torch::ones({4, 8}), y;
  project(x, x, &y);

  turn(&x);
  // CHECK: [[#@LINE+1]]:{{.*}}error: {{.*}}4 and 8
  Tensor z = x.matmul(torch::ones({8, 2}));
}

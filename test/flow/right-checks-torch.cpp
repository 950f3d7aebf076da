// REQUIRES: torch
// RUN: %tensor-tidy --checks=failing-check %s -- %torch-flags | FileCheck %s --allow-empty
// CHECK-NOT: error:
// Checks that pass, that nobody comes to for certain, or that are meant to
// fail.
#include <cassert>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <torch/torch.h>

enum class Mode { Train, Eval };

int64_t pick(Mode mode) {
  switch (mode) {
  case Mode::Train:
    return 1;
  case Mode::Eval:
    return 2;
  }
  TORCH_CHECK(false, "not reached");
}

torch::Tensor ranks(torch::Tensor x) {
  if (x.dim() == 2)
    return x;
  if (x.dim() == 3)
    return x.flatten(0, 1);
  TORCH_CHECK(false, "two or three axes, not ", x.dim());
}

void calls() {
  ranks(torch::zeros({2, 3}));
  ranks(torch::zeros({2, 3, 4}));
  pick(Mode::Eval);
}

template <bool Causal> torch::Tensor mask(torch::Tensor x) {
  if (!Causal)
    throw std::logic_error("not yet");
  return x;
}
void templates() { mask<true>(torch::zeros({2, 2})); }

void retries(std::function<bool()> connect) {
  int tries = 0;
  while (!connect())
    if (++tries > 3)
      throw std::runtime_error("gave up");
}

void shapesChosen(torch::Tensor x, bool wide) {
  int64_t want = wide ? 4 : 3;
  if (wide)
    TORCH_CHECK(x.size(-1) == 4);
  TORCH_CHECK(x.size(-1) == want || !wide);
}

void meant() {
  auto a = torch::zeros({2, 3});
  bool threw = false;
  try {
    TORCH_CHECK(a.dim() == 3);
  } catch (const c10::Error &) {
    threw = true;
  }
  assert(threw);
}

int usage(int argc, char **argv) {
  if (argc != 3)
    throw std::invalid_argument("two arguments");
  int64_t n = std::atoi(argv[1]);
  TORCH_CHECK(n > 0);
  return 0;
}

int failures = 0;
void count(bool ok) { failures += !ok; }

int main(int argc, char **argv) {
  calls();
  count(argc == 1);
  if (failures != 0)
    std::abort();
  auto done = torch::zeros({1});
  if (done.numel() == 1)
    std::exit(0);
}

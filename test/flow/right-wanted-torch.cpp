// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %clangxx -w %torch-pch %torch-flags %s -o %t %torch-libs && %t
// A handler prints, and yet the failure is what the code is about: another tensor is taken for it, it is asked about
// later, tried again, or expected in so many words.
#include <cassert>
#include <iostream>
#include <torch/torch.h>

using torch::Tensor;
using torch::zeros;
static Tensor either(Tensor a, Tensor b) {
  Tensor r;
  try {
    r = a.matmul(b);
  } catch (const c10::Error &e) {
    std::cerr << "again, transposed\n";
    r = a.matmul(b.t());
  }
  return r;
}
static Tensor asked(Tensor a, Tensor b) {
  Tensor r;
  bool failed = false;
  try {
    r = a.matmul(b);
  } catch (const std::exception &e) {
    std::cerr << "transposed\n";
    failed = true;
  }
  return failed ? a.matmul(b.t()) : r;
}
static Tensor halved(Tensor x) {
  for (int64_t n = 8;; n /= 2)
    try {
      return x.view({n, -1});
    } catch (const std::exception &) {
      std::cerr << "not " << n << "\n";
    }
}
static int64_t fitting(Tensor x) {
  int64_t n = 7;
  bool done = false;
  while (!done) {
    try {
      x.view({n, -1});
      done = true;
    } catch (const std::exception &e) {
      std::cerr << e.what();
      n--;
    }
  }
  return n;
}
template <class F> static bool throws(F f) {
  try {
    f();
  } catch (const std::exception &e) {
    std::cout << "it threw\n";
    return true;
  }
  return false;
}
template <class F> static void mustThrow(F f) {
  try {
    f();
    std::cerr << "nothing was thrown\n";
    std::exit(1);
  } catch (const std::exception &e) {
    std::cout << "good: " << e.what() << "\n";
  }
}
static void demo() {
  auto x = zeros({2, 3});
  try {
    x.matmul(x);
    std::cerr << "this should have thrown\n";
  } catch (const c10::Error &e) {
    std::cout << "caught: " << e.what() << "\n";
  }
}
static void expected() {
  auto x = zeros({2, 3});
  try {
    x.matmul(x);
  } catch (const c10::Error &e) {
    std::cout << "caught as expected: " << e.what() << "\n";
  }
}
static void asserted() {
  auto x = zeros({2, 3});
  try {
    x.matmul(x);
    assert(false && "no error");
  } catch (const c10::Error &e) {
    std::cout << e.what() << "\n";
  }
}
static void message() {
  auto x = zeros({2, 3});
  std::string said;
  try {
    x.matmul(x);
  } catch (const c10::Error &e) {
    said = e.what();
  }
  assert(said.find("cannot be multiplied") != std::string::npos);
}
static void checked() {
  auto x = zeros({2, 3});
  try {
    x.matmul(x);
  } catch (const c10::Error &e) {
    assert(std::string(e.what()).find("mat1") != std::string::npos);
  }
}

int main() {
  auto x = zeros({2, 3}), y = zeros({4, 3});
  either(x, y), asked(x, y), halved(zeros({6})), fitting(zeros({6}));
  throws([&] { x.matmul(x); });
  mustThrow([&] { x.matmul(x); });
  demo(), expected(), asserted(), message(), checked();
}

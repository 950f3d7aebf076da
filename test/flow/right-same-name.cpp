// RUN: %tensor-tidy %s -- %runtime-flags
// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | %without-checks | FileCheck %s
// Functions that only look alike are told apart.
#include <tensor_tidy/shaped.h>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
#define TWO                                                                    \
  auto f = [] { return zeros({2, 3}); };                                       \
  auto g = [] { return zeros({4, 5}); }
void macros() {
  TWO;
  auto x = f(); // CHECK: x: [2, 3]{{$}}
  auto y = g(); // CHECK: y: [4, 5]{{$}}
  matmul(g(), zeros({5, 1}));
}

template <class F> Tensor apply(F f, Tensor x) { return f(x); }
template <int N> Tensor made() {
  auto make = [] { return zeros({N}); };
  return make();
}
void lambdas() {
  auto x = zeros({1, 3});
  auto a = apply([](Tensor t) { return t.transpose(0, 1); }, x);
  auto b = apply([](auto t) { return t.select(0, 0); }, x);
  matmul(a, zeros({1, 3}));
  matmul(b, zeros({3, 1}));
  auto e = made<2>(); // CHECK: e: [2]{{$}}
  auto f = made<3>(); // CHECK: f: [3]{{$}}
}

struct Config {
  int rows, columns;
};
template <Config C> Tensor configured() { return zeros({C.rows, C.columns}); }
template <FixedString S> Tensor named() {
  return zeros({sizeof(S.characters)});
}
template <class T>
concept Small = sizeof(T) < 4;
Tensor overloaded(Small auto) { return zeros({2}); }
Tensor overloaded(auto) { return zeros({3}); }
void arguments() {
  auto a = configured<Config{2, 3}>(); // CHECK: a: [2, 3]{{$}}
  auto b = configured<Config{4, 5}>(); // CHECK: b: [4, 5]{{$}}
  matmul(named<"ab">(), matmul(zeros({3, 4}), named<"abc">()));
  auto e = overloaded('a'); // CHECK: e: [2]{{$}}
  auto f = overloaded(1);   // CHECK: f: [3]{{$}}
}

#define LOCAL(n)                                                               \
  struct {                                                                     \
    Tensor make() { return zeros({n}); }                                       \
  }
void locals() {
  LOCAL(4) four;
  LOCAL(5) five;
  matmul(five.make(), matmul(zeros({5, 4}), four.make()));
}

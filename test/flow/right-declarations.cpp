// RUN: %tensor-tidy %s -- %runtime-flags 2>&1 | FileCheck %s --check-prefix SUMMARY
// RUN: %tensor-tidy --dump=shapes %s -- %runtime-flags | %without-checks | FileCheck %s
// Declarations that hold, or may hold. What is declared counts as understood.
// SUMMARY: nothing found in 1 file; all {{[0-9]+}} tensor operations understood
#include <tensor_tidy/expect_shape.h>
#include <tensor_tidy/shaped.h>
#include <tensor_tidy/tensor.h>
#include <vector>
using namespace tensor_tidy;
Tensor loaded();

Shaped<Tensor, "b, k, v"> product(Shaped<Tensor, "b, k, d"> x, Shaped<Tensor, "d, v"> y) {
  return matmul(x, y);
}
// A letter of the result alone is whatever comes out, on each way.
Shaped<Tensor, "b, n"> some(Shaped<Tensor, "b, d"> x, bool wide) {
  if (wide)
    return cat({x, x}, 1);
  return x;
}
Shaped<Tensor, "b, t, d"> read() { return loaded(); }
Shaped<Tensor, "b, n, h, d/h"> split(Shaped<Tensor, "b, n, d"> x, std::int64_t h) {
  return x.view({x.size(0), x.size(1), h, x.size(2) / h});
}
// What is `auto` declares nothing; an alias does.
template <class T> using Matrix = Shaped<T, "n, 4">;
void automatic() {
  auto q = split(randn({2, 5, 64}), 8), k = split(randn({2, 7, 64}), 8); // CHECK: k: [2, 7, 8, 8]
  decltype(q) other = randn({3});
  const Matrix<Tensor> m = loaded(); // CHECK: m: [n, 4]
}
void variables(std::int64_t n) {
  Shaped<Tensor, "b, c"> x = randn({2, 3});
  Shaped<Tensor, "c, d"> w = randn({n, 5});
  Shaped<Tensor, "b, d"> y = matmul(x, w);
  Tensor named = randn({n}); // CHECK: named: [3]
  Shaped<Tensor, "b, c"> later;
  later = loaded();             // CHECK: later: [2, 3]
  Tensor l = matmul(later, w);  // CHECK: l: [2, 5]
  Tensor r = read();            // CHECK: r: [b, t, d]
  Shaped<Tensor, "*s, 3"> last = x;
}
// In a loop a letter that no parameter has is another size each time.
void grows(Tensor x) {
  Shaped<Tensor, "n, 4"> seen = randn({1, 4});
  for (int i = 0; i < 100; ++i) {
    seen = cat({seen, randn({1, 4})}, 0);
    Shaped<Tensor, "n, m"> now = randn({i, 4});
  }
}
// A field is as it is declared, each time as long as it is then.
struct Cache {
  Shaped<Tensor, "b, h, t, d"> keys, values;
  void append(Shaped<Tensor, "b, h, n, d"> k, Shaped<Tensor, "b, h, n, d"> v) {
    keys = cat({keys, k}, 2);
    values = cat({values, v}, 2);
  }
};
struct Boxes {
  Shaped<Tensor, "n, 4"> all;
  void keep(int k) { all = all.narrow(0, 0, k); }
};
void asserts(Tensor x, Tensor y, std::vector<Tensor> many) {
  expect_shape(x, "b, t, d");
  expect_shape(y, "b, d, 2");
  Tensor z = matmul(x, y); // CHECK: z: [b, t, 2]
  expect_shape(z, "b, t, 2");
  expect_shape(many[0], "k");
}
void called(Tensor x) { asserts(x, x, {}); }
void branches(Tensor x, bool flat) {
  Tensor y = flat ? x.view({-1}) : randn({6});
  expect_shape(y, "n");
  if (flat)
    expect_shape(x, "a, b");
  else
    expect_shape(x, "a, b, c");
}

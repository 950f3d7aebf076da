// RUN: %tensor-tidy %s -- %runtime-flags
// Right because the same condition takes the same branch twice, or not known to
// be wrong because two conditions need not come out together.
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
struct Options {
  bool wide;
  int mode;
};
bool flag();
void fill(bool &wide);

void again(bool causal, int n, const Tensor *bias) {
  auto x = zeros({2, 3});
  if (causal)
    x = zeros({4, 5});
  causal ? matmul(x, zeros({5, 1})) : matmul(x, zeros({3, 1}));
  if (n > 3)
    x = zeros({7, 7});
  if (n <= 3)
    x = zeros({8, 8});
  n > 3 ? matmul(x, zeros({7, 1})) : matmul(x, zeros({8, 1}));
  if (bias)
    x = zeros({3, 3});
  if (bias)
    matmul(x, *bias);
}

void twoChoices(bool a, bool b) {
  auto x = a ? zeros({2, 3}) : zeros({4, 5});
  if (b)
    matmul(x, zeros({3, 1}));
  if (a)
    x = zeros({1});
  if (b)
    x = zeros({2});
  if (a && b)
    x.view({2});
}

void changed(bool wide) {
  auto x = wide ? zeros({2, 3}) : zeros({4, 5});
  fill(wide);
  if (wide)
    matmul(x, zeros({5, 1}));
  if (flag())
    x = zeros({9, 9});
  if (flag())
    matmul(x, zeros({3, 1}));
}

void fields(Options o, Options p) {
  auto x = zeros({2, 3});
  if (o.wide)
    x = zeros({4, 5});
  if (p.wide)
    matmul(x, zeros({5, 1}));
  if (o.wide)
    matmul(x, zeros({5, 1}));
  if (o.mode == 2 && p.mode == 2)
    matmul(x, zeros({3, 1}));
}

void rounds(bool wide, int n) {
  auto x = zeros({2, 3});
  for (int i = 0; i < n; ++i) {
    if (wide)
      x = zeros({2, 5});
    wide = flag();
    if (wide)
      matmul(zeros({1, 2}), x);
  }
  if (wide)
    matmul(x, zeros({3, 1}));
}

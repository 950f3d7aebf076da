// RUN: %tensor-tidy %s -- %runtime-flags
// Two tensors compared before they are added; the callers have both kinds.
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;
Tensor direct(Tensor x, Tensor y) { return x.sizes() != y.sizes() ? x : x + y; }
Tensor early(Tensor x, Tensor y) {
  if (x.sizes() != y.sizes())
    return x;
  return x + y;
}
Tensor named(Tensor x, Tensor y) {
  bool same = x.sizes() == y.sizes();
  if (!same)
    return x;
  return x + y;
}
Tensor vectors(Tensor x, Tensor y) {
  Sizes a(x.sizes().begin(), x.sizes().end()), b = y.sizes();
  if (a != b)
    return x;
  return x + y;
}
Tensor counted(Tensor x, Tensor y) {
  bool same = true;
  for (int i = 0; i < x.dim(); ++i)
    if (x.size(i) != y.size(i))
      same = false;
  if (!same)
    return x;
  return x + y;
}
Tensor inLoop(Tensor x, Tensor y) {
  for (int i = 0; i < x.dim(); ++i)
    if (x.sizes()[i] != y.sizes()[i])
      return x;
  return x + y;
}
bool fits(const Tensor &x, const Tensor &y) { return x.sizes() == y.sizes(); }
Tensor asked(Tensor x, Tensor y) {
  auto ok = [&] { return fits(x, y); };
  return fits(x, y) && ok() ? x + y : x;
}
Tensor ranked(Tensor x) {
  int rank = x.dim();
  switch (rank) {
  case 3:
    return x.transpose(1, 2);
  default:
    return x;
  }
}

void callers() {
  auto x = zeros({4, 64}), y = zeros({4, 3});
  for (auto f : {direct, early, named, vectors, counted, inLoop, asked})
    f(x, y);
  direct(x, y), early(x, y), named(x, y), vectors(x, y);
  counted(x, y), inLoop(x, y), asked(x, y), ranked(x);
}

// RUN: %tensor-tidy %s -- %runtime-flags
// Branches that are never taken, for reasons that are not followed.
#include <cstdlib>
#include <string>
#include <tensor_tidy/tensor.h>
#include <vector>

using namespace tensor_tidy;
struct Config {
  bool transposed = true;
  double rate = 0.5;
  int layers() const { return 2; }
};
static bool global = true;
static bool usual() { return global; }

void members() {
  Config c;
  auto x = zeros({2, 3}), w = zeros({4, 3});
  if (!c.transposed)
    matmul(x, w);
  c.layers() == 2 ? matmul(x, w.transpose(0, 1)) : matmul(x, w);
  if (c.rate > 1)
    matmul(x, w);
}
Tensor early() {
  Config c;
  auto x = zeros({2, 3}), w = zeros({4, 3});
  if (c.transposed)
    return matmul(x, w.transpose(0, 1));
  return matmul(x, w);
}
void variables(Config given, bool flag) {
  auto x = zeros({2, 3}), w = zeros({4, 3});
  if (!global || !usual())
    matmul(x, w);
  bool known = flag;
  known = !flag || flag;
  if (!known)
    matmul(x, w);
  given.transposed = true;
  if (!given.transposed)
    matmul(x, w);
  double rate = 0.1;
  if (rate > 1)
    matmul(x, w);
}
void containers() {
  auto x = zeros({2, 3}), w = zeros({4, 3});
  std::vector<int> sizes(3, 4);
  if (sizes.empty() || sizes[0] != 4)
    matmul(x, w);
  for (int size : sizes)
    if (size != 4)
      matmul(x, w);
  auto kept = [&] { return sizes.size() == 3; };
  if (!kept())
    matmul(x, w);
}
void constants() {
  auto x = zeros({2, 3}), w = zeros({4, 3});
  int mode = 0, flags = 2, *none = nullptr;
  switch (mode) {
  case 1:
    matmul(x, w);
  }
  enum class Mode { A, B } m = Mode::A;
  if (m == Mode::B || flags & 1 || none)
    matmul(x, w);
  std::string name = "a";
  if (name == "b")
    matmul(x, w);
  bool a = false, b = true, c = a && b;
  if (c)
    matmul(x, w);
}

// RUN: %tensor-tidy %s -- %runtime-flags
// What stands behind a question about sizes is reached only when it fits.
#include <stdexcept>
#include <tensor_tidy/shaped.h>
#include <tensor_tidy/tensor.h>

using namespace tensor_tidy;

using Input = Shaped<Tensor, "b, d">;

#define CHECK(c)                                                               \
  if (!(c))                                                                    \
  throw std::runtime_error(#c)

Tensor narrow(const Tensor &x) { return matmul(x, zeros({64, 3})); }

Tensor copied(Input x) {
  auto d = x.size(1);
  if (d == 64)
    return narrow(x);
  bool fits = d == 32;
  if (!fits)
    return x;
  return matmul(x, zeros({32, 3}));
}

Tensor switched(Input x) {
  switch (x.size(1)) {
  case 64:
    return narrow(x);
  case 32:
    return matmul(x, zeros({32, 3}));
  }
  return x;
}

Tensor divided(Input x) {
  const auto d = x.size(1);
  if (d % 8)
    return x;
  return x.view({x.size(0), d / 8, 8});
}

Tensor counted(Input x) {
  auto n = x.numel();
  if (n != 12)
    return x;
  return x.view({3, 4});
}

Tensor subtracted(Input x) {
  auto rest = x.size(1) - 64;
  if (rest)
    return x;
  return narrow(x);
}

//===- printing.cpp - A tensor as text ------------------------------------===//
#include "tensor_tidy/ops.h"
#include <cstdio>
#include <ostream>

namespace tensor_tidy {

static void print_number(std::ostream &out, float number) {
  char digits[64]; // The longest float has 39 digits before the point.
  std::snprintf(digits, sizeof(digits), "%.4f", static_cast<double>(number));
  out << digits;
}

std::ostream &operator<<(std::ostream &out, const Tensor &x) {
  if (x.dim() == 0) {
    print_number(out, x.item());
    return out;
  }
  out << "[";
  for (std::int64_t i = 0; i < x.size(0); ++i)
    out << (i == 0 ? "" : ", ") << x.select(0, i);
  return out << "]";
}

} // namespace tensor_tidy

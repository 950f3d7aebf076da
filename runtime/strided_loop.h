//===- strided_loop.h - Loops over strided memory ---------------*- C++ -*-===//
//
// Internal. The one loop that all operations share: it walks the indices of a
// shape in row-major order and says where each operand's element lies. Nothing
// is allocated on the way.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_RUNTIME_STRIDED_LOOP_H
#define TENSOR_TIDY_RUNTIME_STRIDED_LOOP_H

#include "tensor_tidy/tensor_class.h"
#include <array>
#include <cstdint>

namespace tensor_tidy {

/// One offset an operand, counted in floats from its data().
template <std::size_t N> using Offsets = std::array<std::int64_t, N>;

/// Calls visit(offsets) for every index of `sizes`, in row-major order. Strides
/// beyond the rank of `sizes` are ignored, so a loop over the leading axes
/// alone takes the operands' strides as they are.
template <std::size_t N, class Visit>
void for_each_index(const Sizes &sizes,
                    const std::array<const Sizes *, N> &strides, Visit &&visit,
                    Offsets<N> offsets = {}, std::size_t axis = 0) {
  if (axis == sizes.size()) {
    visit(offsets);
    return;
  }
  for (std::int64_t i = 0; i < sizes[axis]; ++i) {
    for_each_index(sizes, strides, visit, offsets, axis + 1);
    for (std::size_t n = 0; n < N; ++n)
      offsets[n] += (*strides[n])[axis];
  }
}

/// Writes the elements of `source` over those of `target`, of equal shape.
void copy_elements(const Tensor &source, const Tensor &target);

} // namespace tensor_tidy

#endif // TENSOR_TIDY_RUNTIME_STRIDED_LOOP_H

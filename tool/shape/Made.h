//===- Made.h - What made a tensor or an object -----------------*- C++ -*-===//
#ifndef TENSOR_TIDY_SHAPE_MADE_H
#define TENSOR_TIDY_SHAPE_MADE_H

#include <compare>
#include <cstdint>

namespace tidy {

/// Where a tensor came from. The algebra only carries it: Function and Index
/// name an instruction of a Program, or (IsParameter) one of the tensors that
/// the function under analysis was called with.
struct Made {
  static constexpr unsigned None = ~0u;
  bool IsParameter = false;
  unsigned Function = None;
  unsigned Index = None;

  bool known() const { return Index != None; }
  friend auto operator<=>(const Made &, const Made &) = default;
};
/// Of a key of a PersistentMap.
std::uint64_t priorityOf(const Made &M);

} // namespace tidy

#endif

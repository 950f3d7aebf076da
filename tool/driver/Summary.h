//===- Summary.h - The last line of a run -----------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_DRIVER_SUMMARY_H
#define TENSOR_TIDY_DRIVER_SUMMARY_H

#include "finding/Finding.h"

namespace tidy {

struct Tally {
  unsigned Checked = 0;          ///< files
  unsigned Failed = 0;           ///< files that could not be checked
  std::optional<unsigned> Fixed; ///< findings; none without --fix
};

/// `1 error in 1 file; 5 of 6 tensor operations understood (not understood:
/// torch::foo 1)`. What is not understood is always said.
std::string summary(const Report &R, const Tally &T);

} // namespace tidy

#endif

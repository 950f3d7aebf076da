//===- Lines.h - Offsets to lines and columns -------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_REPORT_LINES_H
#define TENSOR_TIDY_REPORT_LINES_H

#include "llvm/ADT/StringRef.h"
#include <vector>

namespace tidy {

/// 1-based, columns in bytes.
struct LineColumn {
  unsigned Line = 1;
  unsigned Column = 1;
};

/// The line starts of one text.
class LineTable {
public:
  explicit LineTable(llvm::StringRef Text);
  /// Offsets past the end stand for the end.
  LineColumn at(unsigned Offset) const;

private:
  unsigned Size;
  std::vector<unsigned> Starts;
};

} // namespace tidy

#endif

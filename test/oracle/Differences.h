//===- Differences.h - Where a model may differ from libtorch ---*- C++ -*-===//
//
//   at::Tensor::view  model-accepts  strides are not followed
//   torch::tensor     untried        its argument is no plain value
//
// A line: a callee (`*` for any text in its name), what may be, and the reason.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_ORACLE_DIFFERENCES_H
#define TENSOR_TIDY_ORACLE_DIFFERENCES_H

#include "Compare.h"
#include "llvm/Support/Error.h"

namespace oracle {

class Differences {
public:
  /// Of no file if the path is empty.
  static llvm::Expected<Differences> read(llvm::StringRef Path);

  bool allows(llvm::StringRef Callee, Verdict V);
  /// It may be that the callee is never called with success.
  bool allowsUntried(llvm::StringRef Callee);
  /// The lines that were never asked for.
  std::vector<std::string> unused() const;

private:
  struct Line {
    std::string Callee, What;
    std::string Text;
    bool Used = false;
  };
  bool allows(llvm::StringRef Callee, llvm::StringRef What);

  std::vector<Line> Lines;
};

} // namespace oracle

#endif

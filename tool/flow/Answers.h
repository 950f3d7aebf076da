//===- Answers.h - How comparisons came out ---------------------*- C++ -*-===//
//
// Internal to flow/. What facts cannot hold (n is not 4, n is less than m), as
// it was asked: only the same question finds it again.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_ANSWERS_H
#define TENSOR_TIDY_FLOW_ANSWERS_H

#include "shape/Value.h"

namespace tidy {

/// Copies share what they hold.
class Answers {
public:
  /// That `A <Op> B`, one of the six comparisons, came out as `Holds`. The
  /// oldest is forgotten where there are many. Nothing is to be unknown.
  void add(llvm::StringRef Op, const Dim &A, const Dim &B, bool Holds);
  /// Under other facts than it was asked under, too.
  Answer find(llvm::StringRef Op, const Dim &A, const Dim &B,
              const Facts &F) const;
  bool isEmpty() const { return !Known; }
  /// What both say. True if `Into` lost something.
  friend bool meetInto(Answers &Into, const Answers &From);

private:
  /// That Difference is zero, or negative.
  struct Entry {
    bool IsOrder;
    Dim Difference;
    bool Holds;
  };
  static Entry entry(llvm::StringRef Op, const Dim &A, const Dim &B,
                     bool Holds);
  std::shared_ptr<const std::vector<Entry>> Known;
};

} // namespace tidy

#endif

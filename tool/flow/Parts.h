//===- Parts.h - Parts of values, read and written --------------*- C++ -*-===//
//
// Internal to flow/. What a Path means once its indices are known.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_PARTS_H
#define TENSOR_TIDY_FLOW_PARTS_H

#include "ir/Instr.h"
#include "llvm/ADT/ArrayRef.h"
#include <set>

namespace tidy {

/// A step of a path; Index is what the instruction gave that it names.
struct Step {
  PathStep By;
  Dim Index = Dim::unknown();
};

/// Its field; none of one that an object has not been given.
Value fieldOf(const Value &Whole, llvm::StringRef Name);
/// The element at an index, or what all are where it is not known.
Value elementOf(const Value &Whole, const Dim &Index);

Value partOf(Value Whole, llvm::ArrayRef<Step> Steps);
/// `Whole` with that part replaced. Of what nothing is known, it is known from
/// then on that it has this field; of a list, where the index is not known,
/// that any element may be the new one.
Value withPart(const Value &Whole, llvm::ArrayRef<Step> Steps,
               const Value &Part);

/// Without these fields, in the objects that it holds as well.
Value withoutFields(const Value &Whole, const std::set<std::string> &Names);

/// Which object a write to that part changes.
struct Changed {
  size_t Steps = 0; ///< that lead to it
  /// Of one that several names may have. Where `Any`, it may be any object.
  Made Handle;
  bool Any = false;
};
Changed changedBy(const Value &Whole, llvm::ArrayRef<Step> Steps);

} // namespace tidy

#endif

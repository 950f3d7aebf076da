//===- Undefined.h - Tensors that may not be there yet ----------*- C++ -*-===//
//
// Internal to flow/. A tensor that was made of nothing is none; where a way on
// which it was given one meets a way on which it was not, it may be none.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_UNDEFINED_H
#define TENSOR_TIDY_FLOW_UNDEFINED_H

#include "sig/Unify.h"

namespace tidy {

/// An operand that may be none is there from here on, or else the op throws; in
/// a list, or where it may be left out, nothing is known of it. True if there
/// was any.
bool takeGiven(Arguments &Args, llvm::ArrayRef<Signature> Alternatives);

/// The op gives no tensor but tells of one: it works on none, too.
bool asksOnly(llvm::ArrayRef<Signature> Alternatives);

/// The tensor, which may be none.
Value orNone(Value V);

} // namespace tidy

#endif

//===- Contracts.h - Declared shapes against inferred ones ------*- C++ -*-===//
//
// Internal to flow/. What users declare of parameters is like the signature of
// an op: a call binds its letters, or cannot. What they declare inside of a
// function is held to the letters of that function.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_CONTRACTS_H
#define TENSOR_TIDY_FLOW_CONTRACTS_H

#include "ir/Program.h"
#include "sig/Unify.h"

namespace tidy {

/// What the letters of declared shapes stand for.
using Letters = std::map<std::string, Dim>;

/// The contract of `F`'s parameters and result; none if no parameter has one.
/// A parameter that is written through says nothing of what it is given.
std::optional<Signature> contractOf(const Function &F);
/// What it takes of a call's arguments; only tensors are looked at.
Arguments contractArguments(const Function &F, llvm::ArrayRef<Value> Args);

/// The letters of a declared shape, in order and without repetition.
std::vector<std::string> lettersOf(const ShapePattern &Declared);
/// Is `V` as `Declared` says, where its letters stand for `Of`? What that takes
/// is added to `F`. Result is the tensor as far as it is known then.
Outcome matchDeclared(const ShapePattern &Declared, const Value &V,
                      const Letters &Of, Facts &F);

} // namespace tidy

#endif

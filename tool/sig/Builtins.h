//===- Builtins.h - What a pattern cannot say -------------------*- C++ -*-===//
//
// Named results of at most 20 lines each, called from signatures:
//   reshape(x: [*s], to: ints) -> resized(s, to)
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SIG_BUILTINS_H
#define TENSOR_TIDY_SIG_BUILTINS_H

#include "sig/Unify.h"

namespace tidy {

/// How many arguments a builtin takes; none if there is no such builtin.
std::optional<unsigned> builtinArity(llvm::StringRef Name);
inline bool isBuiltin(llvm::StringRef Name) {
  return builtinArity(Name).has_value();
}
/// It gives a number or an answer, but no tensor.
bool givesNumber(llvm::StringRef Name);
/// All names, sorted.
std::vector<llvm::StringRef> builtinNames();

/// `Args`: a spread or tensor as TensorValue, a letter or int as Dim, an axis
/// as a Dim counted from 0 where the rank is known, the rest as given; unknown
/// where not known.
/// Failure, if any, has no parameter names yet. `Args` has as many entries as
/// the builtin's arity (the parser sees to that).
Outcome callBuiltin(llvm::StringRef Name, llvm::ArrayRef<Value> Args, Facts &F);

} // namespace tidy

#endif

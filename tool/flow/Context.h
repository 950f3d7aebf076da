//===- Context.h - Arguments freed of their caller --------------*- C++ -*-===//
//
// Internal to flow/. Two calls that differ only in which variables and symbols
// their arguments came from share one summary. Entering a call renames tensors
// and flexible symbols to the callee's own; leaving it renames them back.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_CONTEXT_H
#define TENSOR_TIDY_FLOW_CONTEXT_H

#include "flow/Analysis.h"

namespace tidy {

/// A source of flexible symbols that nobody has seen before.
class FreshSymbols {
public:
  explicit FreshSymbols(unsigned First) : Next(First) {}
  Dim make(llvm::StringRef Name, bool IsSize) {
    return Dim::flexible(Next++, Name, IsSize);
  }

private:
  unsigned Next;
};

/// The renaming of one call.
class CallRenaming {
public:
  /// Arguments as the callee sees them. Symbols are numbered from 1 and
  /// tensors become parameters, both in order of appearance; what is `Leaked`
  /// among the caller's tensors is so among the callee's.
  std::vector<Value> enter(const std::vector<Value> &CallerArgs,
                           const PersistentSet<Made> &Leaked);
  /// Equal for calls that may share a summary.
  const std::string &key() const { return Key; }
  const PersistentSet<Made> &leaked() const { return OwnLeaked; }

  /// A callee's value as its caller sees it; symbols of the callee's own
  /// become fresh ones, the same for one call.
  Value leave(const Value &V, FreshSymbols &Fresh);
  Dim leave(const Dim &D, FreshSymbols &Fresh);
  Made leaveHandle(const Made &M) const;
  /// The callee's handle and origin for argument number `N` if it is a tensor.
  std::pair<Made, Made> tensorGiven(unsigned N) const { return Given[N]; }
  Made leaveOrigin(const Made &M) const;
  Arguments leave(Arguments Args, FreshSymbols &Fresh);
  /// The callee's symbols for the caller's, to hand bindings back.
  const std::map<Symbol, Dim> &symbols() const { return ToCaller; }

private:
  Dim enterSymbol(const Symbol &S);
  Made enterHandle(const Made &Handle, const Made &Origin);
  Made enterOrigin(const Made &Handle, const Made &Origin);
  Made enterHandle(const Made &Handle, const Made &Origin,
                   const PersistentSet<Made> &Leaked);

  std::map<Symbol, Dim> ToCallee, ToCaller;
  std::vector<std::pair<Made, Made>> Handles; // and origins, by parameter
  std::vector<std::pair<Made, Made>> Given;   // the callee's, by argument
  std::map<Made, unsigned> Indices;
  PersistentSet<Made> OwnLeaked;
  std::string Key;
};

} // namespace tidy

#endif

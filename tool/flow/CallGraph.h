//===- CallGraph.h - Who calls whom -----------------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FLOW_CALLGRAPH_H
#define TENSOR_TIDY_FLOW_CALLGRAPH_H

#include "ir/Program.h"
#include "llvm/ADT/DenseMap.h"
#include <set>

namespace tidy {

/// The calls of a Program. Edits that add and take away none leave it good.
class CallGraph {
public:
  explicit CallGraph(const Program &P);

  /// The function of this USR, or NoId.
  FunctionId find(llvm::StringRef Usr) const;
  /// In ascending order.
  llvm::ArrayRef<FunctionId> callersOf(FunctionId F) const {
    return Callers[F];
  }
  /// It is only called where it is meant to fail.
  bool isMeantToFail(FunctionId F) const { return MeantToFail[F]; }

  /// `Of` and all that call them, on whatever way, in order.
  std::vector<FunctionId> withCallers(std::set<FunctionId> Of) const;
  /// The functions by what calls connect, whoever calls whom. Both the
  /// components, by their first function, and their functions are in order.
  std::vector<std::vector<FunctionId>> components() const;

private:
  llvm::DenseMap<llvm::StringRef, FunctionId> ByUsr;
  std::vector<std::vector<FunctionId>> Callers;
  std::vector<bool> MeantToFail;
};

} // namespace tidy

#endif

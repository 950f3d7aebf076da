//===- CallGraph.h - Who calls whom -----------------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FLOW_CALLGRAPH_H
#define TENSOR_TIDY_FLOW_CALLGRAPH_H

#include "ir/Program.h"
#include "llvm/ADT/StringMap.h"
#include <set>

namespace tidy {

/// The calls of a Program. Edits that add and take away none leave it good.
class CallGraph {
public:
  explicit CallGraph(const Program &P);

  /// The function of this USR, or NoId.
  FunctionId find(llvm::StringRef Usr) const;
  /// Those of the class that `Method` is a method of, if it is no constructor.
  llvm::ArrayRef<FunctionId> constructorsFor(FunctionId Method) const {
    return Constructors[Method];
  }
  /// The only method of this qualified name that has the object and one more
  /// parameter, or NoId.
  FunctionId findMethod(llvm::StringRef Name) const;
  /// What an object of this class does when the virtual method of this USR is
  /// called, or NoId.
  FunctionId findRole(const Role &R) const;
  /// Fields that something else than a constructor may write to, by name.
  const std::set<std::string> &writtenFields() const { return Written; }
  /// It is only called where it is meant to fail.
  bool isMeantToFail(FunctionId F) const { return MeantToFail[F]; }
  /// Parameter `P` does more than go to what is not understood: it is no text
  /// that is only printed.
  bool asksFor(FunctionId F, unsigned P) const { return AsksFor[F][P]; }

  /// `Of` and all that call them, on whatever way, in order.
  std::vector<FunctionId> withCallers(std::set<FunctionId> Of) const;
  /// The functions by what calls connect, whoever calls whom. Both the
  /// components, by their first function, and their functions are in order.
  std::vector<std::vector<FunctionId>> components() const;

private:
  void addMethods(const Program &P);
  void addRoles(const Program &P);
  /// What a call of the Record runs, or NoId.
  FunctionId bodyIn(const Instr &I) const;
  void addConstructors(const Program &P);
  void findHomes(const Program &P);
  bool isOne(llvm::StringRef Class) const;
  void findWritten(const Function &F, const Program &P);
  void findAsked(const Function &F);
  void addCallers(FunctionId Of, const std::set<FunctionId> &More);

  llvm::StringMap<FunctionId> ByUsr;
  std::map<std::string, FunctionId, std::less<>> Methods;
  std::map<Role, FunctionId> Roles;
  std::vector<std::vector<FunctionId>> Callers, Constructors;
  std::set<std::string> Written;
  std::map<std::string, std::set<std::string>, std::less<>> Homes; // of classes
  std::vector<bool> MeantToFail;
  std::vector<std::vector<bool>> AsksFor; // by function and parameter
};

} // namespace tidy

#endif

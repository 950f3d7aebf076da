//===- Examples.cpp - Are the examples of a .sig file true? ---------------===//
#include "sig/Parse.h"
#include "sig/Unify.h"
#include "llvm/ADT/StringExtras.h"

namespace tidy {

Arguments argumentsOf(const Example &E,
                      llvm::ArrayRef<Signature> Alternatives) {
  Arguments Args;
  for (size_t I = 0; I < E.Arguments.size(); ++I) {
    std::string Name = E.Arguments[I].Name;
    for (const Signature &S : Alternatives)
      if (Name.empty() && I < S.Parameters.size())
        Name = S.Parameters[I].Name;
    Args[Name] = E.Arguments[I].Given;
  }
  return Args;
}

/// Empty if it is true.
static std::string problemOf(const Example &E,
                             const std::vector<Signature> &Alternatives) {
  Facts F;
  Outcome O = apply(Alternatives, argumentsOf(E, Alternatives), F);
  if (!O.Understood)
    return "no signature of '" + E.Op + "' takes arguments of these kinds";
  if (O.Failure)
    return E.Ok ? "this does not work with the signature" : "";
  if (!E.Ok)
    return "this works with the signature, and gives " + O.Result.str();
  if (O.Result.str() == E.Result.str())
    return "";
  return "this gives " + O.Result.str() + ", not " + E.Result.str();
}

llvm::Error checkExamples(const Models &M, llvm::StringRef File) {
  std::vector<std::string> Problems;
  for (const Example &E : M.Examples) {
    if (E.Where.File != File)
      continue;
    std::string Problem = problemOf(E, M.Ops.find(E.Op)->second);
    if (!Problem.empty())
      Problems.push_back(
          llvm::toString(llvm::make_error<SigError>(E.Where, Problem)));
  }
  if (Problems.empty())
    return llvm::Error::success();
  return llvm::createStringError(llvm::join(Problems, "\n"));
}

} // namespace tidy

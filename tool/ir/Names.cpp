//===- Names.cpp - Parts of the names that a Program has ------------------===//
#include "ir/Names.h"

namespace tidy {

llvm::StringRef scopeOf(llvm::StringRef Name) {
  auto [Scope, Own] = Name.rsplit("::");
  return Own.empty() ? "" : Scope;
}

llvm::StringRef shortName(llvm::StringRef Name) {
  return Name.substr(Name.rfind(':') + 1);
}

std::string placeName(llvm::StringRef Variable, const Path &Steps) {
  std::string Name = Variable == "this" && !Steps.empty() ? "" : Variable.str();
  for (const PathStep &Step : Steps)
    if (llvm::StringRef(Step.Field).starts_with("["))
      Name += Step.Field; // a key of a map
    else if (!Step.Field.empty())
      Name += (Name.empty() ? "" : ".") + shortName(Step.Field).str();
    else if (Step.Index != NoId)
      Name += "[]";
  return Name;
}

} // namespace tidy

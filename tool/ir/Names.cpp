//===- Names.cpp - Parts of the names that a Program has ------------------===//
#include "ir/Names.h"
#include "llvm/ADT/StringExtras.h"

namespace tidy {

/// `operator` is a whole word, and no conversion to `operators`.
static bool isOperator(llvm::StringRef Name) {
  return Name.consume_front("operator") && !Name.empty() &&
         !llvm::isAlnum(Name.front()) && Name.front() != '_';
}

/// Where the name without its scope begins: template arguments have scopes of
/// their own, and operators are spelt with brackets.
static size_t beginOfOwn(llvm::StringRef Name) {
  size_t Begin = 0;
  for (unsigned I = 0, Depth = 0;
       I < Name.size() && !isOperator(Name.substr(Begin)); ++I) {
    llvm::StringRef Rest = Name.substr(I);
    if (Rest.starts_with("<") || Rest.starts_with("("))
      ++Depth;
    else if (Depth && (Rest.starts_with(">") || Rest.starts_with(")")))
      --Depth;
    else if (!Depth && Rest.starts_with("::"))
      Begin = I + 2;
  }
  return Begin;
}

llvm::StringRef scopeOf(llvm::StringRef Name) {
  size_t Begin = beginOfOwn(Name);
  return Begin ? Name.take_front(Begin - 2) : "";
}

llvm::StringRef shortName(llvm::StringRef Name) {
  return Name.substr(beginOfOwn(Name));
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

//===- Registry.cpp - The rules and models that are compiled in -----------===//
#include "rules/BuiltinModels.h"
#include "rules/Rule.h"
#include "llvm/ADT/STLExtras.h"

// Made from rules/*.md and the .sig files.
#include "Embedded.inc"

namespace tidy {

llvm::ArrayRef<Rule> allRules() {
  static const Rule Rules[] = {
#define RULE(Id, Name) {Name, embedded::Id, rules::Id},
#include "rules/rules.def"
#undef RULE
  };
  return Rules;
}

const Rule *findRule(llvm::StringRef Name) {
  const Rule *R =
      llvm::find_if(allRules(), [&](const Rule &X) { return X.Name == Name; });
  return R == allRules().end() ? nullptr : R;
}

std::string Rule::summary() const {
  llvm::StringRef Rest = Page.split("\n\n").second;
  std::string Line = Rest.split("\n\n").first.trim().str();
  std::replace(Line.begin(), Line.end(), '\n', ' ');
  return Line;
}

llvm::ArrayRef<std::pair<llvm::StringRef, llvm::StringRef>>
builtinModelFiles() {
  return embedded::Models;
}

} // namespace tidy

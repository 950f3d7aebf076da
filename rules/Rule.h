//===- Rule.h - What a rule is ----------------------------------*- C++ -*-===//
//
// A rule is a value: its name, its page, and a function that turns a failure
// of the analysis into a finding, or declines. rules.def lists them, the most
// specific first; the first that accepts a failure reports it.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_RULES_RULE_H
#define TENSOR_TIDY_RULES_RULE_H

#include "finding/Finding.h"
#include "flow/Analysis.h"

namespace tidy {

/// What every rule may look at.
struct RuleContext {
  const Program &P;
  const Models &M;
  const Analysis &Shapes;
};

struct Rule {
  llvm::StringRef Name; ///< `missing-key-transpose`
  llvm::StringRef Page; ///< its Markdown page, compiled in
  /// Fixes of what it returns hold a Plan only; check() proves and spells them.
  std::optional<Finding> (*Run)(const Failure &, const RuleContext &);

  /// The page's first paragraph after the title.
  llvm::StringRef summary() const;
};

/// In the order of rules.def.
llvm::ArrayRef<Rule> allRules();
const Rule *findRule(llvm::StringRef Name);

/// Runs `Enabled` rules over a program. Each fix kept was inferred again: with
/// it the finding is gone and no other came. Sorted by place; TextEdits empty.
std::vector<Finding> check(const Program &P, const Models &M,
                           const Analysis &Shapes,
                           llvm::function_ref<bool(const Rule &)> Enabled);

} // namespace tidy

#endif

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
#include "rules/OpReach.h"

namespace tidy {

/// What every rule may look at.
struct RuleContext {
  const Program &P;
  const Models &M;
  const Analysis &Shapes;
  OpReach &Reach;
};

using RuleFunction = std::optional<Finding>(const Failure &,
                                            const RuleContext &);

struct Rule {
  llvm::StringRef Name; ///< `missing-key-transpose`
  llvm::StringRef Page; ///< its Markdown page, compiled in
  /// Fixes of what it returns hold a Title and a Plan only; check() proves
  /// them and says whether they are safe.
  RuleFunction *Run;

  /// The page's first paragraph after the title, on one line.
  std::string summary() const;
};

/// In the order of rules.def.
llvm::ArrayRef<Rule> allRules();
const Rule *findRule(llvm::StringRef Name);

/// Runs the `Enabled` rules over a program; what a special rule is not asked
/// about, a more general one reports. Each fix kept was inferred again:
/// with it the finding is gone and no other came. Sorted by place; the fixes'
/// TextEdits are still empty. Edits are made in `P` and taken back.
std::vector<Finding> check(Program &P, const Models &M, const Analysis &Shapes,
                           llvm::function_ref<bool(const Rule &)> Enabled);

/// The functions behind the rules, one file each.
namespace rules {
#define RULE(Id, Name) RuleFunction Id;
#include "rules/rules.def"
#undef RULE
} // namespace rules

} // namespace tidy

#endif

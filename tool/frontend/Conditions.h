//===- Conditions.h - What a block of Clang's graph decides -----*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_CONDITIONS_H
#define TENSOR_TIDY_FRONTEND_CONDITIONS_H

#include "clang/AST/Expr.h"
#include "clang/Analysis/CFG.h"
#include <optional>

namespace tidy {

/// `a && b`, `a || b`; null for any other.
const clang::BinaryOperator *logicalOperator(const clang::Expr *E);

/// Clang numbers the entry highest; here it is 0.
unsigned numberOf(const clang::CFGBlock &B, const clang::CFG &Cfg);

/// Two ways, and what they go by.
struct Decision {
  const clang::Expr *Condition;
  const clang::CFGBlock *IfTrue, *IfFalse;
};

/// What block `B` decides; none where it does not have two ways that can be
/// come to. The parts of `a && b` have blocks of their own. Where the whole is
/// a value, `!(a && b)` say, Clang brings them together again in a block that
/// asks nothing but what came of them: they decide at once where to go from
/// there.
std::optional<Decision> decisionOf(const clang::CFGBlock &B);

} // namespace tidy

#endif

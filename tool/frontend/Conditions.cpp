//===- Conditions.cpp - What a block of Clang's graph decides -------------===//
#include "frontend/Conditions.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/Builtins.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace tidy {

unsigned numberOf(const clang::CFGBlock &B, const clang::CFG &Cfg) {
  return Cfg.getEntry().getBlockID() - B.getBlockID();
}

const clang::BinaryOperator *logicalOperator(const clang::Expr *E) {
  const auto *Op = llvm::dyn_cast<clang::BinaryOperator>(E);
  return Op && Op->isLogicalOp() ? Op : nullptr;
}

/// The last part of `&&` and `||`, whose others have blocks of their own.
static const clang::Expr *lastPart(const clang::Expr *E) {
  while (const auto *Op = logicalOperator(E->IgnoreParens()->IgnoreImplicit()))
    E = Op->getRHS();
  return E;
}

/// What is true where this one is, or where it is not; null for any other.
static const clang::Expr *within(const clang::Expr *E, bool &Negates) {
  if (const auto *X = llvm::dyn_cast<clang::ParenExpr>(E))
    return X->getSubExpr();
  if (const auto *X = llvm::dyn_cast<clang::FullExpr>(E))
    return X->getSubExpr();
  if (const auto *X = llvm::dyn_cast<clang::CastExpr>(E))
    return X->getSubExpr();
  if (const auto *Call = llvm::dyn_cast<clang::CallExpr>(E))
    return Call->getBuiltinCallee() == clang::Builtin::BI__builtin_expect
               ? Call->getArg(0)
               : nullptr;
  const auto *Not = llvm::dyn_cast<clang::UnaryOperator>(E);
  if (!Not || Not->getOpcode() != clang::UO_LNot)
    return nullptr;
  Negates = !Negates;
  return Not->getSubExpr();
}

namespace {

/// A block that only asks what came of a logical operator: where it goes then.
struct Meeting {
  const clang::BinaryOperator *Of;
  const clang::CFGBlock *IfTrue, *IfFalse;

  const clang::CFGBlock *behind(bool Value) const {
    return Value ? IfTrue : IfFalse;
  }
};

} // namespace

static bool isNumber(const clang::Stmt *S) {
  const auto *E = llvm::dyn_cast<clang::Expr>(S);
  return E && llvm::isa<clang::IntegerLiteral>(E->IgnoreParenImpCasts());
}

/// The block evaluates nothing but `Whole` and what stands around it, up to the
/// condition.
static bool asksOnly(const clang::Expr *Whole, const clang::Expr *Condition,
                     const clang::CFGBlock &B, bool &Negates) {
  llvm::SmallPtrSet<const clang::Stmt *, 8> Around = {Whole};
  for (const clang::Expr *E = Condition; E != Whole; E = within(E, Negates)) {
    if (!E || logicalOperator(E))
      return false;
    Around.insert(E);
  }
  return llvm::all_of(B, [&](const clang::CFGElement &Element) {
    auto S = Element.getAs<clang::CFGStmt>();
    return S && (Around.contains(S->getStmt()) || isNumber(S->getStmt()));
  });
}

static std::optional<Meeting> meetingAt(const clang::CFGBlock &B) {
  auto First = B.empty() ? std::nullopt : B.front().getAs<clang::CFGStmt>();
  const auto *Whole =
      First ? llvm::dyn_cast<clang::Expr>(First->getStmt()) : nullptr;
  const auto *Of = Whole ? logicalOperator(Whole) : nullptr;
  if (!Of) // each such block is within the next one: this ends
    return std::nullopt;
  std::optional<Decision> D = decisionOf(B);
  bool Negated = false;
  if (!D || !asksOnly(Whole, D->Condition, B, Negated))
    return std::nullopt;
  return Negated ? Meeting{Of, D->IfFalse, D->IfTrue}
                 : Meeting{Of, D->IfTrue, D->IfFalse};
}

std::optional<Decision> decisionOf(const clang::CFGBlock &B) {
  const clang::Stmt *By = B.getTerminatorStmt();
  auto Next = B.succ_begin();
  if (!By && B.succ_size() == 1 && Next->getReachableBlock()) {
    std::optional<Meeting> There = meetingAt(*Next->getReachableBlock());
    if (!There)
      return std::nullopt;
    return Decision{lastPart(There->Of), There->IfTrue, There->IfFalse};
  }
  if (!By || llvm::isa<clang::SwitchStmt>(By) || B.succ_size() != 2)
    return std::nullopt;
  const clang::Expr *Condition = B.getLastCondition();
  if (!Condition) { // empty behind a call that may throw
    Condition = llvm::dyn_cast_or_null<clang::Expr>(B.getTerminatorCondition());
    Condition = Condition ? lastPart(Condition) : nullptr;
  }
  Decision D{Condition, Next[0].getReachableBlock(),
             Next[1].getReachableBlock()};
  if (!Condition || !D.IfTrue || !D.IfFalse)
    return std::nullopt;
  // A part that settles the whole leads to where the parts meet.
  if (llvm::isa<clang::BinaryOperator>(By))
    for (auto [To, Value] : {std::pair(&D.IfTrue, true), {&D.IfFalse, false}})
      if (std::optional<Meeting> There = meetingAt(**To))
        *To = There->behind(Value);
  return D;
}

} // namespace tidy

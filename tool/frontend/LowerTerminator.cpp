//===- LowerTerminator.cpp - How blocks end -------------------------------===//
#include "frontend/Conditions.h"
#include "frontend/FunctionLowering.h"
#include "frontend/Handlers.h"
#include "frontend/Verdicts.h"
#include "frontend/WantedFailures.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// Ends in a throw that no handler of this function catches.
static bool throwsOut(const clang::CFGBlock &B, const clang::CFG &Cfg) {
  if (B.empty() || B.succ_size() != 1 ||
      B.succ_begin()->getReachableBlock() != &Cfg.getExit())
    return false;
  auto Last = B.back().getAs<clang::CFGStmt>();
  return Last && llvm::isa<clang::CXXThrowExpr>(Last->getStmt());
}

/// Something in it fails, whatever comes to it.
static bool failsIn(const clang::CFGBlock &B) {
  return llvm::any_of(B, [](const clang::CFGElement &Element) {
    auto S = Element.getAs<clang::CFGStmt>();
    return S && fails(*S->getStmt());
  });
}

/// A temporary in it ends the program where it ends.
static bool endsProgramIn(const clang::CFGBlock &B) {
  return llvm::any_of(B, [](const clang::CFGElement &Element) {
    auto S = Element.getAs<clang::CFGStmt>();
    return S && endsProgram(*S->getStmt());
  });
}

/// The numbers for which a switch goes to its targets; nothing where one cannot
/// be told (`case 1 ... 5`). The last way out is the default.
static std::vector<std::optional<std::int64_t>>
casesOf(const clang::CFGBlock &B, const clang::ASTContext &Ctx) {
  std::vector<std::optional<std::int64_t>> Cases;
  for (auto [I, Next] : llvm::enumerate(B.succs())) {
    const clang::CFGBlock *Target = Next.getReachableBlock();
    if (!Target)
      continue;
    Cases.emplace_back();
    if (I + 1 == B.succ_size())
      continue;
    const auto *Label =
        llvm::dyn_cast_or_null<clang::CaseStmt>(Target->getLabel());
    if (!Label || Label->getRHS())
      return {};
    llvm::APSInt Number = Label->getLHS()->EvaluateKnownConstInt(Ctx);
    if (!Number.isRepresentableByInt64() || Number.isMinSignedValue())
      return {};
    Cases.back() = Number.getExtValue();
  }
  return llvm::any_of(Cases, [](const auto &C) { return C.has_value(); })
             ? Cases
             : std::vector<std::optional<std::int64_t>>();
}

/// Where a block goes on. What no handler takes leaves the function without
/// giving anything back.
static std::vector<BlockId> targetsOf(const clang::CFGBlock &B,
                                      const clang::CFG &Cfg, bool MayThrow,
                                      bool Ends) {
  bool Dispatches =
      llvm::isa_and_nonnull<clang::CXXTryStmt>(B.getTerminatorStmt());
  std::vector<BlockId> Targets;
  for (auto [I, Next] : llvm::enumerate(B.succs())) {
    const clang::CFGBlock *Target = Next.getReachableBlock();
    bool Escapes = Target == &Cfg.getExit() &&
                   (Dispatches || (MayThrow && (I > 0 || Ends)));
    if (Target && !Escapes)
      Targets.push_back(numberOf(*Target, Cfg));
  }
  return Targets;
}

/// A macro's `if (AlwaysTrue())`.
static bool isAlwaysTrue(const Decision &D, const clang::CFGBlock &B,
                         const SourceMap &Source) {
  return llvm::isa_and_nonnull<clang::IfStmt>(B.getTerminatorStmt()) &&
         Source.isOfSuccessMacro(D.Condition->getBeginLoc());
}

Terminator FunctionLowering::terminator(const clang::CFGBlock &B,
                                        const clang::CFG &Cfg) {
  Terminator End;
  if (&B == &Cfg.getExit()) {
    End.What = Terminator::Kind::Return;
    return End;
  }
  // Without a terminator, a second way is that of an exception.
  bool MayThrow = !B.getTerminatorStmt() && B.succ_size() > 1;
  if (endsProgramIn(B)) {
    End.Fails = true;
    return End;
  }
  bool Ends = B.hasNoReturnElement() || throwsOut(B, Cfg);
  End.Fails = Ends && failsIn(B);
  if (Ends && !MayThrow)
    return End;
  End.Targets = targetsOf(B, Cfg, MayThrow, Ends);
  if (End.Targets.empty())
    return End;
  End.Fails = false; // a handler takes it
  if (MayThrow) {
    End.What = End.Targets.size() == 2 ? Terminator::Kind::Attempt
                                       : Terminator::Kind::Goto;
    return End;
  }
  if (std::optional<Decision> D = decisionOf(B)) {
    bool Always = isAlwaysTrue(*D, B, U.Source);
    End.What = Always ? Terminator::Kind::Goto : Terminator::Kind::Branch;
    End.Value = Always ? NoId : value(D->Condition);
    End.Targets = {numberOf(*D->IfTrue, Cfg), numberOf(*D->IfFalse, Cfg)};
    End.Targets.resize(Always ? 1 : 2);
    return End;
  }
  End.What = End.Targets.size() == 1 ? Terminator::Kind::Goto
                                     : Terminator::Kind::Choose;
  return End.What == Terminator::Kind::Choose ? switched(std::move(End), B)
                                              : End;
}

/// By what a switch, if it is one, goes on.
Terminator FunctionLowering::switched(Terminator End,
                                      const clang::CFGBlock &B) {
  const auto *By =
      llvm::dyn_cast_or_null<clang::SwitchStmt>(B.getTerminatorStmt());
  if (!By)
    return End;
  End.Value = value(By->getCond());
  End.Cases = casesOf(B, U.Ctx);
  return End;
}

} // namespace tidy

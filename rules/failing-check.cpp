//===- failing-check.cpp - A check that its sizes do not pass -------------===//
#include "rules/Describe.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {

/// `; 'x.dim()' is 3 and 'n' is 4`: the sides that are not the number that they
/// are.
static std::string sides(const FailedOp &Op) {
  std::string Text;
  for (llvm::StringRef Side : {"0", "1"}) {
    const Instr *I = Op.operand(Side);
    if (!I || I->Kind == InstrKind::Const || Op.shape(Side) == "?")
      continue;
    Text += llvm::formatv("{0} {1} is {2}", Text.empty() ? ";" : " and",
                          Op.quoted(Side), Op.shape(Side));
  }
  return Text;
}

std::optional<Finding> rules::failingCheck(const Failure &F,
                                           const RuleContext &C) {
  if (F.What.What != Mismatch::Kind::Check)
    return std::nullopt;
  FailedOp Op(F, C);
  std::string Asked = Op.quoted();
  return Op.error("failing-check", "",
                  llvm::formatv("this check fails: {0} is {1}{2}",
                                Asked.empty() ? "what it asks" : Asked,
                                F.What.Text, sides(Op)));
}

} // namespace tidy

//===- implied-equality.cpp - It works only if two sizes are equal --------===//
#include "rules/Describe.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {

std::optional<Finding> rules::impliedEquality(const Failure &F,
                                              const RuleContext &C) {
  if (!F.OnlyIf)
    return std::nullopt;
  FailedOp Op(F, C);
  Finding Out =
      Op.error("implied-equality", "",
               llvm::formatv("'{0}' works only if '{1}' == '{2}'{3}", Op.name(),
                             F.OnlyIf->First, F.OnlyIf->Second,
                             F.OnlyIf->OrOne ? ", or one of them is 1" : ""));
  Out.Severity = Level::Remark;
  return Out;
}

} // namespace tidy

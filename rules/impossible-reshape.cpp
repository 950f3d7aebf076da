//===- impossible-reshape.cpp - As many elements as before ----------------===//
#include "rules/Describe.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {

std::optional<Finding> rules::impossibleReshape(const Failure &F,
                                                const RuleContext &C) {
  const Mismatch &M = F.What;
  if (M.What != Mismatch::Kind::ElementCount || M.Broken->Parameters.empty())
    return std::nullopt;
  FailedOp Op(F, C);
  const std::string &X = M.Broken->Parameters.front().Name;
  bool Infers = llvm::StringRef(M.Text).contains("-1");
  return Op.error(
      "impossible-reshape", X,
      llvm::formatv("'{0}' of {1} to {2}: {3} elements {4} {5}", Op.name(),
                    Op.shape(X), M.Text, M.First.Size.str(),
                    Infers ? "cannot be divided by" : "cannot become",
                    M.Second.Size.str()));
}

} // namespace tidy

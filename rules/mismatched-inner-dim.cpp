//===- mismatched-inner-dim.cpp - A product sums over unequal sizes -------===//
#include "rules/Describe.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {

std::optional<Finding> rules::mismatchedInnerDim(const Failure &F,
                                                 const RuleContext &C) {
  const Mismatch &M = F.What;
  if (M.What != Mismatch::Kind::Size || !M.Contracted)
    return std::nullopt;
  FailedOp Op(F, C);
  bool OfLayer = Op.isOfLayer(M.First.Parameter);
  Finding Out = Op.error(
      "mismatched-inner-dim", M.Second.Parameter,
      llvm::formatv("inner dimensions of {0} differ: {1}{2}{3}{4}",
                    Op.subject(), OfLayer ? "it takes " : "",
                    M.First.Size.str(), OfLayer ? ", given " : " and ",
                    OfLayer ? Op.sizeOf(M.Second) : M.Second.Size.str()));
  // A layer that wants another width is none the better for a transpose.
  if (!Op.isTensor(M.First.Parameter) || !Op.isTensor(M.Second.Parameter))
    return Out;
  // Which operand is the wrong way round, only its author knows.
  Out.Fixes.push_back({"transpose the second operand",
                       false,
                       Op.through(M.Second.Parameter, "swap_last_two"),
                       {}});
  Out.Fixes.push_back({"transpose the first operand",
                       false,
                       Op.through(M.First.Parameter, "swap_last_two"),
                       {}});
  return Out;
}

} // namespace tidy

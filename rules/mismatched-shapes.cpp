//===- mismatched-shapes.cpp - What no more specific rule explains --------===//
#include "rules/Describe.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {

static std::string axisOf(const MismatchSide &S, const FailedOp &Op) {
  return llvm::formatv("{0} for {1}", S.Size.str(), Op.quoted(S.Parameter));
}

static std::string explainSizes(const Mismatch &M, const FailedOp &Op) {
  if (M.First.Parameter.empty())
    return llvm::formatv("{0} needs {1} = {2} where {3} has {4}", Op.subject(),
                         M.Letter, M.First.Size.str(),
                         Op.quoted(M.Second.Parameter), M.Second.Size.str());
  if (Op.isOfLayer(M.First.Parameter)) {
    std::string Field = Op.fieldOfLayer(M.First.Parameter);
    return llvm::formatv("{0} takes {1} {2}, given {3}", Op.subject(),
                         Field.empty() ? "size" : Field, M.First.Size.str(),
                         Op.sizeOf(M.Second));
  }
  return llvm::formatv("{0} needs equal sizes '{1}', given {2} and {3}",
                       Op.subject(), M.Letter, axisOf(M.First, Op),
                       axisOf(M.Second, Op));
}

/// An axis that the op looks at by itself is one of those that it needs.
static std::string explainAxis(const Mismatch &M, const FailedOp &Op,
                               llvm::StringRef Of) {
  std::int64_t Axis = M.First.Size.constant().value_or(0);
  if (Axis < 0 && !Of.empty() && Op.isModelled(M.First.Parameter))
    return llvm::formatv("{0} does not take {1}: it takes at least {2} axes",
                         Op.subject(), Op.shape(Of), -Axis);
  return llvm::formatv("{0} has no axis {1}: the axes are {2}", Op.subject(),
                       M.First.Size.str(), M.Text);
}

static std::string explain(const Mismatch &M, const FailedOp &Op) {
  switch (M.What) {
  case Mismatch::Kind::Size:
    return explainSizes(M, Op);
  case Mismatch::Kind::Broadcast:
    return llvm::formatv("{0} cannot broadcast {1} and {2}: {3} and {4}",
                         Op.subject(), Op.shape(M.First.Parameter),
                         Op.shape(M.Second.Parameter), M.First.Size.str(),
                         M.Second.Size.str());
  case Mismatch::Kind::Rank:
    return llvm::formatv("{0} does not take {1}: it takes {2}", Op.subject(),
                         Op.shape(M.First.Parameter), M.Text);
  case Mismatch::Kind::AxisRange:
    return explainAxis(
        M, Op, M.Broken ? llvm::StringRef(M.Broken->Parameters[0].Name) : "");
  case Mismatch::Kind::ElementCount:
  case Mismatch::Kind::Condition:
  case Mismatch::Kind::Check:
    return llvm::formatv("{0} cannot work: {1}", Op.subject(), M.Text);
  }
  return "";
}

std::optional<Finding> rules::mismatchedShapes(const Failure &F,
                                               const RuleContext &C) {
  if (F.Contract != NoId || F.What.What == Mismatch::Kind::Check)
    return std::nullopt;
  FailedOp Op(F, C);
  const Mismatch &M = F.What;
  bool Both =
      M.What == Mismatch::Kind::Size || M.What == Mismatch::Kind::Broadcast;
  return Op.error("mismatched-shapes",
                  Both ? M.Second.Parameter : M.First.Parameter,
                  explain(M, Op));
}

} // namespace tidy

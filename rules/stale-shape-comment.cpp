//===- stale-shape-comment.cpp - A comment says another shape -------------===//
//
// The code is believed, the comment is not. It was compared after the analysis,
// so nothing hangs on it.
//
//===----------------------------------------------------------------------===//
#include "rules/Describe.h"
#include "sig/Parse.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {

std::optional<Finding> rules::staleShapeComment(const Failure &F,
                                                const RuleContext &C) {
  const Instr &At = C.P.Functions[F.Where.Function].Instrs[F.Where.Instr];
  if (At.Kind != InstrKind::Expect || At.Name != "comment")
    return std::nullopt;
  FailedOp Op(F, C);
  const Mismatch &M = F.What;
  std::string Said = M.First.Size.str();
  bool Explains = M.What == Mismatch::Kind::Size && Said != M.Letter;
  Finding Out =
      Op.error("stale-shape-comment", DeclaredTensor,
               llvm::formatv("the comment says {0}{1}, but the shape is {2}",
                             print(At.Pattern),
                             Explains ? " with " + M.Letter + " = " + Said : "",
                             Op.shape(DeclaredTensor)));
  Out.Severity = Level::Warning;
  return Out;
}

} // namespace tidy

//===- Checks.cpp - Questions whose only answer leads to a failure --------===//
#include "flow/Run.h"

namespace tidy {

Instr withSides(const Function &F, InstrId Question) {
  Instr Out = F.Instrs[Question];
  std::vector<Operand> Sides = std::exchange(Out.Operands, {});
  for (auto [N, Side] : llvm::enumerate(Sides)) {
    Side.Parameter = std::to_string(N);
    Out.Operands.push_back(Side);
    if (Out.Kind != InstrKind::Compare || Side.From == NoId)
      continue;
    const Instr &By = F.Instrs[Side.From];
    if (By.Kind != InstrKind::Op || By.Operands.empty())
      continue;
    Out.Operands.push_back(By.Operands[0]);
    Out.Operands.back().Parameter = "of " + Side.Parameter;
  }
  return Out;
}

namespace {

/// What is asked, without `!` around it, and the answer to that.
struct Asked {
  InstrId What;
  bool Answer;
};

} // namespace

static Asked asked(InstrId Condition, bool Holds, const Function &F,
                   const Results &Values) {
  Asked A{Condition, Holds};
  for (;;) {
    const Instr &I = F.Instrs[A.What];
    bool Negates = I.Name == "not";
    if (I.Kind != InstrKind::Compare || !(Negates || I.Name == "bool") ||
        !Values[I.Operands[0].From].as<Answer>())
      return A;
    A = {I.Operands[0].From, A.Answer != Negates};
  }
}

/// Nothing but target `T` is left to block `B`. If the function fails there and
/// that hangs on a size, it is told.
void FunctionRun::failCheck(BlockId B, unsigned T) {
  const Terminator &End = F.Blocks[B].End;
  if (End.What != Terminator::Kind::Branch ||
      !F.Blocks[End.Targets[T]].End.Fails)
    return;
  auto [Id, Holds] = asked(End.Value, T == 0, F, Last);
  bool OnSizes = G.dependsOnTensors(Id);
  Arguments Args;
  if (F.Instrs[Id].Kind == InstrKind::Compare)
    for (const Operand &O : withSides(F, Id).Operands) {
      if (O.From == NoId || G.homeOf(O.From) != B)
        continue; // its value was another block's
      Value V = Last[O.From].normalised(Now.Known);
      OnSizes |= V.as<Dim>() || V.as<ListValue>();
      Args[O.Parameter] = std::move(V);
    }
  if (!OnSizes)
    return;
  Mismatch M;
  M.What = Mismatch::Kind::Check;
  M.Text = Holds ? "true" : "false";
  failOp(Id, std::move(M), std::move(Args));
}

} // namespace tidy

//===- Graph.cpp - Questions about a function's blocks --------------------===//
#include "flow/Graph.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

Graph::Graph(const Function &F)
    : F(F), Position(F.Blocks.size(), NoId), InLoopHead(F.Blocks.size()),
      OnTensors(F.Instrs.size()), Stored(F.Instrs.size(), NoId) {
  if (!F.Blocks.empty())
    walk(0);
  findLoops();
  findTensorUse();
}

/// Depth first without recursion: functions can have many blocks.
void Graph::walk(BlockId Entry) {
  std::vector<std::pair<BlockId, unsigned>> Stack{{Entry, 0}};
  std::vector<bool> Seen(F.Blocks.size());
  Seen[Entry] = true;
  while (!Stack.empty()) {
    auto &[B, Next] = Stack.back();
    const std::vector<BlockId> &Targets = F.Blocks[B].End.Targets;
    if (Next == Targets.size()) {
      Order.push_back(B);
      Stack.pop_back();
      continue;
    }
    BlockId T = Targets[Next++];
    if (!Seen[T]) {
      Seen[T] = true;
      Stack.push_back({T, 0});
    }
  }
  std::reverse(Order.begin(), Order.end());
  for (auto [I, B] : llvm::enumerate(Order))
    Position[B] = I;
}

/// A block that some later block jumps back to is a loop's head; one that
/// jumps back is its end. Branches in either decide how often, not what.
void Graph::findLoops() {
  for (BlockId B : Order)
    for (BlockId T : F.Blocks[B].End.Targets)
      if (Position[T] <= Position[B]) {
        InLoopHead[T] = true;
        InLoopHead[B] = true;
      }
}

bool Graph::isExit(BlockId B) const {
  using Kind = Terminator::Kind;
  Kind K = F.Blocks[B].End.What;
  return K == Kind::Return || K == Kind::Stop;
}

/// Through variables too: `d = x.size(1)` and then a question about d.
void Graph::findTensorUse() {
  std::vector<bool> Vars(F.Vars.size());
  for (VarId V = 0; V < Vars.size(); ++V)
    Vars[V] = F.Vars[V].IsTensor;
  bool Grew = true;
  while (std::exchange(Grew, false))
    for (BlockId B : Order)
      for (InstrId I : F.Blocks[B].Instrs)
        Grew |= findTensorUse(I, Vars);
}

/// True if that taught something about a variable.
bool Graph::findTensorUse(InstrId I, std::vector<bool> &Vars) {
  const Instr &In = F.Instrs[I];
  bool Uses =
      In.Kind == InstrKind::Op || (In.Kind == InstrKind::Load && Vars[In.Var]);
  for (const Operand &O : In.Operands)
    Uses |= (O.From != NoId && OnTensors[O.From]) ||
            (O.Reference != NoId && Vars[O.Reference]);
  OnTensors[I] = Uses;
  if (In.Kind == InstrKind::Store)
    Stored[In.Operands[0].From] = In.Var;
  bool Grew = false;
  auto Teach = [&](VarId V) {
    Grew |= !Vars[V];
    Vars[V] = true;
  };
  if (Uses && In.Kind == InstrKind::Store)
    Teach(In.Var);
  for (const Operand &O : In.Operands)
    if (Uses && O.Reference != NoId)
      Teach(O.Reference);
  return Grew;
}

} // namespace tidy

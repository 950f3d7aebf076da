//===- Graph.cpp - Questions about a function's blocks --------------------===//
#include "flow/Graph.h"
#include "flow/Uses.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

static bool mayReshape(const Instr &I) {
  return I.Kind == InstrKind::Call || I.Kind == InstrKind::Apply ||
         (I.Kind == InstrKind::Op && I.Taints) || !I.Path.empty() ||
         (I.Kind == InstrKind::Unknown && I.Taints);
}

Graph::Graph(const Function &F)
    : F(F), Position(F.Blocks.size(), NoId), InLoopHead(F.Blocks.size()),
      Loops(F.Blocks.size()), Carrier(F.Instrs.size(), NoId),
      Foreign(F.Blocks.size()), Exit(F.Blocks.size()),
      BareExit(F.Blocks.size()),
      MayReshape(llvm::any_of(F.Instrs, tidy::mayReshape)),
      Stored(F.Instrs.size(), NoId), Home(F.Instrs.size(), NoId),
      InCycle(cycles(F)) {
  if (!F.Blocks.empty())
    walk(0);
  findLoops();
  findExits();
  for (auto [Id, In] : llvm::enumerate(F.Instrs))
    if (In.Kind == InstrKind::Store)
      Stored[In.Operands[0].From] = Id;
  for (BlockId B = 0; B < F.Blocks.size(); ++B)
    for (InstrId I : F.Blocks[B].Instrs)
      Home[I] = B;
  findWrites();
  findCarried();
  Again = Questions(F, Order);
  Uses Of(F, Order);
  findTensorUse(Of);
  findFromOutside(Of);
  findNotFollowed(Of);
}

/// Depth first without recursion: functions can have many blocks. The last
/// target comes first, so that a loop's body stands before what follows it.
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
    BlockId T = Targets[Targets.size() - ++Next];
    if (!Seen[T]) {
      Seen[T] = true;
      Stack.push_back({T, 0});
    }
  }
  std::reverse(Order.begin(), Order.end());
  for (auto [I, B] : llvm::enumerate(Order))
    Position[B] = I;
}

void Graph::findExits() {
  using Kind = Terminator::Kind;
  for (BlockId B : Order) {
    Kind K = F.Blocks[B].End.What;
    bool Computes = llvm::any_of(F.Blocks[B].Instrs, [&](InstrId I) {
      return F.Instrs[I].Kind == InstrKind::Op ||
             F.Instrs[I].Kind == InstrKind::Call;
    });
    Exit[B] = K == Kind::Stop || K == Kind::Return;
    BareExit[B] = K == Kind::Stop || (K == Kind::Return && !Computes);
  }
  for (BlockId B : Order)
    if (F.Blocks[B].End.What == Kind::Goto)
      Exit[F.Blocks[B].End.Targets[0]] = BareExit[F.Blocks[B].End.Targets[0]] =
          false;
}

/// Through variables too: `d = x.size(1)` and then a question about d.
void Graph::findTensorUse(const Uses &Of) {
  std::vector<bool> Vars(F.Vars.size());
  for (VarId V = 0; V < Vars.size(); ++V)
    Vars[V] = F.Vars[V].IsTensor;
  OnTensors = Of.spread(std::move(Vars), [](const Instr &In) {
    return In.Kind == InstrKind::Op;
  });
}

void Graph::findFromOutside(const Uses &Of) {
  std::vector<bool> Vars(F.Vars.size());
  for (const Param &P : F.Params)
    Vars[P.Var] = true;
  FromOutside =
      Of.spread(std::move(Vars), [](const Instr &In) { return In.External; });
}

/// What stands in an object may be the same in every run.
static bool isPartOfObject(const Instr &In) {
  return In.Kind == InstrKind::Field ||
         (In.Kind == InstrKind::Load && !In.Path.empty());
}

/// A variable that is written twice hangs on the way that was taken, but for
/// one that may be given any value from outside. The parts of a logical
/// operator may contradict each other.
void Graph::findNotFollowed(const Uses &Of) {
  std::vector<unsigned> Writes(F.Vars.size());
  for (const Param &P : F.Params)
    ++Writes[P.Var];
  for (const Instr &In : F.Instrs)
    if (In.Kind == InstrKind::Store)
      ++Writes[In.Var];
  std::vector<bool> Given(F.Vars.size());
  for (const Instr &In : F.Instrs)
    if (In.Kind == InstrKind::Store && FromOutside[In.Operands[0].From])
      Given[In.Var] = true;
  std::vector<bool> Vars(F.Vars.size());
  for (VarId V = 0; V < Vars.size(); ++V)
    Vars[V] = F.Vars[V].Escapes || F.Vars[V].Name == LogicalSlot ||
              (Writes[V] > 1 && !Given[V]);
  NotFollowed = Of.spread(std::move(Vars), [](const Instr &In) {
    return (In.Kind == InstrKind::Unknown && !In.External && !In.Computed) ||
           In.Kind == InstrKind::Call || isPartOfObject(In);
  });
}

} // namespace tidy

//===- Uses.cpp - What hangs on what in a function ------------------------===//
#include "flow/Uses.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

Uses::Uses(const Function &F, llvm::ArrayRef<BlockId> Reachable)
    : F(F), UsersOf(F.Instrs.size()), ReadersOf(F.Vars.size()) {
  for (BlockId B : Reachable)
    llvm::append_range(All, F.Blocks[B].Instrs);
  for (InstrId I : All) {
    const Instr &In = F.Instrs[I];
    if (In.Kind == InstrKind::Load)
      ReadersOf[In.Var].push_back(I);
    auto UsesIndices = [&](const Path &Steps) {
      for (const PathStep &Step : Steps)
        if (Step.Index != NoId)
          UsersOf[Step.Index].push_back(I);
    };
    UsesIndices(In.Path);
    for (const Operand &O : In.Operands) {
      (O.Reference == NoId ? UsersOf[O.From] : ReadersOf[O.Reference])
          .push_back(I);
      UsesIndices(O.Path);
    }
  }
}

std::vector<bool>
Uses::spread(std::vector<bool> Vars,
             llvm::function_ref<bool(const Instr &)> Starts) const {
  std::vector<bool> Marked(F.Instrs.size());
  std::vector<InstrId> Work;
  auto Mark = [&](InstrId I) {
    if (!Marked[I])
      Work.push_back(I);
    Marked[I] = true;
  };
  auto Teach = [&](VarId V) {
    if (!Vars[V])
      llvm::for_each(ReadersOf[V], Mark);
    Vars[V] = true;
  };
  for (VarId V = 0; V < Vars.size(); ++V)
    if (Vars[V])
      llvm::for_each(ReadersOf[V], Mark);
  for (InstrId I : All)
    if (Starts(F.Instrs[I]))
      Mark(I);
  while (!Work.empty()) {
    InstrId I = Work.back();
    Work.pop_back();
    llvm::for_each(UsersOf[I], Mark);
    if (F.Instrs[I].Kind == InstrKind::Store)
      Teach(F.Instrs[I].Var);
    for (const Operand &O : F.Instrs[I].Operands)
      if (O.Reference != NoId && !O.ReadOnly)
        Teach(O.Reference);
  }
  return Marked;
}

} // namespace tidy

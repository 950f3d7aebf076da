//===- OpReach.cpp - Where values go --------------------------------------===//
#include "rules/OpReach.h"

namespace tidy {

/// By instruction, from the ops backwards.
static std::vector<bool> findReach(const Function &F, llvm::StringRef Name) {
  std::vector<std::vector<InstrId>> StoresTo(F.Vars.size());
  std::vector<InstrId> Work;
  for (InstrId I = 0; I < F.Instrs.size(); ++I) {
    if (F.Instrs[I].Kind == InstrKind::Store)
      StoresTo[F.Instrs[I].Var].push_back(I);
    if (F.Instrs[I].Kind == InstrKind::Op && F.Instrs[I].Name == Name)
      Work.push_back(I);
  }
  std::vector<bool> Reaches(F.Instrs.size());
  auto Mark = [&](InstrId I) {
    if (!Reaches[I])
      Work.push_back(I);
    Reaches[I] = true;
  };
  while (!Work.empty()) {
    const Instr &In = F.Instrs[Work.back()];
    Work.pop_back();
    for (const Operand &O : In.Operands)
      if (O.From != NoId)
        Mark(O.From);
    if (In.Kind == InstrKind::Load)
      for (InstrId Store : std::exchange(StoresTo[In.Var], {}))
        Mark(Store);
  }
  return Reaches;
}

bool OpReach::reaches(const Place &From, llvm::StringRef Name) {
  auto [It, New] = Known.try_emplace({From.Function, Name.str()});
  if (New)
    It->second = findReach(P.Functions[From.Function], Name);
  return It->second[From.Instr];
}

} // namespace tidy

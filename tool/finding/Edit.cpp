//===- Edit.cpp - A program with an edit made -----------------------------===//
#include "finding/Edit.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

std::vector<std::pair<FunctionId, InstrId>> twins(const Program &P,
                                                  FunctionId F, InstrId I) {
  const Instr &One = P.Functions[F].Instrs[I];
  if (!One.Where.known())
    return {{F, I}};
  std::vector<std::pair<FunctionId, InstrId>> Found;
  for (auto [Id, Other] : llvm::enumerate(P.Functions))
    for (auto [Number, In] : llvm::enumerate(Other.Instrs))
      if (In.Kind == One.Kind && In.Where == One.Where && In.Name == One.Name)
        Found.push_back({Id, Number});
  return Found;
}

bool applyEdit(const ProgramEdit &E, Function &F, const Models &M) {
  auto Through = M.Ops.find(E.Through);
  if (Through == M.Ops.end() || E.Instr >= F.Instrs.size())
    return false;
  auto &Operands = F.Instrs[E.Instr].Operands;
  auto Wrapped = llvm::find_if(
      Operands, [&](const Operand &O) { return O.Parameter == E.Parameter; });
  auto Home = llvm::find_if(F.Blocks, [&](const Block &B) {
    return llvm::is_contained(B.Instrs, E.Instr);
  });
  if (Wrapped == Operands.end() || Home == F.Blocks.end())
    return false;
  Instr I;
  I.Kind = InstrKind::Op;
  I.Name = E.Through;
  I.Operands = {{Through->second.front().Parameters.front().Name, Wrapped->From,
                 Wrapped->Reference}};
  I.Where = F.Instrs[Wrapped->From].Where;
  InstrId Added = F.Instrs.size();
  Wrapped->From = Added;
  Home->Instrs.insert(llvm::find(Home->Instrs, E.Instr), Added);
  F.Instrs.push_back(std::move(I));
  return true;
}

} // namespace tidy

//===- Edit.cpp - A program with an edit made -----------------------------===//
#include "finding/Edit.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

Twins::Twins(const Program &P) : P(P) {
  for (auto [Id, F] : llvm::enumerate(P.Functions))
    for (auto [Number, In] : llvm::enumerate(F.Instrs))
      if (In.Kind == InstrKind::Op && In.Where.known())
        ByText[In.Where].push_back({Id, Number});
}

std::vector<Twins::Site> Twins::of(FunctionId F, InstrId I) const {
  const Instr &One = P.Functions[F].Instrs[I];
  auto Here = ByText.find(One.Where);
  if (Here == ByText.end())
    return {{F, I}};
  std::vector<Site> Found;
  for (auto [Function, Number] : Here->second)
    if (P.Functions[Function].Instrs[Number].Name == One.Name)
      Found.push_back({Function, Number});
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

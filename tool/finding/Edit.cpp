//===- Edit.cpp - A program with an edit made -----------------------------===//
#include "finding/Edit.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

std::optional<Program> applyEdit(const ProgramEdit &E, const Program &P,
                                 const Models &M) {
  auto Through = M.Ops.find(E.Through);
  if (Through == M.Ops.end() || E.Function >= P.Functions.size() ||
      E.Instr >= P.Functions[E.Function].Instrs.size())
    return std::nullopt;
  Program Out = P;
  Function &F = Out.Functions[E.Function];
  auto &Operands = F.Instrs[E.Instr].Operands;
  auto Wrapped = llvm::find_if(
      Operands, [&](const Operand &O) { return O.Parameter == E.Parameter; });
  auto Home = llvm::find_if(F.Blocks, [&](const Block &B) {
    return llvm::is_contained(B.Instrs, E.Instr);
  });
  if (Wrapped == Operands.end() || Home == F.Blocks.end())
    return std::nullopt;
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
  return Out;
}

} // namespace tidy

//===- CallGraph.cpp - Who calls whom -------------------------------------===//
#include "flow/CallGraph.h"
#include "llvm/ADT/EquivalenceClasses.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

CallGraph::CallGraph(const Program &P)
    : Callers(P.Functions.size()), MeantToFail(P.Functions.size()) {
  for (auto [Id, F] : llvm::enumerate(P.Functions)) {
    ByUsr.try_emplace(F.Usr, Id);
    bool IsMethod =
        F.Params.size() == 2 && F.Params[0].What == Param::Kind::Object;
    if (IsMethod && !Methods.try_emplace(F.Name, Id).second)
      Methods[F.Name] = NoId;
  }
  std::vector<bool> Expected(P.Functions.size()), Called(P.Functions.size());
  for (auto [Id, F] : llvm::enumerate(P.Functions))
    for (const Instr &I : F.Instrs) {
      FunctionId Callee =
          I.Kind == InstrKind::Call ? find(I.Name) : FunctionId(NoId);
      if (Callee == NoId)
        continue;
      (I.Expected ? Expected : Called)[Callee] = true;
      if (Callers[Callee].empty() || Callers[Callee].back() != Id)
        Callers[Callee].push_back(Id);
    }
  addMethods(P);
  for (auto [Id, F] : llvm::enumerate(P.Functions)) {
    FunctionId Named = find(F.Usr);
    MeantToFail[Id] = Expected[Named] && !Called[Named];
  }
}

/// Which method an Apply means is not known here: any of that name.
void CallGraph::addMethods(const Program &P) {
  std::map<llvm::StringRef, std::set<FunctionId>> Users;
  for (auto [Id, F] : llvm::enumerate(P.Functions))
    for (const Instr &I : F.Instrs)
      if (I.Kind == InstrKind::Apply)
        Users[I.Name].insert(Id);
  for (auto [Name, Method] : Methods) {
    auto It = Users.find(Name.rsplit("::").second);
    if (Method == NoId || It == Users.end())
      continue;
    std::set<FunctionId> All(Callers[Method].begin(), Callers[Method].end());
    All.insert(It->second.begin(), It->second.end());
    Callers[Method].assign(All.begin(), All.end());
  }
}

FunctionId CallGraph::find(llvm::StringRef Usr) const {
  auto It = ByUsr.find(Usr);
  return It == ByUsr.end() ? FunctionId(NoId) : It->second;
}

FunctionId CallGraph::findMethod(llvm::StringRef Name) const {
  auto It = Methods.find(Name);
  return It == Methods.end() ? FunctionId(NoId) : It->second;
}

std::vector<FunctionId> CallGraph::withCallers(std::set<FunctionId> Of) const {
  std::vector<FunctionId> Work(Of.begin(), Of.end());
  while (!Work.empty()) {
    FunctionId F = Work.back();
    Work.pop_back();
    for (FunctionId Caller : Callers[F])
      if (Of.insert(Caller).second)
        Work.push_back(Caller);
  }
  return {Of.begin(), Of.end()};
}

std::vector<std::vector<FunctionId>> CallGraph::components() const {
  llvm::EquivalenceClasses<FunctionId> Connected;
  for (FunctionId F = 0; F < Callers.size(); ++F)
    for (FunctionId Caller : Callers[F])
      Connected.unionSets(F, Caller);
  std::map<FunctionId, size_t> Index; // by the leader of a class
  std::vector<std::vector<FunctionId>> All;
  for (FunctionId F = 0; F < Callers.size(); ++F) {
    auto Leader = Connected.findLeader(F);
    FunctionId Name = Leader == Connected.member_end() ? F : *Leader;
    auto [It, New] = Index.try_emplace(Name, All.size());
    if (New)
      All.emplace_back();
    All[It->second].push_back(F);
  }
  return All;
}

} // namespace tidy

//===- CallGraph.cpp - Who calls whom -------------------------------------===//
#include "flow/CallGraph.h"
#include "ir/Names.h"
#include "llvm/ADT/EquivalenceClasses.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

namespace tidy {

CallGraph::CallGraph(const Program &P)
    : Callers(P.Functions.size()), Constructors(P.Functions.size()),
      MeantToFail(P.Functions.size()) {
  findHomes(P);
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
  addRoles(P);
  addConstructors(P);
  for (auto [Id, F] : llvm::enumerate(P.Functions)) {
    FunctionId Named = find(F.Usr);
    MeantToFail[Id] = Expected[Named] && !Called[Named];
    findAsked(F);
  }
}

void CallGraph::findAsked(const Function &F) {
  std::vector<bool> &Asked = AsksFor.emplace_back(F.Params.size());
  auto Ask = [&](InstrId From) {
    const Instr *I = From == NoId ? nullptr : &F.Instrs[From];
    if (I && I->Kind == InstrKind::Load && I->Var < Asked.size())
      Asked[I->Var] = true;
  };
  for (const Instr &I : F.Instrs) {
    if (I.Kind == InstrKind::Unknown && I.Virtual.empty())
      continue;
    for (const Operand &O : I.Operands) {
      Ask(O.From);
      if (O.Reference < Asked.size())
        Asked[O.Reference] = true;
    }
  }
  for (const Block &B : F.Blocks)
    Ask(B.End.Value);
}

/// Which method an Apply means is not known here: any of that name.
void CallGraph::addMethods(const Program &P) {
  std::map<llvm::StringRef, std::set<FunctionId>> Users;
  for (auto [Id, F] : llvm::enumerate(P.Functions))
    for (const Instr &I : F.Instrs)
      if (I.Kind == InstrKind::Apply)
        Users[I.Name].insert(Id);
  for (auto [Name, Method] : Methods) {
    auto It = Users.find(shortName(Name));
    if (Method == NoId || It == Users.end())
      continue;
    addCallers(Method, It->second);
  }
}

/// Which of those that play a role a call means is not known here: any.
void CallGraph::addRoles(const Program &P) {
  std::map<llvm::StringRef, std::set<FunctionId>> Users;
  for (auto [Id, F] : llvm::enumerate(P.Functions)) {
    for (const Instr &I : F.Instrs)
      if (!I.Virtual.empty())
        Users[I.Virtual].insert(Id);
    for (const Instr &I : F.Instrs) // who makes a callable knows who calls it
      if (FunctionId Body = bodyIn(I); Body != NoId)
        addCallers(Body, {unsigned(Id)});
    for (const Role &R : F.Roles)
      if (!Roles.try_emplace(R, Id).second)
        Roles[R] = NoId;
  }
  for (const auto &[R, Player] : Roles)
    if (auto It = Users.find(R.Usr); It != Users.end() && Player != NoId)
      addCallers(Player, It->second);
}

void CallGraph::addCallers(FunctionId Of, const std::set<FunctionId> &More) {
  std::set<FunctionId> All(Callers[Of].begin(), Callers[Of].end());
  All.insert(More.begin(), More.end());
  Callers[Of].assign(All.begin(), All.end());
}

static bool hasObject(const Function &F) {
  return !F.Params.empty() && F.Params[0].What == Param::Kind::Object;
}

static bool isConstructor(const Function &F) {
  return hasObject(F) &&
         shortName(F.Name) == shortName(scopeOf(F.Name)).split('<').first;
}

/// The file that defines the class of a method: two may each have one of a
/// name.
static std::string homeOf(const Function &Method, const Program &P) {
  llvm::SmallString<128> File;
  if (!Method.Declared.empty())
    File = llvm::StringRef(Method.Declared.front()).rsplit(':').first;
  else if (Method.Where.File < P.Files.size())
    File = P.Files[Method.Where.File].Path;
  llvm::sys::path::remove_dots(File, /*remove_dot_dot=*/true);
  return File.str().str();
}

void CallGraph::findHomes(const Program &P) {
  for (const Function &F : P.Functions)
    if (hasObject(F))
      Homes[scopeOf(F.Name).str()].insert(homeOf(F, P));
}

bool CallGraph::isOne(llvm::StringRef Class) const {
  auto It = Homes.find(Class);
  return It == Homes.end() || It->second.size() == 1;
}

/// What a constructor writes to a field of its class is how objects are made.
static bool isOwn(const Function &F, VarId Var, const Path &Steps) {
  if (!isConstructor(F) || Var != F.Params[0].Var || Steps.empty())
    return false;
  // `struct Net<4>::weight` of Net<4>::Net
  llvm::StringRef Class = shortName(scopeOf(Steps.front().Field));
  Class = Class.split('<').first;
  return Class.substr(Class.rfind(' ') + 1) == shortName(F.Name);
}

static void addField(const Path &Steps, std::set<std::string> &To) {
  for (const PathStep &Step : llvm::reverse(Steps))
    if (!Step.Field.empty()) {
      To.insert(Step.Field);
      return;
    }
}

/// An object that is being made, and has no name yet: nobody writes to it.
static bool isBeingMade(const Instr &Store, const Function &F) {
  return Store.Var >= F.Params.size() && !F.Vars[Store.Var].Where.known();
}

/// The fields that each value was read from, by way of variables too.
static std::vector<std::set<std::string>> fieldsRead(const Function &F) {
  std::vector<std::set<std::string>> Of(F.Instrs.size()), In(F.Vars.size());
  auto Take = [](std::set<std::string> &To, const std::set<std::string> &From) {
    size_t Before = To.size();
    To.insert(From.begin(), From.end());
    return To.size() > Before;
  };
  for (bool Changed = true; std::exchange(Changed, false);)
    for (auto [Id, I] : llvm::enumerate(F.Instrs)) {
      if (I.Kind == InstrKind::Load) {
        std::set<std::string> Own = In[I.Var];
        if (!isOwn(F, I.Var, I.Path))
          addField(I.Path, Own);
        Changed |= Take(Of[Id], Own);
      } else if (I.Kind == InstrKind::Store && I.Path.empty()) {
        Changed |= Take(In[I.Var], Of[I.Operands[0].From]);
      }
    }
  return Of;
}

/// Also by reference, and a tensor by what may reshape it. What an object's own
/// methods write is seen in them.
void CallGraph::findWritten(const Function &F, const Program &P) {
  std::vector<std::set<std::string>> Read = fieldsRead(F);
  for (const Instr &I : F.Instrs) {
    if (I.Kind == InstrKind::Store && !isBeingMade(I, F) &&
        !isOwn(F, I.Var, I.Path))
      addField(I.Path, Written);
    FunctionId Callee =
        I.Kind == InstrKind::Call ? find(I.Name) : FunctionId(NoId);
    bool IsMethod =
        Callee == NoId
            ? I.Kind == InstrKind::Call || !I.Virtual.empty()
            : !P.Functions[Callee].Params.empty() &&
                  P.Functions[Callee].Params[0].What == Param::Kind::Object;
    for (auto [N, O] : llvm::enumerate(I.Operands)) {
      bool IsObject = IsMethod && N == 0;
      bool MayWrite =
          I.Name == ReferenceTaken ||
          (!O.ReadOnly && !IsObject && !isOwn(F, O.Reference, O.Path));
      if (O.Reference != NoId && MayWrite)
        addField(O.Path, Written);
      bool MayReshape = I.Taints && (I.Kind == InstrKind::Unknown ||
                                     (I.Kind == InstrKind::Op && N == 0));
      if (O.From != NoId && MayReshape)
        Written.insert(Read[O.From].begin(), Read[O.From].end());
    }
  }
}

/// A method on its own has an object that some constructor has made.
void CallGraph::addConstructors(const Program &P) {
  using Class = std::pair<llvm::StringRef, std::string>; // and its home
  std::map<Class, std::vector<FunctionId>> Of;
  std::map<Class, std::set<FunctionId>> MethodsOf;
  for (auto [Id, F] : llvm::enumerate(P.Functions)) {
    findWritten(F, P);
    if (!hasObject(F))
      continue;
    Class In(scopeOf(F.Name), homeOf(F, P));
    if (isConstructor(F))
      Of[In].push_back(Id);
    else
      MethodsOf[In].insert(Id);
  }
  for (const auto &[In, Own] : MethodsOf)
    for (FunctionId Constructor : Of[In]) {
      addCallers(Constructor, Own);
      for (FunctionId Method : Own)
        Constructors[Method].push_back(Constructor);
    }
}

FunctionId CallGraph::bodyIn(const Instr &I) const {
  llvm::StringRef Body = I.Name;
  bool IsCallable = I.Kind == InstrKind::Record && Body.consume_front("(") &&
                    Body.consume_back(")");
  return IsCallable ? find(Body) : FunctionId(NoId);
}

FunctionId CallGraph::find(llvm::StringRef Usr) const {
  auto It = ByUsr.find(Usr);
  return It == ByUsr.end() ? FunctionId(NoId) : It->second;
}

FunctionId CallGraph::findRole(const Role &R) const {
  auto It = Roles.find(R);
  return It == Roles.end() ? FunctionId(NoId) : It->second;
}

FunctionId CallGraph::findMethod(llvm::StringRef Name) const {
  auto It = Methods.find(Name);
  return It == Methods.end() || !isOne(scopeOf(Name)) ? FunctionId(NoId)
                                                      : It->second;
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

//===- Engine.cpp - Summaries, contexts, and what comes of them -----------===//
#include "flow/Engine.h"
#include "flow/Run.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// Calls are followed this deep; beyond, their effect is unknown.
static constexpr size_t DeepestCall = 32;
/// More contexts of one function than this are not told apart.
static constexpr unsigned MostContexts = 1024;
/// What following calls may take in all: so much, and for each instruction.
/// Ordinary programs take 5 to 25 for an instruction.
static constexpr std::size_t LeastBudget = 1 << 19, BudgetPerInstr = 256;

const Graph &Engine::graph(FunctionId F) {
  return Graphs.try_emplace(F, P.Functions[F]).first->second;
}

const Signature *Engine::contract(FunctionId F) {
  auto [It, New] = Contracts.try_emplace(F);
  if (New)
    It->second = contractOf(P.Functions[F]);
  return It->second ? &*It->second : nullptr;
}

const Summary *Engine::follow(FunctionId Callee, const std::vector<Value> &Args,
                              const CallRenaming &Names) {
  auto It = Summaries.find({Callee, Names.key()});
  if (It != Summaries.end() && Active.depth() >= It->second.FromDepth)
    return &It->second.Of;
  if (Active.recurs(Callee, Args)) {
    ++Cuts;
    return nullptr;
  }
  if (Active.depth() >= DeepestCall || Contexts[Callee] >= MostContexts ||
      Spent > Budget) {
    ++Cuts;
    giveUp(Callee);
    return nullptr;
  }
  ++Contexts[Callee];
  std::size_t Before = Cuts, Depth = Active.depth();
  Active.push(Callee, Args);
  Summary S = FunctionRun(*this, Callee).run(Args, Names.leaked());
  Active.pop();
  Kept &Known = Summaries[{Callee, Names.key()}];
  Known = {std::move(S), Cuts == Before ? 0 : Depth};
  return &Known.Of;
}

/// A contract's sizes: its letters are rigid, `_` says nothing, and a spread
/// leaves what stands behind it.
static Shape shapeOf(const ShapePattern &Contract) {
  std::vector<Dim> Sizes;
  bool HasRank = true;
  for (const AxisPattern &A : Contract) {
    if (A.isSpread()) {
      HasRank = false;
      Sizes.clear();
      continue;
    }
    Sizes.push_back(A.What == AxisPattern::Kind::Any ? Dim::unknown()
                                                     : rigidValue(A.Size));
  }
  return Shape(std::move(Sizes), HasRank);
}

/// What a constructor leaves, whatever it is given. What is written to later is
/// not known.
Value Engine::ownObject(FunctionId Method) {
  Value Object;
  for (FunctionId Constructor : Calls.constructorsFor(Method)) {
    auto [It, New] = MadeBy.try_emplace(Constructor);
    if (New) {
      CallStack Before = std::exchange(Active, CallStack(Constructor));
      Summary S =
          FunctionRun(*this, Constructor).run(ownArguments(Constructor), {});
      Active = std::move(Before);
      if (S.Returns)
        It->second =
            withoutFields(S.Out[0].normalised(S.Known), Calls.writtenFields());
    }
    bool IsFirst = Constructor == Calls.constructorsFor(Method).front();
    Object = IsFirst ? It->second : join(Object, It->second);
  }
  return Object;
}

/// What a function is followed with when nobody in sight calls it.
std::vector<Value> Engine::ownArguments(FunctionId Id) {
  const Function &F = P.Functions[Id];
  std::vector<Value> Args;
  for (auto [I, Parameter] : llvm::enumerate(F.Params)) {
    Value V;
    if (Parameter.What == Param::Kind::Object) {
      V = ownObject(Id);
    } else if (Parameter.What == Param::Kind::Int) {
      V = Fresh.make(F.Vars[Parameter.Var].Name, false);
    } else if (Parameter.What == Param::Kind::Tensor) {
      TensorValue T;
      T.Handle = T.Origin = Made{true, Made::None, unsigned(I)};
      if (Parameter.Contract)
        T.Sizes = shapeOf(*Parameter.Contract);
      V = std::move(T);
    }
    Args.push_back(std::move(V));
  }
  return Args;
}

static void addOther(std::vector<Value> &Seen, const Value &V) {
  if (llvm::none_of(Seen, [&](const Value &Old) { return same(Old, V); }))
    Seen.push_back(V);
}

void Engine::sawValue(const Place &At, const Value &V) {
  if (O.KeepValues)
    addOther(Out.Values[At], V);
}

void Engine::sawParameter(FunctionId F, VarId Var, const Value &V) {
  if (O.KeepValues)
    addOther(Out.Parameters[{F, Var}], V);
}

void Suspect::assume(const Assumptions &A) {
  Taken += A;
  InCallees += Here;
  Here = A.All;
}

void keepNearest(std::vector<Suspect> &Suspects) {
  auto Doubt = [](const Suspect &S) {
    return S.What.Expected ? 1 : S.trusted() ? 0 : 2;
  };
  auto Nearness = [&](const Suspect &S) {
    return std::tuple(Doubt(S), S.Here, S.What.Calls.size(), S.What.Calls,
                      S.What.Where);
  };
  llvm::sort(Suspects, [&](const Suspect &A, const Suspect &B) {
    return Nearness(A) < Nearness(B);
  });
  std::set<std::pair<Place, std::optional<ImpliedEquality>>> Kept;
  llvm::erase_if(Suspects, [&](const Suspect &S) {
    return !Kept.insert({S.What.Where, S.What.OnlyIf}).second;
  });
}

/// As if each block were in a loop of the longest kind that is followed.
static constexpr std::size_t RepeatsPerBlock = 64, LeastRepeats = 1u << 16;

/// Functions behind those that they call: what is cut short by the calls around
/// it would be followed anew for every caller that is nearer.
static std::vector<FunctionId> calleesFirst(const Program &P,
                                            const CallGraph &Calls,
                                            llvm::ArrayRef<FunctionId> Of) {
  llvm::DenseSet<FunctionId> Left(Of.begin(), Of.end());
  std::vector<std::pair<FunctionId, size_t>> Begun; // and the next instruction
  std::vector<FunctionId> Order;
  for (FunctionId First : Of) {
    if (Left.erase(First))
      Begun.push_back({First, 0});
    while (!Begun.empty()) {
      auto &[F, Next] = Begun.back();
      const std::vector<Instr> &Instrs = P.Functions[F].Instrs;
      while (Next < Instrs.size() && Instrs[Next].Kind != InstrKind::Call)
        ++Next;
      if (Next == Instrs.size()) {
        Order.push_back(F);
        Begun.pop_back();
        continue;
      }
      FunctionId Callee = Calls.find(Instrs[Next++].Name);
      if (Callee != NoId && Left.erase(Callee))
        Begun.push_back({Callee, 0});
    }
  }
  return Order;
}

void Engine::run(llvm::ArrayRef<FunctionId> Roots) {
  MostRepeats = LeastRepeats;
  for (FunctionId Id : Roots)
    MostRepeats += RepeatsPerBlock * P.Functions[Id].Blocks.size();
  Budget = LeastBudget;
  for (FunctionId Id : Roots)
    Budget += BudgetPerInstr * P.Functions[Id].Instrs.size();
  std::vector<Suspect> All;
  for (FunctionId Id : calleesFirst(P, Calls, Roots)) {
    if (Calls.isMeantToFail(Id))
      continue;
    Active = CallStack(Id);
    Summary S = FunctionRun(*this, Id).run(ownArguments(Id), {});
    llvm::append_range(All, S.Suspects);
    if (O.KeepSignatures)
      inferSignature(Id);
  }
  keepNearest(All);
  std::set<std::pair<FunctionId, ImpliedEquality>> Implied;
  for (Suspect &S : All) {
    bool IsTold =
        S.What.OnlyIf &&
        !Implied.insert({S.What.Where.Function, *S.What.OnlyIf}).second;
    if ((S.trusted() || S.What.Expected) && !IsTold)
      Out.Failures.push_back(std::move(S.What));
  }
}

} // namespace tidy

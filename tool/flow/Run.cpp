//===- Run.cpp - Blocks, branches and joins of one function ---------------===//
#include "flow/Run.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// Joins only lose certainty, so a block settles; one that takes longer than
/// this is taken to know nothing from then on, which leaves little to change.
static constexpr unsigned MostVisits = 64;
/// A function that takes more steps than this, and for each instruction, is not
/// followed to its end.
static constexpr std::size_t LeastSteps = 1 << 14, StepsPerInstr = 64;

FunctionRun::FunctionRun(Engine &E, FunctionId Id)
    : E(E), Self(Id), F(E.program().Functions[Id]), G(E.graph(Id)),
      Last(F.Instrs.size()), Saw(F.Instrs.size()), Entry(F.Blocks.size()),
      Visits(F.Blocks.size()), Taken(F.Blocks.size()), Now(F, G.mayReshape()) {}

Summary FunctionRun::run(const std::vector<Value> &Args,
                         const PersistentSet<Made> &Leaked) {
  if (F.Blocks.empty())
    return summary();
  enterParameters(Args);
  for (const auto &[Handle, Nothing] : Leaked)
    Entry[0]->leak(Handle);
  std::set<unsigned> Work{0};
  while (!Work.empty()) {
    BlockId B = G.order()[*Work.begin()];
    Work.erase(Work.begin());
    if (++Visits[B] == MostVisits)
      Entry[B]->forget();
    visit(B);
    if (Steps > LeastSteps + StepsPerInstr * F.Instrs.size())
      return giveUp();
    for (BlockId T : F.Blocks[B].End.Targets)
      if (Pending.erase(T))
        Work.insert(G.position(T));
  }
  report();
  return summary();
}

/// Nothing is known of what the function does.
Summary FunctionRun::giveUp() {
  E.giveUp(Self);
  Last = Results(F.Instrs.size());
  Saw.assign(F.Instrs.size(), {});
  report();
  Summary S;
  S.Returns = true;
  S.Out.resize(F.Params.size());
  S.Exposes.assign(F.Params.size(), true);
  S.Leaked = {Made()};
  S.TaintsAll = S.RanOpaque = S.WroteElsewhere = true;
  return S;
}

void FunctionRun::countSteps(std::size_t N) {
  Steps += N;
  E.countWork(N);
}

Summary FunctionRun::summary() {
  Summary S;
  S.Result = Returned;
  S.Returns = AtReturn.has_value();
  if (AtReturn) {
    S.Known = AtReturn->Known;
    for (const auto &[M, Nothing] : AtReturn->leaked())
      if (M.IsParameter || !M.known() || GivenBack.contains(M))
        S.Leaked.push_back(M);
  }
  for (const Param &P : F.Params) {
    bool Escapes = F.Vars[P.Var].Escapes;
    S.Out.push_back(AtReturn && P.ByReference && !Escapes
                        ? AtReturn->read(P.Var)
                        : Value());
    S.Exposes.push_back(Escapes || (AtReturn && AtReturn->isExposed(P.Var)));
  }
  S.TaintsAll = TaintedAll;
  S.RanOpaque = RanOpaque;
  S.WroteElsewhere = WroteElsewhere;
  S.Tainted.assign(Tainted.begin(), Tainted.end());
  S.Suspects = suspects();
  return S;
}

std::vector<Suspect> FunctionRun::suspects() {
  auto Fails = [](const Seen &S) { return !S.Suspects.empty(); };
  if (llvm::none_of(Saw, Fails))
    return {};
  std::vector<Suspect> All;
  std::vector<Assumptions> Least = leastAssumptions(decisions(F), Taken);
  for (InstrId I = 0; I < Saw.size(); ++I)
    for (Suspect &S : Saw[I].Suspects) {
      S.assume(Least[G.homeOf(I)]);
      All.push_back(std::move(S));
    }
  keepNearest(All);
  return All;
}

void FunctionRun::enterParameters(const std::vector<Value> &Args) {
  State S(F, G.mayReshape());
  for (auto [P, Arg] : llvm::zip(F.Params, Args)) {
    E.sawParameter(Self, P.Var, Arg);
    S.write(P.Var, Arg);
  }
  Entry[0] = std::move(S);
}

void FunctionRun::visit(BlockId B) {
  Now = *Entry[B];
  Taken[B].assign(F.Blocks[B].End.Targets.size(), std::nullopt);
  for (InstrId I : F.Blocks[B].Instrs) {
    Last.set(I, Value());
    Saw[I] = Seen();
  }
  for (InstrId I : F.Blocks[B].Instrs) {
    Last.set(I, evaluate(I));
    countSteps(1);
    if (Stopped)
      break;
  }
  if (!std::exchange(Stopped, false))
    leave(B, Now);
  else if (F.Blocks[B].End.What == Terminator::Kind::Attempt)
    throwFrom(B, Now, {}); // nothing else can happen
}

void FunctionRun::leave(BlockId B, const State &S) {
  const Terminator &End = F.Blocks[B].End;
  using Kind = Terminator::Kind;
  switch (End.What) {
  case Kind::Return:
    returnWith(End.Value == NoId ? Value() : Last[End.Value], S);
    return;
  case Kind::Attempt:
    flow(B, 0, S, {});
    throwFrom(B, S, {/*Doubtful=*/true, 1, 1});
    return;
  case Kind::Goto:
  case Kind::Choose:
  case Kind::Branch:
    branch(B, S);
    return;
  case Kind::Stop:
    return;
  }
}

/// To the handler of what block `B` may throw. What it wrote after something
/// that may throw is written or not, and what its ops need may not hold.
void FunctionRun::throwFrom(BlockId B, State S, const Assumptions &A) {
  S.Known = Entry[B]->Known;
  bool MayHaveThrown = false;
  for (InstrId I : F.Blocks[B].Instrs) {
    InstrKind Kind = F.Instrs[I].Kind;
    MayHaveThrown |= Kind == InstrKind::Op || Kind == InstrKind::Call ||
                     (Kind == InstrKind::Unknown && !F.Instrs[I].Computed);
    if (Kind == InstrKind::Store && MayHaveThrown)
      S.write(F.Instrs[I].Var, UnknownValue());
    for (const Operand &O : F.Instrs[I].Operands)
      if (O.Reference != NoId)
        S.write(O.Reference, UnknownValue());
  }
  flow(B, 1, S, A);
}

/// Some target that is so, and another one.
static std::pair<BlockId, BlockId> twoOf(llvm::ArrayRef<BlockId> Targets,
                                         llvm::function_ref<bool(BlockId)> Is) {
  BlockId One = NoId;
  for (BlockId T : Targets) {
    if (!Is(T) || T == One)
      continue;
    if (One != NoId)
      return {One, T};
    One = T;
  }
  return {One, NoId};
}

/// By target: what comes after a guard is the function itself. A guard computes
/// nothing, or is one of several cases of something that may be anything.
std::vector<bool> FunctionRun::findRest(llvm::ArrayRef<BlockId> Targets,
                                        bool Free) const {
  auto Bare = twoOf(Targets, [&](BlockId T) { return G.isBareExit(T); });
  auto Exit = twoOf(Targets, [&](BlockId T) { return G.isExit(T); });
  auto HasOther = [](const std::pair<BlockId, BlockId> &Two, BlockId T) {
    return (Two.first == T ? Two.second : Two.first) != NoId;
  };
  std::vector<bool> IsRest;
  for (BlockId T : Targets)
    IsRest.push_back(
        !G.isBareExit(T) &&
        (HasOther(Bare, T) || (Free && !G.isExit(T) && HasOther(Exit, T))));
  return IsRest;
}

/// A known condition takes one way. An unknown one takes all, and each is a
/// choice unless the program as a whole says nothing by it: a loop that is
/// entered, or a check that throws or ends the program.
void FunctionRun::branch(BlockId B, const State &S) {
  const Terminator &End = F.Blocks[B].End;
  if (End.What == Terminator::Kind::Branch)
    if (const auto *A = Last[End.Value].as<Answer>();
        A && *A != Answer::Unknown)
      return flow(B, *A == Answer::Yes ? 0 : 1, S, {});
  bool OnShapes = End.Value != NoId && G.dependsOnTensors(End.Value);
  bool Free = End.Value != NoId && G.isFree(End.Value);
  bool Checks = !OnShapes && llvm::any_of(End.Targets, [&](BlockId T) {
    return F.Blocks[T].End.What == Terminator::Kind::Stop;
  });
  bool Chosen = End.Targets.size() > 1 && !G.isLoopBranch(B) && !Checks;
  std::vector<bool> Rest = findRest(End.Targets, Free);
  for (unsigned T = 0; T < End.Targets.size(); ++T) {
    bool IsRest = !OnShapes && Rest[T];
    Assumptions A{OnShapes || (!Free && !IsRest), !IsRest, 1};
    flow(B, T, S, Chosen ? A : Assumptions());
  }
}

void FunctionRun::flow(BlockId From, unsigned T, const State &S,
                       const Assumptions &A) {
  Taken[From][T] = A;
  BlockId Target = F.Blocks[From].End.Targets[T];
  if (!Entry[Target]) {
    Entry[Target] = S;
    Pending.insert(Target);
  } else if (join(*Entry[Target], S)) {
    Pending.insert(Target);
  }
}

bool FunctionRun::join(State &Into, const State &From) {
  std::size_t Touched = 0;
  bool Changed = joinInto(Into, From, Touched, [&](const Made &M) {
    return Last.isShaped(M) || GivenBack.contains(M);
  });
  countSteps(Touched);
  return Changed;
}

void FunctionRun::giveBack(const Value &V) {
  V.forEachTensor([&](const TensorValue &T) { GivenBack.set(T.Handle, {}); });
}

void FunctionRun::returnWith(const Value &V, const State &S) {
  giveBack(V);
  for (const Param &P : F.Params)
    if (P.ByReference)
      giveBack(S.read(P.Var));
  if (!AtReturn) {
    AtReturn = S;
    Returned = V.normalised(S.Known);
    return;
  }
  Returned = same(Returned, V) ? Returned
                               : tidy::join(Returned, V.normalised(S.Known));
  join(*AtReturn, S);
}

/// The fixpoint is reached: what the last visits saw is what holds.
void FunctionRun::report() {
  for (InstrId I = 0; I < Saw.size(); ++I) {
    InstrKind Kind = F.Instrs[I].Kind;
    if (Kind == InstrKind::Op || Kind == InstrKind::Store)
      E.sawValue({Self, I}, Last[I]);
    if (Saw[I].Worked)
      E.sawWork({Self, I}, Saw[I].Proved);
  }
}

} // namespace tidy

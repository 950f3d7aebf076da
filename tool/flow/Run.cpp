//===- Run.cpp - Blocks, joins and rounds of one function -----------------===//
#include "flow/Run.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// Joins only lose certainty, so a block settles; one that takes longer than
/// this is taken to know nothing from then on, which leaves little to change.
static constexpr unsigned MostVisits = 64;
/// Loops that go round more often are not followed round by round.
static constexpr unsigned MostRounds = 64;
/// Nor are any once a function has had so many visits for it, and so many more
/// for each block.
static constexpr std::size_t MostRepeats = 4096, RepeatsPerBlock = 64;
/// A function that takes more steps than this, and for each instruction, is not
/// followed to its end.
static constexpr std::size_t LeastSteps = 1 << 16, StepsPerInstr = 256;

Summary FunctionRun::run(const std::vector<Value> &Args,
                         const PersistentSet<Made> &Leaked) {
  if (F.Blocks.empty())
    return summary();
  enterParameters(Args, Leaked);
  while (!Work.empty()) {
    Spot At = Work.extract(Work.begin()).value();
    visit(At, All.at(At));
    if (StepsTaken > LeastSteps + StepsPerInstr * F.Instrs.size())
      return giveUp();
    for (const Fold &Next : std::exchange(ToFold, {}))
      fold(Next.Loop, Next.Way, Next.S);
  }
  readComments();
  report();
  return summary();
}

/// Nothing is known of what the function does.
Summary FunctionRun::giveUp() {
  E.giveUp(Self);
  Last = Results(F.Instrs.size());
  All.clear();
  report();
  Summary S;
  S.Returns = true;
  S.Out.resize(F.Params.size());
  S.Exposes.assign(F.Params.size(), true);
  S.Leaked = {Made()};
  S.TaintsAll = S.ForgetsObjects = S.RanOpaque = S.WroteElsewhere = true;
  return S;
}

void FunctionRun::countSteps(std::size_t N) {
  StepsTaken += N;
  E.countWork(N);
}

void FunctionRun::enterParameters(std::vector<Value> Args,
                                  const PersistentSet<Made> &Leaked) {
  State S(F, G.mayReshape());
  enterContracts(Args, S.Known);
  for (auto [P, Arg] : llvm::zip(F.Params, Args)) {
    E.sawParameter(Self, P.Var, Arg);
    S.write(P.Var, Arg);
    noteObjects(Arg);
  }
  for (const auto &[Handle, Nothing] : Leaked)
    S.leak(Handle);
  arrive({entryPath(G), {}}, S);
}

/// Of the block that was just visited, those that are asked for later.
static void keepValues(const Function &F, bool All, const Results &Last,
                       Node &N) {
  for (InstrId I : F.Blocks[N.Block].Instrs)
    if (InstrKind Kind = F.Instrs[I].Kind;
        Kind == InstrKind::Expect ||
        (All && (Kind == InstrKind::Op || Kind == InstrKind::Store)))
      N.Values.push_back({I, Last[I]});
}

void FunctionRun::visit(const Spot &At, Node &N) {
  if (++N.Visits == MostVisits)
    N.Entry.forget();
  if (isRepeat(At.In)) {
    ++Repeats;
    E.countRepeat();
  }
  Current = At;
  Now = N.Entry;
  Visited = &N;
  N.Saw.clear();
  N.Values.clear();
  N.Taken.assign(N.Taken.size(), std::nullopt);
  Overwritten.clear();
  const Block &B = F.Blocks[N.Block];
  bool MayThrow = B.End.What == Terminator::Kind::Attempt;
  for (InstrId I : B.Instrs)
    Last.set(I, Value());
  for (InstrId I : G.usedFromOthers(N.Block))
    Last.set(I, Now.read(G.carrierOf(I)));
  for (InstrId I : B.Instrs) {
    if (MayThrow && F.Instrs[I].Kind == InstrKind::Store)
      Overwritten[I] = Now.read(F.Instrs[I].Var);
    Value V = E.tellsImplied() ? evaluateNoting(I) : evaluate(I);
    Last.set(I, F.Instrs[I].Number && V.isUnknown() ? NumberValue() : V);
    countSteps(1);
    if (Stopped)
      break;
    if (VarId Carrier = G.carrierOf(I); Carrier != NoId)
      Now.write(Carrier, Last[I]);
  }
  keepValues(F, E.keepsValues(), Last, N);
  if (!std::exchange(Stopped, false))
    leave(At, N);
  else if (MayThrow)
    throwFrom(At, N, Now, {}); // nothing else can happen
}

void FunctionRun::leave(const Spot &At, Node &N) {
  const Terminator &End = F.Blocks[N.Block].End;
  using Kind = Terminator::Kind;
  switch (End.What) {
  case Kind::Return:
    returnWith(End.Value == NoId ? Value() : Last[End.Value], Now);
    return;
  case Kind::Attempt:
    flow(At, N, 0, Now, {});
    throwFrom(At, N, Now, {/*Doubtful=*/true, 1, 1});
    return;
  case Kind::Goto:
  case Kind::Choose:
  case Kind::Branch:
    branch(At, N, Now);
    return;
  case Kind::Stop:
    return;
  }
}

/// To the handler of what the block may throw. What it wrote after something
/// that may throw is written or not, and what its ops need may not hold.
void FunctionRun::throwFrom(const Spot &At, Node &N, State S,
                            const Assumptions &A) {
  S.Known = N.Entry.Known;
  bool MayHaveThrown = false;
  for (InstrId I : F.Blocks[N.Block].Instrs) {
    InstrKind Kind = F.Instrs[I].Kind;
    MayHaveThrown |= Kind == InstrKind::Op || Kind == InstrKind::Call ||
                     Kind == InstrKind::Apply ||
                     (Kind == InstrKind::Unknown && !F.Instrs[I].Computed);
    if (Overwritten.contains(I) && MayHaveThrown)
      S.write(F.Instrs[I].Var,
              tidy::join(S.read(F.Instrs[I].Var), Overwritten[I]));
    for (const Operand &O : F.Instrs[I].Operands)
      if (O.Reference != NoId && !O.ReadOnly)
        S.write(O.Reference, UnknownValue());
  }
  flow(At, N, 1, S, A);
}

RoundPath entryPath(const Graph &G) {
  RoundPath At;
  for (BlockId Head : G.loopsAround(0))
    At.append({G.position(Head), 0});
  At.push_back(G.position(0));
  return At;
}

RoundPath pathBehind(const RoundPath &At, const Graph &G, BlockId To) {
  RoundPath Behind;
  for (BlockId Head : G.loopsAround(To)) {
    std::size_t I = Behind.size();
    bool IsSame = I + 2 < At.size() && At[I] == G.position(Head) &&
                  llvm::equal(Behind, llvm::ArrayRef(At).take_front(I));
    Behind.append({G.position(Head), IsSame ? At[I + 1] : 0});
  }
  Behind.push_back(G.position(To));
  return Behind;
}

/// How conditions came out is forgotten where they are not asked any more, and
/// with the round of the loop that they were asked in.
ChoiceSet FunctionRun::wayBehind(const ChoiceSet &Way, BlockId From,
                                 BlockId To) const {
  bool IsBack = G.position(To) <= G.position(From);
  ChoiceSet Kept;
  llvm::copy_if(Way, std::back_inserter(Kept), [&](Choice C) {
    BlockId Asked = G.questions().blockOf(C);
    bool IsInside = llvm::all_of(G.loopsAround(Asked), [&](BlockId Head) {
      return G.isInLoop(To, Head) && !(IsBack && Head == To);
    });
    return IsInside && !G.questions().isOverAt(C, G.position(To));
  });
  return Kept;
}

void FunctionRun::flow(const Spot &At, Node &N, unsigned T, const State &S,
                       const Assumptions &A) {
  flow(At, At.Way, N, T, S, A);
}

/// Back to a loop's head it is another round, as long as some way out of the
/// loop was known not to be taken in this one. If none was, it may be the first
/// round as well as the last.
void FunctionRun::flow(const Spot &At, const ChoiceSet &Way, Node &N,
                       unsigned T, const State &S, const Assumptions &A) {
  N.Taken[T] = A;
  BlockId To = F.Blocks[N.Block].End.Targets[T];
  Spot Behind{pathBehind(At.In, G, To), wayBehind(Way, N.Block, To)};
  bool IsBack = G.position(To) <= G.position(N.Block) && G.isInLoop(To, To) &&
                G.isInLoop(N.Block, To);
  if (!IsBack)
    return arrive(Behind, S);
  unsigned &Round = Behind.In[Behind.In.size() - 2];
  LoopPath Loop(Behind.In.begin(), Behind.In.end() - 2);
  if (Folded.contains(Loop))
    return arrive(Behind, S);
  if (!DecidedRounds.contains(inRound(Loop, Round)) || Round >= MostRounds ||
      Repeats >= MostRepeats + RepeatsPerBlock * F.Blocks.size() ||
      !E.mayRepeat()) {
    ToFold.push_back({Loop, Behind.Way, S});
    return;
  }
  ++Round;
  arrive(Behind, S);
}

void FunctionRun::arrive(const Spot &At, const State &S) {
  BlockId Block = G.order()[At.In.back()];
  auto [It, IsNew] =
      All.try_emplace(At, Block, S, F.Blocks[Block].End.Targets.size());
  if (IsNew || join(It->second.Entry, S))
    Work.insert(At);
}

/// How often the loop goes round is not known, or too often: `S`, from its end,
/// is joined into its beginning. What was found out round by round is given up.
void FunctionRun::fold(const LoopPath &Loop, const ChoiceSet &Way,
                       const State &S) {
  Folded.insert(Loop);
  Spot Next{Loop, {}}, First{inRound(Loop, 0), {}},
      Further{inRound(Loop, 1), {}};
  ++Next.In.back();
  auto From = All.lower_bound(Further), To = All.lower_bound(Next);
  bool HadRounds = From != To;
  All.erase(From, To);
  Work.erase(Work.lower_bound(Further), Work.lower_bound(Next));
  if (HadRounds) // what goes back from the first one has to come to it, too
    for (auto It = All.lower_bound(First); It != All.lower_bound(Further); ++It)
      Work.insert(It->first);
  First.In.push_back(Loop.back());
  First.Way = Way;
  arrive(First, S);
}

/// The path stands for any number of times that its block is come to.
bool FunctionRun::isRepeated(const RoundPath &At) const {
  if (!G.isInCycle(G.order()[At.back()]))
    return false;
  if (!G.knowsAllLoops())
    return true;
  for (std::size_t Depth = 0; 2 * Depth + 1 < At.size(); ++Depth)
    if (Folded.contains(loopAt(At, Depth)))
      return true;
  return false;
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
  V.forEachHandle([&](const Made &Handle, bool) { GivenBack.set(Handle, {}); });
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

} // namespace tidy

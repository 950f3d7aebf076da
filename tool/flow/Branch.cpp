//===- Branch.cpp - Conditions, decided and open --------------------------===//
#include "flow/Run.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

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

/// The target for a number among those of a switch.
static std::optional<unsigned> caseOf(const Terminator &End,
                                      std::int64_t Number) {
  for (std::optional<std::int64_t> Is : {std::optional(Number), {}})
    if (auto At = llvm::find(End.Cases, Is); At != End.Cases.end())
      return At - End.Cases.begin();
  return std::nullopt;
}

/// Which target it is for certain.
std::optional<unsigned> FunctionRun::decided(const Terminator &End) const {
  if (End.Value == NoId)
    return std::nullopt;
  const Value &V = Last[End.Value];
  if (const auto *A = V.as<Answer>();
      A && End.What == Terminator::Kind::Branch && *A != Answer::Unknown)
    return *A == Answer::Yes ? 0 : 1;
  if (const auto *D = V.as<Dim>(); D && End.What == Terminator::Kind::Choose)
    if (std::optional<std::int64_t> Number = Now.Known.normalise(*D).constant())
      return caseOf(End, *Number);
  return std::nullopt;
}

/// Some target is outside of the loop, and is no throw.
bool FunctionRun::mayLeave(BlockId Head, BlockId B) const {
  return llvm::any_of(F.Blocks[B].End.Targets, [&](BlockId T) {
    return !G.isInLoop(T, Head) &&
           F.Blocks[T].End.What != Terminator::Kind::Stop;
  });
}

/// Whether to leave a loop here is known for this round. What is the same in
/// each round does not tell how many there are.
void FunctionRun::sawDecision(const RoundPath &At, BlockId B) {
  for (auto [Depth, Head] : llvm::enumerate(G.loopsAround(B))) {
    if (mayLeave(Head, B) && G.mayChangeIn(Head, B))
      DecidedRounds.insert(RoundPath(At.begin(), At.begin() + 2 * Depth + 2));
  }
}

/// A known condition takes one way. An unknown one takes all that do not
/// contradict what is known (or all, if it fits no case), and each is a choice
/// unless the program as a whole says nothing by it: a loop that is entered, or
/// a check that throws or ends the program. A check of shapes says nothing
/// either where all that it checks is known behind it.
void FunctionRun::branch(const Spot &At, Node &N, const State &S) {
  const Terminator &End = F.Blocks[N.Block].End;
  if (std::optional<unsigned> T = decided(End)) {
    sawDecision(At.In, N.Block);
    failCheck(N.Block, *T);
    return flow(At, N, *T, S, {});
  }
  for (auto [Depth, Head] : llvm::enumerate(G.loopsAround(N.Block)))
    if (mayLeave(Head, N.Block))
      OpenLoops.insert(loopAt(At.In, Depth));
  bool OnShapes = End.Value != NoId && G.dependsOnTensors(End.Value);
  bool Free = End.Value != NoId && G.isFree(End.Value);
  bool MayStop = llvm::any_of(End.Targets, [&](BlockId T) {
    return F.Blocks[T].End.What == Terminator::Kind::Stop;
  });
  bool Chosen = End.Targets.size() > 1 && !G.isLoopBranch(N.Block);
  std::vector<bool> Rest = findRest(End.Targets, Free);
  std::vector<std::pair<State, Learnt>> Behind(End.Targets.size(), {S, {}});
  for (auto [T, Edge] : llvm::enumerate(Behind))
    Edge.second = learn(At, N.Block, T, Edge.first);
  auto IsPossible = [](const auto &Edge) { return Edge.second.IsPossible; };
  bool AnyPossible = llvm::any_of(Behind, IsPossible);
  if (llvm::count_if(Behind, IsPossible) == 1)
    failCheck(N.Block, llvm::find_if(Behind, IsPossible) - Behind.begin());
  for (auto [T, Edge] : llvm::enumerate(Behind)) {
    const auto &[After, L] = Edge;
    if (AnyPossible && !L.IsPossible)
      continue;
    bool IsRest = !OnShapes && Rest[T];
    bool IsHeld = L.IsUnderstood && End.Targets.size() == 2;
    bool Checks = MayStop && (!OnShapes || IsHeld);
    Assumptions A;
    if (Chosen && !Checks)
      A = {OnShapes || (!Free && !IsRest), !IsRest, 1};
    ChoiceSet Way = choose(At, N.Block, T, L, A);
    flow(At, Way, N, T, AnyPossible ? After : S, A);
  }
}

/// States are kept apart by so many conditions at a time.
static constexpr std::size_t MostApart = 3;

/// How conditions came out behind the edge, whose state is kept apart if its
/// own is asked again and will come out the same way.
ChoiceSet FunctionRun::choose(const Spot &At, BlockId B, unsigned T,
                              const Learnt &L, Assumptions &A) {
  unsigned Number = G.questions().numberOf(B);
  ChoiceSet Way = wayBehind(At.Way, B, F.Blocks[B].End.Targets[T]);
  if (Number == NoId || !L.IsRemembered || Way.size() >= MostApart)
    return Way;
  Choice This = 2 * Number + T;
  if (A.All)
    A.Again = {{This, A.Choices > 0}};
  Costs[This] = std::max(Costs[This], A);
  if (!llvm::is_contained(Way, This))
    Way.insert(llvm::lower_bound(Way, This), This);
  return Way;
}

/// What the edge to target number `T` adds to the state: nothing, where it is
/// never come to.
Learnt FunctionRun::learn(const Spot &At, BlockId B, unsigned T, State &S) {
  const Terminator &End = F.Blocks[B].End;
  if (End.Value != NoId && Last[End.Value].isFailed())
    return {};
  auto MakeSize = [&](unsigned Axis) {
    RoundPath For = At.In;
    For.append({T, Axis});
    return named(For, "n", /*IsSize=*/true);
  };
  bool IsAskedAgain = G.questions().numberOf(B) != NoId;
  BranchEdge Edge{F, F.Blocks[B].Instrs, Last, MakeSize, IsAskedAgain};
  if (End.What == Terminator::Kind::Branch)
    return assume(Edge, End.Value, T == 0, S);
  if (T < End.Cases.size() && End.Cases[T])
    return assumeIs(Edge, End.Value, *End.Cases[T], S);
  return {};
}

} // namespace tidy

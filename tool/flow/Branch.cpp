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

/// Which target it is for certain.
std::optional<unsigned> FunctionRun::decided(const Terminator &End) const {
  if (End.What == Terminator::Kind::Branch)
    if (const auto *A = Last[End.Value].as<Answer>();
        A && *A != Answer::Unknown)
      return *A == Answer::Yes ? 0 : 1;
  return std::nullopt;
}

/// Whether to leave a loop here is known for this round. What is the same in
/// each round does not tell how many there are.
void FunctionRun::sawDecision(const Spot &At, BlockId B) {
  for (auto [Depth, Head] : llvm::enumerate(G.loopsAround(B))) {
    bool MayLeave = llvm::any_of(F.Blocks[B].End.Targets, [&](BlockId T) {
      return !G.isInLoop(T, Head);
    });
    if (MayLeave && G.mayChangeIn(Head, B))
      DecidedRounds.insert(Spot(At.begin(), At.begin() + 2 * Depth + 2));
  }
}

/// A known condition takes one way. An unknown one takes all that do not
/// contradict what is known, and each is a choice unless the program as a whole
/// says nothing by it: a loop that is entered, or a check that throws or ends
/// the program. A check of shapes says nothing either where all that it checks
/// is known behind it.
void FunctionRun::branch(const Spot &At, Node &N, const State &S) {
  const Terminator &End = F.Blocks[N.Block].End;
  if (std::optional<unsigned> T = decided(End)) {
    sawDecision(At, N.Block);
    return flow(At, N, *T, S, {});
  }
  bool OnShapes = End.Value != NoId && G.dependsOnTensors(End.Value);
  bool Free = End.Value != NoId && G.isFree(End.Value);
  bool MayStop = llvm::any_of(End.Targets, [&](BlockId T) {
    return F.Blocks[T].End.What == Terminator::Kind::Stop;
  });
  bool Chosen = End.Targets.size() > 1 && !G.isLoopBranch(N.Block);
  std::vector<bool> Rest = findRest(End.Targets, Free);
  for (unsigned T = 0; T < End.Targets.size(); ++T) {
    State Behind = S;
    Learnt L = learn(At, N.Block, T, Behind);
    if (!L.IsPossible)
      continue;
    bool IsRest = !OnShapes && Rest[T];
    bool Checks = MayStop && (!OnShapes || L.IsUnderstood);
    Assumptions A{OnShapes || (!Free && !IsRest), !IsRest, 1};
    flow(At, N, T, Behind, Chosen && !Checks ? A : Assumptions());
  }
}

/// What the edge to target number `T` adds to the state.
Learnt FunctionRun::learn(const Spot &At, BlockId B, unsigned T, State &S) {
  const Terminator &End = F.Blocks[B].End;
  if (End.What != Terminator::Kind::Branch)
    return {};
  auto MakeSize = [&](unsigned Axis) {
    Spot For = At;
    For.append({T, Axis});
    return named(For, "n", /*IsSize=*/true);
  };
  return assume({F, F.Blocks[B].Instrs, Last, MakeSize}, End.Value, T == 0, S);
}

} // namespace tidy

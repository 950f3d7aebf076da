//===- Report.cpp - What came of a function -------------------------------===//
#include "flow/Run.h"
#include "llvm/ADT/STLExtras.h"
#include <numeric>

namespace tidy {

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
    S.Writes.push_back(Written.contains(P.Var));
    S.Exposes.push_back(Escapes || (AtReturn && AtReturn->isExposed(P.Var)));
  }
  S.TaintsAll = TaintedAll;
  S.ForgetsObjects = ForgotObjects;
  S.RanOpaque = RanOpaque;
  S.WroteElsewhere = WroteElsewhere;
  S.Tainted.assign(Tainted.begin(), Tainted.end());
  S.Suspects = suspects();
  S.Learnt = learntShapes();
  S.Names = SizeNames;
  return S;
}

/// How conditions had come out where each block was come to.
std::map<BlockId, std::set<ChoiceSet>> FunctionRun::waysTo() const {
  std::map<BlockId, std::set<ChoiceSet>> Ways;
  for (const auto &[At, N] : All)
    Ways[N.Block].insert(At.Way);
  return Ways;
}

Assumptions FunctionRun::costOf(const ChoiceSet &Way) const {
  Assumptions A;
  for (Choice C : Way)
    A += Costs.at(C);
  return A;
}

/// What the edges take for granted; the least, where rounds differ. An edge
/// that is only taken if certain conditions came out so takes these for
/// granted, too.
EdgeAssumptions FunctionRun::taken() const {
  using ByWay = std::map<ChoiceSet, Assumptions>;
  std::map<BlockId, std::set<ChoiceSet>> Ways = waysTo();
  std::map<std::pair<BlockId, unsigned>, ByWay> Edges;
  for (const auto &[At, N] : All)
    for (auto [T, A] : llvm::enumerate(N.Taken))
      if (A) {
        auto [It, IsNew] = Edges[{N.Block, T}].try_emplace(At.Way, *A);
        It->second = std::min(It->second, *A);
      }
  EdgeAssumptions Taken(F.Blocks.size());
  for (const auto &[Edge, Of] : Edges) {
    std::optional<Assumptions> Least;
    if (Of.size() == Ways[Edge.first].size())
      for (const auto &[Way, A] : Of)
        Least = Least ? std::max(*Least, A) : A;
    for (const auto &[Way, A] : Of) {
      Assumptions With = costOf(Way);
      With += A;
      Least = Least ? std::min(*Least, With) : With;
    }
    Taken[Edge.first].resize(F.Blocks[Edge.first].End.Targets.size());
    Taken[Edge.first][Edge.second] = Least;
  }
  return Taken;
}

/// It is a further round of a loop that may have been left before: how often it
/// goes round may hang on what would fail.
bool FunctionRun::mayNotBeReached(const RoundPath &At) const {
  for (std::size_t Depth = 0; 2 * Depth + 1 < At.size(); ++Depth)
    if (At[2 * Depth + 1] > 0 && OpenLoops.contains(loopAt(At, Depth)))
      return true;
  return false;
}

/// Of the rounds of a loop the first tells of a failure, unless a later one can
/// be trusted more. One that comes of certain conditions having come out so
/// takes these for granted, unless it comes of the others as well.
std::vector<Suspect> FunctionRun::suspects() {
  struct Failing {
    std::set<ChoiceSet> Ways;
    std::vector<std::pair<const Spot *, Suspect>> Found;
  };
  std::map<std::pair<std::vector<Place>, Place>, Failing> Failures;
  for (auto &[At, N] : All)
    for (auto &[I, Of] : N.Saw)
      for (Suspect &S : Of.Suspects) {
        Failing &Same = Failures[{S.What.Calls, S.What.Where}];
        Same.Ways.insert(At.Way);
        Same.Found.push_back({&At, std::move(S)});
      }
  if (Failures.empty())
    return {};
  std::vector<Assumptions> Least = leastAssumptions(decisions(F), taken());
  std::map<BlockId, std::set<ChoiceSet>> Ways = waysTo();
  std::vector<Suspect> Nearest;
  for (auto &[Where, Same] : Failures) {
    const auto &[Calls, Place] = Where;
    BlockId B = G.homeOf(Calls.empty() ? Place.Instr : Calls[0].Instr);
    std::optional<Suspect> Best;
    for (auto &[At, S] : Same.Found) {
      Assumptions A = Least[B];
      if (Same.Ways.size() < Ways[B].size())
        A += costOf(At->Way);
      A.Doubtful |= mayNotBeReached(At->In);
      A.Again.clear(); // of this function alone
      S.assume(A);
      if (!Best || (S.trusted() && !Best->trusted()))
        Best = std::move(S);
    }
    Nearest.push_back(std::move(*Best));
  }
  keepNearest(Nearest);
  return Nearest;
}

namespace {

/// What the rounds of loops gave: so many values of one instruction are told
/// apart, more become what is so of all.
class Different {
public:
  void add(const Value &V) {
    if (llvm::any_of(Values, [&](const Value &B) { return same(B, V); }))
      return;
    Values.push_back(V);
    IsJoined |= Values.size() > Most;
    if (IsJoined)
      Values = {std::accumulate(Values.begin(), Values.end() - 1, V, join)};
  }
  const std::vector<Value> &values() const { return Values; }

private:
  static constexpr std::size_t Most = 8;
  static Value join(const Value &A, const Value &B) { return tidy::join(A, B); }
  std::vector<Value> Values;
  bool IsJoined = false;
};

} // namespace

/// The fixpoint is reached: what the last visits saw is what holds.
void FunctionRun::report() {
  std::map<InstrId, Different> OfInstr;
  for (const auto &[At, N] : All) {
    for (const auto &[I, V] : N.Values)
      OfInstr[I].add(V);
    for (const auto &[I, S] : N.Saw)
      if (S.Worked)
        E.sawWork({Self, I}, S.Proved);
  }
  for (const auto &[I, Found] : OfInstr)
    for (const Value &V : Found.values())
      E.sawValue({Self, I}, V);
}

} // namespace tidy

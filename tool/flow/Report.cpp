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
    S.Exposes.push_back(Escapes || (AtReturn && AtReturn->isExposed(P.Var)));
  }
  S.TaintsAll = TaintedAll;
  S.RanOpaque = RanOpaque;
  S.WroteElsewhere = WroteElsewhere;
  S.Tainted.assign(Tainted.begin(), Tainted.end());
  S.Suspects = suspects();
  return S;
}

/// What the edges take for granted; the least, where rounds differ.
EdgeAssumptions FunctionRun::taken() const {
  EdgeAssumptions Taken(F.Blocks.size());
  for (const auto &[At, N] : All) {
    std::vector<std::optional<Assumptions>> &Of = Taken[N.Block];
    Of.resize(N.Taken.size());
    for (auto [A, B] : llvm::zip_equal(Of, N.Taken))
      if (B && (!A || *B < *A))
        A = B;
  }
  return Taken;
}

/// Of the rounds of a loop the first tells of a failure, unless a later one can
/// be trusted more.
std::vector<Suspect> FunctionRun::suspects() {
  std::map<std::pair<std::vector<Place>, Place>, Suspect> Found;
  std::vector<Assumptions> Least;
  for (auto &[At, N] : All)
    for (auto &[I, Of] : N.Saw)
      for (Suspect &S : Of.Suspects) {
        if (Least.empty())
          Least = leastAssumptions(decisions(F), taken());
        S.assume(Least[N.Block]);
        auto [It, IsNew] =
            Found.try_emplace({S.What.Calls, S.What.Where}, Suspect());
        if (IsNew || (S.trusted() && !It->second.trusted()))
          It->second = std::move(S);
      }
  std::vector<Suspect> Nearest;
  for (auto &[Where, S] : Found)
    Nearest.push_back(std::move(S));
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

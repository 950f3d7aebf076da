//===- Run.cpp - Blocks, branches and joins of one function ---------------===//
#include "flow/Run.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// Joins only lose certainty, so a block settles after a few visits; this
/// bound is a net under that argument.
static constexpr unsigned MostVisits = 64;

FunctionRun::FunctionRun(Engine &E, FunctionId Id)
    : E(E), Self(Id), F(E.program().Functions[Id]), G(E.graph(Id)),
      Last(F.Instrs.size()), Entry(F.Blocks.size()), Visits(F.Blocks.size()) {}

Summary FunctionRun::run(const std::vector<Value> &Args) {
  if (!F.Blocks.empty()) {
    enterParameters(Args);
    std::set<unsigned> Work{0};
    while (!Work.empty()) {
      BlockId B = G.order()[*Work.begin()];
      Work.erase(Work.begin());
      if (++Visits[B] > MostVisits)
        continue;
      visit(B);
      for (BlockId T : F.Blocks[B].End.Targets)
        if (Pending.erase(T))
          Work.insert(G.position(T));
    }
    report();
  }
  Summary S;
  S.Result = Returned;
  S.Returns = AtReturn.has_value();
  if (AtReturn)
    S.Known = AtReturn->Known;
  for (const Param &P : F.Params)
    S.Out.push_back(AtReturn && P.ByReference ? AtReturn->Vars[P.Var]
                                              : Value());
  S.TaintsAll = TaintedAll;
  S.Tainted.assign(Tainted.begin(), Tainted.end());
  for (Seen &At : Last)
    llvm::append_range(S.Suspects, At.Suspects);
  keepNearest(S.Suspects);
  return S;
}

void FunctionRun::enterParameters(const std::vector<Value> &Args) {
  State S;
  S.Vars.resize(F.Vars.size());
  for (auto [P, Arg] : llvm::zip(F.Params, Args)) {
    E.sawParameter(Self, P.Var, Arg);
    S.Vars[P.Var] = Arg;
  }
  Entry[0] = std::move(S);
}

void FunctionRun::visit(BlockId B) {
  Now = *Entry[B];
  for (InstrId I : F.Blocks[B].Instrs) {
    Last[I] = Seen();
    Last[I].Result = evaluate(I);
    if (Stopped)
      break;
  }
  if (std::exchange(Stopped, false))
    return;
  leave(B, Now);
}

void FunctionRun::leave(BlockId B, const State &S) {
  const Terminator &End = F.Blocks[B].End;
  using Kind = Terminator::Kind;
  switch (End.What) {
  case Kind::Return:
    returnWith(End.Value == NoId ? Value() : Last[End.Value].Result, S);
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

/// A known condition takes one way. An unknown one takes all, and each is
/// remembered as a choice unless the program as a whole says nothing by it: a
/// loop that is entered, or a check that throws or ends the program.
void FunctionRun::branch(BlockId B, const State &S) {
  const Terminator &End = F.Blocks[B].End;
  if (End.What == Terminator::Kind::Branch && End.Value != NoId)
    if (const auto *A = Last[End.Value].Result.as<Answer>();
        A && *A != Answer::Unknown) {
      flowTo(End.Targets[*A == Answer::Yes ? 0 : 1], S);
      return;
    }
  bool OnShapes = End.Value != NoId && G.dependsOnTensors(End.Value);
  bool Guard =
      llvm::any_of(End.Targets, [&](BlockId T) { return G.isExit(T); });
  bool Checks = !OnShapes && llvm::any_of(End.Targets, [&](BlockId T) {
    return F.Blocks[T].End.What == Terminator::Kind::Stop;
  });
  bool Chosen = End.Targets.size() > 1 && !G.isLoopBranch(B) && !Checks;
  for (BlockId T : End.Targets) {
    State Way = S;
    bool IsRest = !OnShapes && Guard && !G.isExit(T);
    if (Chosen)
      Way.Choices.insert({B, T, OnShapes, IsRest});
    flowTo(T, Way);
  }
}

void FunctionRun::flowTo(BlockId Target, const State &S) {
  if (!Entry[Target]) {
    Entry[Target] = S;
    Pending.insert(Target);
  } else if (joinInto(*Entry[Target], S)) {
    Pending.insert(Target);
  }
}

void FunctionRun::returnWith(const Value &V, const State &S) {
  if (!AtReturn) {
    AtReturn = S;
    Returned = V.normalised(S.Known);
    return;
  }
  Returned =
      same(Returned, V) ? Returned : join(Returned, V.normalised(S.Known));
  joinInto(*AtReturn, S);
}

/// The fixpoint is reached: what the last visits saw is what holds.
void FunctionRun::report() {
  for (InstrId I = 0; I < Last.size(); ++I) {
    InstrKind Kind = F.Instrs[I].Kind;
    if (Kind == InstrKind::Op || Kind == InstrKind::Store)
      E.sawValue({Self, I}, Last[I].Result);
    if (Last[I].Worked)
      E.sawWork({Self, I});
  }
}

} // namespace tidy

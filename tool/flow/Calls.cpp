//===- Calls.cpp - What a call gives, and what it does to its caller ------===//
#include "flow/Run.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

std::vector<Value> FunctionRun::callArguments(const Instr &I, FunctionId Callee,
                                              llvm::ArrayRef<Value> Captured) {
  std::vector<Value> Args;
  for (const Operand &O : I.Operands) {
    // What has a name elsewhere may change while the callee reads it.
    bool Exposed = O.From != NoId && F.Instrs[O.From].Kind == InstrKind::Load &&
                   Now.isExposed(F.Instrs[O.From].Var);
    Args.push_back(Exposed ? Value() : operand(O).normalised(Now.Known));
  }
  llvm::append_range(Args, Captured);
  Args.resize(E.program().Functions[Callee].Params.size());
  for (auto [P, Arg] : llvm::enumerate(Args))
    if (Arg.as<TextValue>() && !E.calls().asksFor(Callee, P))
      Arg = Value(); // calls with different messages are alike
  return Args;
}

/// `I` has the operands for the callee's first parameters, `Captured` those for
/// the rest.
Value FunctionRun::call(InstrId Id, const Instr &I, FunctionId Callee,
                        llvm::ArrayRef<Value> Captured) {
  Value Result;
  if (Callee != NoId) {
    const Function &Target = E.program().Functions[Callee];
    std::vector<Value> Given = callArguments(I, Callee, Captured);
    Result = keepContract(Id, Callee, Given);
    CallRenaming Names;
    std::vector<Value> Args = Names.enter(Given, Now.leaked());
    const Summary *S = E.follow(Callee, Args, Names);
    if (S && !writesWhatIsRead(I, *S)) {
      takeSuspects(Id, *S, Names);
      takeSummary(*S, Names);
      takeReferences(Id, I, Target, *S, Names);
      takeShapes(Id, *S, Names);
      Stopped = !S->Returns;
      return bring(Id, S->Result, Names);
    }
  }
  if (Failing How = failing(I); How != Failing::Not)
    Result = UnknownValue{How};
  callOpaque(I);
  return Result;
}

/// What the callee decides by may hang on something that was not understood.
static bool hasUnfollowedArgument(const Instr &I, const Graph &G) {
  return llvm::any_of(I.Operands, [&](const Operand &O) {
    return O.From != NoId && !G.dependsOnTensors(O.From) &&
           G.isUnfollowed(O.From);
  });
}

/// Brings what a callee found home: what it knows of the arguments' symbols,
/// the tensors it may have changed.
void FunctionRun::takeSummary(const Summary &S, CallRenaming &Names) {
  const std::map Given = Names.symbols();
  for (const auto &[Own, Theirs] : Given) {
    Dim Bound = S.Known.normalise(Dim::symbol(Own));
    if (!(Bound == Dim::symbol(Own)))
      Now.Known.unify(Theirs, Names.leave(Bound, E.fresh()));
  }
  auto IsGiven = [&](const Dim &D) {
    return llvm::all_of(D.symbols(), [&](const Symbol &Own) {
      return Own.Rank == Symbol::Kind::Rigid || Given.contains(Own);
    });
  };
  for (const Divisibility &D : S.Known.divisibility())
    if (IsGiven(D.Divisor) && IsGiven(D.Dividend))
      Now.Known.assumeDivides(Names.leave(D.Divisor, E.fresh()),
                              Names.leave(D.Dividend, E.fresh()));
  takeEffects(S, Names);
}

/// Of one call not more failures than these are told, those that are nearest.
static constexpr size_t MostTold = 64;

/// The callee's failures, with this call in front; not those that are wanted.
void FunctionRun::takeSuspects(InstrId Id, const Summary &S,
                               CallRenaming &Names) {
  if (F.Instrs[Id].Expected && !E.tellsExpected())
    return;
  bool Unfollowed = hasUnfollowedArgument(F.Instrs[Id], G);
  size_t Told = std::min(S.Suspects.size(), MostTold);
  if (Told < S.Suspects.size())
    E.cut();
  E.countWork(Told);
  for (Suspect Found : llvm::ArrayRef(S.Suspects).take_front(Told)) {
    if (Found.What.OnlyIf) // its own affair
      continue;
    Found.Unfollowed |= Unfollowed;
    Failure &What = Found.What;
    What.Calls.insert(What.Calls.begin(), Place{Self, Id});
    What.Expected |= F.Instrs[Id].Expected;
    What.Args = Names.leave(std::move(What.Args), E.fresh());
    for (MismatchSide *Side : {&What.What.First, &What.What.Second})
      Side->Size = Names.leave(Side->Size, E.fresh());
    seen(Id).Suspects.push_back(std::move(Found));
  }
}

void FunctionRun::takeReferences(InstrId Id, const Instr &I,
                                 const Function &Callee, const Summary &S,
                                 CallRenaming &Names) {
  for (unsigned N = 0; N < I.Operands.size(); ++N) {
    const Operand &O = I.Operands[N];
    if (O.Reference == NoId || O.ReadOnly)
      continue;
    // Other names of an object keep what they know of it, if nothing is new.
    bool IsShared =
        llvm::any_of(O.Path, [](const PathStep &By) { return By.isThrough(); });
    if (IsShared && S.leavesAlone(N))
      continue;
    bool Written = N < S.Out.size() && Callee.Params[N].ByReference;
    write(O.Reference, O.Path, Written ? bring(Id, S.Out[N], Names) : Value());
    if (!Written || S.Exposes[N])
      Now.expose(O.Reference);
  }
}

/// What a callee did to tensors that its caller knows.
void FunctionRun::takeEffects(const Summary &S, CallRenaming &Names) {
  PersistentSet<Made> Reshaped;
  for (const Made &M : S.Tainted)
    Reshaped.set(Names.leaveHandle(M), {});
  taint(Reshaped);
  for (const Made &M : S.Leaked)
    Now.leak(M.known() ? Names.leaveHandle(M) : M);
  if (S.RanOpaque)
    runOpaque();
  else if (S.WroteElsewhere)
    forgetExposed();
  if (S.TaintsAll)
    taintAll();
  if (S.ForgetsObjects)
    forgetObjects();
}

} // namespace tidy

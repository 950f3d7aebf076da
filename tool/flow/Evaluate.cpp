//===- Evaluate.cpp - What one instruction does ---------------------------===//
#include "flow/Run.h"
#include "flow/Undefined.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

static PersistentSet<Made> handlesIn(const Value &V) {
  PersistentSet<Made> Handles;
  V.forEachHandle([&](const Made &Handle, bool) { Handles.set(Handle, {}); });
  return Handles;
}

/// Something out of sight holds the tensors from now on.
void FunctionRun::leak(const Value &V) {
  for (const auto &[Handle, Nothing] : handlesIn(V))
    Now.leak(Handle);
}

/// What this visit saw of an instruction; they come one after the other.
Seen &FunctionRun::seen(InstrId Id) {
  if (Visited->Saw.empty() || Visited->Saw.back().first != Id)
    Visited->Saw.push_back({Id, {}});
  return Visited->Saw.back().second;
}

Value FunctionRun::evaluate(InstrId Id) {
  const Instr &I = F.Instrs[Id];
  std::vector<Value> Args;
  switch (I.Kind) {
  case InstrKind::Const:
    return I.Literal;
  case InstrKind::Load:
    return read(I.Var, I.Path);
  case InstrKind::Store: {
    Value V = operand(I.Operands[0]);
    if (F.Vars[I.Var].Escapes) // whoever has the other name has the tensors
      leak(V);
    write(I.Var, I.Path, V);
    if (I.Path.empty())
      nameSize(V, I.Var);
    return V;
  }
  case InstrKind::Op:
    return applyOp(Id);
  case InstrKind::Call:
    return call(Id, I, E.calls().find(I.Name));
  case InstrKind::Unknown:
    return unknown(Id);
  case InstrKind::Apply:
    return applyMethod(Id);
  case InstrKind::Expect:
    return expect(Id);
  default:
    break;
  }
  for (const Operand &O : I.Operands)
    Args.push_back(operand(O).normalised(Now.Known));
  if (I.Kind == InstrKind::Arith)
    return nameSizes(Id, arithmetic(I.Name, Args, Now.Known));
  if (I.Kind == InstrKind::Compare)
    return compareAgain(I.Name, Args);
  return evaluateParts(Id, std::move(Args));
}

/// What was asked before has the same answer.
Value FunctionRun::compareAgain(llvm::StringRef Op,
                                llvm::ArrayRef<Value> Args) const {
  Value V = compare(Op, Args, Now.Known);
  const auto *Known = V.as<Answer>();
  if (Now.Asked.isEmpty() || !Known || *Known != Answer::Unknown)
    return V;
  Value Zero = Dim(0);
  const Dim *A = Args[0].as<Dim>();
  const Dim *B = (Op == "bool" || Op == "not" ? Zero : Args.back()).as<Dim>();
  if (!A || !B || Op == "given" || A->isUnknown() || B->isUnknown())
    return V;
  llvm::StringRef As = Op == "bool" ? "!=" : Op == "not" ? "==" : Op;
  return Now.Asked.find(As, loosened(*A), loosened(*B), Now.Known);
}

Value FunctionRun::operand(const Operand &O) const {
  return O.Reference != NoId ? read(O.Reference, O.Path) : Last[O.From];
}

/// Values that were loaded before count as well: they are the same handles. A
/// tensor of which it is not known which one it is may be any.
void FunctionRun::taint(const PersistentSet<Made> &Handles) {
  if (Handles.empty())
    return;
  if (Handles.contains(Made()))
    return taintAll();
  E.countWork(Now.reshape(Handles) + Last.reshape(Handles));
  for (const auto &[Handle, Nothing] : Handles)
    ReshapedHere.insert(Handle);
  // What was given to the function comes last in the order.
  for (auto At = Handles.lowerBound(Made{true, 0, 0}); At != Handles.end();
       ++At)
    Tainted.insert(At->first);
}

void FunctionRun::taintAll() {
  TaintedAll = true;
  E.countWork(Now.reshapeAll() + Last.reshapeAll());
}

/// Variables that have a name elsewhere may be written there.
void FunctionRun::forgetExposed() {
  WroteElsewhere = true;
  Now.forgetExposed();
  for (const Param &P : F.Params)
    if (P.ByReference && P.What != Param::Kind::Object)
      Now.write(P.Var, UnknownValue());
}

void FunctionRun::runOpaque() {
  RanOpaque = true;
  taint(Now.leaked());
  Now.forgetLeaked();
  forgetExposed();
}

/// A call that is not followed may do anything with what it is given; who has
/// a part of an object may know the whole.
void FunctionRun::callOpaque(const Instr &I) {
  for (const Operand &O : I.Operands) {
    leak(operand(O));
    if (O.Reference == NoId)
      continue;
    bool IsObject = O.Reference < F.Params.size() &&
                    F.Params[O.Reference].What == Param::Kind::Object;
    if (IsObject || !O.ReadOnly)
      write(O.Reference, IsObject ? Path() : O.Path, UnknownValue());
    Now.expose(O.Reference);
  }
  runOpaque();
}

static bool hasUnknown(const Value &V) {
  const auto *L = V.as<ListValue>();
  return V.isUnknown() || (L && llvm::any_of(L->Elements, hasUnknown));
}

/// An operation of a library that changes its operands in place. Of what is
/// unknown itself it is not known which tensor that is.
void FunctionRun::reshapeOperands(const Instr &I) {
  if (!I.Operands.empty() && hasUnknown(operand(I.Operands[0])))
    return taintAll();
  for (const Operand &O : I.Operands)
    taint(handlesIn(operand(O)));
}

Value FunctionRun::unknown(InstrId Id) {
  const Instr &I = F.Instrs[Id];
  if (FunctionId Player = playerOf(I); Player != NoId) {
    seen(Id).Worked = true;
    return I.Virtual == "()" ? callValue(Id, Player) : call(Id, I, Player);
  }
  if (I.Opaque && I.Taints)
    callOpaque(I);
  else if (I.Opaque)
    forgetExposed();
  else if (I.Taints)
    reshapeOperands(I);
  for (const Operand &O : I.Operands) {
    if (I.Keeps)
      leak(operand(O));
    if (O.Reference != NoId && !O.ReadOnly)
      write(O.Reference, O.Path, UnknownValue());
  }
  return I.Integer ? nameSizes(Id, Dim::unknown()) : Value();
}

Value FunctionRun::applyOp(InstrId Id) {
  Arguments Args;
  for (const Operand &O : F.Instrs[Id].Operands)
    if (O.Parameter != OutParameter)
      Args[O.Parameter] = operand(O).normalised(Now.Known);
  Value Result = applyOp(Id, F.Instrs[Id].Name, std::move(Args));
  return F.Instrs[Id].Taints && !F.Instrs[Id].Operands.empty()
             ? changeInPlace(Id, std::move(Result))
             : Result;
}

Value FunctionRun::applyOp(InstrId Id, const std::string &Op, Arguments Args) {
  if (llvm::any_of(Args, [](const auto &A) { return A.second.isFailed(); }))
    return UnknownValue{true}; // what is wrong there was told already
  const std::vector<Signature> &Alternatives = E.models().Ops.find(Op)->second;
  bool MayBeNone = takeGiven(Args, Alternatives);
  bool RanksKnown = true, SizesKnown = true;
  for (auto &[Name, V] : Args) {
    V = V.as<ManyValue>() ? Value() : std::move(V);
    std::as_const(V).forEachTensor([&](const TensorValue &T) {
      RanksKnown &= T.Sizes.hasRank();
      for (const Dim &Size : T.Sizes.sizes())
        SizesKnown &= !Size.isUnknown();
    });
    RanksKnown &= !V.isUnknown();
  }
  if (F.Instrs[Id].Kind == InstrKind::Op)
    learnAxes(Id, Alternatives, Args);
  Facts Before = Now.Known;
  Outcome O = apply(Alternatives, Args, Now.Known);
  if (MayBeNone && asksOnly(Alternatives))
    return UnknownValue();
  if (O.Failure)
    return failOp(Id, std::move(*O.Failure), std::move(Args));
  if (E.tellsImplied())
    noteBroadcast(Id, O);
  seen(Id).Worked = RanksKnown && O.Understood;
  seen(Id).Proved = seen(Id).Worked && SizesKnown && Now.Known == Before;
  if (O.IsOperand)
    return MayBeNone ? orNone(std::move(O.Result)) : O.Result;
  Made Here{false, Self, Id};
  O.Result.forEachTensor([&](TensorValue &T) {
    T.Handle = T.Origin = Here;
    if (!O.KeepsShapeOf.empty())
      if (const auto *From = Args[O.KeepsShapeOf].as<TensorValue>();
          From && From->Origin.known())
        T.Origin = From->Origin;
  });
  return nameSizes(Id, std::move(O.Result));
}

/// The op throws; what would come after it is followed with an unknown value,
/// so that one cause gives one finding. Nothing is wrong where that is wanted.
/// What made the layer whose fields a method's op takes.
static Made layerOf(const Instr &Op, const Function &F, const Results &Values) {
  for (const Operand &O : Op.Operands) {
    if (O.From == NoId || F.Instrs[O.From].Kind != InstrKind::Field)
      continue;
    Value Of = Values[F.Instrs[O.From].Operands[0].From];
    if (const auto *R = Of.as<RecordValue>())
      return R->Origin;
  }
  return {};
}

Value FunctionRun::failOp(InstrId Id, Mismatch What, Arguments Args,
                          FunctionId Contract) {
  if (F.Instrs[Id].Expected && !E.tellsExpected())
    return UnknownValue();
  Suspect S;
  S.What.Expected = F.Instrs[Id].Expected;
  S.What.Where = {Self, Id};
  S.What.Layer = layerOf(F.Instrs[Id], F, Last);
  S.What.What = std::move(What);
  S.What.Args = std::move(Args);
  S.What.Contract = Contract;
  seen(Id).Suspects.push_back(std::move(S));
  return UnknownValue{true};
}

std::vector<Value> FunctionRun::callArguments(const Instr &I,
                                              const Function &Callee,
                                              llvm::ArrayRef<Value> Captured) {
  std::vector<Value> Args;
  for (const Operand &O : I.Operands) {
    // What has a name elsewhere may change while the callee reads it.
    bool Exposed = O.From != NoId && F.Instrs[O.From].Kind == InstrKind::Load &&
                   Now.isExposed(F.Instrs[O.From].Var);
    Args.push_back(Exposed ? Value() : operand(O).normalised(Now.Known));
  }
  llvm::append_range(Args, Captured);
  Args.resize(Callee.Params.size());
  return Args;
}

/// `I` has the operands for the callee's first parameters, `Captured` those for
/// the rest.
Value FunctionRun::call(InstrId Id, const Instr &I, FunctionId Callee,
                        llvm::ArrayRef<Value> Captured) {
  std::optional<Value> Declared = Value();
  if (Callee != NoId) {
    const Function &Target = E.program().Functions[Callee];
    std::vector<Value> Given = callArguments(I, Target, Captured);
    if (llvm::any_of(Given, [](const Value &V) { return V.isFailed(); }))
      return UnknownValue{true}; // nobody comes to this call
    Declared = keepContract(Id, Callee, Given);
    CallRenaming Names;
    std::vector<Value> Args = Names.enter(Given, Now.leaked());
    const Summary *S = E.follow(Callee, Args, Names);
    if (S && !writesWhatIsRead(I, *S, Args)) {
      bool Tells = !I.Expected || E.tellsExpected();
      if (Declared && Tells) // a broken contract is cause enough
        takeSuspects(Id, *S, Names);
      takeSummary(*S, Names);
      takeReferences(Id, I, Target, *S, Names);
      takeShapes(Id, *S, Names);
      Stopped = !S->Returns;
      return bring(Id, S->Result, Names);
    }
  }
  callOpaque(I);
  return Declared.value_or(Value());
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

/// The callee's failures, with this call in front.
void FunctionRun::takeSuspects(InstrId Id, const Summary &S,
                               CallRenaming &Names) {
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

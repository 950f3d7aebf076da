//===- Evaluate.cpp - What one instruction does ---------------------------===//
#include "flow/Run.h"
#include "sig/Lexer.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

static PersistentSet<Made> handlesIn(Value V) {
  PersistentSet<Made> Handles;
  V.forEachTensor([&](TensorValue &T) { Handles.set(T.Handle, {}); });
  return Handles;
}

/// Something out of sight holds the tensors from now on.
void FunctionRun::leak(const Value &V) {
  for (const auto &[Handle, Nothing] : handlesIn(V))
    Now.leak(Handle);
}

/// Lists of lists of lists would take more than the program is long.
static constexpr Extent LargestList{4, 1u << 14};

static Value listOf(std::vector<Value> Elements) {
  Value All = ListValue{std::move(Elements)};
  Extent E = All.extent();
  bool IsLarge = E.Depth > LargestList.Depth || E.Size > LargestList.Size;
  return IsLarge ? Value() : All;
}

Value FunctionRun::evaluate(InstrId Id) {
  const Instr &I = F.Instrs[Id];
  std::vector<Value> Args;
  switch (I.Kind) {
  case InstrKind::Const:
    return I.Literal;
  case InstrKind::Load:
    return load(I.Var);
  case InstrKind::Store: {
    Value V = operand(I.Operands[0]);
    if (F.Vars[I.Var].Escapes) // whoever has the other name has the tensors
      leak(V);
    Now.write(I.Var, V);
    return V;
  }
  case InstrKind::Op:
    return applyOp(Id);
  case InstrKind::Call:
    return call(Id);
  case InstrKind::Unknown:
    return unknown(Id);
  default:
    break;
  }
  for (const Operand &O : I.Operands)
    Args.push_back(operand(O).normalised(Now.Known));
  if (I.Kind == InstrKind::Arith)
    return nameSizes(Id, arithmetic(I.Name, Args, Now.Known));
  if (I.Kind == InstrKind::Compare)
    return compare(I.Name, Args, Now.Known);
  if (I.Kind == InstrKind::List)
    return listOf(std::move(Args));
  const auto *List = Args[0].as<ListValue>();
  const auto *Index = Args[1].as<Dim>();
  if (!List || !Index || !Index->constant() || *Index->constant() < 0 ||
      size_t(*Index->constant()) >= List->Elements.size())
    return UnknownValue();
  return List->Elements[*Index->constant()];
}

Value FunctionRun::operand(const Operand &O) const {
  return O.Reference != NoId ? load(O.Reference) : Last[O.From];
}

Value FunctionRun::load(VarId Var) const {
  return F.Vars[Var].Escapes ? Value() : Now.read(Var);
}

/// Values that were loaded before count as well: they are the same handles. A
/// tensor of which it is not known which one it is may be any.
void FunctionRun::taint(const PersistentSet<Made> &Handles) {
  if (Handles.empty())
    return;
  if (Handles.contains(Made()))
    return taintAll();
  E.countWork(Now.reshape(Handles) + Last.reshape(Handles));
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
    if (P.ByReference)
      Now.write(P.Var, UnknownValue());
}

void FunctionRun::runOpaque() {
  RanOpaque = true;
  taint(Now.leaked());
  Now.forgetLeaked();
  forgetExposed();
}

/// A call that is not followed may do anything with what it is given.
void FunctionRun::callOpaque(const Instr &I) {
  for (const Operand &O : I.Operands) {
    leak(operand(O));
    if (O.Reference == NoId)
      continue;
    Now.write(O.Reference, UnknownValue());
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
  if (I.Opaque && I.Taints)
    callOpaque(I);
  else if (I.Opaque)
    forgetExposed();
  else if (I.Taints)
    reshapeOperands(I);
  for (const Operand &O : I.Operands) {
    if (I.Keeps)
      leak(operand(O));
    if (O.Reference != NoId)
      Now.write(O.Reference, UnknownValue());
  }
  if (I.Number)
    return NumberValue();
  return I.Integer ? nameSizes(Id, Dim::unknown()) : Value();
}

/// A whole number that nothing is known about still is one number: it gets a
/// name, that of the variable it is about to be stored in. Outside of cycles it
/// is the same one each time that the block is looked at.
Value FunctionRun::nameSizes(InstrId Id, Value V) {
  const auto *D = V.as<Dim>();
  if (!D || !D->isUnknown())
    return V;
  Dim &Own = Named[Id];
  if (!Own.asSymbol() || G.isInCycle(G.homeOf(Id))) {
    VarId Var = G.storedTo(Id);
    std::string Name = Var == NoId ? "" : F.Vars[Var].Name;
    bool IsSize = F.Instrs[Id].Kind == InstrKind::Op;
    Own = E.fresh().make(isWord(Name) ? Name : "n", IsSize);
  }
  return Own;
}

Value FunctionRun::applyOp(InstrId Id) {
  const Instr &I = F.Instrs[Id];
  Arguments Args;
  bool RanksKnown = true, SizesKnown = true;
  for (const Operand &O : I.Operands) {
    Value V = operand(O).normalised(Now.Known);
    V.forEachTensor([&](TensorValue &T) {
      RanksKnown &= T.Sizes.hasRank();
      for (const Dim &Size : T.Sizes.sizes())
        SizesKnown &= !Size.isUnknown();
    });
    RanksKnown &= !V.isUnknown();
    Args[O.Parameter] = std::move(V);
  }
  const std::vector<Signature> &Alternatives =
      E.models().Ops.find(I.Name)->second;
  Facts Before = Now.Known;
  Outcome O = apply(Alternatives, Args, Now.Known);
  if (O.Failure)
    return failOp(Id, std::move(*O.Failure), std::move(Args));
  Saw[Id].Worked = RanksKnown && O.Understood;
  Saw[Id].Proved = Saw[Id].Worked && SizesKnown && Now.Known == Before;
  if (O.IsOperand)
    return O.Result;
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
Value FunctionRun::failOp(InstrId Id, Mismatch What, Arguments Args) {
  if (F.Instrs[Id].Expected)
    return UnknownValue();
  Suspect S;
  S.What.Where = {Self, Id};
  S.What.What = std::move(What);
  S.What.Args = std::move(Args);
  Saw[Id].Suspects.push_back(std::move(S));
  return UnknownValue();
}

std::vector<Value> FunctionRun::callArguments(const Instr &I,
                                              const Function &Callee) {
  std::vector<Value> Args;
  for (const Operand &O : I.Operands) {
    // What has a name elsewhere may change while the callee reads it.
    bool Exposed = O.From != NoId && F.Instrs[O.From].Kind == InstrKind::Load &&
                   Now.isExposed(F.Instrs[O.From].Var);
    Args.push_back(Exposed ? Value() : operand(O).normalised(Now.Known));
  }
  Args.resize(Callee.Params.size());
  return Args;
}

Value FunctionRun::call(InstrId Id) {
  const Instr &I = F.Instrs[Id];
  FunctionId Callee = E.calls().find(I.Name);
  if (Callee != NoId) {
    const Function &Target = E.program().Functions[Callee];
    CallRenaming Names;
    std::vector<Value> Args =
        Names.enter(callArguments(I, Target), Now.leaked());
    if (const Summary *S = E.follow(Callee, Args, Names)) {
      takeSummary(Id, *S, Names);
      takeReferences(I, Target, *S, Names);
      Stopped = !S->Returns;
      return Names.leave(S->Result, E.fresh());
    }
  }
  callOpaque(I);
  return UnknownValue();
}

/// What the callee decides by may hang on something that was not understood.
static bool hasUnfollowedArgument(const Instr &I, const Graph &G) {
  return llvm::any_of(I.Operands, [&](const Operand &O) {
    return O.From != NoId && !G.dependsOnTensors(O.From) &&
           G.isUnfollowed(O.From);
  });
}

/// Brings what a callee found home: its failures with this call in front, its
/// bindings over the arguments' symbols, the tensors it may have changed.
void FunctionRun::takeSummary(InstrId Id, const Summary &S,
                              CallRenaming &Names) {
  if (!F.Instrs[Id].Expected)
    takeSuspects(Id, S, Names);
  for (const auto &[Own, Theirs] : std::map(Names.symbols())) {
    Dim Bound = S.Known.normalise(Dim::symbol(Own));
    if (!(Bound == Dim::symbol(Own)))
      Now.Known.unify(Theirs, Names.leave(Bound, E.fresh()));
  }
  takeEffects(S, Names);
}

/// Of one call not more failures than these are told, those that are nearest.
static constexpr size_t MostTold = 64;

void FunctionRun::takeSuspects(InstrId Id, const Summary &S,
                               CallRenaming &Names) {
  bool Unfollowed = hasUnfollowedArgument(F.Instrs[Id], G);
  size_t Told = std::min(S.Suspects.size(), MostTold);
  if (Told < S.Suspects.size())
    E.cut();
  E.countWork(Told);
  for (Suspect Found : llvm::ArrayRef(S.Suspects).take_front(Told)) {
    Found.Unfollowed |= Unfollowed;
    Failure &What = Found.What;
    What.Calls.insert(What.Calls.begin(), Place{Self, Id});
    What.Args = Names.leave(std::move(What.Args), E.fresh());
    for (MismatchSide *Side : {&What.What.First, &What.What.Second})
      Side->Size = Names.leave(Side->Size, E.fresh());
    Saw[Id].Suspects.push_back(std::move(Found));
  }
}

void FunctionRun::takeReferences(const Instr &I, const Function &Callee,
                                 const Summary &S, CallRenaming &Names) {
  for (unsigned N = 0; N < I.Operands.size(); ++N) {
    VarId Var = I.Operands[N].Reference;
    if (Var == NoId)
      continue;
    bool Written = N < S.Out.size() && Callee.Params[N].ByReference;
    Now.write(Var, Written ? Names.leave(S.Out[N], E.fresh()) : Value());
    if (!Written || S.Exposes[N])
      Now.expose(Var);
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
}

} // namespace tidy

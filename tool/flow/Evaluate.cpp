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

static Failing mostFailing(llvm::ArrayRef<Value> Of,
                           Failing (Value::*How)() const) {
  Failing Most = Failing::Not;
  for (const Value &V : Of)
    Most = std::max(Most, (V.*How)());
  return Most;
}

/// What is made of something that failed is failed, too. A list that holds such
/// is not, nor is an object; a sum of such a list is.
static Failing passedOn(const Instr &I, llvm::ArrayRef<Value> Args) {
  switch (I.Kind) {
  case InstrKind::Arith:
  case InstrKind::Compare:
    return mostFailing(Args, &Value::failingInside);
  case InstrKind::List:
  case InstrKind::Record:
    return Failing::Not;
  case InstrKind::Append:
  case InstrKind::Resize: // the last is put in
    Args = Args.drop_back();
    break;
  default:
    break;
  }
  return mostFailing(Args, &Value::failing);
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
  if (Failing How = passedOn(I, Args); How != Failing::Not)
    return UnknownValue{How};
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
  return (V.isUnknown() && V.failing() != Failing::Always) ||
         (L && llvm::any_of(L->Elements, hasUnknown));
}

/// Whether the call is given what comes of an op that fails.
Failing FunctionRun::failing(const Instr &I) const {
  Failing Most = Failing::Not;
  for (const Operand &O : I.Operands)
    Most = std::max(Most, operand(O).failingInside());
  return Most;
}

static Failing mostFailing(const Arguments &Args) {
  Failing Most = Failing::Not;
  for (const auto &[Name, V] : Args)
    Most = std::max(Most, V.failingInside());
  return Most;
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
  const UnknownValue Result{failing(I)};
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
      write(O.Reference, O.Path, Result);
  }
  return I.Integer && Result.How == Failing::Not ? nameSizes(Id, Dim::unknown())
                                                 : Value(Result);
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
  if (Failing How = mostFailing(Args); How != Failing::Not)
    return UnknownValue{How}; // what is wrong there was told already
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
  if (F.Instrs[Id].Kind == InstrKind::Op &&
      !(MayBeNone && asksOnly(Alternatives)))
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
          From && shapeGiver(*From).known())
        T.Origin = shapeGiver(*From);
  });
  return nameSizes(Id, std::move(O.Result));
}

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

/// Some sizes that the names stand for may well fit.
static bool dependsOnNames(const Arguments &Args) {
  bool Depends = false;
  for (const auto &[Name, V] : Args)
    V.mapDims([&](const Dim &D) {
      Depends |= llvm::any_of(D.symbols(), [](const Symbol &S) {
        return S.Rank == Symbol::Kind::Rigid;
      });
      return D;
    });
  return Depends;
}

/// The op throws; what would come after it is followed with an unknown value,
/// so that one cause gives one finding. Nothing is wrong where that is wanted.
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
  bool IsCertain = Contract == NoId && !dependsOnNames(S.What.Args);
  seen(Id).Suspects.push_back(std::move(S));
  return UnknownValue{IsCertain ? Failing::Always : Failing::Sometimes};
}

} // namespace tidy

//===- Methods.cpp - Methods by what the object is ------------------------===//
#include "flow/Run.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

Value FunctionRun::applyMethod(InstrId Id) {
  const Instr &I = F.Instrs[Id];
  if (I.Operands.size() != 2)
    return UnknownValue();
  std::size_t Before = seen(Id).Suspects.size();
  Value Given = operand(I.Operands[1]).normalised(Now.Known);
  Value V = applyTo(Id, operand(I.Operands[0]).normalised(Now.Known), Given);
  for (Suspect &S : llvm::drop_begin(seen(Id).Suspects, Before))
    if (S.What.Where == Place{Self, Id})
      S.What.Args.emplace(GivenInput, Given);
  return V;
}

/// What is put together of others, the list `In`, hands on from one to the
/// next. What fails is told which one it is in.
Value FunctionRun::applyParts(InstrId Id, const Value &Of, llvm::StringRef In,
                              Value V) {
  const Value Parts = fieldOf(Of, In);
  const auto *Modules = Parts.as<ListValue>();
  if (!Modules)
    return UnknownValue{V.failingInside()};
  for (auto [Index, Part] : llvm::enumerate(Modules->Elements)) {
    std::size_t Before = seen(Id).Suspects.size();
    V = applyTo(Id, Part, V);
    for (Suspect &S : llvm::drop_begin(seen(Id).Suspects, Before)) {
      PartOfModule &Here = S.What.Parts[{Self, Id}];
      Here.Whole = Of.as<RecordValue>()->Origin;
      Here.Index.insert(Here.Index.begin(), Index);
    }
  }
  return V;
}

/// Only the method with one parameter is told by its name.
static const CalleeModel *modelOf(const Models &M, const std::string &Name) {
  auto Known = M.Callees.find(Name);
  if (Known == M.Callees.end())
    return nullptr;
  auto Fits = [](const CalleeModel &C) {
    return C.IsMethod && C.Parameters.size() == 1;
  };
  auto It = llvm::find_if(Known->second, Fits);
  return It == Known->second.end() ? nullptr : &*It;
}

/// What is no module, but a function say, gives what nobody knows.
Value FunctionRun::applyTo(InstrId Id, const Value &Object, const Value &Arg) {
  const auto *R = Object.as<RecordValue>();
  const UnknownValue Unknown{std::max(Object.failing(), Arg.failingInside())};
  if (!R || R->Class.empty())
    return Unknown;
  auto Known = E.models().Records.find(R->Class);
  if (Known != E.models().Records.end() && !Known->second.empty()) {
    llvm::StringRef Row = Known->second.front();
    if (Row.consume_back("..."))
      return applyParts(Id, Object, Row, Arg);
  }
  std::string Method = R->Class + "::" + F.Instrs[Id].Name;
  if (FunctionId Own = E.calls().findMethod(Method); Own != NoId)
    return callOn(Id, Own, Object, Arg);
  const CalleeModel *Model = modelOf(E.models(), Method);
  if (!Model)
    return Unknown;
  Arguments Args;
  const Signature &Op = E.models().Ops.find(Model->Op)->second.front();
  for (auto [Position, A] : llvm::enumerate(Model->Arguments)) {
    Value &V = Args[A.Name.empty() ? Op.Parameters[Position].Name : A.Name];
    V = A.Literal          ? *A.Literal
        : !A.Field.empty() ? fieldOf(Object, A.Field)
                           : Arg;
  }
  std::size_t Before = seen(Id).Suspects.size();
  Value V = applyOp(Id, Model->Op, std::move(Args));
  for (Suspect &S : llvm::drop_begin(seen(Id).Suspects, Before)) {
    S.What.Inside = Method;
    S.What.Layer = R->Origin;
  }
  return V;
}

/// A call of a value that can be called. NoId if it is not known what it runs.
static FunctionId bodyOf(const Value &Callable, const CallGraph &Calls) {
  const auto *R = Callable.as<RecordValue>();
  llvm::StringRef Body = R ? llvm::StringRef(R->Class) : "";
  return Body.consume_front("(") && Body.consume_back(")") ? Calls.find(Body)
                                                           : FunctionId(NoId);
}

/// Its arguments, then what it captured. What a call may change of that, or has
/// by reference, is not followed.
Value FunctionRun::callValue(InstrId Id, FunctionId Body) {
  Instr Direct = F.Instrs[Id];
  Value Callable = operand(Direct.Operands[0]).normalised(Now.Known);
  Direct.Operands.erase(Direct.Operands.begin());
  const Function &Target = E.program().Functions[Body];
  std::vector<Value> Captured;
  for (size_t N = Direct.Operands.size(); N < Target.Params.size(); ++N) {
    const Param &P = Target.Params[N];
    bool IsKept = !P.ByReference || P.What == Param::Kind::Object;
    Captured.push_back(IsKept ? fieldOf(Callable, Target.Vars[P.Var].Name)
                              : Value());
  }
  return call(Id, Direct, Body, Captured);
}

/// What a virtual call means, by what its object is. Those that play a role
/// take the same arguments.
FunctionId FunctionRun::playerOf(const Instr &I) {
  if (I.Virtual.empty())
    return NoId;
  Value Object = operand(I.Operands[0]);
  if (I.Virtual == "()")
    return bodyOf(Object, E.calls());
  const auto *R = Object.as<RecordValue>();
  FunctionId Player = R && !R->Class.empty()
                          ? E.calls().findRole({I.Virtual, R->Class})
                          : FunctionId(NoId);
  bool Fits = Player != NoId &&
              E.program().Functions[Player].Params.size() == I.Operands.size();
  return Fits ? Player : FunctionId(NoId);
}

Value FunctionRun::callOn(InstrId Id, FunctionId Method, const Value &Object,
                          const Value &Arg) {
  std::vector<Value> Given{Object, Arg};
  std::size_t Before = seen(Id).Suspects.size();
  Value Declared = keepContract(Id, Method, Given);
  for (Suspect &S : llvm::drop_begin(seen(Id).Suspects, Before))
    S.What.Inside = E.program().Functions[Method].Name;
  CallRenaming Names;
  std::vector<Value> Args = Names.enter(Given, Now.leaked());
  const Summary *S = E.follow(Method, Args, Names);
  if (!S) {
    runOpaque();
    return Arg.failingInside() == Failing::Not
               ? Declared
               : UnknownValue{Arg.failingInside()};
  }
  if (!F.Instrs[Id].Expected || E.tellsExpected())
    takeSuspects(Id, *S, Names);
  takeSummary(*S, Names);
  Stopped = !S->Returns;
  return bring(Id, S->Result, Names);
}

/// What a callee gives, as it is known here. A recursion's own instructions are
/// not those of this call.
Value FunctionRun::bring(InstrId Id, Value V, CallRenaming &Names) {
  V.forEachTensor([&](TensorValue &T) {
    if (T.Origin.Function == Self && !T.Origin.IsParameter)
      T.Origin = {false, Self, Id};
  });
  return Names.leave(V, E.fresh());
}

} // namespace tidy

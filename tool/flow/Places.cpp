//===- Places.cpp - Variables and parts of them ---------------------------===//
#include "flow/Run.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// Lists of lists of lists would take more than the program is long.
static constexpr Extent Largest{12, 1u << 14};

/// A longer list is one of some length: it is copied for each change.
static constexpr std::size_t LongestList = 1024;

static Value unlessLarge(Value V) {
  if (const auto *L = V.as<ListValue>(); L && L->Elements.size() > LongestList)
    V = ManyValue{std::make_shared<const Value>(anyElement(V))};
  Extent E = V.extent();
  return E.Depth > Largest.Depth || E.Size > Largest.Size ? Value() : V;
}

std::vector<Step> FunctionRun::steps(const Path &P) const {
  std::vector<Step> Out;
  for (const PathStep &By : P) {
    Step &S = Out.emplace_back(Step{By});
    if (By.Index != NoId)
      if (const auto *Index = Last[By.Index].as<Dim>())
        S.Index = Now.Known.normalise(*Index);
  }
  return Out;
}

Value FunctionRun::read(VarId Var, const Path &P) const {
  Value V = Now.read(Var);
  bool IsKnown = !F.Vars[Var].Escapes || V.isFailed();
  return IsKnown ? partOf(std::move(V), steps(P)) : Value();
}

/// Other names of an object that is written to do not know any longer what is
/// in it; what may be any object makes that so of all.
void FunctionRun::write(VarId Var, const Path &P, const Value &V) {
  Written.insert(Var);
  if (P.empty())
    return Now.write(Var, V);
  std::vector<Step> Steps = steps(P);
  llvm::ArrayRef<Step> Way = Steps;
  Value Whole = Now.read(Var);
  Changed C = changedBy(Whole, Way);
  mayAlias(Var);
  if (C.Any)
    forgetObjects();
  else if (C.Handle.known())
    forgetObject(C.Handle);
  Value Object;
  if (!C.Any)
    Object = withPart(partOf(Whole, Way.take_front(C.Steps)),
                      Way.drop_front(C.Steps), V);
  Now.write(Var, unlessLarge(
                     withPart(Now.read(Var), Way.take_front(C.Steps), Object)));
}

/// Other parameters may refer to a part of what one leads to. A method's are
/// taken not to be fields of its object.
void FunctionRun::mayAlias(VarId By) {
  if (By >= F.Params.size() || !F.Params[By].ByReference ||
      F.Params[By].What == Param::Kind::Object)
    return;
  for (const Param &P : F.Params)
    if (P.ByReference && P.Var != By && P.What != Param::Kind::Object) {
      Written.insert(P.Var);
      Now.write(P.Var, UnknownValue());
    }
}

void FunctionRun::forgetObject(const Made &Handle) {
  E.countWork(Now.forgetObject(Handle) + Last.forgetObject(Handle));
  if (Handle.IsParameter)
    Tainted.insert(Handle);
}

/// By a pointer of which nothing is known, variables may be written as well.
void FunctionRun::forgetObjects() {
  ForgotObjects = true;
  forgetExposed();
  for (const Made &Handle : std::exchange(Objects, {}))
    forgetObject(Handle);
}

void FunctionRun::noteObjects(const Value &V) {
  V.mapHandles([](TensorValue &) {}, [&](Made &H) { Objects.insert(H); });
}

/// Only the name that the change is made by is known to lead to this tensor:
/// another round's, or another call's, has the same handle.
Value FunctionRun::changeInPlace(InstrId Id, Value Result) {
  const Value Changed = operand(F.Instrs[Id].Operands[0]);
  if (Changed.isNone()) // if the op does not throw, it writes to nothing
    return Changed;
  const auto *Old = Changed.as<TensorValue>();
  if (Changed.failing() == Failing::Always)
    return Changed;
  if (!Old) {
    taintAll();
    return UnknownValue();
  }
  PersistentSet<Made> Handle;
  Handle.set(Old->Handle, {});
  taint(Handle);
  if (auto *T = Result.as<TensorValue>())
    T->Handle = Old->Handle;
  return Result;
}

/// Two operands are, or are parts of, one variable, and the call changed one of
/// them: the callee saw the change through the other, which was not followed.
bool FunctionRun::writesWhatIsRead(const Instr &I, const Summary &S) const {
  auto Overlaps = [&](const Operand &A, const Operand &B) {
    size_t Common = std::min(A.Path.size(), B.Path.size());
    return A.Reference != NoId && A.Reference == B.Reference &&
           llvm::equal(llvm::ArrayRef(A.Path).take_front(Common),
                       llvm::ArrayRef(B.Path).take_front(Common));
  };
  for (unsigned N = 0; N < I.Operands.size() && N < S.Writes.size(); ++N)
    for (unsigned M = 0; M < I.Operands.size(); ++M)
      if (N != M && !I.Operands[N].ReadOnly &&
          Overlaps(I.Operands[N], I.Operands[M]) && S.Writes[N])
        return true;
  return false;
}

/// One class of the user's may be derived from another, a layer is itself.
static Value castTo(const std::string &Class, Value Object, const Models &M) {
  const auto *R = Object.as<RecordValue>();
  if (R && R->Class == Class)
    return Object;
  const auto &Layers = M.Records;
  bool IsOther = R && Layers.contains(R->Class) && Layers.contains(Class);
  return IsOther || Object.isNone() ? Value(NoneValue()) : Value();
}

/// Args: a list, how long it is to be, and what is to be added. Of unknown
/// length it is known what the elements are.
static Value resized(llvm::ArrayRef<Value> Args) {
  const auto *L = Args[0].as<ListValue>();
  const auto *To = Args[1].as<Dim>();
  std::optional<std::int64_t> Size = To ? To->constant() : std::nullopt;
  if (Size == 0)
    return ListValue();
  if ((!L && !Args[0].as<ManyValue>()) || (Size && *Size < 0))
    return UnknownValue();
  if (!L || !Size || size_t(*Size) > Largest.Size)
    return tidy::join(tidy::join(Args[0], ListValue{{Args[2]}}), ListValue());
  ListValue Out = *L;
  Out.Elements.resize(*Size, Args[2]);
  return Out;
}

static Value appended(Value List, const Value &With) {
  if (auto *L = List.as<ListValue>()) {
    L->Elements.push_back(With);
    return List;
  }
  return List.as<ManyValue>() ? tidy::join(List, ListValue{{With}}) : Value();
}

/// Args: a list, from where to where it is replaced, and by what list. Where
/// that is not known, it is known what the elements are.
static Value spliced(llvm::ArrayRef<Value> Args) {
  auto IsList = [](const Value &V) {
    return V.as<ListValue>() || V.as<ManyValue>();
  };
  if (!IsList(Args[0]) || !IsList(Args[3]))
    return UnknownValue();
  const auto *L = Args[0].as<ListValue>(), *New = Args[3].as<ListValue>();
  const auto *First = Args[1].as<Dim>(), *Last = Args[2].as<Dim>();
  auto From = First ? First->constant() : std::nullopt;
  auto To = Last ? Last->constant() : std::nullopt;
  if (!L || !New || !From || !To)
    return tidy::join(tidy::join(Args[0], Args[3]), ListValue());
  if (*From < 0 || *To < *From || size_t(*To) > L->Elements.size())
    return UnknownValue();
  ListValue Out = *L;
  auto At = Out.Elements.erase(Out.Elements.begin() + *From,
                               Out.Elements.begin() + *To);
  Out.Elements.insert(At, New->Elements.begin(), New->Elements.end());
  return Out;
}

/// Each round of a loop makes another object, as far as rounds are told apart.
unsigned FunctionRun::objectNumber(InstrId Share) {
  if (!isRepeat(Current.In) || isRepeated(Current.In))
    return Share;
  RoundPath For = Current.In;
  For.push_back(Share);
  return F.Instrs.size() +
         ObjectNumbers.try_emplace(For, ObjectNumbers.size()).first->second;
}

/// Lists and objects.
Value FunctionRun::evaluateParts(InstrId Id, std::vector<Value> Args) {
  const Instr &I = F.Instrs[Id];
  switch (I.Kind) {
  case InstrKind::List:
    return unlessLarge(ListValue{std::move(Args)});
  case InstrKind::Element: {
    const auto *Index = Args[1].as<Dim>();
    return elementOf(Args[0], Index ? *Index : Dim::unknown());
  }
  case InstrKind::Field:
    return fieldOf(Args[0], I.Name);
  case InstrKind::Record:
    return recordOf(Id, Args);
  case InstrKind::Share: {
    auto *Object = Args[0].as<RecordValue>();
    if (!Object)
      return Args[0];
    Object->Handle = {false, Self, objectNumber(Id)};
    Objects.insert(Object->Handle);
    return *Object;
  }
  case InstrKind::Or:
    return Args[0].mayBeNone() ? tidy::join(Args[0].given(), Args[1])
                               : Args[Args[0].isNone()];
  case InstrKind::As:
    return castTo(I.Name, std::move(Args[0]), E.models());
  case InstrKind::Append:
    return unlessLarge(appended(std::move(Args[0]), Args[1]));
  case InstrKind::Splice:
    return unlessLarge(spliced(Args));
  case InstrKind::Resize:
    return unlessLarge(resized(Args));
  default: // Count
    if (const auto *L = Args[0].as<ListValue>())
      return Dim(L->Elements.size());
    return nameSizes(Id, Dim::unknown());
  }
}

/// What a library's model says the fields of has no others.
Value FunctionRun::recordOf(InstrId Id, llvm::ArrayRef<Value> Args) const {
  const Instr &I = F.Instrs[Id];
  RecordValue R;
  R.Class = I.Name;
  R.IsClosed = E.models().Records.contains(I.Name);
  if (R.IsClosed) // the model's: of the user's own it is never asked
    R.Origin = {false, Self, Id};
  for (auto [O, V] : llvm::zip_equal(I.Operands, Args)) {
    const auto *Whole = V.as<RecordValue>();
    if (O.Parameter == "this") // of a lambda, which may be called later
      R.set(O.Parameter, withoutFields(V, E.calls().writtenFields()));
    else if (O.Parameter != "...")
      R.set(O.Parameter, V);
    else if (V.isFailed())
      return V;
    else if (Whole)
      R.setFields(Whole->fields().vec());
    if (O.Parameter == "...")
      R.IsClosed &= Whole && Whole->IsClosed;
  }
  return unlessLarge(std::move(R));
}

} // namespace tidy

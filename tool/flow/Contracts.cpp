//===- Contracts.cpp - Declared shapes against inferred ones --------------===//
#include "flow/Contracts.h"
#include "flow/Run.h"
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

static bool takesPart(const Param &P, const Function &F) {
  return P.Contract && !P.ByReference && F.Vars[P.Var].IsTensor;
}

static Parameter operandOf(std::string Name, const ShapePattern &Shape) {
  return {std::move(Name), {ParamType::Kind::Tensor, Shape}, true, {}};
}

std::string contractParameter(const Function &F, unsigned I) {
  const std::string &Name = F.Vars[F.Params[I].Var].Name;
  return Name.empty() ? std::to_string(I) : Name;
}

std::optional<Signature> contractOf(const Function &F) {
  Signature S;
  S.Name = F.Name;
  for (auto [I, P] : llvm::enumerate(F.Params))
    if (takesPart(P, F))
      S.Parameters.push_back(operandOf(contractParameter(F, I), *P.Contract));
  if (S.Parameters.empty())
    return std::nullopt;
  S.Result.What = ResultPattern::Kind::Shape;
  if (F.Result)
    S.Result.Pattern = *F.Result;
  return S;
}

/// A list of tensors, say, has no shape of its own, nor does none.
static Value onlyTensor(const Value &V) {
  bool HasShape = V.as<TensorValue>() && !V.mayBeNone();
  return HasShape || V.isNone() ? V : Value();
}

Arguments contractArguments(const Function &F, llvm::ArrayRef<Value> Args) {
  Arguments Out;
  for (auto [I, P] : llvm::enumerate(F.Params))
    if (takesPart(P, F))
      Out[contractParameter(F, I)] = onlyTensor(Args[I]);
  return Out;
}

static void addNames(const Expr &E, std::vector<std::string> &To) {
  if (E.Op == Expr::Kind::Name && !llvm::is_contained(To, E.Name))
    To.push_back(E.Name);
  for (const Expr &Arg : E.Args)
    addNames(Arg, To);
}

std::vector<std::string> lettersOf(const ShapePattern &Declared) {
  std::vector<std::string> Names;
  for (const AxisPattern &A : Declared)
    addNames(A.Size, Names);
  return Names;
}

Outcome matchDeclared(const ShapePattern &Declared, const Value &V,
                      const Letters &Of, Facts &F) {
  Signature S;
  Arguments Args;
  for (const std::string &Name : lettersOf(Declared)) {
    S.Parameters.push_back({Name, {ParamType::Kind::Int, {}}, false, {}});
    Args[Name] = Of.at(Name);
  }
  S.Parameters.push_back(operandOf(DeclaredTensor, Declared));
  S.Result.What = ResultPattern::Kind::Shape;
  S.Result.Pattern = Declared;
  Args[DeclaredTensor] = V;
  Outcome O = apply(S, Args, F);
  if (O.Failure)
    O.Failure->Broken = nullptr; // it ends here
  const auto *T = V.as<TensorValue>();
  const auto *Said = O.Result.as<TensorValue>();
  if (!Said || O.Failure)
    return O;
  // The sizes that nobody knew are those that were declared.
  TensorValue Refined = T ? *T : TensorValue();
  Refined.Sizes = Refined.Sizes.filledFrom(Said->Sizes).normalised(F);
  O.Result = Refined;
  return O;
}

static bool mayFit(const Value &V) {
  return (V.isUnknown() && !V.isFailed()) ||
         (V.as<TensorValue>() && !V.mayBeNone());
}

/// The letters of the parameters' contracts stand for what the arguments have
/// there: the very letters where the function is looked at on its own. What is
/// not known of an argument is what was declared.
void FunctionRun::enterContracts(std::vector<Value> &Args, Facts &Known) {
  for (auto [P, Arg] : llvm::zip(F.Params, Args)) {
    if (!takesPart(P, F))
      continue;
    for (const std::string &Name : lettersOf(*P.Contract))
      if (auto [It, New] = ParameterLetters.try_emplace(Name, Dim()); New)
        It->second = E.fresh().make(Name, true);
    if (P.What != Param::Kind::Tensor || !mayFit(Arg))
      continue;
    Outcome O = matchDeclared(*P.Contract, Arg, ParameterLetters, Known);
    if (!O.Failure)
      Arg = O.Result;
  }
}

/// In a function a letter is one size. In a loop it may be another one each
/// time, if it is not a parameter's.
Letters FunctionRun::lettersAt(InstrId Id) {
  Letters Of;
  bool InCycle = G.isInCycle(G.homeOf(Id));
  for (const std::string &Name : lettersOf(F.Instrs[Id].Pattern)) {
    if (auto Known = ParameterLetters.find(Name);
        Known != ParameterLetters.end()) {
      Of.insert(*Known);
      continue;
    }
    if (InCycle) {
      Of[Name] = E.fresh().make(Name, true);
      continue;
    }
    auto [It, New] = OwnLetters.try_emplace(Name, Dim());
    if (New)
      It->second = E.fresh().make(Name, true);
    Of.insert(*It);
  }
  return Of;
}

/// Where each letter is declared in the function's body.
static std::map<std::string, std::set<std::string>>
declarations(const Function &F) {
  std::map<std::string, std::set<std::string>> Found;
  for (const Instr &I : F.Instrs)
    if (I.Kind == InstrKind::Expect)
      for (const std::string &Letter : lettersOf(I.Pattern))
        Found[Letter].insert(I.Name + " " + print(I.Pattern));
  return Found;
}

/// A letter that only fields of one declaration have says nothing of their
/// sizes at another time: a cache grows. It is the size that is there.
void FunctionRun::freeLetters(InstrId Id, const Value &V, Letters &Of) {
  const auto *T = V.as<TensorValue>();
  const ShapePattern &Declared = F.Instrs[Id].Pattern;
  bool Fits = F.Instrs[Id].Name == "field" && T && T->Sizes.hasRank() &&
              T->Sizes.rank() == Declared.size();
  if (!Fits)
    return;
  if (!Declarations)
    Declarations = declarations(F);
  for (std::size_t Axis = Declared.size(); Axis-- > 0;) {
    const AxisPattern &A = Declared[Axis];
    bool IsLetter = A.What == AxisPattern::Kind::Size && !A.isMarked() &&
                    A.Size.Op == Expr::Kind::Name;
    if (IsLetter && !ParameterLetters.contains(A.Size.Name) &&
        Declarations->at(A.Size.Name).size() == 1 &&
        !T->Sizes.sizes()[Axis].isUnknown())
      Of.at(A.Size.Name) = T->Sizes.sizes()[Axis];
  }
}

/// A declaration holds from here on, also of what nobody knew. What cannot be
/// as declared is not followed further.
Value FunctionRun::expect(InstrId Id) {
  const Instr &I = F.Instrs[Id];
  Value V = operand(I.Operands[0]).normalised(Now.Known);
  if (!mayFit(V) || I.Name == "comment") // those are read when all is known
    return V;
  Letters Of = lettersAt(Id);
  freeLetters(Id, V, Of);
  Outcome O = matchDeclared(I.Pattern, V, Of, Now.Known);
  if (O.Failure)
    return failOp(Id, std::move(*O.Failure), {{DeclaredTensor, V}}, Self);
  const auto *Before = V.as<TensorValue>();
  O.Result.forEachTensor([&](TensorValue &T) {
    if (Before && T.Handle.known() && T.Sizes.tellsMoreThan(Before->Sizes))
      Now.leak(T.Handle); // others may hold it, without its being known
  });
  if (!Before || Before->Sizes.isUnknown())
    O.Result.forEachTensor(
        [&](TensorValue &T) { T.Origin = Made{false, Self, Id}; });
  return O.Result;
}

/// Holds a call to what the callee declares; what that takes is so from here
/// on. Gives the declared result. If the contract is broken, that is cause
/// enough: what broke it is failed, also to the callee.
Value FunctionRun::keepContract(InstrId Id, FunctionId Callee,
                                std::vector<Value> &Args) {
  const Signature *Contract = E.contract(Callee);
  if (!Contract)
    return Value();
  const Function &Target = E.program().Functions[Callee];
  Arguments Given = contractArguments(Target, Args);
  Outcome O = apply(*Contract, Given, Now.Known);
  if (O.Failure) {
    O.Failure->Broken = nullptr; // it ends with the Engine
    O.Failure->Contracted = false;
    const std::string Broken[] = {O.Failure->First.Parameter,
                                  O.Failure->Second.Parameter};
    Value Result = failOp(Id, std::move(*O.Failure), std::move(Given), Callee);
    bool IsAny = Broken[0].empty() && Broken[1].empty();
    for (auto [N, Arg] : llvm::enumerate(Args))
      if (takesPart(Target.Params[N], Target) &&
          (IsAny || llvm::is_contained(Broken, contractParameter(Target, N))))
        Arg = Result;
    return Result;
  }
  for (Value &Arg : Args)
    Arg = Arg.normalised(Now.Known);
  if (!Target.Result)
    return Value();
  O.Result.forEachTensor(
      [&](TensorValue &T) { T.Origin = Made{false, Self, Id}; });
  return O.Result;
}

} // namespace tidy

//===- RandomCode.cpp - Random programs: functions and calls --------------===//
#include "flow/RandomCode.h"
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

using concrete::Datum;
using concrete::Sizes;
using concrete::Tensor;

/// Variables come in the order of the parameters.
void CodeGenerator::parameter(const Datum &Guess, bool ByReference) {
  Param New;
  bool IsTensor = Guess.as<Tensor>();
  New.Var = newVar(IsTensor);
  New.What = IsTensor ? Param::Kind::Tensor : Param::Kind::Int;
  New.ByReference = ByReference;
  M.Code.Params.push_back(New);
  M.Vars.push_back({New.Var, IsTensor, Guess});
}

/// Tensors with declared shapes or without, and numbers.
void CodeGenerator::rootParameters() {
  static const std::pair<const char *, std::int64_t> Axes[] = {
      {"b", 11}, {"k", 7}, {"d", 13}, {"2*d", 26}, {"3", 3}, {"_", 5}};
  for (unsigned I = below(3); I > 0; --I) {
    std::string Contract;
    Sizes S;
    for (unsigned Rank = 1 + below(3); Rank > 0; --Rank) {
      const auto &[Axis, Size] = Axes[below(6)];
      Contract += (Contract.empty() ? "" : ", ") + std::string(Axis);
      S.push_back(Size);
    }
    parameter(std::make_shared<Sizes>(S), false);
    if (!oneIn(4))
      M.Code.Params.back().Contract = llvm::cantFail(parseShape(Contract));
  }
  for (unsigned I = below(3); I > 0; --I)
    parameter(std::int64_t(below(6)), false);
}

void CodeGenerator::open(bool GivesTensor) {
  M.GivesTensor = GivesTensor;
  M.Code.Usr = M.Code.Name = "f" + std::to_string(Names++);
  M.Code.Blocks.emplace_back();
}

void CodeGenerator::giveBack() {
  const Known *V = pick(M.GivesTensor);
  InstrId I = V ? load(*V) : M.GivesTensor ? made({1, 2}) : constant(2);
  M.Result = M.Guesses[I];
  end({Terminator::Kind::Return, I, {}});
}

/// A function that is made for these arguments.
CodeGenerator::Callable
CodeGenerator::newCallee(const std::vector<InstrId> &Args,
                         const std::vector<VarId> &References) {
  std::vector<Datum> Given;
  for (InstrId I : Args)
    Given.push_back(M.Guesses[I]);
  Making Caller = std::exchange(M, Making());
  ++Depth;
  open(!oneIn(3));
  for (const Datum &D : Given)
    parameter(D, false);
  for (const Known &V : Caller.Vars)
    if (llvm::is_contained(References, V.Var))
      parameter(V.Guess, true);
  M.Mark = newVar(false);
  statements(1 + below(4));
  giveBack();
  Callable New{M.Code.Usr, M.Code.Params, M.GivesTensor, M.Result};
  P.Functions.push_back(std::move(M.Code));
  --Depth;
  M = std::move(Caller);
  Callees.push_back(New);
  return New;
}

/// Of an old function: arguments of the right kinds, whatever their shapes.
std::optional<InstrId> CodeGenerator::callTo(const Callable &To) {
  Instr I;
  I.Kind = InstrKind::Call;
  I.Name = To.Usr;
  std::set<VarId> Used;
  for (const Param &Each : To.Params) {
    bool IsTensor = Each.What == Param::Kind::Tensor;
    if (!Each.ByReference) {
      InstrId From = IsTensor ? tensor() : number(below(5));
      I.Operands.push_back({"", From, NoId});
      continue;
    }
    const Known *V = pick(IsTensor);
    if (!V || !Used.insert(V->Var).second)
      return std::nullopt;
    I.Operands.push_back({"", NoId, V->Var});
  }
  return emit(std::move(I), To.Guess);
}

std::optional<InstrId> CodeGenerator::callNew() {
  std::vector<InstrId> Args;
  std::vector<VarId> References;
  for (unsigned N = below(3); N > 0; --N)
    Args.push_back(tensor());
  for (unsigned N = below(2); N > 0; --N)
    Args.push_back(number(1 + below(4)));
  if (const Known *V = oneIn(3) ? pick(!oneIn(3)) : nullptr)
    References.push_back(V->Var);
  Callable To = newCallee(Args, References);
  Instr I;
  I.Kind = InstrKind::Call;
  I.Name = To.Usr;
  for (InstrId Arg : Args)
    I.Operands.push_back({"", Arg, NoId});
  for (VarId V : References)
    I.Operands.push_back({"", NoId, V});
  return emit(std::move(I), To.Guess);
}

void CodeGenerator::call() {
  std::optional<InstrId> From;
  bool IsTensor = true;
  if (Depth && !IsConstant && oneIn(8)) {
    IsTensor = M.GivesTensor; // itself
    Datum Guess =
        IsTensor ? Datum(std::make_shared<Sizes>()) : Datum(std::int64_t(1));
    From = callTo({M.Code.Usr, M.Code.Params, IsTensor, Guess});
  } else if (Depth < 3 && (Callees.empty() || oneIn(2))) {
    From = callNew();
    IsTensor = Callees.back().GivesTensor;
  } else if (!Callees.empty()) {
    Callable To = Callees[below(unsigned(Callees.size()))];
    IsTensor = To.GivesTensor;
    From = callTo(To);
  }
  if (!From)
    return;
  M.Vars.push_back({newVar(IsTensor), IsTensor, {}});
  store(M.Vars.back().Var, *From);
}

Program CodeGenerator::program() {
  P = {};
  M = {};
  Callees.clear();
  Names = 0;
  IsConstant = oneIn(4);
  Left = 4 + below(20);
  open(true);
  if (!IsConstant)
    rootParameters();
  M.Mark = newVar(false);
  while (Left > 0)
    statements(Left);
  giveBack();
  P.Functions.push_back(std::move(M.Code));
  return std::move(P);
}

} // namespace tidy

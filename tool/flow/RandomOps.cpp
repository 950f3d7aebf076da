//===- RandomOps.cpp - Random programs: expressions -----------------------===//
#include "flow/RandomCode.h"
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include <functional>
#include <numeric>

namespace tidy {

using concrete::Datum;
using concrete::Sizes;
using concrete::Tensor;

InstrId CodeGenerator::emit(Instr I, Datum Guess) {
  InstrId Id = M.Code.Instrs.size();
  M.Code.Instrs.push_back(std::move(I));
  M.Guesses.push_back(std::move(Guess));
  M.Code.Blocks[M.Now].Instrs.push_back(Id);
  return Id;
}

/// What throws is imagined to give some tensor all the same.
InstrId CodeGenerator::op(const std::string &Name,
                          std::vector<std::pair<std::string, InstrId>> Args) {
  Instr I;
  I.Kind = InstrKind::Op;
  I.Name = Name;
  concrete::Given Given;
  bool IsKnown = true;
  for (auto &[Parameter, From] : Args) {
    I.Operands.push_back({Parameter, From, NoId});
    Given[Parameter] = M.Guesses[From];
    IsKnown &= !M.Guesses[From].as<concrete::Nothing>() &&
               !concrete::isLarge(M.Guesses[From]);
  }
  std::optional<Datum> D =
      IsKnown ? concrete::perform(Name, Given) : std::nullopt;
  bool IsNumber = Name == "size" || Name == "rank" || Name == "numel";
  Datum Else = IsNumber          ? Datum(std::int64_t(2))
               : Name == "sizes" ? Datum(concrete::List())
                                 : Datum(std::make_shared<Sizes>());
  return emit(std::move(I), D.value_or(Else));
}

InstrId CodeGenerator::literal(const std::string &Text, Datum Guess) {
  Instr I;
  I.Kind = InstrKind::Const;
  I.Literal = llvm::cantFail(parseValue(Text));
  return emit(std::move(I), std::move(Guess));
}

InstrId CodeGenerator::constant(std::int64_t N) {
  return literal(std::to_string(N), N);
}

InstrId CodeGenerator::load(const Known &V) {
  Instr I;
  I.Kind = InstrKind::Load;
  I.Var = V.Var;
  return emit(std::move(I), V.Guess);
}

void CodeGenerator::store(VarId Var, InstrId From) {
  Instr I;
  I.Kind = InstrKind::Store;
  I.Var = Var;
  I.Operands = {{"", From, NoId}};
  Datum D = M.Guesses[From];
  emit(std::move(I), D);
  for (Known &V : M.Vars)
    if (V.Var == Var)
      V.Guess = D;
}

InstrId CodeGenerator::list(const std::vector<InstrId> &Parts) {
  Instr I;
  I.Kind = InstrKind::List;
  concrete::List L;
  for (InstrId Part : Parts) {
    I.Operands.push_back({"", Part, NoId});
    L.push_back(M.Guesses[Part]);
  }
  return emit(std::move(I), std::move(L));
}

VarId CodeGenerator::newVar(bool IsTensor) {
  Variable V;
  V.Name =
      std::string(IsTensor ? "t" : "n") + std::to_string(M.Code.Vars.size());
  V.IsTensor = IsTensor;
  M.Code.Vars.push_back(std::move(V));
  return M.Code.Vars.size() - 1;
}

const CodeGenerator::Known *CodeGenerator::pick(bool IsTensor) {
  std::vector<const Known *> Fit;
  for (const Known &V : M.Vars)
    if (V.IsTensor == IsTensor)
      Fit.push_back(&V);
  return Fit.empty() ? nullptr : Fit[below(unsigned(Fit.size()))];
}

Sizes CodeGenerator::guess(InstrId I) const {
  const auto *T = M.Guesses[I].as<Tensor>();
  return T ? **T : Sizes();
}

/// A number that is `Wanted` in the imagined run, however it is come by.
InstrId CodeGenerator::number(std::int64_t Wanted) {
  if (oneIn(40))
    Wanted = below(6);
  std::vector<std::function<InstrId()>> Ways;
  for (const Known &V : M.Vars) {
    const auto *N = V.Guess.as<std::int64_t>();
    const auto *T = V.Guess.as<Tensor>();
    if (N && *N == Wanted)
      Ways.push_back([this, V] { return load(V); });
    for (size_t I = 0; T && I < (*T)->size(); ++I)
      if ((**T)[I] == Wanted)
        Ways.push_back([this, V, I] {
          return op("size", {{"x", load(V)}, {"dim", constant(I)}});
        });
  }
  if (!Ways.empty() && !oneIn(3))
    return Ways[below(unsigned(Ways.size()))]();
  const Known *V = pick(false);
  if (!V || oneIn(2))
    return constant(Wanted);
  std::int64_t Have = *V->Guess.as<std::int64_t>();
  Instr I;
  I.Kind = InstrKind::Arith;
  I.Name = Wanted >= Have ? "+" : "-";
  InstrId From = load(*V), By = constant(std::abs(Wanted - Have));
  I.Operands = {{"", From, NoId}, {"", By, NoId}};
  return emit(std::move(I), Wanted);
}

InstrId CodeGenerator::sizeList(const Sizes &Wanted) {
  std::vector<InstrId> Parts;
  for (std::int64_t N : Wanted)
    Parts.push_back(N == -1 ? constant(-1) : number(N));
  return list(Parts);
}

InstrId CodeGenerator::made(const Sizes &S) {
  return op("filled", {{"size", sizeList(S)}});
}

/// Of some variable, or a new one.
InstrId CodeGenerator::tensor() {
  const Known *V = oneIn(5) ? nullptr : pick(true);
  if (V)
    return load(*V);
  Sizes S;
  for (unsigned I = below(4); I > 0; --I)
    S.push_back(oneIn(12) ? 0 : 1 + below(5));
  return made(S);
}

InstrId CodeGenerator::axis(size_t Rank) {
  std::int64_t R = Rank;
  if (oneIn(25))
    return constant(R);
  return constant(R ? std::int64_t(below(2 * R)) - R : 0);
}

/// Integers of the program's own.
InstrId CodeGenerator::anyNumber() {
  static const char *Operators[] = {"+", "-", "*", "/", "%", "min", "max"};
  if (oneIn(5))
    return op(oneIn(2) ? "numel" : "rank", {{"x", tensor()}});
  const Known *A = pick(false), *B = pick(false);
  if (!A || oneIn(5)) {
    InstrId X = tensor();
    return op("size", {{"x", X}, {"dim", axis(guess(X).size())}});
  }
  InstrId L = load(*A), R = oneIn(2) ? load(*B) : constant(1 + below(4));
  if (oneIn(12)) {
    Instr I;
    I.Kind = InstrKind::Arith;
    I.Name = oneIn(2) ? "i32" : "u64";
    I.Operands = {{"", L, NoId}};
    return emit(std::move(I), M.Guesses[L]);
  }
  std::int64_t X = *M.Guesses[L].as<std::int64_t>(),
               Y = *M.Guesses[R].as<std::int64_t>();
  unsigned Which = below(7);
  std::int64_t Values[] = {X + Y,         X - Y,         X * Y,
                           Y ? X / Y : 0, Y ? X % Y : 0, std::min(X, Y),
                           std::max(X, Y)};
  Instr I;
  I.Kind = InstrKind::Arith;
  I.Name = Operators[Which];
  I.Operands = {{"", L, NoId}, {"", R, NoId}};
  return emit(std::move(I), Values[Which]);
}

InstrId CodeGenerator::reshape(InstrId X, const Sizes &S) {
  Sizes To = S;
  unsigned Steps = 1 + below(3);
  for (unsigned I = 0; I < Steps; ++I) {
    size_t At = To.empty() ? 0 : below(unsigned(To.size()));
    if (oneIn(2) && At + 1 < To.size()) { // two axes become one
      To[At] *= To[At + 1];
      To.erase(To.begin() + At + 1);
    } else if (!To.empty() && To[At] % 2 == 0 &&
               To[At] > 0) { // one becomes two
      To[At] /= 2;
      To.insert(To.begin() + At, 2);
    } else if (To.empty() || oneIn(3)) {
      To.insert(To.begin() + At, 1);
    } else {
      std::swap(To[At], To[0]);
    }
  }
  if (!To.empty() && oneIn(3))
    To[below(unsigned(To.size()))] = -1;
  if (!To.empty() && oneIn(30))
    ++To[0];
  if (oneIn(8))
    return op("reshape", {{"x", X}, {"to", op("sizes", {{"x", tensor()}})}});
  return op("reshape", {{"x", X}, {"to", sizeList(To)}});
}

InstrId CodeGenerator::viewOp(InstrId X, const Sizes &S) {
  size_t Rank = S.size();
  switch (below(6)) {
  case 0: {
    std::vector<std::int64_t> Order(Rank);
    std::iota(Order.begin(), Order.end(), 0);
    std::shuffle(Order.begin(), Order.end(), Random);
    if (oneIn(20))
      Order.push_back(0);
    std::vector<InstrId> Parts;
    for (std::int64_t A : Order)
      Parts.push_back(constant(oneIn(4) ? A - std::int64_t(Rank) : A));
    return op("permute", {{"x", X}, {"dims", list(Parts)}});
  }
  case 1: {
    InstrId I = axis(Rank), J = axis(Rank);
    return op("transpose", {{"x", X}, {"i", I}, {"j", J}});
  }
  case 2:
    return op("unsqueeze", {{"x", X}, {"at", axis(Rank + 1)}});
  case 3:
    if (oneIn(3))
      return op("squeeze", {{"x", X}});
    return op("squeeze", {{"x", X}, {"dim", axis(Rank)}});
  case 4: {
    Sizes To = S;
    for (std::int64_t &N : To)
      N = N == 1 ? 1 + below(4) : oneIn(3) ? -1 : N;
    if (oneIn(3))
      To.insert(To.begin(), 1 + below(3));
    return op("expand", {{"x", X}, {"to", sizeList(To)}});
  }
  default:
    return reshape(X, S);
  }
}

InstrId CodeGenerator::partOp(InstrId X, const Sizes &S) {
  InstrId A = axis(S.size());
  std::int64_t At = *M.Guesses[A].as<std::int64_t>();
  size_t Index = At < 0 ? At + S.size() : At;
  std::int64_t Have = Index < S.size() ? S[Index] : 1;
  switch (below(4)) {
  case 0: {
    InstrId I = number(Have > 0 ? below(unsigned(Have)) : 0);
    return op("select", {{"x", X}, {"dim", A}, {"index", I}});
  }
  case 1: {
    std::int64_t Start = below(unsigned(Have) + 1);
    InstrId B = number(Start), L = number(below(unsigned(Have - Start) + 1));
    return op("narrow", {{"x", X}, {"dim", A}, {"start", B}, {"length", L}});
  }
  case 2: {
    if (oneIn(4))
      return op("reduce", {{"x", X}});
    InstrId Keep = oneIn(2) ? literal("true", true) : literal("false", false);
    InstrId Axes = oneIn(2) ? A : list({A, axis(S.size())});
    return op("reduce", {{"x", X}, {"dims", Axes}, {"keepdim", Keep}});
  }
  default:
    return oneIn(2) ? op("softmax", {{"x", X}, {"dim", A}})
                    : op("elementwise", {{"x", X}});
  }
}

InstrId CodeGenerator::twoOp(InstrId X, const Sizes &S) {
  bool IsProduct = oneIn(2);
  if (oneIn(6)) {
    InstrId Y = tensor();
    return IsProduct ? op("matmul", {{"a", X}, {"b", Y}})
                     : op("broadcasting", {{"x", X}, {"y", Y}});
  }
  if (IsProduct) {
    Sizes Other;
    if (S.size() > 2 && oneIn(2))
      Other.push_back(oneIn(2) ? 1 : S[S.size() - 3]);
    Other.push_back(S.empty() ? 2 : S.back());
    if (!oneIn(4))
      Other.push_back(1 + below(4));
    return op("matmul", {{"a", X}, {"b", made(Other)}});
  }
  Sizes Other = S;
  for (std::int64_t &N : Other)
    N = oneIn(3) ? 1 : N == 1 && oneIn(2) ? 2 : N;
  if (!Other.empty() && oneIn(3))
    Other.erase(Other.begin());
  InstrId Y = made(Other);
  return op(oneIn(4) ? "in_place" : "broadcasting", {{"x", X}, {"y", Y}});
}

InstrId CodeGenerator::listOp(InstrId X, const Sizes &S) {
  std::vector<InstrId> Parts{X};
  bool Joins = oneIn(2);
  size_t At = S.empty() ? 0 : below(unsigned(S.size()));
  for (unsigned I = 1 + below(2); I > 0; --I) {
    Sizes Other = S;
    if (Joins && !Other.empty())
      Other[At] = below(4);
    if (Joins && oneIn(8))
      Other = {0};
    Parts.push_back(oneIn(6) ? tensor() : made(Other));
  }
  std::shuffle(Parts.begin(), Parts.end(), Random);
  InstrId Xs = list(Parts);
  if (Joins)
    return op("cat", {{"xs", Xs}, {"dim", constant(std::int64_t(At))}});
  return op("stack", {{"xs", Xs}, {"at", axis(S.size() + 1)}});
}

InstrId CodeGenerator::anyOp() {
  InstrId X = tensor();
  Sizes S = guess(X);
  if (S.size() > 4)
    return op("reduce", {{"x", X}, {"dims", constant(0)}});
  switch (below(5)) {
  case 0:
  case 1:
    return viewOp(X, S);
  case 2:
    return partOp(X, S);
  case 3:
    return twoOp(X, S);
  default:
    return listOp(X, S);
  }
}

} // namespace tidy

//===- Concrete.cpp - Programs, run ---------------------------------------===//
#include "flow/Concrete.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

namespace tidy::concrete {

std::string str(const Datum &D) {
  std::string Out;
  if (const auto *N = D.as<std::int64_t>())
    return std::to_string(*N);
  if (const auto *B = D.as<bool>())
    return *B ? "true" : "false";
  if (const auto *Text = D.as<std::string>())
    return Value(TextValue{*Text}).str();
  if (const auto *T = D.as<Tensor>()) {
    for (std::int64_t N : **T)
      Out += (Out.empty() ? "" : ", ") + std::to_string(N);
    return "[" + Out + "]";
  }
  if (const auto *L = D.as<List>()) {
    for (const Datum &E : *L)
      Out += (Out.empty() ? "" : ", ") + str(E);
    return "(" + Out + ")";
  }
  return D.as<None>() ? "none" : D.as<Fraction>() ? "number" : "nothing";
}

static void forEachTensor(const Datum &D,
                          llvm::function_ref<void(const Tensor &)> Visit) {
  if (const auto *T = D.as<Tensor>())
    Visit(*T);
  if (const auto *L = D.as<List>())
    for (const Datum &E : *L)
      forEachTensor(E, Visit);
}

bool isLarge(const Datum &D) {
  bool Large = false;
  forEachTensor(D, [&](const Tensor &T) {
    std::int64_t N = 1;
    for (std::int64_t Size : *T)
      Large |= Size > std::int64_t(1) << 40 ||
               __builtin_mul_overflow(N, std::max<std::int64_t>(Size, 1), &N);
  });
  return Large;
}

static Datum literal(const Value &V) {
  if (const auto *D = V.as<Dim>())
    return *D->constant();
  if (const auto *A = V.as<Answer>())
    return *A == Answer::Yes;
  if (const auto *T = V.as<TextValue>())
    return T->Text;
  List Out;
  if (const auto *L = V.as<ListValue>())
    for (const Value &E : L->Elements)
      Out.push_back(literal(E));
  return V.as<ListValue>() ? Datum(Out) : V.isNone() ? Datum(None()) : Datum();
}

Datum Machine::operand(const Frame &In, const Operand &O) const {
  return O.Reference != NoId ? *In.Vars[O.Reference] : In.Values[O.From];
}

/// As C++ does it, and none where that leaves the result open, nor where a
/// negative number is divided: names are taken for sizes (docs/limits.md).
static std::optional<std::int64_t> arithmetic(const std::string &Op,
                                              std::int64_t A, std::int64_t B) {
  std::int64_t Out = 0;
  if (Op == "+" || Op == "-" || Op == "*") {
    bool Over = Op == "+"   ? __builtin_add_overflow(A, B, &Out)
                : Op == "-" ? __builtin_sub_overflow(A, B, &Out)
                            : __builtin_mul_overflow(A, B, &Out);
    return Over ? std::nullopt : std::optional(Out);
  }
  if (Op == "min" || Op == "max")
    return Op == "min" ? std::min(A, B) : std::max(A, B);
  if (A < 0 || B <= 0)
    return std::nullopt;
  return Op == "/" ? A / B : A % B;
}

/// `i32` and the like, of what fits there.
static std::optional<std::int64_t> converted(llvm::StringRef Type,
                                             std::int64_t A) {
  unsigned Bits = std::stoul(Type.drop_front().str());
  bool Fits =
      Type[0] == 'i' ? llvm::isIntN(Bits, A) : A >= 0 && llvm::isUIntN(Bits, A);
  return Fits ? std::optional(A) : std::nullopt;
}

static bool compared(const std::string &Op, std::int64_t A, std::int64_t B) {
  return Op == "=="   ? A == B
         : Op == "!=" ? A != B
         : Op == "<"  ? A < B
         : Op == "<=" ? A <= B
         : Op == ">"  ? A > B
                      : A >= B;
}

static bool truth(const Datum &D) {
  if (const auto *N = D.as<std::int64_t>())
    return *N != 0;
  const auto *B = D.as<bool>();
  return B ? *B : !D.as<None>();
}

Datum Machine::value(Frame &In, const Instr &I, bool &IsDefined) {
  List Args;
  for (const Operand &O : I.Operands)
    Args.push_back(operand(In, O));
  if (I.Kind == InstrKind::List)
    return Args;
  if (I.Name == "not" || I.Name == "bool")
    return truth(Args[0]) == (I.Name == "bool");
  if (I.Name == "given")
    return !Args[0].as<None>();
  if (const auto *Text = Args[0].as<std::string>();
      Text && I.Kind == InstrKind::Compare && Args[1].as<std::string>())
    return (*Text == *Args[1].as<std::string>()) == (I.Name == "==");
  const auto *A = Args[0].as<std::int64_t>();
  const auto *B =
      Args.size() > 1 ? Args[1].as<std::int64_t>() : Args[0].as<std::int64_t>();
  if (I.Kind == InstrKind::Element) {
    const auto *L = Args[0].as<List>();
    IsDefined = L && B && *B >= 0 && size_t(*B) < L->size();
    return IsDefined ? (*L)[*B] : Datum();
  }
  IsDefined = A && B;
  if (!IsDefined)
    return Nothing();
  if (I.Kind == InstrKind::Compare)
    return compared(I.Name, *A, *B);
  auto N = I.Name == "neg"    ? arithmetic("-", 0, *A)
           : wrapType(I.Name) ? converted(I.Name, *A)
                              : arithmetic(I.Name, *A, *B);
  IsDefined = N.has_value();
  return N ? Datum(*N) : Datum();
}

/// The analysis takes a computed size for a size, never for the -1 that asks
/// for one to be inferred (docs/limits.md).
bool Machine::isComputedInference(const Frame &In, const Instr &I) const {
  if (I.Name != "reshape" && I.Name != "expand")
    return false;
  const Instr &To = P.Functions[In.Id].Instrs[I.Operands[1].From];
  return llvm::any_of(To.Operands, [&](const Operand &O) {
    const auto *N = In.Values[O.From].as<std::int64_t>();
    return N && *N == -1 &&
           P.Functions[In.Id].Instrs[O.From].Kind != InstrKind::Const;
  });
}

std::optional<End> Machine::op(Frame &In, InstrId Id) {
  const Instr &I = P.Functions[In.Id].Instrs[Id];
  Given Args;
  for (const Operand &O : I.Operands) {
    Datum D = operand(In, O);
    if (D.as<Nothing>() || isLarge(D))
      return End{End::Kind::Undefined, {}, {}};
    Args[O.Parameter] = std::move(D);
  }
  if (isComputedInference(In, I))
    return End{End::Kind::Undefined, {}, {}};
  Place At{In.Id, Id};
  W.tries(At, Calls);
  std::optional<Datum> D = perform(I.Name, Args);
  if (!D) {
    W.threw(At, Calls);
    return End{End::Kind::Failed, At, {}};
  }
  In.Values[Id] = std::move(*D);
  return std::nullopt;
}

void Machine::reshape(const Datum &D) {
  forEachTensor(D, [&](const Tensor &T) {
    if (below(2))
      T->insert(T->begin() + below(unsigned(T->size()) + 1), 1 + below(4));
  });
}

void Machine::keep(const Datum &D) {
  forEachTensor(D, [&](const Tensor &T) {
    if (W.mayKeep(T))
      Kept.push_back(T);
  });
}

/// Something of which nothing is known: a tensor of its own, or one that it
/// has heard of.
Datum Machine::anything() {
  if (!Kept.empty() && below(3) == 0)
    return Kept[below(unsigned(Kept.size()))];
  Sizes S;
  for (unsigned I = below(4); I > 0; --I)
    S.push_back(below(5));
  return std::make_shared<Sizes>(S);
}

void Machine::runOpaque(bool Reshapes) {
  for (const Tensor &T : std::vector(Kept))
    if (Reshapes)
      reshape(T);
  for (const Cell &C : Exposed)
    if (C->as<std::int64_t>() && below(2))
      *C = std::int64_t(below(6));
    else if (C->as<Tensor>() && below(2))
      *C = anything();
}

Datum Machine::unknown(Frame &In, const Instr &I) {
  for (const Operand &O : I.Operands) {
    if (I.Keeps || (I.Opaque && I.Taints))
      keep(operand(In, O));
    if (O.Reference != NoId && I.Opaque)
      Exposed.push_back(In.Vars[O.Reference]);
  }
  if (I.Opaque)
    runOpaque(I.Taints);
  else if (I.Taints)
    for (const Operand &O : I.Operands)
      reshape(operand(In, O));
  if (I.Integer)
    return std::int64_t(below(6));
  if (I.Number)
    return Fraction();
  if (I.Name == "flag")
    return below(2) == 0;
  if (MayAlias && !I.Operands.empty() &&
      operand(In, I.Operands[0]).as<Tensor>() && below(2))
    return operand(In, I.Operands[0]);
  return anything();
}

/// What goes deeper is taken not to end.
static constexpr size_t DeepestCall = 100;

std::optional<End> Machine::call(Frame &In, InstrId Id) {
  const Instr &I = P.Functions[In.Id].Instrs[Id];
  for (FunctionId F = 0; F < P.Functions.size(); ++F) {
    if (P.Functions[F].Usr != I.Name || Calls.size() >= DeepestCall)
      continue;
    std::vector<Cell> Args;
    for (const Operand &O : I.Operands)
      Args.push_back(O.Reference != NoId
                         ? In.Vars[O.Reference]
                         : std::make_shared<Datum>(operand(In, O)));
    Calls.push_back({In.Id, Id});
    End E = body(F, std::move(Args));
    Calls.pop_back();
    if (E.What != End::Kind::Returned)
      return E;
    In.Values[Id] = E.Value;
    return std::nullopt;
  }
  return End{End::Kind::Undefined, {}, {}};
}

std::optional<End> Machine::instr(Frame &In, InstrId Id) {
  const Instr &I = P.Functions[In.Id].Instrs[Id];
  bool IsDefined = true;
  std::optional<End> E;
  switch (I.Kind) {
  case InstrKind::Const:
    In.Values[Id] = literal(I.Literal);
    break;
  case InstrKind::Load:
    In.Values[Id] = *In.Vars[I.Var];
    break;
  case InstrKind::Store:
    In.Values[Id] = *In.Vars[I.Var] = operand(In, I.Operands[0]);
    break;
  case InstrKind::Op:
    E = op(In, Id);
    break;
  case InstrKind::Call:
    E = call(In, Id);
    break;
  case InstrKind::Unknown:
    In.Values[Id] = unknown(In, I);
    break;
  default:
    In.Values[Id] = value(In, I, IsDefined);
  }
  if (Fuel == 0 || --Fuel == 0 || !IsDefined)
    return End{End::Kind::Undefined, {}, {}};
  if (!E)
    W.gave({In.Id, Id}, unsigned(Calls.size()), In.Values[Id]);
  return E;
}

BlockId Machine::next(const Frame &In, const Terminator &T) {
  switch (T.What) {
  case Terminator::Kind::Branch:
    return T.Targets[truth(In.Values[T.Value]) ? 0 : 1];
  case Terminator::Kind::Choose:
    return T.Targets[below(unsigned(T.Targets.size()))];
  default:
    return T.Targets[0];
  }
}

End Machine::body(FunctionId F, std::vector<Cell> Args) {
  const Function &Code = P.Functions[F];
  Frame In{F, std::move(Args), std::vector<Datum>(Code.Instrs.size())};
  while (In.Vars.size() < Code.Vars.size())
    In.Vars.push_back(std::make_shared<Datum>());
  BlockId B = 0;
  while (true) {
    W.enters(F, B, unsigned(Calls.size()));
    const Block &Now = Code.Blocks[B];
    std::optional<End> E;
    for (InstrId I : Now.Instrs)
      if ((E = instr(In, I)))
        break;
    bool IsCaught = E && E->What == End::Kind::Failed &&
                    Now.End.What == Terminator::Kind::Attempt;
    if (E && !IsCaught)
      return *E;
    if (Fuel == 0 || --Fuel == 0)
      return {End::Kind::Undefined, {}, {}};
    if (Now.End.What == Terminator::Kind::Stop)
      return {End::Kind::Stopped, {}, {}};
    if (Now.End.What == Terminator::Kind::Return)
      return {End::Kind::Returned,
              {},
              Now.End.Value == NoId ? Datum() : In.Values[Now.End.Value]};
    B = IsCaught ? Now.End.Targets[1] : next(In, Now.End);
  }
}

End Machine::run(FunctionId F, std::vector<Datum> Args) {
  for (const Function &Each : P.Functions)
    for (const Instr &I : Each.Instrs)
      MayAlias &= !I.Keeps && !I.Opaque;
  std::vector<Cell> Cells;
  for (Datum &D : Args)
    Cells.push_back(std::make_shared<Datum>(std::move(D)));
  return body(F, std::move(Cells));
}

} // namespace tidy::concrete

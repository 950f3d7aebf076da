//===- Refine.cpp - What a branch says about sizes ------------------------===//
#include "flow/Refine.h"
#include "flow/Run.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {
namespace {

bool isFlexible(const Dim &D) {
  return !D.isUnknown() && llvm::none_of(D.symbols(), [](const Symbol &S) {
    return S.Rank == Symbol::Kind::Rigid;
  });
}

class Refiner {
public:
  Refiner(const BranchEdge &At, State &S) : At(At), S(S) {
    for (auto [N, I] : llvm::enumerate(At.Instrs))
      Position[I] = N;
  }
  Learnt condition(InstrId I, bool Holds);
  Learnt computed(InstrId I, bool Holds);
  Learnt equality(InstrId A, const Value &B);

private:
  Learnt given(InstrId Of, bool Holds);
  Learnt comparison(const Instr &C, bool Holds);
  bool flag(InstrId I, bool Holds);
  bool remember(llvm::StringRef Op, const Dim &A, const Dim &B, bool Holds);
  Learnt equality(const Value &A, const Value &B, bool AreEqual);
  Learnt equality(const Dim &A, const Dim &B, bool AreEqual);
  void axes(InstrId Rank, const Value &Count);

  InstrId source(InstrId I) const;
  VarId variable(InstrId I) const;
  std::optional<unsigned> lastWrite(VarId Var, unsigned Before) const;

  const BranchEdge &At;
  State &S;
  std::map<InstrId, unsigned> Position; // in the block
};

/// May write variables that it is not given, or reshape any tensor.
bool reachesFar(const Instr &I) {
  return I.Kind == InstrKind::Call || (I.Kind == InstrKind::Op && I.Taints) ||
         I.Kind == InstrKind::Apply ||
         (I.Kind == InstrKind::Unknown && (I.Taints || I.Opaque));
}

/// The last instruction of the block before the `Before`th that may change
/// `Var` or the tensor in it.
std::optional<unsigned> Refiner::lastWrite(VarId Var, unsigned Before) const {
  for (unsigned N = Before; N-- > 0;) {
    const Instr &I = At.F.Instrs[At.Instrs[N]];
    bool IsGiven = llvm::any_of(
        I.Operands, [&](const Operand &O) { return O.Reference == Var; });
    if (IsGiven || reachesFar(I) ||
        (I.Kind == InstrKind::Store && I.Var == Var))
      return N;
  }
  return std::nullopt;
}

/// Where the value of `I` comes from, if it went through variables of the
/// block: `bool fits = a == b; if (fits)`.
InstrId Refiner::source(InstrId I) const {
  while (Position.contains(I) && At.F.Instrs[I].Kind == InstrKind::Load &&
         At.F.Instrs[I].Path.empty() &&
         !At.F.Vars[At.F.Instrs[I].Var].Escapes) {
    VarId Var = At.F.Instrs[I].Var;
    std::optional<unsigned> Write = lastWrite(Var, Position.at(I));
    if (!Write)
      break;
    const Instr &By = At.F.Instrs[At.Instrs[*Write]];
    if (By.Kind != InstrKind::Store || By.Var != Var || !By.Path.empty())
      break;
    I = By.Operands[0].From;
  }
  return I;
}

/// The variable that `I` reads, if it still holds at the block's end what it
/// held then; NoId for others.
VarId Refiner::variable(InstrId I) const {
  if (!Position.contains(I) || At.F.Instrs[I].Kind != InstrKind::Load ||
      !At.F.Instrs[I].Path.empty())
    return NoId;
  VarId Var = At.F.Instrs[I].Var;
  if (At.F.Vars[Var].Escapes || S.isExposed(Var))
    return NoId;
  std::optional<unsigned> Write = lastWrite(Var, At.Instrs.size());
  return !Write || *Write < Position.at(I) ? Var : NoId;
}

/// A variable that is true or false, and nothing else.
bool Refiner::flag(InstrId I, bool Holds) {
  VarId Var = variable(I);
  if (Var == NoId || At.F.Vars[Var].IsTensor)
    return false;
  Value Before = S.read(Var);
  const auto *Is = Before.as<Answer>();
  if (!Before.isUnknown() && (!Is || *Is != Answer::Unknown))
    return false;
  S.write(Var, Holds ? Answer::Yes : Answer::No);
  return true;
}

/// Without facts, so that only the same question is answered by it.
bool Refiner::remember(llvm::StringRef Op, const Dim &A, const Dim &B,
                       bool Holds) {
  Dim X = loosened(S.Known.normalise(A)), Y = loosened(S.Known.normalise(B));
  if (!At.IsAskedAgain || X.isUnknown() || Y.isUnknown())
    return false;
  S.Asked.add(Op, X, Y, Holds);
  return true;
}

Learnt Refiner::condition(InstrId I, bool Holds) {
  bool IsFlag = flag(I, Holds);
  I = source(I);
  Learnt L = computed(I, Holds);
  L.IsRemembered |= IsFlag;
  return L;
}

Learnt Refiner::computed(InstrId I, bool Holds) {
  const Instr &C = At.F.Instrs[I];
  if (!Position.contains(I))
    return {};
  if (C.Kind == InstrKind::Op && C.Name == "defined" && !C.Operands.empty())
    return given(C.Operands[0].From, Holds);
  if (C.Kind != InstrKind::Compare)
    return {};
  InstrId First = C.Operands[0].From;
  if (C.Name == "not" || C.Name == "bool") {
    bool Operand = Holds == (C.Name == "bool");
    if (const auto *D = At.Values[First].as<Dim>()) {
      bool IsRemembered = remember("!=", *D, 0, Operand);
      Learnt L = equality(At.Values[First], Dim(0), !Operand);
      L.IsRemembered = IsRemembered;
      return L;
    }
    // A pointer or a fraction is no flag, though it may be asked as one.
    bool IsFlag = C.Name == "not" || At.F.Instrs[First].Kind != InstrKind::Load;
    return IsFlag ? condition(First, Operand) : Learnt();
  }
  return C.Name == "given" ? given(First, Holds) : comparison(C, Holds);
}

/// What is not given is none; what is may be anything. Of a tensor that is none
/// on some way here it is not known whether that way is taken.
Learnt Refiner::given(InstrId Of, bool Holds) {
  VarId Var = variable(Of);
  if (Var == NoId)
    return {};
  Value Before = S.read(Var);
  bool IsOpen = Before.mayBeNone();
  if (!Holds)
    S.write(Var, NoneValue());
  else if (IsOpen)
    S.write(Var, Before.given());
  return {true, !IsOpen};
}

Learnt Refiner::comparison(const Instr &C, bool Holds) {
  InstrId First = C.Operands[0].From, Second = C.Operands[1].From;
  const Value &A = At.Values[First], &B = At.Values[Second];
  const Dim *X = A.as<Dim>(), *Y = B.as<Dim>();
  Learnt L;
  bool IsRemembered = X && Y && remember(C.Name, *X, *Y, Holds);
  if (C.Name != "==" && C.Name != "!=") {
    L.IsUnderstood = X && Y && isFlexible(*X) && isFlexible(*Y);
  } else if (Holds != (C.Name == "==")) {
    L = equality(A, B, false);
  } else {
    L = equality(First, B);
    if (L.IsPossible)
      axes(Second, A);
  }
  L.IsRemembered = IsRemembered;
  return L;
}

Learnt Refiner::equality(InstrId A, const Value &B) {
  Learnt L = equality(At.Values[A], B, true);
  if (L.IsPossible)
    axes(A, B);
  return L;
}

Learnt Refiner::equality(const Value &A, const Value &B, bool AreEqual) {
  if (A.as<Dim>() && B.as<Dim>())
    return equality(*A.as<Dim>(), *B.as<Dim>(), AreEqual);
  const auto *X = A.as<ListValue>(), *Y = B.as<ListValue>();
  if (!X || !Y || !AreEqual)
    return {};
  if (X->Elements.size() != Y->Elements.size())
    return {false, true};
  Learnt All{true, true};
  for (auto [E, G] : llvm::zip_equal(X->Elements, Y->Elements)) {
    Learnt One = equality(E, G, true);
    All.IsPossible &= One.IsPossible;
    All.IsUnderstood &= One.IsUnderstood;
  }
  return All;
}

/// `d % h`, if it is nothing else.
const Atom *asRemainder(const Dim &D) {
  if (D.terms().size() != 1 || D.constantTerm() != 0)
    return nullptr;
  const Term &T = D.terms().front();
  if (T.Coefficient != 1 || T.Factors.size() != 1)
    return nullptr;
  const Atom &Only = *T.Factors.front();
  return !Only.Leaf && Only.Op == AtomOp::Mod ? &Only : nullptr;
}

/// Rigid names are just some numbers where a program asks about them, so they
/// contradict nothing; but nothing can be learnt of them either.
Learnt Refiner::equality(const Dim &A, const Dim &B, bool AreEqual) {
  Dim X = S.Known.normalise(A), Y = S.Known.normalise(B);
  if (X.isUnknown() || Y.isUnknown())
    return {};
  Answer Same = S.Known.provesEqual(loosened(X), loosened(Y));
  bool Understood = isFlexible(X) && isFlexible(Y);
  if (!AreEqual || Same == Answer::No)
    return {Same != (AreEqual ? Answer::No : Answer::Yes), Understood};
  if (const Atom *Rest = asRemainder(X); Rest && Y == Dim(0)) {
    S.Known.assumeDivides(Rest->Right, Rest->Left);
    return {true, true};
  }
  return {true, S.Known.unify(X, Y) == Answer::Yes || Understood};
}

/// `Rank` asks a tensor of unknown rank for it: the variable that holds the
/// tensor has `Count` axes. Something out of sight may hold the tensor, too,
/// without its being known: that of which nothing is known is not remembered.
void Refiner::axes(InstrId Rank, const Value &Count) {
  InstrId I = source(Rank);
  if (!Position.contains(I) || At.F.Instrs[I].Kind != InstrKind::Op ||
      At.F.Instrs[I].Name != "rank" || !Count.as<Dim>())
    return;
  std::optional<std::int64_t> Axes = Count.as<Dim>()->constant();
  VarId Var = variable(At.F.Instrs[I].Operands[0].From);
  if (Var == NoId || !Axes || *Axes < 0 || *Axes > MostAxes)
    return;
  Value V = S.read(Var);
  auto *T = V.as<TensorValue>();
  if (!T || T->Sizes.hasRank() || T->Sizes.sizes().size() > std::size_t(*Axes))
    return;
  std::vector<Dim> Sizes;
  for (unsigned Axis = 0; Axis < *Axes; ++Axis)
    Sizes.push_back(
        T->Sizes.fromEnd(*Axes - Axis).value_or(At.freshSize(Axis)));
  T->Sizes = Shape(std::move(Sizes));
  S.leak(T->Handle);
  S.write(Var, V);
}

} // namespace

Learnt assume(const BranchEdge &At, InstrId Condition, bool Holds, State &S) {
  return Refiner(At, S).condition(Condition, Holds);
}

Learnt assumeIs(const BranchEdge &At, InstrId What, std::int64_t Number,
                State &S) {
  return Refiner(At, S).equality(What, Dim(Number));
}

} // namespace tidy

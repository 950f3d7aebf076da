//===- Arithmetic.cpp - Integers of the program under analysis ------------===//
#include "flow/Run.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/MathExtras.h"

namespace tidy {

/// Symbols are taken to be sizes, parameters that are integers too, so that
/// only a minus can make it less than zero.
static bool mayBeNegative(const Dim &D, const Facts &F) {
  bool HasMinus =
      D.constantTerm() < 0 ||
      llvm::any_of(D.terms(), [](const Term &T) { return T.Coefficient < 0; });
  return HasMinus && F.provesLess(D, 0) != Answer::No;
}

/// C++ rounds towards zero; for constants that is done exactly, and for what is
/// not negative it is the same as rounding down.
static Dim divide(const Dim &A, const Dim &B, bool Remainder, const Facts &F) {
  std::optional<std::int64_t> X = A.constant(), Y = B.constant();
  if (!X || !Y) {
    if (mayBeNegative(A, F) || mayBeNegative(B, F))
      return Dim::unknown();
    return Remainder ? floorMod(A, B) : floorDiv(A, B);
  }
  if (*Y == 0 || (*Y == -1 && *X == INT64_MIN))
    return Dim::unknown();
  return Remainder ? *X % *Y : *X / *Y;
}

/// By a known number of bits; to the right it rounds down.
static Dim shift(const Dim &D, const Dim &By, bool Left) {
  std::optional<std::int64_t> Bits = By.constant();
  if (!Bits || *Bits < 0 || *Bits > 62)
    return Dim::unknown();
  Dim Factor(std::int64_t(1) << *Bits);
  return Left ? D * Factor : floorDiv(D, Factor);
}

/// A constant as the type holds it. Sizes fit in 32 bits and more.
static Dim wrap(const Dim &D, const WrapType &To, const Facts &F) {
  std::optional<std::int64_t> C = D.constant();
  if (!C && (To.Bits < 32 || (!To.IsSigned && mayBeNegative(D, F))))
    return Dim::unknown();
  if (!C)
    return D;
  if (To.Bits == 64)
    return To.IsSigned || *C >= 0 ? D : Dim::unknown();
  std::uint64_t Low =
      std::uint64_t(*C) & llvm::maskTrailingOnes<std::uint64_t>(To.Bits);
  return To.IsSigned ? llvm::SignExtend64(Low, To.Bits) : std::int64_t(Low);
}

static Dim ofTwo(llvm::StringRef Op, const Dim &A, const Dim &B,
                 const Facts &F) {
  if (Op == "+")
    return A + B;
  if (Op == "-")
    return A - B;
  if (Op == "*")
    return F.normalise(A * B);
  if (Op == "/")
    return F.normalise(divide(A, B, false, F));
  if (Op == "%")
    return F.normalise(divide(A, B, true, F));
  if (Op == "shl" || Op == "shr")
    return F.normalise(shift(A, B, Op == "shl"));
  if (Op == "min")
    return minimum(A, B);
  return Op == "max" ? maximum(A, B) : Dim::unknown();
}

/// A list stands for its elements, one after the other.
Value arithmetic(llvm::StringRef Op, llvm::ArrayRef<Value> Args,
                 const Facts &F) {
  if (llvm::any_of(Args, [](const Value &V) { return V.as<NumberValue>(); }))
    return NumberValue();
  std::vector<Dim> D;
  auto Take = [&](const Value &V) {
    D.push_back(V.as<Dim>() ? *V.as<Dim>() : Dim::unknown());
  };
  for (const Value &V : Args)
    if (const auto *L = V.as<ListValue>())
      llvm::for_each(L->Elements, Take);
    else
      Take(V);
  if (D.empty())
    return Dim::unknown();
  if (Op == "neg")
    return -D[0];
  if (std::optional<WrapType> To = wrapType(Op))
    return wrap(D[0], *To, F);
  Dim All = D[0];
  for (const Dim &Next : llvm::drop_begin(D))
    All = ofTwo(Op, All, Next, F);
  return All;
}

Dim loosened(const Dim &D) {
  return D.substitute([](const Symbol &S) -> std::optional<Dim> {
    if (S.Rank == Symbol::Kind::Flexible)
      return std::nullopt;
    return Dim::flexible(Symbol::ByName, S.Name, S.IsSize);
  });
}

static Answer truth(const Value &V, const Facts &F) {
  if (const auto *A = V.as<Answer>())
    return *A;
  if (const auto *D = V.as<Dim>())
    return negate(F.provesEqual(loosened(*D), 0));
  if (V.as<TextValue>()) // a pointer to it
    return Answer::Yes;
  return V.isNone() ? Answer::No : Answer::Unknown;
}

/// Element by element.
static Answer equal(const ListValue &A, const ListValue &B, const Facts &F) {
  if (A.Elements.size() != B.Elements.size())
    return Answer::No;
  Answer All = Answer::Yes;
  for (auto [X, Y] : llvm::zip_equal(A.Elements, B.Elements)) {
    Answer One = *compare("==", {X, Y}, F).as<Answer>();
    if (One == Answer::No)
      return One;
    if (One == Answer::Unknown)
      All = One;
  }
  return All;
}

Value compare(llvm::StringRef Op, llvm::ArrayRef<Value> Args, const Facts &F) {
  if (Op == "not")
    return negate(truth(Args[0], F));
  if (Op == "given")
    return Args[0].isNone()                             ? Answer::No
           : Args[0].isUnknown() || Args[0].mayBeNone() ? Answer::Unknown
                                                        : Answer::Yes;
  if (Op == "bool")
    return truth(Args[0], F);
  const auto *M = Args[0].as<ListValue>(), *N = Args[1].as<ListValue>();
  if (M && N && (Op == "==" || Op == "!="))
    return Op == "==" ? equal(*M, *N, F) : negate(equal(*M, *N, F));
  const auto *S = Args[0].as<TextValue>(), *T = Args[1].as<TextValue>();
  if (S && T && (Op == "==" || Op == "!="))
    return (S->Text == T->Text) == (Op == "==") ? Answer::Yes : Answer::No;
  const auto *L = Args[0].as<Dim>(), *R = Args[1].as<Dim>();
  if (!L || !R)
    return Answer::Unknown;
  Dim A = loosened(F.normalise(*L)), B = loosened(F.normalise(*R));
  Answer Less = F.provesLess(A, B), More = F.provesLess(B, A);
  return llvm::StringSwitch<Answer>(Op)
      .Case("==", F.provesEqual(A, B))
      .Case("!=", negate(F.provesEqual(A, B)))
      .Case("<", Less)
      .Case(">=", negate(Less))
      .Case(">", More)
      .Case("<=", negate(More))
      .Default(Answer::Unknown);
}

} // namespace tidy

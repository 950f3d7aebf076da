//===- Divides.cpp - Divisions that come out even -------------------------===//
#include "shape/Divides.h"
#include "shape/Build.h"
#include "llvm/ADT/STLExtras.h"
#include <numeric>

using namespace tidy;
using Divisibilities = llvm::ArrayRef<Divisibility>;

/// Facts are chained (a | b, b | c) at most this often: cycles end here.
static constexpr unsigned MaxChain = 3;

static bool divides(const Dim &V, const Dim &D, Divisibilities Known,
                    unsigned Chain);

/// V | D by one fact v | w: D = q*w and V | q*v.
static bool dividesByFact(const Dim &V, const Dim &D, Divisibilities Known,
                          unsigned Chain) {
  return llvm::any_of(Known, [&](const Divisibility &Fact) {
    auto Q = exactQuotient(D, Fact.Dividend);
    return Q && divides(V, *Q * Fact.Divisor, Known, Chain - 1);
  });
}

static bool divides(const Dim &V, const Dim &D, Divisibilities Known,
                    unsigned Chain) {
  if (exactQuotient(D, V))
    return true;
  if (Chain == 0)
    return false;
  if (dividesByFact(V, D, Known, Chain))
    return true;
  Dim Rest;
  for (const Term &T : allTerms(D))
    if (Dim One = dimOf(T);
        !exactQuotient(One, V) && !dividesByFact(V, One, Known, Chain))
      Rest = Rest + One;
  return Rest == Dim(0) || dividesByFact(V, Rest, Known, Chain);
}

bool tidy::certainlyDivides(const Dim &Divisor, const Dim &Dividend,
                            Divisibilities Known) {
  if (Divisor.isUnknown() || Dividend.isUnknown())
    return false;
  return Dividend == Dim(0) || divides(Divisor, Dividend, Known, MaxChain);
}

/// `D` without the terms that `V` divides, leading coefficient positive.
static Dim withoutMultiples(const Dim &D, const Dim &V) {
  Dim Rest;
  for (const Term &T : allTerms(D))
    if (Dim One = dimOf(T); !exactQuotient(One, V))
      Rest = Rest + One;
  bool IsNegative = !Rest.terms().empty() && Rest.terms()[0].Coefficient < 0;
  return IsNegative ? -Rest : Rest;
}

Divisibility tidy::reduced(const Divisibility &Fact) {
  auto V = asMonomial(Fact.Divisor);
  Dim Rest = withoutMultiples(Fact.Dividend, Fact.Divisor);
  if (!V || V->Coefficient == INT64_MIN || Rest.isUnknown())
    return Fact;
  Term Shared = sharedFactor(Rest);
  Dim Both = dimOf({std::gcd(V->Coefficient, Shared.Coefficient),
                    common(V->Factors, Shared.Factors)});
  auto Divisor = exactQuotient(Fact.Divisor, Both);
  // What is left is coprime to a constant divisor.
  if (Divisor && Divisor->constant())
    Both = dimOf({Shared.Coefficient, common(V->Factors, Shared.Factors)});
  auto Dividend = exactQuotient(Rest, Both);
  if (!Divisor || !Dividend)
    return Fact;
  return {*Divisor, *Dividend};
}

/// The part of A of which each term is certainly a multiple of B.
static Dim evenPart(const Dim &A, const Dim &B, Divisibilities Known) {
  Dim Even;
  for (const Term &T : allTerms(A))
    if (Dim One = dimOf(T); certainlyDivides(B, One, Known))
      Even = Even + One;
  return Even;
}

/// T / B where it comes out even: with h | d, (b*d)/h is b*(d/h).
static Dim evenQuotient(const Dim &T, const Dim &B, Divisibilities Known) {
  for (const Divisibility &Fact : Known)
    if (auto Q = exactQuotient(T, Fact.Dividend);
        Q && exactQuotient(Fact.Divisor, B))
      return *Q * floorDiv(Fact.Dividend, B);
  return floorDiv(T, B);
}

static Dim divideWith(const Dim &A, const Dim &B, Divisibilities Known) {
  Dim Even = evenPart(A, B, Known);
  Dim Result = floorDiv(A - Even, B);
  for (const Term &T : allTerms(Even))
    Result = Result + evenQuotient(dimOf(T), B, Known);
  return Result;
}

static Dim remainderWith(const Dim &A, const Dim &B, Divisibilities Known) {
  if (certainlyDivides(B, A, Known))
    return 0;
  return floorMod(A - evenPart(A, B, Known), B);
}

/// Others * (A/B) where B divides A and shares a factor with the monomial
/// Others: h*(d/h) is d, 2*(d/4) is d/2.
static std::optional<Dim>
cancelQuotient(const Dim &Others, const Atom &Quotient, Divisibilities Known) {
  const Dim &A = Quotient.Left, &B = Quotient.Right;
  auto Outer = asMonomial(Others), Inner = asMonomial(B);
  if (!Outer || !Inner)
    return std::nullopt;
  std::uint64_t G =
      std::gcd(magnitude(Outer->Coefficient), magnitude(Inner->Coefficient));
  Dim Shared = dimOf({std::int64_t(G), common(Outer->Factors, Inner->Factors)});
  if (Shared == Dim(1) || !certainlyDivides(B, A, Known))
    return std::nullopt;
  auto Left = exactQuotient(Others, Shared), Under = exactQuotient(B, Shared);
  if (!Left || !Under)
    return std::nullopt;
  return *Left * floorDiv(A, *Under);
}

static Dim cancelQuotients(const Term &T, Divisibilities Known) {
  for (std::size_t I = 0; I < T.Factors.size(); ++I) {
    const Atom &A = *T.Factors[I];
    if (A.Leaf || A.Op != AtomOp::FloorDiv)
      continue;
    Term Others = T;
    Others.Factors.erase(Others.Factors.begin() + I);
    if (auto Cancelled = cancelQuotient(dimOf(Others), A, Known))
      return *Cancelled;
  }
  return dimOf(T);
}

/// One pass, innermost atoms first.
static Dim simplifyOnce(const Dim &D, Divisibilities Known) {
  Dim Inside = D.mapAtoms([&](const AtomPtr &A) {
    if (A->Leaf)
      return Dim::of(A);
    Dim L = simplifyOnce(A->Left, Known), R = simplifyOnce(A->Right, Known);
    if (A->Op == AtomOp::FloorDiv)
      return divideWith(L, R, Known);
    if (A->Op == AtomOp::Mod)
      return remainderWith(L, R, Known);
    return apply(A->Op, L, R);
  });
  Dim Result(Inside.constantTerm());
  for (const Term &T : Inside.terms())
    Result = Result + cancelQuotients(T, Known);
  return Inside.isUnknown() ? Inside : Result;
}

bool tidy::hasDivision(const Dim &D) {
  for (const Term &T : D.terms())
    for (const AtomPtr &F : T.Factors)
      if (!F->Leaf && (F->Op == AtomOp::FloorDiv || F->Op == AtomOp::Mod ||
                       hasDivision(F->Left) || hasDivision(F->Right)))
        return true;
  return false;
}

/// The facts whose dividend can occur in `D`, or be reached from it by others.
static std::vector<Divisibility> relevantTo(const Dim &D,
                                            Divisibilities Known) {
  std::vector<Symbol> Reached = D.symbols();
  std::vector<bool> IsRelevant(Known.size());
  for (bool Grows = true; std::exchange(Grows, false);)
    for (std::size_t I = 0; I < Known.size(); ++I) {
      if (IsRelevant[I] ||
          !llvm::all_of(Known[I].Dividend.symbols(), [&](const Symbol &S) {
            return llvm::is_contained(Reached, S);
          }))
        continue;
      llvm::append_range(Reached, Known[I].Divisor.symbols());
      IsRelevant[I] = Grows = true;
    }
  std::vector<Divisibility> Relevant;
  for (std::size_t I = 0; I < Known.size(); ++I)
    if (IsRelevant[I])
      Relevant.push_back(Known[I]);
  return Relevant;
}

Dim tidy::simplify(const Dim &D, Divisibilities Known) {
  if (Known.empty() || !hasDivision(D))
    return D;
  std::vector<Divisibility> Relevant = relevantTo(D, Known);
  Dim Now = D;
  for (unsigned Pass = 0; !Relevant.empty() && Pass < Dim::MaxDepth; ++Pass) {
    Dim Next = simplifyOnce(Now, Relevant);
    if (Dim::compare(Next, Now) == 0)
      break;
    Now = Next;
  }
  return Now;
}

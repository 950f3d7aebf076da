//===- Dim.cpp - Polynomials in sorted normal form ------------------------===//
//
// Terms are ordered by degree, highest first, then by their factors; this is a
// monomial order, which exactQuotient relies on.
//
//===----------------------------------------------------------------------===//
#include "shape/Build.h"
#include "llvm/Support/CheckedArithmetic.h"
#include <algorithm>

using namespace tidy;

Dim Dim::unknown() {
  Dim D;
  D.Unknown = true;
  return D;
}

Dim Dim::of(AtomPtr A) { return DimBuilder::make(0, {{1, {std::move(A)}}}); }

Dim Dim::symbol(Symbol S) {
  Atom A;
  A.Leaf = std::move(S);
  return of(std::make_shared<const Atom>(std::move(A)));
}

Dim Dim::rigid(llvm::StringRef Name) {
  Symbol S;
  S.Name = Name.str();
  return symbol(std::move(S));
}

Dim Dim::flexible(unsigned Id, llvm::StringRef Name, bool IsSize) {
  return symbol({Symbol::Kind::Flexible, IsSize, Id, Name.str()});
}

std::optional<std::int64_t> Dim::constant() const {
  if (Unknown || Terms)
    return std::nullopt;
  return Constant;
}

const Symbol *Dim::asSymbol() const {
  if (Unknown || Constant != 0 || terms().size() != 1)
    return nullptr;
  const Term &T = terms().front();
  if (T.Coefficient != 1 || T.Factors.size() != 1 || !T.Factors[0]->Leaf)
    return nullptr;
  return &*T.Factors[0]->Leaf;
}

const std::vector<Term> &Dim::terms() const {
  static const std::vector<Term> None;
  return Terms ? *Terms : None;
}

// Order

std::strong_ordering tidy::operator<=>(const Symbol &A, const Symbol &B) {
  if (auto C =
          std::tie(A.Rank, A.IsSize, A.Id) <=> std::tie(B.Rank, B.IsSize, B.Id);
      C != 0)
    return C;
  bool Named = A.Rank == Symbol::Kind::Rigid || A.Id == Symbol::ByName;
  return Named ? A.Name <=> B.Name : std::strong_ordering::equal;
}

std::strong_ordering tidy::compare(const AtomPtr &A, const AtomPtr &B) {
  if (A == B)
    return std::strong_ordering::equal;
  if (bool(A->Leaf) != bool(B->Leaf)) // symbols come first
    return A->Leaf ? std::strong_ordering::less : std::strong_ordering::greater;
  if (A->Leaf)
    return *A->Leaf <=> *B->Leaf;
  if (auto C = A->Op <=> B->Op; C != 0)
    return C;
  if (auto C = Dim::compare(A->Left, B->Left); C != 0)
    return C;
  return Dim::compare(A->Right, B->Right);
}

std::strong_ordering tidy::compare(const std::vector<AtomPtr> &A,
                                   const std::vector<AtomPtr> &B) {
  if (auto C = B.size() <=> A.size(); C != 0)
    return C;
  for (std::size_t I = 0; I < A.size(); ++I)
    if (auto C = compare(A[I], B[I]); C != 0)
      return C;
  return std::strong_ordering::equal;
}

std::strong_ordering Dim::compare(const Dim &A, const Dim &B) {
  if (auto C = A.Unknown <=> B.Unknown; C != 0 || A.Unknown)
    return C;
  const std::vector<Term> &X = A.terms(), &Y = B.terms();
  if (&X == &Y)
    return A.Constant <=> B.Constant;
  for (std::size_t I = 0; I < X.size() && I < Y.size(); ++I) {
    if (auto C = tidy::compare(X[I].Factors, Y[I].Factors); C != 0)
      return C;
    if (auto C = X[I].Coefficient <=> Y[I].Coefficient; C != 0)
      return C;
  }
  if (auto C = Y.size() <=> X.size(); C != 0) // constants come last
    return C;
  return A.Constant <=> B.Constant;
}

bool tidy::operator==(const Dim &A, const Dim &B) {
  return !A.Unknown && !B.Unknown && Dim::compare(A, B) == 0;
}

// Normal form

static bool isWithinLimits(const std::vector<Term> &Terms) {
  if (Terms.size() > Dim::MaxTerms)
    return false;
  std::size_t Size = 0;
  for (const Term &T : Terms)
    for (const AtomPtr &F : T.Factors)
      Size += F->Size;
  return Size <= Dim::MaxSize;
}

Dim DimBuilder::make(std::int64_t Constant, std::vector<Term> Terms) {
  std::sort(Terms.begin(), Terms.end(), [](const Term &A, const Term &B) {
    return compare(A.Factors, B.Factors) < 0;
  });
  std::vector<Term> Sum;
  for (Term &T : Terms) {
    if (Sum.empty() || compare(Sum.back().Factors, T.Factors) != 0) {
      Sum.push_back(std::move(T));
      continue;
    }
    auto C = llvm::checkedAdd(Sum.back().Coefficient, T.Coefficient);
    if (!C)
      return Dim::unknown();
    Sum.back().Coefficient = *C;
  }
  std::erase_if(Sum, [](const Term &T) { return T.Coefficient == 0; });
  if (!isWithinLimits(Sum))
    return Dim::unknown();
  Dim D(Constant);
  if (!Sum.empty())
    D.Terms = std::make_shared<const std::vector<Term>>(std::move(Sum));
  return D;
}

Dim DimBuilder::opaque(AtomOp Op, const Dim &Left, const Dim &Right) {
  Atom A{std::nullopt, Op, Left, Right};
  for (const Dim *Operand : {&Left, &Right})
    for (const Term &T : Operand->terms())
      for (const AtomPtr &F : T.Factors) {
        A.Depth = std::max(A.Depth, F->Depth + 1);
        A.Size += F->Size;
      }
  if (A.Depth > Dim::MaxDepth || A.Size > Dim::MaxSize)
    return Dim::unknown();
  return Dim::of(std::make_shared<const Atom>(std::move(A)));
}

Dim tidy::operator+(const Dim &A, const Dim &B) {
  auto Constant = llvm::checkedAdd(A.Constant, B.Constant);
  if (A.Unknown || B.Unknown || !Constant)
    return Dim::unknown();
  if (!A.Terms || !B.Terms) {
    Dim Sum = A.Terms ? A : B;
    Sum.Constant = *Constant;
    return Sum;
  }
  std::vector<Term> Terms = *A.Terms;
  Terms.insert(Terms.end(), B.Terms->begin(), B.Terms->end());
  return DimBuilder::make(*Constant, std::move(Terms));
}

Dim tidy::operator-(const Dim &A, const Dim &B) {
  if (auto X = A.constant(), Y = B.constant(); X && Y) {
    auto Difference = llvm::checkedSub(*X, *Y);
    return Difference ? Dim(*Difference) : Dim::unknown();
  }
  return A + Dim(-1) * B;
}

Dim tidy::operator*(const Dim &A, const Dim &B) {
  auto Constant = llvm::checkedMul(A.Constant, B.Constant);
  if (A.Unknown || B.Unknown || !Constant)
    return Dim::unknown();
  if (A.constant() == 1)
    return B;
  if (B.constant() == 1)
    return A;
  std::vector<Term> Terms;
  for (const Term &X : allTerms(A))
    for (const Term &Y : allTerms(B)) {
      auto C = llvm::checkedMul(X.Coefficient, Y.Coefficient);
      if (!C)
        return Dim::unknown();
      if (!X.Factors.empty() || !Y.Factors.empty())
        Terms.push_back({*C, product(X.Factors, Y.Factors)});
    }
  return DimBuilder::make(*Constant, std::move(Terms));
}

// Walks

static bool anySymbol(const Dim &D,
                      llvm::function_ref<bool(const Symbol &)> Is) {
  for (const Term &T : D.terms())
    for (const AtomPtr &F : T.Factors)
      if (F->Leaf ? Is(*F->Leaf)
                  : anySymbol(F->Left, Is) || anySymbol(F->Right, Is))
        return true;
  return false;
}

bool Dim::mentions(const Symbol &S) const {
  return anySymbol(*this, [&](const Symbol &Other) { return Other == S; });
}

std::vector<Symbol> Dim::symbols() const {
  std::vector<Symbol> All;
  anySymbol(*this, [&](const Symbol &S) {
    All.push_back(S);
    return false;
  });
  std::sort(All.begin(), All.end());
  All.erase(std::unique(All.begin(), All.end()), All.end());
  return All;
}

Dim Dim::mapAtoms(llvm::function_ref<Dim(const AtomPtr &)> Replace) const {
  if (Unknown || !Terms)
    return *this;
  Dim Sum(Constant);
  for (const Term &T : *Terms) {
    Dim Product(T.Coefficient);
    for (const AtomPtr &F : T.Factors)
      Product = Product * Replace(F);
    Sum = Sum + Product;
  }
  return Sum;
}

Dim Dim::substitute(
    llvm::function_ref<std::optional<Dim>(const Symbol &)> Replace) const {
  if (!anySymbol(*this, [&](const Symbol &S) { return bool(Replace(S)); }))
    return *this;
  return mapAtoms([&](const AtomPtr &A) -> Dim {
    if (A->Leaf)
      return Replace(*A->Leaf).value_or(Dim::of(A));
    return apply(A->Op, A->Left.substitute(Replace),
                 A->Right.substitute(Replace));
  });
}

std::optional<std::int64_t> Dim::evaluate(
    llvm::function_ref<std::optional<std::int64_t>(const Symbol &)> Env) const {
  if (Unknown)
    return std::nullopt;
  std::optional<std::int64_t> Sum = Constant;
  for (const Term &T : terms()) {
    std::optional<std::int64_t> Product = T.Coefficient;
    for (const AtomPtr &F : T.Factors) {
      std::optional<std::int64_t> Value;
      if (F->Leaf)
        Value = Env(*F->Leaf);
      else if (auto L = F->Left.evaluate(Env), R = F->Right.evaluate(Env);
               L && R)
        Value = apply(F->Op, *L, *R);
      if (!Value || !(Product = llvm::checkedMul(*Product, *Value)))
        return std::nullopt;
    }
    if (!(Sum = llvm::checkedAdd(*Sum, *Product)))
      return std::nullopt;
  }
  return Sum;
}

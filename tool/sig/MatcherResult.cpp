//===- MatcherResult.cpp - Expressions, conditions, results ---------------===//
//
// The second half of matching: what needs every operand bound first.
//
//===----------------------------------------------------------------------===//
#include "sig/Builtins.h"
#include "sig/Matcher.h"
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {

static void collectNames(const Expr &E, std::vector<std::string> &Names) {
  if (E.Op == Expr::Kind::Name)
    Names.push_back(E.Name);
  for (const Expr &Arg : E.Args)
    collectNames(Arg, Names);
}

static bool mentions(const ResultPattern &R, const std::string &Letter) {
  std::vector<std::string> Names;
  for (const AxisPattern &A : R.Pattern)
    collectNames(A.Size, Names);
  for (const Expr &E : R.Args)
    collectNames(E, Names);
  return llvm::is_contained(Names, Letter) ||
         llvm::any_of(R.Parts, [&](const ResultPattern &Part) {
           return mentions(Part, Letter);
         });
}

bool Matcher::comesOut(const std::string &Letter) const {
  return mentions(Sig.Result, Letter);
}

std::string Matcher::keepsShapeOf() const {
  const Parameter *Only = nullptr;
  for (const Parameter &P : Sig.Parameters)
    if (P.Type.What == ParamType::Kind::Tensor && argument(P)) {
      if (Only)
        return "";
      Only = &P;
    }
  bool Keeps = Only && Sig.Result.What == ResultPattern::Kind::Shape &&
               Sig.Result.Pattern == Only->Type.Pattern;
  return Keeps ? Only->Name : "";
}

/// The one letter of E that nothing bound; none if there are several.
std::optional<std::string> Matcher::onlyUnbound(const Expr &E) const {
  std::vector<std::string> Names;
  collectNames(E, Names);
  llvm::erase_if(Names,
                 [&](const std::string &N) { return Letters.contains(N); });
  llvm::sort(Names);
  Names.erase(llvm::unique(Names), Names.end());
  if (Names.size() != 1)
    return std::nullopt;
  return Names.front();
}

/// Expressions with every letter bound are compared; with one unbound, that
/// one is solved for, which may bind it for the next.
bool Matcher::solveDeferred() {
  for (size_t Left = Later.size(); Left > 0; --Left)
    for (auto It = Later.begin(); It != Later.end();) {
      if (!evaluate(*It->Wanted) && !onlyUnbound(*It->Wanted)) {
        ++It;
        continue;
      }
      Deferred D = *It;
      It = Later.erase(It);
      if (!solve(D))
        return false;
    }
  return true;
}

static Mismatch expressionMismatch(const Expr &Wanted, const Dim &Want,
                                   const MismatchSide &Side) {
  Mismatch M;
  M.What = Mismatch::Kind::Size;
  M.Letter = print(Wanted);
  M.First.Size = Want;
  M.Second = Side;
  return M;
}

bool Matcher::solve(const Deferred &D) {
  if (std::optional<Dim> Want = evaluate(*D.Wanted)) {
    if (F.unifySizes(*Want, D.Size) == Answer::No)
      return fail(expressionMismatch(*D.Wanted, F.normalise(*Want), D.Side));
    return true;
  }
  std::string Name = *onlyUnbound(*D.Wanted);
  Symbol X{Symbol::Kind::Flexible, true, Symbol::ByName, Name};
  Letters[Name] = {Dim::symbol(X), D.Side};
  Dim Want = *evaluate(*D.Wanted);
  Letters.erase(Name);
  auto With = [&](Dim V) {
    return Want.substitute([&](const Symbol &S) -> std::optional<Dim> {
      return S == X ? std::optional(V) : std::nullopt;
    });
  };
  Dim Rest = With(0), Factor = With(1) - Rest;
  bool Linear = Want == Factor * Dim::symbol(X) + Rest;
  Dim Bound = Dim::unknown();
  if (Linear && Factor.constant() != 0) {
    Dim Product = D.Size - Rest;
    if (F.provesDivides(Factor, Product) == Answer::No) {
      Mismatch M;
      M.Text = llvm::formatv("{0} is no multiple of {1}", Product.str(),
                             Factor.str());
      M.First = D.Side;
      return fail(std::move(M));
    }
    if (Factor.constant() || Factor.asSymbol())
      F.assumeDivides(Factor, Product);
    Bound = F.normalise(floorDiv(Product, Factor));
  }
  Letters[Name] = {Bound, D.Side};
  return true;
}

static Answer holds(const Condition &C, const Dim &L, const Dim &R,
                    const Facts &F) {
  using Relation = Condition::Relation;
  switch (C.Rel) {
  case Relation::Eq:
    return F.provesEqual(L, R);
  case Relation::Ne:
    return negate(F.provesEqual(L, R));
  case Relation::Lt:
    return F.provesLess(L, R);
  case Relation::Le:
    return negate(F.provesLess(R, L));
  case Relation::Gt:
    return F.provesLess(R, L);
  case Relation::Ge:
    return negate(F.provesLess(L, R));
  case Relation::Is:
  case Relation::Fits:
    break; // see checkShape
  }
  return Answer::Unknown;
}

/// `d is 64 and h is 6`
std::string Matcher::valuesIn(const Condition &C) const {
  std::vector<std::string> Names, Texts;
  collectNames(C.Left, Names);
  collectNames(C.Right, Names);
  for (const std::string &Name : Names)
    if (std::string Size = Letters.at(Name).Size.str(); Size != Name)
      if (std::string Text = Name + " is " + Size;
          !llvm::is_contained(Texts, Text))
        Texts.push_back(std::move(Text));
  return llvm::join(Texts, " and ");
}

/// `t is [*s]`, `m fits [q, k]`; of unknown rank as far as it is known.
bool Matcher::checkShape(const Condition &C) {
  auto It = Spreads.find(C.Left.Name);
  if (It == Spreads.end())
    return true;
  Shape Have(It->second.Sizes, It->second.HasRank);
  Value Wanted = shapeResult(C.Shape);
  Shape Want = shapeOf(Wanted);
  size_t Known = Have.sizes().size(), Axes = Want.sizes().size();
  bool IsExact = C.Rel == Condition::Relation::Is;
  bool Fits = (!Want.hasRank() || Known <= Axes) &&
              (!IsExact || !Have.hasRank() || Axes <= Known);
  for (size_t Back = 1; Fits && Back <= std::min(Known, Axes); ++Back) {
    Dim Mine = *Have.fromEnd(Back), Theirs = *Want.fromEnd(Back);
    Fits = IsExact ? F.unifySizes(Mine, Theirs) != Answer::No
                   : F.provesEqual(Mine, 1) != Answer::No ||
                         F.provesEqual(Mine, Theirs) != Answer::No;
  }
  if (Fits)
    return true;
  Mismatch M;
  M.Text = llvm::formatv("{0} is {1} where {2}{3} is needed", C.Left.Name,
                         Have.str(), Want.str(),
                         IsExact ? "" : " or what broadcasts to it");
  return fail(std::move(M));
}

bool Matcher::checkConditions() {
  for (const Condition &C : Sig.Conditions) {
    if (C.isOfSpread()) {
      if (!checkShape(C))
        return false;
      continue;
    }
    std::optional<Dim> L = evaluate(C.Left), R = evaluate(C.Right);
    if (!L || !R)
      continue;
    Answer A = holds(C, *L, *R, F);
    bool Divides = C.Left.Op == Expr::Kind::Mod &&
                   C.Rel == Condition::Relation::Eq && R->constant() == 0;
    if (Divides) {
      Dim Dividend = *evaluate(C.Left.Args[0]);
      Dim Divisor = *evaluate(C.Left.Args[1]);
      A = F.provesDivides(Divisor, Dividend);
      if (A == Answer::Unknown && (Divisor.constant() || Divisor.asSymbol()))
        F.assumeDivides(Divisor, Dividend);
    }
    if (A != Answer::No)
      continue;
    Mismatch M;
    std::string Values = valuesIn(C);
    M.Text =
        "it needs " + print(C) + (Values.empty() ? "" : " where ") + Values;
    return fail(std::move(M));
  }
  return true;
}

Value Matcher::builtinArgument(const Expr &E) const {
  if (E.Op == Expr::Kind::Name) {
    if (auto It = Others.find(E.Name); It != Others.end())
      return It->second;
    if (auto It = Spreads.find(E.Name); It != Spreads.end()) {
      TensorValue T;
      T.Sizes = Shape(It->second.Sizes, It->second.HasRank);
      return T;
    }
    for (const Parameter &P : Sig.Parameters)
      if (const Value *V = P.Name == E.Name ? argument(P) : nullptr)
        return *V;
  }
  if (std::optional<Dim> D = evaluate(E))
    return *D;
  return UnknownValue();
}

Value Matcher::result(const ResultPattern &R) {
  using Kind = ResultPattern::Kind;
  switch (R.What) {
  case Kind::Operand: {
    auto It = Args.find(R.Name);
    return It == Args.end() ? Value() : It->second;
  }
  case Kind::Number:
    return evaluate(R.Args[0]).value_or(Dim::unknown());
  case Kind::Builtin: {
    std::vector<Value> BuiltinArgs;
    for (const Expr &E : R.Args)
      BuiltinArgs.push_back(builtinArgument(E));
    Outcome O = callBuiltin(R.Name, BuiltinArgs, F);
    if (O.Failure)
      fail(std::move(*O.Failure));
    IsOperand |= O.IsOperand;
    return O.Result;
  }
  case Kind::Tuple:
    return tupleResult(R);
  case Kind::Shape:
    return shapeResult(R.Pattern);
  case Kind::Spread:
    break; // only in a tuple
  }
  return UnknownValue();
}

Value Matcher::tupleResult(const ResultPattern &R) {
  ListValue Parts;
  for (const ResultPattern &Part : R.Parts) {
    if (Part.What != ResultPattern::Kind::Spread) {
      Parts.Elements.push_back(result(Part));
      continue;
    }
    auto It = Spreads.find(Part.Name);
    if (It == Spreads.end() || !It->second.HasRank)
      return UnknownValue();
    llvm::append_range(Parts.Elements, It->second.Sizes);
  }
  return Parts;
}

/// Both halves beside an axis that is not known: how many axes there are is
/// known then, and nothing of their sizes.
bool Matcher::knowsOnlyRank(const ShapePattern &P, Shape &Out) const {
  auto Has = [&](const std::string &Spread) {
    return llvm::any_of(P, [&](const AxisPattern &A) {
      return A.isSpread() && A.Spread == Spread;
    });
  };
  for (const Halves &H : Unplaced)
    if (Has(H.Left) && Has(H.Right)) {
      Out = Shape(std::vector<Dim>(P.size() - 2 + H.Axes, Dim::unknown()));
      return true;
    }
  return false;
}

Value Matcher::shapeResult(const ShapePattern &P) {
  TensorValue T;
  if (knowsOnlyRank(P, T.Sizes))
    return T;
  std::vector<Dim> Sizes;
  bool HasRank = true;
  for (const AxisPattern &A : P) {
    if (!A.isSpread()) {
      bool Any = A.What == AxisPattern::Kind::Any;
      Sizes.push_back(
          (Any ? std::nullopt : evaluate(A.Size)).value_or(Dim::unknown()));
      continue;
    }
    auto It = Spreads.find(A.Spread);
    if (It == Spreads.end() || !It->second.HasRank) {
      HasRank = false;
      Sizes.clear();
    }
    if (It != Spreads.end())
      llvm::append_range(Sizes, It->second.Sizes);
  }
  for (const Dim &Size : Sizes)
    if (std::optional<std::int64_t> C = Size.constant(); C && *C < 0) {
      Mismatch M;
      M.Text = llvm::formatv("size {0} is negative", *C);
      fail(std::move(M));
    }
  T.Sizes = Shape(std::move(Sizes), HasRank);
  return T;
}

} // namespace tidy

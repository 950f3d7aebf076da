//===- ParseSignature.cpp - Signatures and what makes sense in one --------===//
#include "sig/Builtins.h"
#include "sig/Parser.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

using llvm::StringRef;
using llvm::Twine;
using Role = tidy::NameUse::Role;

namespace tidy {

bool Parser::signature(Signature &Out) {
  Out.Where = position(peek());
  Uses.clear();
  Letters = Role::ParamSize;
  if (!word(Out.Name, "the name of an op") || !expect("(") ||
      !listUntil(")", [&] { return parameter(Out); }))
    return false;
  Letters = Role::ResultSize;
  Parameters = Out.Parameters;
  if (!expect("->") || !result(Out.Result))
    return false;
  Letters = Role::Condition;
  if (accept("where"))
    do {
      if (!condition(Out.Conditions.emplace_back()))
        return false;
    } while (accept(","));
  return checkNames(Out);
}

bool Parser::parameter(Signature &Into) {
  const Token &Start = peek();
  Parameter P;
  if (!word(P.Name, "the name of a parameter"))
    return false;
  for (const Parameter &Other : Into.Parameters)
    if (Other.Name == P.Name)
      return fail(Start, "a second parameter '" + P.Name + "'");
  P.Optional = accept("?");
  if (!expect(":") || !type(P.Type))
    return false;
  if (accept("=") && !defaultOf(P, Into))
    return false;
  Into.Parameters.push_back(std::move(P));
  return true;
}

/// A literal, or the name of a parameter in front of it.
bool Parser::defaultOf(Parameter &Out, const Signature &In) {
  for (const Parameter &Other : In.Parameters)
    if (at(Other.Name)) {
      Out.DefaultOf = take().Text.str();
      return true;
    }
  return literal(Out.Default.emplace());
}

bool Parser::type(ParamType &Out) {
  using Kind = ParamType::Kind;
  const Token &T = peek();
  if (at("[")) {
    Out.What = Kind::Tensor;
    return pattern(Out.Pattern, /*IsOperand=*/true);
  }
  std::optional<Kind> What = llvm::StringSwitch<std::optional<Kind>>(T.Text)
                                 .Case("list", Kind::TensorList)
                                 .Case("int", Kind::Int)
                                 .Case("ints", Kind::Ints)
                                 .Case("axis", Kind::Axis)
                                 .Case("axes", Kind::Axes)
                                 .Case("bool", Kind::Bool)
                                 .Case("number", Kind::Number)
                                 .Case("text", Kind::Text)
                                 .Case("any", Kind::Any)
                                 .Default(std::nullopt);
  if (What) {
    take();
    Out.What = *What;
    if (What != Kind::TensorList)
      return true;
    const Token &Start = peek();
    if (!pattern(Out.Pattern, /*IsOperand=*/true))
      return false;
    return llvm::all_of(Out.Pattern, [](auto &A) { return A.Axis.empty(); }) ||
           fail(Start, "elements of a list have no 'axis@size'");
  }
  if (!T.is(Token::Kind::Word) || at("true") || at("false") || at("none"))
    return literalType(Out);
  return fail(T, "unknown type '" + T.Text + "'" +
                     suggestion(T.Text, {"list", "int", "ints", "axis", "axes",
                                         "bool", "number", "text", "any"}));
}

/// `false`, `-1`, `"same"`
bool Parser::literalType(ParamType &Out) {
  Out.What = ParamType::Kind::Literal;
  bool StartsOne = at(Token::Kind::Int) || at("-") || at(Token::Kind::Word) ||
                   at(Token::Kind::String);
  return StartsOne ? literal(Out.Wanted.emplace()) : failExpected("a type");
}

bool Parser::result(ResultPattern &Out) {
  using Kind = ResultPattern::Kind;
  if (at("[")) {
    Out.What = Kind::Shape;
    return pattern(Out.Pattern, /*IsOperand=*/false);
  }
  if (at("("))
    return tupleResult(Out);
  bool IsName = at(Token::Kind::Word) && !at("_");
  if (IsName && peek(1).is("(") && !at("min") && !at("max"))
    return builtinResult(Out);
  if (!IsName && !at(Token::Kind::Int) && !at("-"))
    return failExpected("a shape, the name of a parameter or of a builtin, "
                        "a number or '('");
  bool IsTensor = llvm::any_of(Parameters, [&](const Parameter &P) {
    return P.Name == peek().Text && P.Type.What == ParamType::Kind::Tensor;
  });
  if (!IsTensor) {
    Out.What = Kind::Number;
    return expr(Out.Args.emplace_back());
  }
  Out.What = Kind::Operand;
  Out.Name = take().Text.str();
  return true;
}

bool Parser::tupleResult(ResultPattern &Out) {
  Out.What = ResultPattern::Kind::Tuple;
  take();
  return nested([&] {
    do {
      ResultPattern &Part = Out.Parts.emplace_back();
      if (!at("*")) {
        if (!result(Part))
          return false;
        continue;
      }
      AxisPattern Sizes;
      if (!spread(Sizes))
        return false;
      Part.What = ResultPattern::Kind::Spread;
      Part.Name = std::move(Sizes.Spread);
    } while (accept(","));
    return accept(")") || failExpected("',' or ')'");
  });
}

bool Parser::builtinResult(ResultPattern &Out) {
  Out.What = ResultPattern::Kind::Builtin;
  const Token &Start = take();
  Out.Name = Start.Text.str();
  noteUse(Role::Builtin, Start);
  Letters = Role::Argument;
  take();
  bool Parsed = listUntil(")", [&] { return expr(Out.Args.emplace_back()); });
  Letters = Role::ResultSize;
  unsigned Arity = builtinArity(Out.Name).value_or(Out.Args.size());
  if (Parsed && Out.Args.size() != Arity)
    return fail(Start, "'" + Out.Name + "' takes " + Twine(Arity) +
                           (Arity == 1 ? " argument" : " arguments") +
                           ", found " + Twine(Out.Args.size()));
  return Parsed;
}

bool Parser::condition(Condition &Out) {
  using Relation = Condition::Relation;
  if (peek(1).is("is") || peek(1).is("fits")) {
    noteUse(Role::ResultSpread, peek());
    Out.Left.Op = Expr::Kind::Name;
    if (!word(Out.Left.Name, "the name of a spread"))
      return false;
    Out.Rel = take().is("is") ? Relation::Is : Relation::Fits;
    return pattern(Out.Shape, /*IsOperand=*/false);
  }
  if (!expr(Out.Left))
    return false;
  std::optional<Relation> Rel =
      llvm::StringSwitch<std::optional<Relation>>(peek().Text)
          .Case("==", Relation::Eq)
          .Case("!=", Relation::Ne)
          .Case("<", Relation::Lt)
          .Case("<=", Relation::Le)
          .Case(">", Relation::Gt)
          .Case(">=", Relation::Ge)
          .Default(std::nullopt);
  if (!Rel)
    return failExpected("'==', '!=', '<', '<=', '>' or '>='");
  Out.Rel = *Rel;
  take();
  return expr(Out.Right);
}

namespace {

/// What the parameters of a signature bind.
struct Bound {
  Bound(const Signature &S, llvm::ArrayRef<NameUse> Uses) {
    using Kind = ParamType::Kind;
    for (const Parameter &P : S.Parameters) {
      auto &Names = P.Type.What == Kind::Int    ? Sizes
                    : P.Type.What == Kind::Ints ? Spreads
                                                : Others;
      Names.push_back(P.Name);
      if (P.Type.What == Kind::Axis)
        Axes.push_back(P.Name);
    }
    for (const NameUse &U : Uses) {
      if (U.What == Role::ParamSize)
        Sizes.push_back(U.Name);
      if (U.What == Role::ParamSpread)
        Spreads.push_back(U.Name);
    }
  }

  std::string problem(const NameUse &U) const;

private:
  std::string unbound(StringRef What, StringRef Name,
                      llvm::ArrayRef<StringRef> Known) const {
    return ("no parameter binds the " + What + " '" + Name + "'" +
            suggestion(Name, Known))
        .str();
  }
  std::string argumentProblem(StringRef Name) const;

  std::vector<StringRef> Sizes, Spreads, Others, Axes;
};

std::string Bound::argumentProblem(StringRef Name) const {
  int Meanings = llvm::is_contained(Sizes, Name) +
                 llvm::is_contained(Spreads, Name) +
                 llvm::is_contained(Others, Name);
  if (Meanings == 1)
    return "";
  if (Meanings > 1)
    return ("'" + Name + "' means two things here; rename one").str();
  std::vector<StringRef> All = Sizes;
  llvm::append_range(All, Spreads);
  llvm::append_range(All, Others);
  return unbound("name", Name, All);
}

/// What is wrong with this use of a name; empty if nothing is.
std::string Bound::problem(const NameUse &U) const {
  switch (U.What) {
  case Role::ParamSize:
  case Role::ParamSpread:
    return "";
  case Role::ResultSize:
  case Role::Condition:
    return llvm::is_contained(Sizes, U.Name) ? ""
                                             : unbound("size", U.Name, Sizes);
  case Role::ResultSpread:
    if (llvm::is_contained(Spreads, U.Name))
      return "";
    return U.Name.empty() ? unbound("spread", "...", {})
                          : unbound("spread", "*" + U.Name, Spreads);
  case Role::Axis:
    return llvm::is_contained(Axes, U.Name)
               ? ""
               : "'" + U.Name + "' is no parameter of type axis" +
                     suggestion(U.Name, Axes);
  case Role::Builtin:
    return isBuiltin(U.Name) ? ""
                             : "unknown builtin '" + U.Name + "'" +
                                   suggestion(U.Name, builtinNames());
  case Role::Argument:
    return argumentProblem(U.Name);
  }
  return "";
}

} // namespace

/// Everything behind the arrow has to be bound before it.
bool Parser::checkNames(const Signature &S) {
  Bound Names(S, Uses);
  for (const NameUse &U : Uses)
    if (std::string Problem = Names.problem(U); !Problem.empty())
      return fail(U.At, Problem);
  return true;
}

} // namespace tidy

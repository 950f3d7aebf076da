//===- Parser.cpp - The cursor, expressions and patterns ------------------===//
#include "sig/Parser.h"
#include "llvm/Support/raw_ostream.h"

using llvm::StringRef;
using llvm::Twine;

namespace tidy {

/// Brackets in brackets; keeps the recursion far from the stack's end.
static constexpr unsigned MaxDepth = 200;
/// Keeps the syntax tree shallow; no size that can be read comes near it.
static constexpr unsigned MaxOperators = 1000;

const Token &Parser::take() {
  const Token &T = peek();
  ++Next;
  return T;
}

bool Parser::accept(StringRef Spelling) {
  if (!at(Spelling))
    return false;
  take();
  return true;
}

bool Parser::expect(StringRef Spelling) {
  return accept(Spelling) || failExpected("'" + Spelling + "'");
}

bool Parser::word(std::string &Out, StringRef Expected) {
  if (!at(Token::Kind::Word) || at("_"))
    return failExpected(Expected);
  Out = take().Text.str();
  return true;
}

bool Parser::string(std::string &Out, StringRef Expected) {
  if (!at(Token::Kind::String))
    return failExpected(Expected);
  std::optional<std::string> Text = unquote(peek().Text);
  if (!Text)
    return fail(peek(), "expected \\\", \\\\, \\n, \\t or \\xHH after each "
                        "backslash of this string");
  Out = std::move(*Text);
  take();
  return true;
}

bool Parser::index(unsigned &Out, StringRef Expected) {
  if (!at(Token::Kind::Int))
    return failExpected(Expected);
  if (peek().Text.getAsInteger(10, Out))
    return fail(peek(), "'" + peek().Text + "' does not fit in 32 bits");
  take();
  return true;
}

bool Parser::listUntil(StringRef Close, llvm::function_ref<bool()> Element) {
  if (accept(Close))
    return true;
  do {
    if (!Element())
      return false;
  } while (accept(","));
  return accept(Close) || failExpected("',' or '" + Close + "'");
}

bool Parser::fail(const Token &At, const Twine &Message) {
  if (!Failure)
    Failure = {position(At), Message.str()};
  return false;
}

bool Parser::failExpected(const Twine &What) {
  const Token &T = peek();
  if (T.is(Token::Kind::Bad))
    return fail(T, T.Problem);
  return fail(T, "expected " + What + ", found " + describe(T));
}

llvm::Error Parser::finish(bool Parsed) {
  if (Parsed && !at(Token::Kind::End))
    failExpected("end of text");
  if (!Failure)
    return llvm::Error::success();
  return llvm::make_error<SigError>(Failure->first, Failure->second);
}

bool Parser::nested(llvm::function_ref<bool()> Rule) {
  if (Depth == MaxDepth)
    return fail(peek(), "this is nested too deeply");
  ++Depth;
  bool Parsed = Rule();
  --Depth;
  return Parsed;
}

void Parser::noteUse(NameUse::Role Role, const Token &T) {
  Uses.push_back({Role, T.is("...") ? "" : T.Text.str(), T});
}

// Expressions.

bool Parser::expr(Expr &Out) {
  Operators = 0;
  return sum(Out);
}

bool Parser::countOperator() {
  if (++Operators > MaxOperators)
    return fail(peek(), "an expression has at most " + Twine(MaxOperators) +
                            " operators");
  return true;
}

static Expr::Kind kindOf(char Operator) {
  switch (Operator) {
  case '+':
    return Expr::Kind::Add;
  case '-':
    return Expr::Kind::Sub;
  case '*':
    return Expr::Kind::Mul;
  case '/':
    return Expr::Kind::Div;
  default:
    return Expr::Kind::Mod;
  }
}

bool Parser::chain(Expr &Out, StringRef Symbols,
                   bool (Parser::*Operand)(Expr &)) {
  if (!(this->*Operand)(Out))
    return false;
  while (peek().Text.size() == 1 && Symbols.contains(peek().Text)) {
    if (!countOperator())
      return false;
    Expr Whole{kindOf(take().Text.front()), 0, "", {std::move(Out), Expr()}};
    if (!(this->*Operand)(Whole.Args[1]))
      return false;
    Out = std::move(Whole);
  }
  return true;
}

bool Parser::unary(Expr &Out) {
  if (!accept("-"))
    return primary(Out);
  if (at(Token::Kind::Int))
    return integer(Out, "-");
  Out = {Expr::Kind::Negate, 0, "", {Expr()}};
  return countOperator() && nested([&] { return unary(Out.Args[0]); });
}

bool Parser::integer(Expr &Out, StringRef Sign) {
  Out = {};
  std::string Digits = (Sign + peek().Text).str();
  if (StringRef(Digits).getAsInteger(10, Out.Number))
    return fail(peek(), "'" + peek().Text + "' does not fit in 64 bits");
  take();
  return true;
}

bool Parser::primary(Expr &Out) {
  if (at(Token::Kind::Int))
    return integer(Out, "");
  if ((at("min") || at("max")) && peek(1).is("("))
    return minOrMax(Out);
  if (at(Token::Kind::Word) && !at("_")) {
    noteUse(Letters, peek());
    Out = {Expr::Kind::Name, 0, take().Text.str(), {}};
    return true;
  }
  if (!accept("("))
    return failExpected("a name, a whole number or '('");
  return nested([&] { return sum(Out); }) && expect(")");
}

bool Parser::minOrMax(Expr &Out) {
  if (!countOperator())
    return false;
  bool IsMin = take().is("min");
  Out = {IsMin ? Expr::Kind::Min : Expr::Kind::Max, 0, "", {Expr(), Expr()}};
  return expect("(") && nested([&] { return sum(Out.Args[0]); }) &&
         expect(",") && nested([&] { return sum(Out.Args[1]); }) && expect(")");
}

// Patterns.

bool Parser::pattern(ShapePattern &Out, bool IsOperand) {
  return expect("[") && listUntil("]", [&] { return entry(Out, IsOperand); });
}

bool Parser::bareOperand(ShapePattern &Out) {
  const Token &Start = peek();
  if (at("[")) {
    if (!pattern(Out, /*IsOperand=*/true))
      return false;
  } else {
    do {
      if (!entry(Out, /*IsOperand=*/true))
        return false;
    } while (accept(","));
  }
  for (const AxisPattern &A : Out)
    if (!A.Axis.empty())
      return fail(Start, "'" + A.Axis + "@' needs a parameter '" + A.Axis +
                             "', which only an op has");
  return at(Token::Kind::End) || failExpected("',' or end of text");
}

bool Parser::entry(ShapePattern &Out, bool IsOperand) {
  const Token &Start = peek();
  AxisPattern &Axis = Out.emplace_back();
  if (at(Token::Kind::Word) && peek(1).is("@")) {
    if (!IsOperand)
      return fail(Start, "in a result the axis stands where its neighbours "
                         "put it: leave out '" +
                             Start.Text + "@'");
    noteUse(NameUse::Role::Axis, Start);
    Axis.Axis = take().Text.str();
    take();
  }
  bool IsSpread = Axis.Axis.empty() && (at("*") || at("..."));
  if (!(IsSpread ? spread(Axis) : size(Axis)))
    return false;
  return !IsOperand || checkOperand(Out, Start);
}

bool Parser::spread(AxisPattern &Out) {
  const Token &Start = peek();
  Out.What = AxisPattern::Kind::Spread;
  if (accept("*") && !word(Out.Spread, "the name of a spread"))
    return false;
  auto Role = Letters == NameUse::Role::ParamSize ? NameUse::Role::ParamSpread
                                                  : NameUse::Role::ResultSpread;
  Uses.push_back({Role, Out.Spread, Start});
  if (Start.is("..."))
    take();
  return true;
}

bool Parser::size(AxisPattern &Out) {
  if (accept("_")) {
    Out.What = AxisPattern::Kind::Any;
    return true;
  }
  bool StartsSize =
      at(Token::Kind::Word) || at(Token::Kind::Int) || at("(") || at("-");
  if (!StartsSize)
    return failExpected(Out.Axis.empty() ? "a size, '_', '*name' or '...'"
                                         : "a size or '_'");
  return expr(Out.Size);
}

/// Where each axis of an operand lies has to be clear.
bool Parser::checkOperand(const ShapePattern &P, const Token &Last) {
  unsigned Spreads = 0, Marks = 0;
  for (const AxisPattern &A : P) {
    if (!A.Axis.empty() && ++Marks > 1)
      return fail(Last, "expected at most one 'axis@size' in an operand, found "
                        "another");
    if (!A.Axis.empty())
      Spreads = 0;
    if (A.isSpread() && ++Spreads > 1)
      return fail(Last, "expected at most one spread in an operand, found "
                        "another");
  }
  return true;
}

} // namespace tidy

//===- ParseValue.cpp - Values as examples and literals write them --------===//
#include "sig/Parser.h"
#include "sig/Unify.h"

namespace tidy {

bool Parser::value(Value &Out) {
  if (at("["))
    return shapeValue(Out) && (!accept("or") || orNone(Out));
  if (at("(") && !opensExpression())
    return listValue(Out);
  if (at(Token::Kind::String))
    return textValue(Out);
  if (accept("?"))
    Out = UnknownValue();
  else if (accept("none"))
    Out = NoneValue();
  else if (accept("number"))
    Out = NumberValue();
  else if (accept("_"))
    Out = Dim::unknown();
  else if (accept("true"))
    Out = Answer::Yes;
  else if (accept("false"))
    Out = Answer::No;
  else if (at(Token::Kind::Number) ||
           (at("-") && peek(1).is(Token::Kind::Number))) {
    accept("-");
    take();
    Out = NumberValue();
  } else {
    bool StartsSize =
        at(Token::Kind::Word) || at(Token::Kind::Int) || at("(") || at("-");
    Expr E;
    if (!StartsSize)
      return failExpected("a value");
    if (!expr(E))
      return false;
    Out = rigidValue(E);
  }
  return true;
}

/// `(a + b)/c` is a size, `(a + b)` a list of one: what follows tells.
bool Parser::opensExpression() const {
  unsigned Open = 0;
  for (size_t I = 0; !peek(I).is(Token::Kind::End); ++I) {
    if (peek(I).is("("))
      ++Open;
    if (peek(I).is(")") && --Open == 0)
      return llvm::StringRef("+-*/%").contains(peek(I + 1).Text) &&
             peek(I + 1).Text.size() == 1;
  }
  return false;
}

bool Parser::shapeValue(Value &Out) {
  take();
  bool IsOpen = accept("...");
  if (IsOpen && accept("]")) {
    Out = TensorValue();
    return true;
  }
  if (IsOpen && !expect(","))
    return false;
  std::vector<Dim> Sizes;
  auto Size = [&] {
    if (accept("_")) {
      Sizes.push_back(Dim::unknown());
      return true;
    }
    Expr E;
    if (!expr(E))
      return false;
    Sizes.push_back(rigidValue(E));
    return true;
  };
  if (!listUntil("]", Size))
    return false;
  Out = TensorValue{Shape(std::move(Sizes), !IsOpen), {}, {}};
  return true;
}

/// `[2, 3] or none`
bool Parser::orNone(Value &Out) {
  Out.as<TensorValue>()->MayBeNone = true;
  return expect("none");
}

bool Parser::textValue(Value &Out) {
  const Token &Start = peek();
  TextValue T;
  if (!string(T.Text, "a string"))
    return false;
  if (T.Text.size() > TextValue::Longest)
    return fail(Start, "a string has at most " +
                           llvm::Twine(TextValue::Longest) + " characters");
  Out = std::move(T);
  return true;
}

bool Parser::listValue(Value &Out) {
  take();
  ListValue L;
  if (!nested([&] {
        return listUntil(")", [&] { return value(L.Elements.emplace_back()); });
      }))
    return false;
  Out = std::move(L);
  return true;
}

bool Parser::literal(Value &Out) {
  size_t Before = Uses.size();
  if (!value(Out))
    return false;
  if (Uses.size() > Before)
    return fail(Uses[Before].At, "expected a literal, found the name '" +
                                     Uses[Before].Name + "'");
  return true;
}

} // namespace tidy

//===- Parser.h - Recursive descent over the notation -----------*- C++ -*-===//
//
// The cursor and the rules that the notation, the .sig files and the IR text
// share. A rule returns false once something is wrong; the first error is
// kept, with its place, and finish() hands it out.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SIG_PARSER_H
#define TENSOR_TIDY_SIG_PARSER_H

#include "sig/Lexer.h"
#include "sig/Parse.h"
#include "llvm/ADT/Twine.h"

namespace tidy {

/// A name that a signature uses, and what for.
struct NameUse {
  enum class Role : std::uint8_t {
    ParamSize,
    ParamSpread,
    ResultSize,
    ResultSpread,
    Axis,     ///< `dim` of `dim@n`
    Builtin,  ///< `-> resized(...)`
    Argument, ///< of a builtin
    Condition
  };
  Role What;
  std::string Name;
  Token At;
};

class Parser {
public:
  Parser(llvm::StringRef Text, llvm::StringRef File, Newlines Mode)
      : File(File), Tokens(tokenise(Text, Mode)) {}

  // The cursor.

  const Token &peek(size_t Ahead = 0) const {
    return Tokens[std::min(Next + Ahead, Tokens.size() - 1)];
  }
  bool at(llvm::StringRef Spelling) const { return peek().is(Spelling); }
  bool at(Token::Kind K) const { return peek().is(K); }
  const Token &take();
  bool accept(llvm::StringRef Spelling);
  bool expect(llvm::StringRef Spelling);
  bool word(std::string &Out, llvm::StringRef Expected);
  bool string(std::string &Out, llvm::StringRef Expected);
  /// A whole number of type unsigned.
  bool index(unsigned &Out, llvm::StringRef Expected);
  /// Elements with commas between, up to and with `Close`.
  bool listUntil(llvm::StringRef Close, llvm::function_ref<bool()> Element);
  SigPos position(const Token &T) const {
    return {File.str(), T.Line, T.Column};
  }

  // Errors; always false.

  bool fail(const Token &At, const llvm::Twine &Message);
  bool failExpected(const llvm::Twine &What);
  /// The error, if any; also one if `Parsed` and something is left over.
  llvm::Error finish(bool Parsed);

  // The rules.

  bool expr(Expr &Out);
  /// `[a, *b, _]`; an operand has at most one spread, or one on each side of an
  /// `axis@size`.
  bool pattern(ShapePattern &Out, bool IsOperand);
  /// The same without brackets, up to the end of the text.
  bool bareOperand(ShapePattern &Out);
  bool value(Value &Out);
  /// A value without names of sizes.
  bool literal(Value &Out);
  bool signature(Signature &Out);

private:
  bool chain(Expr &Out, llvm::StringRef Operators,
             bool (Parser::*Operand)(Expr &));
  bool sum(Expr &Out) { return chain(Out, "+-", &Parser::product); }
  bool product(Expr &Out) { return chain(Out, "*/%", &Parser::unary); }
  bool unary(Expr &Out);
  bool primary(Expr &Out);
  bool integer(Expr &Out, llvm::StringRef Sign);
  bool minOrMax(Expr &Out);
  bool countOperator();

  bool entry(ShapePattern &Out, bool IsOperand);
  bool spread(AxisPattern &Out);
  bool size(AxisPattern &Out);
  bool checkOperand(const ShapePattern &P, const Token &Last);
  bool defaultOf(Parameter &Out, const Signature &In);
  bool parameter(Signature &Into);
  bool type(ParamType &Out);
  bool literalType(ParamType &Out);
  bool result(ResultPattern &Out);
  bool builtinResult(ResultPattern &Out);
  bool tupleResult(ResultPattern &Out);
  bool condition(Condition &Out);
  bool checkNames(const Signature &S);

  bool shapeValue(Value &Out);
  bool orNone(Value &Out);
  bool textValue(Value &Out);
  bool listValue(Value &Out);
  bool opensExpression() const;

  void noteUse(NameUse::Role Role, const Token &T);
  bool nested(llvm::function_ref<bool()> Rule);

  llvm::StringRef File;
  std::vector<Token> Tokens;
  size_t Next = 0;
  unsigned Depth = 0;
  unsigned Operators = 0; ///< in the current expression
  NameUse::Role Letters = NameUse::Role::ParamSize; ///< what names are now
  std::vector<NameUse> Uses;
  llvm::ArrayRef<Parameter> Parameters; ///< of the signature being read
  std::optional<std::pair<SigPos, std::string>> Failure;
};

} // namespace tidy

#endif

//===- ModelParser.cpp - Signatures and what a library is -----------------===//
#include "sig/ModelParser.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace tidy {

bool ModelParser::statements() {
  while (true) {
    while (at(Token::Kind::Newline))
      take();
    if (at(Token::Kind::End))
      return true;
    if (!statement() || !endOfLine())
      return false;
  }
}

bool ModelParser::statement() {
  if (!at(Token::Kind::Word))
    return failExpected("a signature or a directive");
  if (peek(1).is("("))
    return signatureLine();
  if (peek(1).is(":") && (at("ok") || at("bad")))
    return example();
  return directive();
}

bool ModelParser::directive() {
  static constexpr std::pair<StringRef, bool (ModelParser::*)()> Directives[] =
      {{"library", &ModelParser::library},
       {"namespace", &ModelParser::namespaces},
       {"tensor", &ModelParser::tensors},
       {"undefined", &ModelParser::undefined},
       {"wrapper", &ModelParser::wrappers},
       {"text", &ModelParser::texts},
       {"constant", &ModelParser::constant},
       {"pointer", &ModelParser::pointers},
       {"record", &ModelParser::record},
       {"scope", &ModelParser::scope},
       {"function", &ModelParser::function},
       {"method", &ModelParser::method},
       {"changes", &ModelParser::changes},
       {"both", &ModelParser::both},
       {"reshapes", &ModelParser::reshapes},
       {"outside", &ModelParser::outside},
       {"edit", &ModelParser::edit}};
  const Token &Word = take();
  std::vector<StringRef> Known;
  for (auto [Name, Rule] : Directives) {
    Known.push_back(Name);
    if (!Word.is(Name))
      continue;
    if (Library.empty() && Name != "library")
      return fail(Word, "expected 'library NAME' before '" + Name + "'");
    return (this->*Rule)();
  }
  return fail(Word, "unknown directive '" + Word.Text + "'" +
                        suggestion(Word.Text, Known));
}

bool ModelParser::signatureLine() {
  Signature S;
  if (!signature(S))
    return false;
  Op = S.Name;
  M.Ops[Op].push_back(std::move(S));
  return true;
}

/// `ok: [4], dim=0 -> [4]`, `bad: [1, 3], [2, 3]`
bool ModelParser::example() {
  Example E;
  E.Where = position(peek());
  E.Op = Op;
  if (Op.empty())
    return fail(peek(), "expected a signature before its examples");
  E.Ok = take().is("ok");
  take();
  bool NoArguments = at("->") || at(Token::Kind::Newline);
  ArgumentCheck Check(M.Ops[Op], ArgumentCheck::Positions::OfAny);
  if (!NoArguments)
    do {
      if (!exampleArgument(E, Check))
        return false;
    } while (accept(","));
  if (E.Ok && !at("->"))
    return failExpected(NoArguments ? "a value or '->'" : "',' or '->'");
  if (!E.Ok && at("->"))
    return fail(peek(), "expected end of line, a bad example has no result");
  if (accept("->") && !value(E.Result))
    return false;
  M.Examples.push_back(std::move(E));
  return true;
}

bool ModelParser::exampleArgument(Example &E, ArgumentCheck &Check) {
  Example::Argument &A = E.Arguments.emplace_back();
  const Token &Start = peek();
  if (peek(1).is("=")) {
    if (!word(A.Name, "the name of an argument"))
      return false;
    take();
  }
  if (!value(A.Given))
    return false;
  std::string Problem = Check.next(A.Name);
  return Problem.empty() || fail(Start, Problem);
}

bool ModelParser::library() {
  if (!word(Library, "the name of a library"))
    return false;
  FunctionScope = MethodScope = "";
  return true;
}

bool ModelParser::namespaces() {
  do {
    const Token &At = peek();
    std::string Name;
    if (!qualifiedName(Name))
      return false;
    auto [It, New] = M.Namespaces.try_emplace(Name, Library);
    if (!New && It->second != Library)
      return fail(At, "namespace '" + Name + "' belongs to library '" +
                          It->second + "'");
  } while (!at(Token::Kind::Newline));
  return true;
}

bool ModelParser::names(std::set<std::string> &Into) {
  do {
    std::string Name;
    if (!qualifiedName(Name))
      return false;
    Into.insert(std::move(Name));
  } while (!at(Token::Kind::Newline));
  return true;
}

/// `torch::kMean = "mean"`
bool ModelParser::constant() {
  const Token &Start = peek();
  std::string Name;
  Value Is;
  if (!qualifiedName(Name) || !expect("=") || !literal(Is))
    return false;
  return M.Constants.try_emplace(Name, std::move(Is)).second ||
         fail(Start, "a second constant '" + Name + "'");
}

bool ModelParser::scope() {
  return qualifiedName(FunctionScope) && qualifiedName(MethodScope);
}

/// `at::Tensor::matmul`, `at::operator+`.
bool ModelParser::qualifiedName(std::string &Out) {
  const Token &Start = peek();
  std::vector<std::string> Names;
  if (!qualifiedNames(Names))
    return false;
  Out = Names.front();
  return Names.size() == 1 || fail(Start, "expected one name");
}

/// One, or several that differ in one part: `at::Tensor::{exp_, log_}`.
bool ModelParser::qualifiedNames(std::vector<std::string> &Out) {
  Out.assign(1, "");
  bool HasGroup = false;
  while (true) {
    std::vector<std::string> Parts(1);
    if (!HasGroup && accept("{")) {
      HasGroup = true;
      Parts.clear();
      if (at("}"))
        return failExpected("a qualified name");
      if (!listUntil("}", [&] {
            while (at(Token::Kind::Newline))
              take();
            return namePart(Parts.emplace_back());
          }))
        return false;
    } else if (!namePart(Parts.front())) {
      return false;
    }
    std::vector<std::string> Longer;
    for (const std::string &Name : Out)
      for (const std::string &Part : Parts)
        Longer.push_back(Name + Part);
    Out = std::move(Longer);
    if (!accept("::"))
      return true;
    for (std::string &Name : Out)
      Name += "::";
  }
}

bool ModelParser::namePart(std::string &Out) {
  return at("operator") ? operatorName(Out) : word(Out, "a qualified name");
}

bool ModelParser::operatorName(std::string &Out) {
  Out += take().Text;
  const Token &Start = peek();
  std::string Symbol;
  if (at("(") || at("[")) {
    Symbol = take().Text.str();
    StringRef Close = Symbol == "(" ? ")" : "]";
    if (!expect(Close))
      return false;
    Symbol += Close;
  }
  bool EndsGroup = false; // `{operator+, operator-}`
  while (Symbol.size() < 3 && at(Token::Kind::Punct) && !at("(") &&
         !EndsGroup) {
    Symbol += take().Text;
    EndsGroup = at(",") || at("}");
  }
  static constexpr StringRef Overloadable[] = {
      "+",  "-",  "*",  "/",  "%",  "^",  "&",   "|",   "~",   "!",
      "=",  "<",  ">",  "+=", "-=", "*=", "/=",  "%=",  "^=",  "&=",
      "|=", "<<", ">>", "==", "!=", "<=", ">=",  "<=>", "<<=", ">>=",
      "&&", "||", "++", "--", ",",  "->", "->*", "()",  "[]"};
  if (!llvm::is_contained(Overloadable, Symbol))
    return fail(Start,
                "expected an operator that can be overloaded, found " +
                    (Symbol.empty() ? describe(Start) : "'" + Symbol + "'"));
  Out += Symbol;
  return true;
}

bool ModelParser::edit() {
  const Token &Start = peek();
  EditSpelling E;
  E.Library = Library;
  E.Where = position(Start);
  if (!word(E.Op, "the name of an op") || !knownOp(Start) ||
      !parameters(E.Parameters, /*AnyAllowed=*/false) || !expect("="))
    return false;
  const Token &Text = peek();
  if (!string(E.Text, "a string"))
    return false;
  std::string Problem = placeholderProblem(E);
  if (!Problem.empty())
    return fail(Text, Problem);
  M.Edits.push_back(std::move(E));
  return true;
}

llvm::Error parseModelFile(StringRef Text, StringRef File, Models &Into) {
  Models Next = Into;
  if (llvm::Error E = ModelParser(Text, File, Next).run())
    return E;
  Into = std::move(Next);
  return llvm::Error::success();
}

} // namespace tidy

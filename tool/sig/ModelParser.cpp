//===- ModelParser.cpp - One .sig file into the models --------------------===//
//
// A statement a line: signatures with their examples, or directives. Works on
// a copy of the models, so that a file with an error changes nothing.
//
//===----------------------------------------------------------------------===//
#include "sig/ModelCheck.h"
#include "sig/Parser.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace tidy {
namespace {

class ModelParser : Parser {
public:
  ModelParser(StringRef Text, StringRef File, Models &Into)
      : Parser(Text, File, Newlines::EndStatements), M(Into) {}

  llvm::Error run() { return finish(statements()); }

private:
  bool statements();
  bool statement();
  bool directive();
  bool signatureLine();
  bool example();
  bool exampleArgument(Example &E, ArgumentCheck &Check);
  bool library();
  bool namespaces();
  bool names(std::set<std::string> &Into);
  bool tensors() { return names(M.TensorTypes); }
  bool wrappers() { return names(M.WrapperTypes); }
  bool reshapes() { return names(M.Reshaping); }
  bool scope();
  bool callee(bool IsMethod);
  bool function() { return callee(/*IsMethod=*/false); }
  bool method() { return callee(/*IsMethod=*/true); }
  bool both();
  bool edit();

  bool qualifiedName(std::string &Out);
  bool operatorName(std::string &Out);
  bool parameters(std::vector<std::string> &Out, bool AnyAllowed);
  bool mapping(CalleeModel &Out);
  bool opArgument(CalleeModel &Out);
  bool knownOp(const Token &At);
  bool add(CalleeModel Model, const Token &At);
  bool endOfLine() {
    return at(Token::Kind::Newline) || failExpected("end of line");
  }

  Models &M;
  std::string Library;
  std::string Op; ///< whose examples may follow
  std::string FunctionScope, MethodScope;
};

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
       {"wrapper", &ModelParser::wrappers},
       {"scope", &ModelParser::scope},
       {"function", &ModelParser::function},
       {"method", &ModelParser::method},
       {"both", &ModelParser::both},
       {"reshapes", &ModelParser::reshapes},
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

bool ModelParser::scope() {
  return qualifiedName(FunctionScope) && qualifiedName(MethodScope);
}

/// `at::Tensor::matmul`, `at::operator+`.
bool ModelParser::qualifiedName(std::string &Out) {
  Out.clear();
  while (true) {
    if (at("operator"))
      return operatorName(Out);
    std::string Part;
    if (!word(Part, "a qualified name"))
      return false;
    Out += Part;
    if (!accept("::"))
      return true;
    Out += "::";
  }
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
  while (Symbol.size() < 3 && at(Token::Kind::Punct) && !at("("))
    Symbol += take().Text;
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

bool ModelParser::parameters(std::vector<std::string> &Out, bool AnyAllowed) {
  return expect("(") && listUntil(")", [&] {
           const Token &At = peek();
           if (AnyAllowed && accept("_")) {
             Out.push_back("_");
             return true;
           }
           std::string Name;
           if (!word(Name, "the name of a parameter"))
             return false;
           if (llvm::is_contained(Out, Name) || Name == "this")
             return fail(At, Name == "this"
                                 ? "'this' is no parameter"
                                 : "a second parameter '" + Name + "'");
           Out.push_back(std::move(Name));
           return true;
         });
}

bool ModelParser::callee(bool IsMethod) {
  const Token &Start = peek();
  CalleeModel Model;
  Model.IsMethod = IsMethod;
  return qualifiedName(Model.Callee) &&
         parameters(Model.Parameters, /*AnyAllowed=*/true) && mapping(Model) &&
         add(std::move(Model), Start);
}

bool ModelParser::both() {
  const Token &Start = peek();
  if (FunctionScope.empty())
    return fail(Start, "expected 'scope NAMESPACE CLASS' before 'both'");
  CalleeModel Function;
  std::string Name;
  if (!qualifiedName(Name) || !parameters(Function.Parameters, true))
    return false;
  if (Function.Parameters.empty() || Function.Parameters.front() == "_")
    return fail(Start, "expected a first parameter that stands for the object");
  if (!mapping(Function))
    return false;
  CalleeModel Method = Function;
  Function.Callee = FunctionScope + "::" + Name;
  Method.Callee = MethodScope + "::" + Name;
  Method.IsMethod = true;
  for (OpArgument &A : Method.Arguments)
    if (A.Parameter == Method.Parameters.front())
      A.Parameter = "this";
  Method.Parameters.erase(Method.Parameters.begin());
  return add(std::move(Function), Start) && add(std::move(Method), Start);
}

/// `= softmax(self, dim: 0)`
bool ModelParser::mapping(CalleeModel &Out) {
  if (!expect("="))
    return false;
  const Token &At = peek();
  if (!word(Out.Op, "the name of an op") || !knownOp(At) || !expect("("))
    return false;
  ArgumentCheck Check(M.Ops[Out.Op], ArgumentCheck::Positions::OfFirst);
  return listUntil(")", [&] {
    const Token &Start = peek();
    if (!opArgument(Out))
      return false;
    std::string Problem = Check.next(Out.Arguments.back().Name);
    return Problem.empty() || fail(Start, Problem);
  });
}

bool ModelParser::opArgument(CalleeModel &Out) {
  OpArgument A;
  if (peek(1).is(":")) {
    if (!word(A.Name, "the name of an argument"))
      return false;
    take();
  }
  const Token &T = peek();
  bool IsName = T.is(Token::Kind::Word) && !T.is("true") && !T.is("false") &&
                !T.is("none");
  if (!IsName) {
    if (!literal(A.Literal.emplace()))
      return false;
  } else {
    std::vector<StringRef> Known(Out.Parameters.begin(), Out.Parameters.end());
    llvm::erase(Known, "_");
    if (Out.IsMethod)
      Known.push_back("this");
    A.Parameter = T.Text.str();
    if (!llvm::is_contained(Known, T.Text))
      return fail(T, "unknown C++ parameter '" + T.Text + "'" +
                         suggestion(T.Text, Known));
    take();
  }
  Out.Arguments.push_back(std::move(A));
  return true;
}

bool ModelParser::knownOp(const Token &At) {
  std::vector<StringRef> Known;
  for (const auto &[Name, Alternatives] : M.Ops)
    Known.push_back(Name);
  return llvm::is_contained(Known, At.Text) ||
         fail(At, "unknown op '" + At.Text + "'" + suggestion(At.Text, Known));
}

bool ModelParser::add(CalleeModel Model, const Token &At) {
  Model.Library = Library;
  Model.Where = position(At);
  std::vector<CalleeModel> &Models = M.Callees[Model.Callee];
  for (const CalleeModel &Other : Models)
    if (Other.Parameters == Model.Parameters &&
        Other.IsMethod == Model.IsMethod)
      return fail(At, "a second model of '" + Model.Callee + "(" +
                          llvm::join(Model.Parameters, ", ") +
                          ")', the first is at " + Other.Where.File + ":" +
                          llvm::Twine(Other.Where.Line));
  Models.push_back(std::move(Model));
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

} // namespace

llvm::Error parseModelFile(StringRef Text, StringRef File, Models &Into) {
  Models Next = Into;
  if (llvm::Error E = ModelParser(Text, File, Next).run())
    return E;
  Into = std::move(Next);
  return llvm::Error::success();
}

} // namespace tidy

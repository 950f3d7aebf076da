//===- Parse.cpp - Text to a Program: functions and variables -------------===//
#include "ir/Check.h"
#include "ir/ProgramParser.h"
#include "ir/Text.h"

using llvm::StringRef;
using llvm::Twine;

namespace tidy {

bool ProgramParser::program() {
  while (true) {
    while (at(Token::Kind::Newline))
      take();
    if (at(Token::Kind::End))
      return true;
    if (!(accept("file") ? file() : function()))
      return false;
  }
}

bool ProgramParser::file() {
  unsigned Number;
  const Token &Start = peek();
  if (!index(Number, "the number of the file"))
    return false;
  if (Number != P.Files.size())
    return fail(Start, "expected file number " + Twine(P.Files.size()) +
                           ", found " + Twine(Number));
  return string(P.Files.emplace_back().Path, "the path of the file") &&
         endLine();
}

bool ProgramParser::function() {
  F = {};
  At = {peek(), {}, {}};
  Vars.clear();
  Seen.clear();
  Instrs.clear();
  Next = 0;
  if (!accept("function"))
    return failExpected("'file' or 'function'");
  bool Named = expect("@") && qualifiedName(F.Name) &&
               string(F.Usr, "the function's USR as a string") &&
               span(F.Where) && expect("(") &&
               listUntil(")", [&] { return param(); }) &&
               (!accept("->") || shape(F.Result.emplace()));
  if (!Named)
    return false;
  F.Internal = accept("internal");
  return declared(F.Declared) && roles() && expect("{") && endLine() && body();
}

bool ProgramParser::body() {
  while (at("var"))
    if (!variable())
      return false;
  while (accept("outside"))
    if (!outside())
      return false;
  while (!at("}"))
    if (!block())
      return false;
  take();
  if (!endLine() || !numberInstrs())
    return false;
  P.Functions.push_back(std::move(F));
  Places.push_back(std::move(At));
  return true;
}

/// Instructions may be written in any order, but their numbers have no gaps.
bool ProgramParser::numberInstrs() {
  for (auto &[Id, I] : Instrs) {
    if (Id != F.Instrs.size())
      return fail(At.Instrs[Id], "expected %" + Twine(F.Instrs.size()) +
                                     " somewhere, as there is %" + Twine(Id));
    F.Instrs.push_back(std::move(I));
  }
  return true;
}

bool ProgramParser::check() {
  std::optional<Problem> Found = findProblem(P);
  if (!Found)
    return true;
  const FunctionPlaces &In = Places[Found->Function];
  Token T = In.Head;
  if (Found->Instr != NoId)
    T = In.Instrs.find(Found->Instr)->second;
  else if (Found->Block != NoId)
    T = In.Ends[Found->Block];
  return fail(T, Found->Message);
}

// Variables.

/// `key: ref tensor as other "k, d" @0:7+3 escapes`
bool ProgramParser::param() {
  const Token &Start = peek();
  Param Out;
  Variable V;
  unsigned Number;
  if (!declaredName(V.Name, Number) || !expect(":"))
    return false;
  Out.ByReference = accept("ref");
  if (accept("tensor"))
    Out.What = Param::Kind::Tensor;
  else if (accept("int"))
    Out.What = Param::Kind::Int;
  else if (accept("object"))
    Out.What = Param::Kind::Object;
  else if (!accept("other"))
    return failExpected("'ref', 'tensor', 'int', 'object' or 'other'");
  V.IsTensor = Out.What == Param::Kind::Tensor;
  if (accept("as")) {
    V.IsTensor = at("tensor");
    if (!accept("tensor") && !expect("other"))
      return false;
  }
  if (at(Token::Kind::String) && !shape(Out.Contract.emplace()))
    return false;
  if (!span(V.Where))
    return false;
  V.Escapes = accept("escapes");
  V.IsView = accept("view");
  Out.Var = F.Vars.size();
  F.Params.push_back(std::move(Out));
  return declare(std::move(V), Start, Number);
}

bool ProgramParser::variable() {
  take();
  const Token &Start = peek();
  Variable V;
  unsigned Number;
  if (!declaredName(V.Name, Number) || !expect(":"))
    return false;
  V.IsTensor = at("tensor");
  if (!accept("tensor") && !accept("other"))
    return failExpected("'tensor' or 'other'");
  if (!span(V.Where))
    return false;
  V.Escapes = accept("escapes");
  V.IsView = accept("view");
  return declare(std::move(V), Start, Number) && endLine();
}

/// `outside %6 "c:@F@helper" declared "h.h:12"`, behind its first word.
bool ProgramParser::outside() {
  OutsideCall &O = F.Outside.emplace_back();
  return (at("%") ? number(O.Call) : failExpected("'%'")) &&
         string(O.Usr, "the function's USR as a string") &&
         declared(O.Declared) && endLine();
}

/// `declared "net.h:120", "net.h:9"`, or nothing.
bool ProgramParser::declared(std::vector<std::string> &Out) {
  if (!accept("declared"))
    return true;
  do {
    if (!string(Out.emplace_back(), "a place as a string"))
      return false;
  } while (accept(","));
  return true;
}

/// `plays "c:@S@Base@F@f" of "Derived", ...`, or nothing.
bool ProgramParser::roles() {
  if (!accept("plays"))
    return true;
  do {
    Role &R = F.Roles.emplace_back();
    if (!string(R.Usr, "a method's USR as a string") || !expect("of") ||
        !string(R.Class, "a class as a string"))
      return false;
  } while (accept(","));
  return true;
}

bool ProgramParser::declare(Variable V, const Token &Start, unsigned Number) {
  unsigned &Count = Seen[V.Name];
  if (Number != Count)
    return fail(Start, "expected '" + Start.Text +
                           (Count ? "." + std::to_string(Count) : "") +
                           "', the next of this name");
  Vars[{V.Name, Count++}] = F.Vars.size();
  F.Vars.push_back(std::move(V));
  return true;
}

/// `x`, `x.1`
bool ProgramParser::declaredName(std::string &Name, unsigned &Number) {
  Number = 0;
  return name(Name, "the name of a variable") &&
         (!(at(".") && peek(1).is(Token::Kind::Int)) ||
          (accept(".") && index(Number, "the number of the variable")));
}

bool ProgramParser::variableUse(VarId &Out) {
  const Token &Start = peek();
  std::string Name;
  unsigned Number;
  if (!declaredName(Name, Number))
    return false;
  auto It = Vars.find({Name, Number});
  if (It != Vars.end()) {
    Out = It->second;
    return true;
  }
  std::vector<StringRef> Known;
  for (const Variable &V : F.Vars)
    Known.push_back(V.Name);
  std::string Suffix = Number ? "." + std::to_string(Number) : "";
  return fail(Start, "unknown variable '" + Start.Text + Suffix + "'" +
                         suggestion(Name, Known));
}

llvm::Expected<Program> parseProgram(StringRef Text, StringRef File) {
  return ProgramParser(Text, File).run();
}

} // namespace tidy

//===- ModelCallees.cpp - C++ callees, and what their objects hold --------===//
#include "sig/ModelParser.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace tidy {

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

bool ModelParser::callee(bool IsMethod, bool Changes) {
  const Token &Start = peek();
  std::vector<std::string> Names;
  CalleeModel Model;
  Model.IsMethod = IsMethod;
  Model.Changes = Changes;
  if (!qualifiedNames(Names) ||
      !parameters(Model.Parameters, /*AnyAllowed=*/true) || !mapping(Model))
    return false;
  return llvm::all_of(Names, [&](const std::string &Name) {
    Model.Callee = Name;
    return add(Model, Start);
  });
}

bool ModelParser::both() {
  const Token &Start = peek();
  if (FunctionScope.empty())
    return fail(Start, "expected 'scope NAMESPACE CLASS' before 'both'");
  CalleeModel Function;
  std::vector<std::string> Names;
  if (!qualifiedNames(Names) || !parameters(Function.Parameters, true))
    return false;
  if (Function.Parameters.empty() || Function.Parameters.front() == "_")
    return fail(Start, "expected a first parameter that stands for the object");
  if (!mapping(Function))
    return false;
  CalleeModel Method = Function;
  Method.IsMethod = true;
  for (OpArgument &A : Method.Arguments)
    if (A.Parameter == Method.Parameters.front())
      A.Parameter = "this";
  Method.Parameters.erase(Method.Parameters.begin());
  return llvm::all_of(Names, [&](const std::string &Name) {
    Function.Callee = FunctionScope + "::" + Name;
    Method.Callee = MethodScope + "::" + Name;
    return add(Function, Start) && add(Method, Start);
  });
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

/// `self`, `dim: 0`, `this.stride`, `options.reduction`
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
    if (accept(".") && !word(A.Field, "the name of a field"))
      return false;
  }
  Out.Arguments.push_back(std::move(A));
  return true;
}

/// `torch::nn::LinearOptions(in_features, out_features)`, or `(modules...)`.
bool ModelParser::record() {
  const Token &Start = peek();
  std::vector<std::string> Names, Fields;
  if (!qualifiedNames(Names) || !expect("("))
    return false;
  bool HasAll = false;
  if (!listUntil(")", [&] {
        if (HasAll)
          return failExpected("')'");
        std::string &Field = Fields.emplace_back();
        if (!word(Field, "the name of a field"))
          return false;
        HasAll = Fields.size() == 1 && accept("...");
        return true;
      }))
    return false;
  if (HasAll)
    Fields.front() += "...";
  std::string Setter;
  if (accept("unless"))
    do {
      if (!word(Setter, "the name of a setter"))
        return false;
      for (const std::string &Name : Names)
        M.RecordsUnless.insert({Name, Setter});
    } while (at(Token::Kind::Word));
  return llvm::all_of(Names, [&](const std::string &Name) {
    return M.Records.try_emplace(Name, Fields).second ||
           fail(Start, "a second record '" + Name + "'");
  });
}

bool ModelParser::knownOp(const Token &At) {
  if (M.Ops.contains(At.Text.str()))
    return true;
  std::vector<StringRef> Known;
  for (const auto &[Name, Alternatives] : M.Ops)
    Known.push_back(Name);
  return fail(At, "unknown op '" + At.Text + "'" + suggestion(At.Text, Known));
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

} // namespace tidy

//===- ModelParser.h - Reads one .sig file into the models ------*- C++ -*-===//
//
// Internal to sig/. A statement a line: signatures with their examples
// (ModelParser.cpp), or directives, those of callees in ModelCallees.cpp. Works
// on a copy of the models, so that a file with an error changes nothing.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SIG_MODELPARSER_H
#define TENSOR_TIDY_SIG_MODELPARSER_H

#include "sig/ModelCheck.h"
#include "sig/Parser.h"

namespace tidy {

class ModelParser : Parser {
public:
  ModelParser(llvm::StringRef Text, llvm::StringRef File, Models &Into)
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
  bool undefined() { return names(M.UndefinedTypes); }
  bool wrappers() { return names(M.WrapperTypes); }
  bool texts() { return names(M.TextTypes); }
  bool constant();
  bool reshapes() { return names(M.Reshaping); }
  bool outside() { return names(M.Outside); }
  bool pointers() { return names(M.PointerTypes); }
  bool record();
  bool scope();
  bool callee(bool IsMethod, bool Changes = false);
  bool function() { return callee(/*IsMethod=*/false); }
  bool method() { return callee(/*IsMethod=*/true); }
  bool changes() { return callee(/*IsMethod=*/true, /*Changes=*/true); }
  bool both();
  bool edit();

  bool qualifiedName(std::string &Out);
  bool qualifiedNames(std::vector<std::string> &Out);
  bool namePart(std::string &Out);
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

} // namespace tidy

#endif

//===- ProgramParser.h - Recursive descent over the IR text -----*- C++ -*-===//
//
// Internal to ir/. Reads one function after the other; where its pieces stand
// is kept for what only the whole program can tell (Check.h).
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_IR_PROGRAMPARSER_H
#define TENSOR_TIDY_IR_PROGRAMPARSER_H

#include "ir/Program.h"
#include "sig/Parser.h"
#include <map>

namespace tidy {

/// Where the pieces of a function stand.
struct FunctionPlaces {
  Token Head;
  std::map<InstrId, Token> Instrs;
  std::vector<Token> Ends; ///< of the blocks
};

class ProgramParser : Parser {
public:
  ProgramParser(llvm::StringRef Text, llvm::StringRef File)
      : Parser(Text, File, Newlines::EndStatements) {}

  llvm::Expected<Program> run() {
    if (llvm::Error E = finish(program() && check()))
      return std::move(E);
    return std::move(P);
  }

private:
  bool program();
  bool check();
  bool file();
  bool function();
  bool body();
  bool numberInstrs();

  bool param();
  bool variable();
  bool outside();
  bool declared(std::vector<std::string> &Out);
  bool roles();
  bool declare(Variable V, const Token &At, unsigned Number);
  bool declaredName(std::string &Name, unsigned &Number);
  bool variableUse(VarId &Out);

  bool block();
  bool instr();
  bool content(Instr &I);
  bool attributes(Instr &I);
  bool operands(Instr &I, llvm::StringRef Close);
  bool operand(Instr &I);
  bool end(Terminator &Out);
  bool target(Terminator &Out);
  bool place(VarId &Var, Path &Steps);
  bool number(InstrId &Out);

  bool shape(ShapePattern &Out);
  bool name(std::string &Out, llvm::StringRef Expected);
  bool qualifiedName(std::string &Out);
  bool operatorName(std::string &Out);
  bool span(Span &Out);
  bool endLine();

  Program P;
  std::vector<FunctionPlaces> Places;

  // Of the current function.
  Function F;
  FunctionPlaces At;
  std::map<std::pair<std::string, unsigned>, VarId> Vars;
  std::map<std::string, unsigned> Seen;
  std::map<InstrId, Instr> Instrs;
  InstrId Next = 0;
};

} // namespace tidy

#endif

//===- ParseBlock.cpp - Text to a Program: blocks and instructions --------===//
#include "ir/ProgramParser.h"
#include "ir/Words.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

using llvm::StringRef;
using llvm::Twine;

namespace tidy {

// Blocks.

static const KindWord *kindAt(const Token &T) {
  const auto *Found =
      llvm::find_if(KindWords, [&](const KindWord &K) { return T.is(K.Word); });
  return Found == std::end(KindWords) ? nullptr : Found;
}

bool ProgramParser::block() {
  if (!expect("b" + std::to_string(F.Blocks.size())) || !expect(":") ||
      !endLine())
    return false;
  F.Blocks.emplace_back();
  while (true) {
    if (!at("%") && !kindAt(peek()))
      break;
    if (!instr() || !endLine())
      return false;
  }
  At.Ends.push_back(peek());
  return end(F.Blocks.back().End) && endLine();
}

bool ProgramParser::instr() {
  Token Start = peek();
  InstrId Id = Next;
  if (at("%") && (!number(Id) || !expect("=")))
    return false;
  Next = Id + 1;
  Instr I;
  if (!content(I) || !attributes(I))
    return false;
  if (!Instrs.try_emplace(Id, std::move(I)).second)
    return fail(Start, "a second %" + Twine(Id));
  At.Instrs[Id] = std::move(Start);
  F.Blocks.back().Instrs.push_back(Id);
  return true;
}

bool ProgramParser::content(Instr &I) {
  const KindWord *Kind = kindAt(peek());
  if (!Kind)
    return failExpected("an instruction");
  take();
  I.Kind = Kind->Kind;
  using Form = KindWord::Form;
  switch (Kind->How) {
  case Form::Literal:
    return value(I.Literal);
  case Form::Place:
    return place(I.Var, I.Path);
  case Form::Stored:
    return place(I.Var, I.Path) && expect(",") && operands(I, "");
  case Form::Op:
    return name(I.Name, "the name of an op") && expect("(") && operands(I, ")");
  case Form::Named:
    return string(I.Name, "a string") && expect("(") && operands(I, ")");
  case Form::Operator:
    return operatorName(I.Name) && operands(I, "");
  case Form::Bare:
    return operands(I, "");
  case Form::Expected:
    return name(I.Name, "what is expected to have the shape") && operand(I) &&
           expect(",") && shape(I.Pattern);
  }
  return false;
}

/// `"torch::matmul" @0:96+25 name @0:96+13 virtual "f" editable postfix`
bool ProgramParser::attributes(Instr &I) {
  if (at(Token::Kind::String) && !string(I.Callee, "the callee"))
    return false;
  if (!span(I.Where))
    return false;
  if (accept("name") && (at("@") ? !span(I.NameSpan) : !expect("@")))
    return false;
  if (accept("virtual") && !string(I.Virtual, "the method's USR"))
    return false;
  I.Editable = accept("editable");
  I.MacroArgument = accept("argument");
  I.Postfix = accept("postfix");
  I.Counted = accept("counted");
  I.Taints = accept("taints");
  I.Keeps = accept("keeps");
  I.Opaque = accept("opaque");
  I.Integer = accept("integer");
  I.Number = accept("number");
  I.Computed = accept("computed");
  I.External = accept("external");
  I.Expected = accept("expected");
  return true;
}

/// With parentheses up to `Close`, else as long as there are commas.
bool ProgramParser::operands(Instr &I, StringRef Close) {
  if (!Close.empty())
    return listUntil(Close, [&] { return operand(I); });
  if (!at("%") && !at("&") && !at("const"))
    return true;
  do {
    if (!operand(I))
      return false;
  } while (accept(","));
  return true;
}

bool ProgramParser::operand(Instr &I) {
  Operand &O = I.Operands.emplace_back();
  if (peek(1).is("=") &&
      (!name(O.Parameter, "the name of a parameter") || !expect("=")))
    return false;
  O.ReadOnly = accept("const");
  if (accept("&"))
    return place(O.Reference, O.Path);
  if (O.ReadOnly)
    return failExpected("'&'");
  return at("%") ? number(O.From) : failExpected("'%' or '&'");
}

/// `x`, `this.layers[%3]*.weight`
bool ProgramParser::place(VarId &Var, Path &Steps) {
  if (!variableUse(Var))
    return false;
  while (at(".") || at("[") || at("*")) {
    PathStep &Step = Steps.emplace_back();
    if (accept("*"))
      continue;
    if (accept(".") ? !name(Step.Field, "the name of a field")
                    : !expect("[") || !number(Step.Index) || !expect("]"))
      return false;
  }
  return true;
}

bool ProgramParser::number(InstrId &Out) {
  const Token &Start = take();
  if (!index(Out, "the number of an instruction"))
    return false;
  return Out != NoId || fail(Start, "this number is too large");
}

bool ProgramParser::end(Terminator &Out) {
  using Kind = Terminator::Kind;
  std::optional<Kind> What =
      llvm::StringSwitch<std::optional<Kind>>(peek().Text)
          .Case("return", Kind::Return)
          .Case("goto", Kind::Goto)
          .Case("branch", Kind::Branch)
          .Case("choose", Kind::Choose)
          .Case("attempt", Kind::Attempt)
          .Cases({"stop", "fail"}, Kind::Stop)
          .Default(std::nullopt);
  if (!What)
    return failExpected("an instruction, 'return', 'goto', 'branch', "
                        "'choose', 'attempt', 'stop' or 'fail'");
  Out.Fails = take().Text == "fail";
  Out.What = *What;
  if (*What == Kind::Stop || (*What == Kind::Return && !at("%")))
    return true;
  if (*What == Kind::Return)
    return number(Out.Value);
  if (*What == Kind::Branch && ((!at("%") && !failExpected("'%'")) ||
                                !number(Out.Value) || !expect(",")))
    return false;
  if (*What == Kind::Choose && at("%") && (!number(Out.Value) || !expect(",")))
    return false;
  do {
    if (!target(Out))
      return false;
  } while (accept(","));
  return true;
}

bool ProgramParser::target(Terminator &Out) {
  StringRef Number = peek().Text;
  BlockId Target;
  if (!Number.consume_front("b") || Number.getAsInteger(10, Target))
    return failExpected("a block");
  take();
  Out.Targets.push_back(Target);
  if (Out.What != Terminator::Kind::Choose || !at("case"))
    return Out.Cases.empty() || (Out.Cases.emplace_back(), true);
  take();
  const Token &Start = peek();
  Value Case;
  if (!literal(Case))
    return false;
  const auto *Size = Case.as<Dim>();
  if (!Size || !Size->constant())
    return fail(Start, "a case is a whole number");
  Out.Cases.resize(Out.Targets.size());
  Out.Cases.back() = *Size->constant();
  return true;
}

// Words.

bool ProgramParser::shape(ShapePattern &Out) {
  const Token &T = peek();
  std::string Text;
  if (!string(Text, "a shape"))
    return false;
  llvm::Expected<ShapePattern> Shape = parseShape(Text);
  if (!Shape)
    return fail(T, "this is no shape: " + llvm::toString(Shape.takeError()));
  Out = std::move(*Shape);
  return true;
}

bool ProgramParser::name(std::string &Out, StringRef Expected) {
  return at(Token::Kind::String) ? string(Out, Expected) : word(Out, Expected);
}

bool ProgramParser::qualifiedName(std::string &Out) {
  if (!name(Out, "the name of the function"))
    return false;
  std::string Part;
  while (accept("::")) {
    if (!word(Part, "the rest of the qualified name"))
      return false;
    Out += "::" + Part;
  }
  return true;
}

bool ProgramParser::operatorName(std::string &Out) {
  if (!at(Token::Kind::Punct) && !at(Token::Kind::Word))
    return failExpected("an operator");
  Out = take().Text.str();
  return true;
}

/// `@0:96+25`, or nothing.
bool ProgramParser::span(Span &Out) {
  return !accept("@") || (index(Out.File, "the number of a file") &&
                          expect(":") && index(Out.Offset, "an offset") &&
                          expect("+") && index(Out.Length, "a length"));
}

bool ProgramParser::endLine() {
  if (!at(Token::Kind::Newline))
    return failExpected("end of line");
  while (at(Token::Kind::Newline))
    take();
  return true;
}

} // namespace tidy

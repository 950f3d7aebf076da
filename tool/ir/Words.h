//===- Words.h - How instructions are written -------------------*- C++ -*-===//
//
// Internal to ir/: what the text of the IR calls each kind of instruction, and
// what follows that word.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_IR_WORDS_H
#define TENSOR_TIDY_IR_WORDS_H

#include "ir/Instr.h"

namespace tidy {

struct KindWord {
  enum class Form : std::uint8_t {
    Literal,  ///< const 3
    Place,    ///< load x.n
    Stored,   ///< store x.n, %1
    Op,       ///< op mm(a=%0)
    Named,    ///< call "f"(%0)
    Operator, ///< arith + %0, %1
    Bare,     ///< list %0, %1
    Expected  ///< expect variable %2, "k, d"
  };
  InstrKind Kind;
  llvm::StringRef Word;
  Form How;
};

inline constexpr KindWord KindWords[] = {
    {InstrKind::Const, "const", KindWord::Form::Literal},
    {InstrKind::Load, "load", KindWord::Form::Place},
    {InstrKind::Store, "store", KindWord::Form::Stored},
    {InstrKind::Op, "op", KindWord::Form::Op},
    {InstrKind::Call, "call", KindWord::Form::Named},
    {InstrKind::Unknown, "unknown", KindWord::Form::Named},
    {InstrKind::Arith, "arith", KindWord::Form::Operator},
    {InstrKind::Compare, "compare", KindWord::Form::Operator},
    {InstrKind::List, "list", KindWord::Form::Bare},
    {InstrKind::Element, "element", KindWord::Form::Bare},
    {InstrKind::Field, "field", KindWord::Form::Named},
    {InstrKind::Record, "record", KindWord::Form::Named},
    {InstrKind::Share, "share", KindWord::Form::Bare},
    {InstrKind::Append, "append", KindWord::Form::Bare},
    {InstrKind::Splice, "splice", KindWord::Form::Bare},
    {InstrKind::Resize, "resize", KindWord::Form::Bare},
    {InstrKind::Count, "count", KindWord::Form::Bare},
    {InstrKind::Or, "or", KindWord::Form::Bare},
    {InstrKind::Expect, "expect", KindWord::Form::Expected},
    {InstrKind::As, "as", KindWord::Form::Named},
    {InstrKind::Apply, "apply", KindWord::Form::Named},
};

} // namespace tidy

#endif

//===- Program.h - Tensor code, without C++ ---------------------*- C++ -*-===//
//
// The small IR between the frontend and everything behind it: functions of
// basic blocks, instructions with source spans. Everything after it is tested
// without Clang, because it prints and parses (Text.h). One translation unit
// gives one Program.
//
// Instructions are numbered within their function; an operand names the
// instruction that computed it. Variables are read and written by Load and
// Store, so there are no phis; where paths meet, flow joins the variables.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_IR_PROGRAM_H
#define TENSOR_TIDY_IR_PROGRAM_H

#include "sig/Signature.h"

namespace tidy {

using InstrId = unsigned;
using VarId = unsigned;
using BlockId = unsigned;
using FunctionId = unsigned;
inline constexpr unsigned NoId = ~0u;

/// The types that Arith wraps to, as LLVM would write them with a sign.
struct WrapType {
  unsigned Bits;
  bool IsSigned;
};
/// `i32` is {32, true}; none for other names.
std::optional<WrapType> wrapType(llvm::StringRef Name);

/// A piece of one source file, in bytes. Length 0 and Offset 0: nowhere.
struct Span {
  unsigned File = 0;
  unsigned Offset = 0;
  unsigned Length = 0;

  bool known() const { return Length != 0; }
  unsigned end() const { return Offset + Length; }
  friend auto operator<=>(const Span &, const Span &) = default;
};

enum class InstrKind : std::uint8_t {
  Const,   ///< a literal: Literal
  Load,    ///< reads Var
  Store,   ///< writes Operands[0] to Var; its own value is that too
  Op,      ///< a modelled operation: Name is the op, Args name its parameters
  Call,    ///< a function of the program: Name is its USR
  Unknown, ///< not understood: Name says what; its value is unknown
  Arith,   ///< integer arithmetic: Name is + - * / % min max neg, or, of
           ///< one operand, the type it is wrapped to: i8 i16 i32 u8 … u64
  Compare, ///< Name is == != < <= > >= not
  List,    ///< Operands as one list
  Element, ///< Operands[0] at the constant Operands[1]
};

/// One operand: an instruction's value, or a variable given by reference
/// (of Call and Unknown: it may be written there).
struct Operand {
  std::string Parameter; ///< of Op: the op's parameter it is for
  InstrId From = NoId;
  VarId Reference = NoId;

  friend bool operator==(const Operand &, const Operand &) = default;
};

struct Instr {
  InstrKind Kind = InstrKind::Unknown;
  std::string Name;
  std::string Callee; ///< the C++ callee as the user knows it: torch::matmul
  std::vector<Operand> Operands;
  VarId Var = NoId;
  Value Literal;
  Span Where;    ///< the whole expression
  Span NameSpan; ///< the callee's name, where a caret goes
  /// The text at Where is one unbroken piece of its file (no macro), so that
  /// an edit may replace it.
  bool Editable = false;
  /// `.member` can follow the text without parentheses.
  bool Postfix = false;
  /// Of Unknown: a tensor operation that is counted as not understood.
  bool Counted = false;
  /// Of Unknown: tensors among its operands may have another shape afterwards.
  bool Taints = false;
  /// Of Unknown: its value is a whole number.
  bool Integer = false;
};

/// How a block ends.
struct Terminator {
  enum class Kind : std::uint8_t { Return, Goto, Branch, Choose, Stop };
  Kind What = Kind::Stop; ///< Stop: control does not go on (throw, abort)
  InstrId Value = NoId;   ///< returned, or what Branch or Choose goes by
  /// Branch: then, else. Choose: any of them (switch, unmodelled loops).
  std::vector<BlockId> Targets;

  friend bool operator==(const Terminator &, const Terminator &) = default;
};

struct Block {
  std::vector<InstrId> Instrs;
  Terminator End;
};

struct Variable {
  std::string Name; ///< as in the source; several may share one
  Span Where;
  /// Its address is known elsewhere (captured by reference, `&x`, a static):
  /// reading it gives unknown.
  bool Escapes = false;
  bool IsTensor = false;
};

struct Param {
  VarId Var = NoId;
  enum class Kind : std::uint8_t { Tensor, Int, Other };
  Kind What = Kind::Other;
  bool ByReference = false; ///< non-const: what is written reaches the caller
  /// From Shaped<T, "b, k, d"> or TENSOR_SHAPE.
  std::optional<ShapePattern> Contract;
};

struct Function {
  std::string Name; ///< qualified, as diagnostics print it
  std::string Usr;
  Span Where; ///< the name in its definition
  std::vector<Param> Params;
  std::vector<Variable> Vars;
  std::vector<Instr> Instrs;
  std::vector<Block> Blocks; ///< Blocks[0] is the entry
};

struct SourceFile {
  std::string Path;
  std::string Text; ///< as the compiler read it; not printed
};

struct Program {
  std::vector<SourceFile> Files;
  std::vector<Function> Functions;
};

} // namespace tidy

#endif

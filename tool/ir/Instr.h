//===- Instr.h - One step of a function -------------------------*- C++ -*-===//
//
// An operand names the instruction of its function that computed it. Variables,
// and parts of them (a field, an element), are read and written by Load and
// Store, so there are no phis; where paths meet, flow joins the variables.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_IR_INSTR_H
#define TENSOR_TIDY_IR_INSTR_H

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
  Load,    ///< reads Var, or the part of it that Path leads to
  Store,   ///< writes Operands[0] there; its own value is that too
  Op,      ///< a modelled operation: Name is the op, Args name its parameters
  Call,    ///< a function of the program: Name is its USR
  Unknown, ///< not understood: Name says what; its value is unknown
  Arith, ///< integer arithmetic: Name is + * min max, of any numbers and lists
         ///< of such, - / % shl shr neg, or the type to wrap to: i8 i16 … u64
  Compare, ///< Name is == != < <= > >= not bool, or given: anything but none
  List,    ///< Operands as one list
  Element, ///< Operands[0] at Operands[1]
  Field,   ///< of the object Operands[0] the one that is called Name
  Record,  ///< an object of class Name; operands name its fields, or are, as
           ///< `...`, an object whose fields it takes over
  Share,   ///< Operands[0], an object that several names may have from now on
  Append,  ///< the list Operands[0] with Operands[1] at its end
  Splice,  ///< the list Operands[0] with those of the list Operands[3] for its
           ///< elements from Operands[1] on, up to Operands[2]
  Resize,  ///< the first Operands[1] elements of the list Operands[0], and as
           ///< many times Operands[2] as it has too few
  Count,   ///< how many elements Operands[0] has
  Or,      ///< Operands[0], or Operands[1] where that is none
  As,      ///< the object Operands[0] if it is of the class Name, none if it is
           ///< known to be of another
  Apply,   ///< the method Name of the object Operands[0], whatever its class is
  Expect,  ///< Operands[0] has to be as Pattern says, and is from here on. Name
           ///< says where that is written: variable, field, result, assertion;
           ///< what a comment says changes nothing
};

/// From a whole to a part of it: its field of this name, or the element at the
/// index that an instruction gave, or else, from a pointer, the object.
struct PathStep {
  std::string Field;
  InstrId Index = NoId;

  bool isThrough() const { return Field.empty() && Index == NoId; }

  friend bool operator==(const PathStep &, const PathStep &) = default;
};
using Path = std::vector<PathStep>;

/// What an Op is to write its result to, no parameter of the op.
inline constexpr char OutParameter[] = "out=";

/// One operand: an instruction's value, or a variable or a part of one, given
/// by reference (of Call and Unknown: it may be written there).
struct Operand {
  std::string Parameter; ///< of Op: the op's parameter; of Record: the field
  InstrId From = NoId;
  VarId Reference = NoId;
  tidy::Path Path = {};  ///< of the reference
  bool ReadOnly = false; ///< nothing is written by this reference

  friend bool operator==(const Operand &, const Operand &) = default;
};

struct Instr {
  InstrKind Kind = InstrKind::Unknown;
  std::string Name;
  std::string Callee; ///< the C++ callee as the user knows it: torch::matmul
  std::vector<Operand> Operands;
  VarId Var = NoId;
  tidy::Path Path; ///< of Load and Store: from Var
  Value Literal;
  ShapePattern Pattern; ///< of Expect
  Span Where;           ///< the whole expression
  Span NameSpan;        ///< the callee's name, where a caret goes
  /// Of Unknown: the USR of a virtual method of Operands[0], whose class tells
  /// which function is called; `()` if that is something that can be called
  /// (its class is that function's USR in parentheses, its fields the
  /// captures). Where the class is known it is a Call.
  std::string Virtual;
  /// The text at Where is one unbroken piece of its file (no macro), so that
  /// an edit may replace it.
  bool Editable = false;
  bool MacroArgument = false; ///< it is, but for macros that it is given to
  /// `.member` can follow the text without parentheses.
  bool Postfix = false;
  bool Counted = false; ///< of Unknown: a tensor operation
  /// Of Unknown: tensors among its operands may have another shape afterwards.
  /// Of Op: its first operand is changed in place, to the result's shape.
  bool Taints = false;
  /// Of Unknown: tensors among its operands are held from then on by something
  /// that is not followed (a container, a field, a global).
  bool Keeps = false;
  /// Of Unknown: code of the user's runs that is not in sight. It may change
  /// whatever it can reach: tensors that are kept, variables that it was given.
  bool Opaque = false;
  bool Integer = false; ///< of Unknown: its value is a whole number
  /// Its value is a number that may have a fraction, if nothing else is known.
  bool Number = false;
  /// Of Unknown: its value is computed from its operands and nothing else.
  bool Computed = false;
  /// Of Unknown: its value comes from outside the program and may be any.
  bool External = false;
  /// Written where it is meant to fail: EXPECT_THROW(...) and its kin.
  bool Expected = false;

  friend bool operator==(const Instr &, const Instr &) = default;
};

} // namespace tidy

#endif

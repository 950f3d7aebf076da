//===- Program.h - Tensor code, without C++ ---------------------*- C++ -*-===//
//
// The small IR between the frontend and everything behind it: functions of
// basic blocks, instructions with source spans. Everything after it is tested
// without Clang, because it prints and parses (Text.h). One translation unit
// gives one Program; those of several are linked to one (Link.h).
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_IR_PROGRAM_H
#define TENSOR_TIDY_IR_PROGRAM_H

#include "ir/Instr.h"

namespace tidy {

/// How a block ends.
struct Terminator {
  enum class Kind : std::uint8_t {
    Return,
    Goto,
    Branch,
    Choose,
    Attempt,
    Stop
  };
  Kind What = Kind::Stop; ///< Stop: control does not go on (throw, exit)
  InstrId Value = NoId;   ///< returned, or what Branch or Choose goes by
  /// Branch: then, else. Choose: any of them (switch, unmodelled loops).
  /// Attempt: where to go on, and where to if something throws.
  std::vector<BlockId> Targets;
  /// Of Choose with a Value: by target, the number for which it is taken, none
  /// where it is for all others. Empty if the targets are not told apart so.
  std::vector<std::optional<std::int64_t>> Cases = {};
  bool Fails = false; ///< of Stop: by a throw, an abort

  friend bool operator==(const Terminator &, const Terminator &) = default;
};

struct Block {
  std::vector<InstrId> Instrs;
  Terminator End;

  friend bool operator==(const Block &, const Block &) = default;
};

/// The names of variables that the source does not have: which arm of a `?:`
/// was taken, what `&&` and `||` came to.
inline constexpr char ChoiceSlot[] = "?:", LogicalSlot[] = "?&&";

/// An Unknown that does nothing itself: somebody else has a reference to the
/// part of an object that is its operand, or a pointer.
inline constexpr char ReferenceTaken[] = "reference";

struct Variable {
  std::string Name; ///< as in the source; several may share one
  Span Where;
  /// Its address is known elsewhere (captured by reference, `&x`, a static):
  /// reading it gives unknown.
  bool Escapes = false;
  bool IsTensor = false;
  /// A list that may refer to the sizes of a tensor: an ArrayRef.
  bool IsView = false;

  /// The source does not have it.
  bool isSlot() const { return Name == ChoiceSlot || Name == LogicalSlot; }

  friend bool operator==(const Variable &, const Variable &) = default;
};

struct Param {
  VarId Var = NoId;
  /// Object: that of a method, its `this`.
  enum class Kind : std::uint8_t { Tensor, Int, Other, Object };
  Kind What = Kind::Other;
  bool ByReference = false; ///< non-const: what is written reaches the caller
  /// From Shaped<T, "b, k, d"> or TENSOR_SHAPE.
  std::optional<ShapePattern> Contract;

  friend bool operator==(const Param &, const Param &) = default;
};

/// A call of a function that has no body in its translation unit: an Unknown
/// until Programs are linked.
struct OutsideCall {
  InstrId Call = NoId;
  std::string Usr;
  std::vector<std::string> Declared; ///< as in Function, of what is called

  friend bool operator==(const OutsideCall &, const OutsideCall &) = default;
};

/// A virtual method's part: called by the name Usr, it is what objects of the
/// class do.
struct Role {
  std::string Usr;
  std::string Class;

  friend auto operator<=>(const Role &, const Role &) = default;
};

struct Function {
  std::string Name; ///< qualified, as diagnostics print it
  std::string Usr;
  /// No call from another translation unit means it: static, inline, a lambda.
  bool Internal = false;
  /// Unless it is: the places in headers that declare it, as `net.h:120`, path
  /// and offset.
  std::vector<std::string> Declared;
  std::vector<Role> Roles; ///< sorted
  Span Where;              ///< the name in its definition
  std::vector<Param> Params;
  /// What was declared of the result. The body has an Expect where it returns.
  std::optional<ShapePattern> Result;
  std::vector<Variable> Vars;
  std::vector<Instr> Instrs;
  std::vector<Block> Blocks; ///< Blocks[0] is the entry
  std::vector<OutsideCall> Outside;

  friend bool operator==(const Function &, const Function &) = default;
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

//===- Signature.h - The notation, as values --------------------*- C++ -*-===//
//
//   matmul(a: [*b, m, k], b: [*b, k, n]) -> [*b, m, n]
//
// The syntax tree of the one notation that writes op signatures, contracts,
// summaries and what tests assert. docs/notation.md is its reference; Parse.h
// reads and writes it, Unify.h gives it its meaning.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SIG_SIGNATURE_H
#define TENSOR_TIDY_SIG_SIGNATURE_H

#include "shape/Value.h"

namespace tidy {

/// Where a piece of notation was written: 1-based, file as the user named it.
struct SigPos {
  std::string File;
  unsigned Line = 0, Column = 0;
};

/// An arithmetic expression over letters and whole numbers.
struct Expr {
  enum class Kind : std::uint8_t {
    Int,
    Name,
    Add,
    Sub,
    Mul,
    Div,
    Mod,
    Min,
    Max,
    Negate
  };
  Kind Op = Kind::Int;
  std::int64_t Number = 0;
  std::string Name;
  std::vector<Expr> Args;

  friend bool operator==(const Expr &, const Expr &) = default;
};

/// One entry of a shape pattern: a size `m`, `2*d`, `64`; any one axis `_`; a
/// spread `*b` or, nameless, `...`. In an operand, `dim@m` or `dim@_` is the
/// axis that the parameter `dim` names; a spread may stand on either side.
struct AxisPattern {
  enum class Kind : std::uint8_t { Size, Any, Spread };
  Kind What = Kind::Size;
  Expr Size;          ///< for Size
  std::string Spread; ///< for Spread; empty for `...`
  std::string Axis;   ///< for Size and Any: `dim` of `dim@m`, or empty
  bool isSpread() const { return What == Kind::Spread; }
  bool isMarked() const { return !Axis.empty(); }

  friend bool operator==(const AxisPattern &, const AxisPattern &) = default;
};
using ShapePattern = std::vector<AxisPattern>;

/// What a parameter takes.
struct ParamType {
  enum class Kind : std::uint8_t {
    Tensor,     ///< `[*b, m, k]`; a plain number is a rank-0 tensor
    TensorList, ///< `list[*s]`
    Int,        ///< `int`: binds its name as a letter
    Ints,       ///< `ints`: binds its name as a spread
    Axis,       ///< `axis`: an axis of the first tensor, negative counts back
    Axes,       ///< `axes`: several
    Bool,       ///< `bool`
    Number,     ///< `number`: its value does not matter
    Text,       ///< `text`: a string
    Any,        ///< `any`: nested lists for builtins
    Literal     ///< `true`, `0`, `"same"`: this very value
  };
  Kind What = Kind::Any;
  ShapePattern Pattern;             ///< for Tensor and TensorList
  std::optional<Value> Wanted = {}; ///< for Literal
  friend bool operator==(const ParamType &, const ParamType &) = default;
};

/// `mask?: [q, k]` is optional with no default; `dim: axis = -1` has one, and
/// `v: int = k` is what k is.
struct Parameter {
  std::string Name;
  ParamType Type;
  bool Optional = false;
  std::optional<Value> Default; ///< a literal
  std::string DefaultOf = {};   ///< the parameter that it is as, or empty
};

/// What comes out: `[*b, m, n]`; `x`, the operand itself (same handle);
/// `2*m`, a number; `resized(s, to)`, a builtin; `([*s], m)`, several, where
/// `*s` stands for all of its sizes as numbers.
struct ResultPattern {
  // clang-format off
  enum class Kind : std::uint8_t { Shape, Operand, Number, Builtin, Tuple, Spread };
  // clang-format on
  Kind What = Kind::Shape;
  ShapePattern Pattern;             ///< for Shape
  std::string Name;                 ///< for Operand, Builtin and Spread
  std::vector<Expr> Args;           ///< for Builtin; the one of Number
  std::vector<ResultPattern> Parts; ///< for Tuple
  friend bool operator==(const ResultPattern &,
                         const ResultPattern &) = default;
};

/// Behind `where`: `d % h == 0`; of all that a spread stands for, `t is [*s]`,
/// that very shape, and `m fits [q, k]`, which it broadcasts to.
struct Condition {
  enum class Relation : std::uint8_t { Eq, Ne, Lt, Le, Gt, Ge, Is, Fits };
  Expr Left;
  Relation Rel = Relation::Eq;
  Expr Right;              ///< of what compares numbers
  ShapePattern Shape = {}; ///< for Is and Fits

  bool isOfSpread() const { return Rel >= Relation::Is; }
  friend bool operator==(const Condition &, const Condition &) = default;
};

/// One line of ops.sig. Several lines of one name are alternatives, told
/// apart by the ranks and kinds of the arguments, tried in order.
struct Signature {
  std::string Name;
  std::vector<Parameter> Parameters;
  ResultPattern Result;
  std::vector<Condition> Conditions;
  SigPos Where;
};

/// An `ok:` or `bad:` line under a signature: arguments, and for ok the result.
/// `ok: [2, 3], [3, 4] -> [2, 4]`   `bad: [1, 3], [2, 3]`   `ok: [4], dim=0 ->
/// [4]`
struct Example {
  struct Argument {
    std::string Name; ///< empty if given by position
    Value Given;
  };
  bool Ok = true;
  std::vector<Argument> Arguments;
  Value Result;   ///< for ok
  std::string Op; ///< the op it stands under
  SigPos Where;
};

} // namespace tidy

#endif

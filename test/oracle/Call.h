//===- Call.h - A call, in words that both sides know -----------*- C++ -*-===//
//
// Between the model's side (C++20, no exceptions) and the library's (C++17, as
// its headers are): plain data, and one function that makes the real call.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_ORACLE_CALL_H
#define TENSOR_TIDY_ORACLE_CALL_H

#include <cstdint>
#include <string>
#include <vector>

namespace oracle {

struct Datum {
  enum class Kind : std::uint8_t {
    None,   ///< not given, undefined
    Bool,   ///< Number is 0 or 1
    Int,    ///< Number
    Float,  ///< some number that is no integer
    Text,   ///< Word
    Tensor, ///< Sizes
    List,   ///< Elements
    Other   ///< nothing that can be compared
  };
  Kind What = Kind::None;
  std::int64_t Number = 0;
  std::string Word;
  std::vector<std::int64_t> Sizes;
  std::vector<Datum> Elements;
};
/// `[2, 3]`, `4`, `(1, [3])`, as the notation writes them.
std::string str(const Datum &D);

struct NamedDatum {
  std::string Name; ///< of the C++ parameter; `this`; `this.stride`, a field
  Datum Is;
};

struct Call {
  std::string Callee; ///< qualified
  bool IsMethod = false;
  bool Changes = false;                ///< what counts is `this`, afterwards
  std::vector<std::string> Parameters; ///< those of the callee that is meant
  std::vector<std::string> Matter;     ///< those that the model looks at
  std::vector<NamedDatum> Given;
  std::uint64_t Seed = 0; ///< for flags that nobody has given

  const Datum *find(const std::string &Name) const;
};
/// `at::sum(self=[2, 3], dim=(1))`
std::string str(const Call &C);

struct Answer {
  enum class Kind : std::uint8_t {
    Gave,
    Threw,   ///< it does not work for these shapes
    Declined ///< it could not be tried: types, values, no way to call it
  };
  Kind What = Kind::Declined;
  Datum Result;
  std::string Message;
};

/// Asks libtorch. Where it wants other types of elements than floating ones it
/// is given those.
Answer callReal(const Call &C);

} // namespace oracle

#endif

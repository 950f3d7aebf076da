//===- Real.h - What the library's side is made of --------------*- C++ -*-===//
//
// C++17 and libtorch. Operators of aten are called through the dispatcher, by
// the names of their parameters; for what has no operator there (layers,
// functionals, C++ operators) a table of functions is written by hand; layers
// are made by templates (RealModules.h).
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_ORACLE_REAL_H
#define TENSOR_TIDY_ORACLE_REAL_H

#include "Call.h"
#include <functional>
#include <map>
#include <torch/torch.h>

namespace oracle {

/// What keeps a call from being tried, which says nothing about shapes.
struct CannotTry : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What elements tensors have, and those that are a loss's target.
struct ElementTypes {
  at::ScalarType Usual, Targets;
};

/// A tensor of these sizes whose elements suit most operations: positive ones
/// up to 1, larger on the diagonal of the last two axes; zeros for indices.
at::Tensor tensorOf(const Datum &D, at::ScalarType Type);
/// The type of element that a parameter of this name takes.
at::ScalarType elementType(const std::string &Parameter,
                           const ElementTypes &Types);
Datum datumOf(const at::Tensor &T);
Datum datumOf(std::int64_t Number);

/// The arguments of a call that a function of the table makes.
class Arguments {
public:
  Arguments(const Call &C, const ElementTypes &Types) : C(C), Types(Types) {}

  bool has(const std::string &Name) const;
  at::Tensor tensor(const std::string &Name) const;
  std::int64_t integer(const std::string &Name) const;
  bool flag(const std::string &Name) const;
  std::string text(const std::string &Name) const;
  /// One number stands for as many as are wanted (0: for one).
  std::vector<std::int64_t> integers(const std::string &Name,
                                     std::size_t Wanted = 0) const;
  std::vector<at::Tensor> tensors(const std::string &Name) const;
  const Datum &get(const std::string &Name) const;

  /// The name of a parameter of the callee, as the model has it.
  std::string parameter(std::size_t Index) const;
  /// The model does not look at it: it may be anything.
  bool isFree(const std::string &Name) const;
  /// One of both, the same in every run.
  bool toss(const std::string &Name) const;
  /// With elements of this type in what is given for `Name`.
  Arguments with(const std::string &Name, at::ScalarType Type) const;

private:
  const Call &C;
  ElementTypes Types;
  std::map<std::string, at::ScalarType> Own; ///< of one parameter
};

using Caller = std::function<Datum(const Arguments &)>;
/// `at::Tensor::operator[]`, or `at::sum(self, dim)` where overloads differ.
using CallerTable = std::map<std::string, Caller>;
const CallerTable &plainCallers();
/// Those of layers and of what stands beside them.
void addLayers(CallerTable &Table);

/// Calls the operator of aten that has these parameters. False if there is
/// none.
bool callAten(const Call &C, const ElementTypes &Types, Datum &Result);

} // namespace oracle

#endif

//===- Edit.h - A program with an edit made ---------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FINDING_EDIT_H
#define TENSOR_TIDY_FINDING_EDIT_H

#include "finding/Finding.h"
#include "sig/Model.h"
#include <map>

namespace tidy {

/// Which ops of a program have their text from the same place: a template's
/// instantiations, a lambda that is lowered twice.
class Twins {
public:
  using Site = std::pair<FunctionId, InstrId>;

  explicit Twins(const Program &P);
  /// All of which this op is one.
  std::vector<Site> of(FunctionId F, InstrId I) const;

private:
  const Program &P;
  std::map<Span, std::vector<Site>> ByText;
};

/// Passes the operand through the other op, as the spelt edit would have it.
/// Existing instructions keep their numbers. False, with nothing changed, if
/// there is no such operand or op.
bool applyEdit(const ProgramEdit &E, Function &F, const Models &M);

} // namespace tidy

#endif

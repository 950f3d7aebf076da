//===- DistinctNames.h - Sizes that share a name, told apart ----*- C++ -*-===//
#ifndef TENSOR_TIDY_SHAPE_DISTINCTNAMES_H
#define TENSOR_TIDY_SHAPE_DISTINCTNAMES_H

#include "shape/Value.h"
#include <set>

namespace tidy {

/// The names of the sizes in one text: of several that are called alike the
/// first keeps its name, the others are n1, n2. Rigid sizes keep theirs.
class DistinctNames {
public:
  /// No other size gets this name from here on.
  void reserve(const std::string &Name) { Taken.insert(Name); }
  /// Those of the rigid sizes in `V`.
  void reserveRigid(const Value &V);
  /// Has this name, reserved or not.
  void set(const Symbol &S, const std::string &Name) { Given[S] = Name; }
  /// Whether it was named before.
  bool has(const Symbol &S) const { return Given.contains(S); }

  /// The name of `S`; `Wanted`, if it can have that.
  const std::string &of(const Symbol &S, const std::string &Wanted);
  Dim rename(const Dim &D);
  Value rename(const Value &V);

private:
  std::map<Symbol, std::string> Given;
  std::set<std::string> Taken;
};

} // namespace tidy

#endif

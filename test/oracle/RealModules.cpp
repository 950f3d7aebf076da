//===- RealModules.cpp - Values for layers, and all tables of them --------===//
#include "RealModules.h"

namespace oracle {

/// Those of methods are true unless somebody says otherwise.
void take(const Arguments &A, const std::string &Name, bool &To) {
  To = !A.has(Name) || A.flag(Name);
}

void take(const Arguments &A, const std::string &Name, std::int64_t &To) {
  To = A.integer(Name);
}

/// Which number it is does not matter to shapes, but for whole ones.
void take(const Arguments &A, const std::string &Name, double &To) {
  To = A.has(Name) && A.get(Name).What == Datum::Kind::Int ? A.integer(Name)
                                                           : 0.5;
}

void take(const Arguments &A, const std::string &Name, at::Tensor &To) {
  To = A.tensor(Name);
}

void take(const Arguments &A, const std::string &Name,
          std::vector<std::int64_t> &To) {
  To = A.integers(Name);
}

void take(const Arguments &A, const std::string &Name,
          std::vector<double> &To) {
  std::vector<std::int64_t> Numbers = A.integers(Name);
  To.assign(Numbers.begin(), Numbers.end());
}

void take(const Arguments &A, const std::string &Name,
          std::tuple<at::Tensor, at::Tensor> &To) {
  std::vector<at::Tensor> Two = A.tensors(Name);
  if (Two.size() != 2)
    throw CannotTry("'" + Name + "' takes two tensors, by its type");
  To = {Two[0], Two[1]};
}

void take(const Arguments &A, const std::string &Name,
          c10::optional<at::IntArrayRef> &To) {
  static thread_local std::vector<std::int64_t> Kept;
  if (!A.has(Name))
    return;
  Kept = A.integers(Name);
  To = Kept;
}

std::vector<c10::optional<std::int64_t>>
optionalIntegers(const Arguments &A, const std::string &Name,
                 std::size_t Many) {
  const Datum &D = A.get(Name);
  std::vector<c10::optional<std::int64_t>> Out;
  if (D.What == Datum::Kind::Int)
    Out.assign(Many, D.Number);
  for (const Datum &E : D.Elements)
    Out.push_back(E.What == Datum::Kind::None
                      ? c10::optional<std::int64_t>()
                      : c10::optional<std::int64_t>(E.Number));
  if (Out.size() != Many)
    throw CannotTry("'" + Name + "' takes " + std::to_string(Many) +
                    " numbers, by its type");
  return Out;
}

void addLayers(CallerTable &Table) {
  addConvolutions(Table);
  addPools(Table);
  addNorms(Table);
  addActivations(Table);
  addShapers(Table);
  addRecurrent(Table);
  addTransformers(Table);
  addLosses(Table);
  addFunctionals(Table);
}

} // namespace oracle

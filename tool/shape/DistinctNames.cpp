//===- DistinctNames.cpp - Sizes that share a name, told apart ------------===//
#include "shape/DistinctNames.h"

namespace tidy {

void DistinctNames::reserveRigid(const Value &V) {
  V.mapDims([&](const Dim &D) {
    for (const Symbol &S : D.symbols())
      if (S.Rank == Symbol::Kind::Rigid)
        Taken.insert(S.Name);
    return D;
  });
}

const std::string &DistinctNames::of(const Symbol &S,
                                     const std::string &Wanted) {
  auto [It, New] = Given.try_emplace(S, Wanted);
  for (unsigned I = 1; New && !Taken.insert(It->second).second; ++I)
    It->second = Wanted + std::to_string(I);
  return It->second;
}

Dim DistinctNames::rename(const Dim &D) {
  return D.substitute([&](const Symbol &S) -> std::optional<Dim> {
    if (S.Rank == Symbol::Kind::Rigid)
      return std::nullopt;
    return Dim::flexible(S.Id, of(S, S.Name), S.IsSize);
  });
}

Value DistinctNames::rename(const Value &V) {
  return V.mapDims([&](const Dim &D) { return rename(D); });
}

} // namespace tidy

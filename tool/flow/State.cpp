//===- State.cpp - Where paths meet ---------------------------------------===//
#include "flow/State.h"
#include <algorithm>

namespace tidy {

void State::taintAll() {
  for (Value &V : Vars)
    V.forEachTensor([](TensorValue &T) { T.Sizes = Shape::unknown(); });
}

void State::forget() {
  Vars.assign(Vars.size(), Value());
  Known = Facts();
  Leaked = {Made()};
  for (VarId V = 0; V < Vars.size(); ++V)
    Exposed.insert(V);
}

/// A value that is spelt alike on both paths is kept as it is; otherwise each
/// path's facts are used up first, since they may not hold behind the join.
static Value joinUnder(const Value &A, const Facts &FA, const Value &B,
                       const Facts &FB) {
  if (same(A, B))
    return A;
  return join(A.normalised(FA), B.normalised(FB));
}

bool joinInto(State &Into, const State &From) {
  bool Changed = false;
  for (size_t I = 0; I < Into.Vars.size(); ++I) {
    Value Joined =
        joinUnder(Into.Vars[I], Into.Known, From.Vars[I], From.Known);
    if (same(Joined, Into.Vars[I]))
      continue;
    Into.Vars[I] = std::move(Joined);
    Changed = true;
  }
  Facts Known = Facts::meet(Into.Known, From.Known);
  if (!(Known == Into.Known)) {
    Into.Known = std::move(Known);
    Changed = true;
  }
  size_t Before = Into.Leaked.size() + Into.Exposed.size();
  Into.Leaked.insert(From.Leaked.begin(), From.Leaked.end());
  Into.Exposed.insert(From.Exposed.begin(), From.Exposed.end());
  return Changed || Into.Leaked.size() + Into.Exposed.size() != Before;
}

} // namespace tidy

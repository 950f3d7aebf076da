//===- Undefined.cpp - Tensors that may not be there yet ------------------===//
#include "flow/Undefined.h"
#include "sig/Builtins.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

static Value unlessNone(const Value &V) {
  return V.mayBeNone() ? Value() : V.mapParts(unlessNone);
}

bool takeGiven(Arguments &Args, llvm::ArrayRef<Signature> Alternatives) {
  bool MayBeNone = false;
  for (auto &[Name, V] : Args) {
    bool IsAny = false, IsOptional = false, Holds = false;
    std::as_const(V).forEachTensor(
        [&](const TensorValue &T) { Holds |= T.MayBeNone; });
    if (!Holds)
      continue;
    MayBeNone = true;
    for (const Signature &S : Alternatives)
      for (const Parameter &P : S.Parameters)
        if (P.Name == Name) {
          IsAny |= P.Type.What == ParamType::Kind::Any;
          IsOptional |= P.Optional;
        }
    if (!IsAny)
      V = V.mayBeNone() && !IsOptional ? V.given() : unlessNone(V);
  }
  return MayBeNone;
}

bool asksOnly(llvm::ArrayRef<Signature> Alternatives) {
  using Kind = ResultPattern::Kind;
  const ResultPattern &R = Alternatives.front().Result;
  auto IsSpread = [](const ResultPattern &Part) {
    return Part.What == Kind::Spread;
  };
  return R.What == Kind::Number ||
         (R.What == Kind::Tuple && llvm::all_of(R.Parts, IsSpread)) ||
         (R.What == Kind::Builtin && givesNumber(R.Name));
}

Value orNone(Value V) {
  if (auto *T = V.as<TensorValue>())
    T->MayBeNone = true;
  return V;
}

} // namespace tidy

//===- CallStack.cpp - The calls that are being followed ------------------===//
#include "flow/CallStack.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

static std::optional<std::int64_t> numberIn(const Value &V) {
  const auto *D = V.as<Dim>();
  return D ? D->constant() : std::nullopt;
}

bool CallStack::recurs(FunctionId Callee, llvm::ArrayRef<Value> Args) const {
  auto Last = llvm::find_if(llvm::reverse(Calls),
                            [&](const Call &C) { return C.Of == Callee; });
  if (Last == Calls.rend())
    return false;
  return llvm::none_of(llvm::zip(Last->Numbers, Args), [](auto Pair) {
    auto [Before, Arg] = Pair;
    std::optional<std::int64_t> Now = numberIn(Arg);
    return Before && Now && *Before != *Now;
  });
}

void CallStack::push(FunctionId Callee, llvm::ArrayRef<Value> Args) {
  Call Next{Callee, {}};
  for (const Value &V : Args)
    Next.Numbers.push_back(numberIn(V));
  Calls.push_back(std::move(Next));
}

} // namespace tidy

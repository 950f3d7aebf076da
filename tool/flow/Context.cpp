//===- Context.cpp - Renaming into and out of a call ----------------------===//
#include "flow/Context.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {
namespace {

using DimMap = llvm::function_ref<Dim(const Dim &)>;

Value mapDims(const Value &V, DimMap Map) {
  Value Out = V;
  if (auto *D = Out.as<Dim>()) {
    *D = Map(*D);
  } else if (auto *T = Out.as<TensorValue>(); T && T->Sizes.hasRank()) {
    std::vector<Dim> Sizes;
    for (const Dim &Size : T->Sizes.sizes())
      Sizes.push_back(Map(Size));
    T->Sizes = Shape(std::move(Sizes));
  } else if (auto *L = Out.as<ListValue>()) {
    for (Value &E : L->Elements)
      E = mapDims(E, Map);
  }
  return Out;
}

} // namespace

std::vector<Value> CallRenaming::enter(const std::vector<Value> &CallerArgs) {
  std::map<Symbol, Dim> ForKey;
  unsigned Count = 0;
  auto Number = [&](const Symbol &S) {
    if (S.Rank == Symbol::Kind::Rigid || ToCallee.contains(S))
      return;
    Symbol Own = S;
    Own.Id = ++Count;
    ToCallee[S] = Dim::symbol(Own);
    ToCaller[Own] = Dim::symbol(S);
    Own.Name = "$" + std::to_string(Count) + (S.IsSize ? "" : "i");
    ForKey[S] = Dim::symbol(Own);
  };
  auto Through = [](const std::map<Symbol, Dim> &Map, const Dim &D) {
    return D.substitute([&](const Symbol &S) -> std::optional<Dim> {
      auto It = Map.find(S);
      return It == Map.end() ? std::nullopt : std::optional(It->second);
    });
  };
  std::vector<Value> Out;
  for (const Value &Arg : CallerArgs) {
    Value V = mapDims(Arg, [&](const Dim &D) {
      for (const Symbol &S : D.symbols())
        Number(S);
      return Through(ToCallee, D);
    });
    Key += mapDims(Arg, [&](const Dim &D) { return Through(ForKey, D); }).str();
    V.forEachTensor([&](TensorValue &T) {
      auto Same = llvm::find_if(Tensors, [&](const auto &Known) {
        return T.Handle.known() && Known.first == T.Handle;
      });
      unsigned Index = Same - Tensors.begin();
      if (Same == Tensors.end())
        Tensors.push_back({T.Handle, T.Origin});
      T.Handle = T.Origin = Made{true, Made::None, Index};
      Key += "#" + std::to_string(Index);
    });
    Key += ";";
    Out.push_back(std::move(V));
  }
  return Out;
}

Made CallRenaming::leaveHandle(const Made &M) const {
  return M.IsParameter ? Tensors[M.Index].first : M;
}

Made CallRenaming::leaveOrigin(const Made &M) const {
  return M.IsParameter ? Tensors[M.Index].second : M;
}

Dim CallRenaming::leave(const Dim &D, FreshSymbols &Fresh) {
  return D.substitute([&](const Symbol &S) -> std::optional<Dim> {
    if (S.Rank == Symbol::Kind::Rigid)
      return std::nullopt;
    auto [It, New] = ToCaller.try_emplace(S, Dim());
    if (New)
      It->second = Fresh.make(S.Name, S.IsSize);
    return It->second;
  });
}

Value CallRenaming::leave(const Value &V, FreshSymbols &Fresh) {
  Value Out = mapDims(V, [&](const Dim &D) { return leave(D, Fresh); });
  Out.forEachTensor([&](TensorValue &T) {
    T.Handle = leaveHandle(T.Handle);
    T.Origin = leaveOrigin(T.Origin);
  });
  return Out;
}

Arguments CallRenaming::leave(Arguments Args, FreshSymbols &Fresh) {
  for (auto &[Name, V] : Args)
    V = leave(V, Fresh);
  return Args;
}

} // namespace tidy

//===- Context.cpp - Renaming into and out of a call ----------------------===//
#include "flow/Context.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {
/// The callee's symbol for one of the caller's.
Dim CallRenaming::enterSymbol(const Symbol &S) {
  if (S.Rank == Symbol::Kind::Rigid)
    return Dim::symbol(S);
  auto [It, New] = ToCallee.try_emplace(S, Dim());
  if (New) {
    Symbol Own = S;
    Own.Id = ToCallee.size();
    It->second = Dim::symbol(Own);
    ToCaller[Own] = Dim::symbol(S);
  }
  return It->second;
}

/// What it is not known which one it is stays so.
Made CallRenaming::enterHandle(const Made &Handle, const Made &Origin) {
  auto [It, New] = Indices.try_emplace(Handle, Handles.size());
  return !New && Handle.known() ? Made{true, Made::None, It->second}
                                : enterOrigin(Handle, Origin);
}

Made CallRenaming::enterOrigin(const Made &Handle, const Made &Origin) {
  Handles.push_back({Handle, Origin});
  return Made{true, Made::None, unsigned(Handles.size() - 1)};
}

/// What is known of a handle by the caller, by the callee.
Made CallRenaming::enterHandle(const Made &Handle, const Made &Origin,
                               const PersistentSet<Made> &Leaked) {
  Made Own = enterHandle(Handle, Origin);
  Key += "#" + std::to_string(Own.Index) + (Handle.known() ? "" : "?");
  if (Leaked.contains(Handle)) {
    Key += "!";
    OwnLeaked.set(Handle.known() ? Own : Made(), {});
  }
  return Own;
}

/// Names do not count in a key: a symbol is its number and its kind.
static std::string spelt(const Value &V) {
  auto Numbered = [](const Symbol &S) -> std::optional<Dim> {
    if (S.Rank == Symbol::Kind::Rigid)
      return std::nullopt;
    return Dim::flexible(S.Id, (S.IsSize ? "$" : "$i") + std::to_string(S.Id));
  };
  return V.mapDims([&](const Dim &D) { return D.substitute(Numbered); }).str();
}

/// The text of a value does not tell what has no name.
static void addUnnamed(const Value &V, std::string &Key) {
  if (V.isUnknown()) // in order, so that it can be told which one is meant
    Key += llvm::formatv("?{0}", int(V.failing()));
  if (V.as<Answer>())
    Key += "!";
  if (const auto *R = V.as<RecordValue>()) {
    if (llvm::StringRef(R->Class).starts_with("("))
      Key += R->Class;
    for (const Field &F : R->fields()) // two bases may have one of its name
      Key += F.Name + ",";
    Key += R->IsClosed ? "." : "";
    if (R->Origin.known())
      Key += llvm::formatv("^{0}.{1}", R->Origin.Function, R->Origin.Index);
  }
  V.mapParts([&](const Value &Part) {
    addUnnamed(Part, Key);
    return Part;
  });
}

std::vector<Value> CallRenaming::enter(const std::vector<Value> &CallerArgs,
                                       const PersistentSet<Made> &Leaked) {
  std::vector<Value> Out;
  for (const Value &Arg : CallerArgs) {
    Value V = Arg.mapDims([&](const Dim &D) {
      return D.substitute([&](const Symbol &S) -> std::optional<Dim> {
        return enterSymbol(S);
      });
    });
    Key += spelt(V);
    addUnnamed(V, Key);
    V = V.mapHandles(
        [&](TensorValue &T) {
          size_t Before = Handles.size();
          Made Own = enterHandle(T.Handle, T.Origin, Leaked);
          // What has one handle may be two tensors, of two calls or rounds.
          bool IsFirst = Handles.size() > Before;
          T.Origin = IsFirst ? Own : enterOrigin(T.Handle, T.Origin);
          T.Handle = T.Handle.known() ? Own : Made();
        },
        [&](Made &Handle) { Handle = enterHandle(Handle, Handle, Leaked); });
    Key += ";";
    const auto *Tensor = V.as<TensorValue>();
    Given.push_back(Tensor ? std::pair(Tensor->Handle, Tensor->Origin)
                           : std::pair<Made, Made>());
    Out.push_back(std::move(V));
  }
  return Out;
}

Made CallRenaming::leaveHandle(const Made &M) const {
  return M.IsParameter ? Handles[M.Index].first : M;
}

Made CallRenaming::leaveOrigin(const Made &M) const {
  return M.IsParameter ? Handles[M.Index].second : M;
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
  return V.mapDims([&](const Dim &D) { return leave(D, Fresh); })
      .mapHandles(
          [&](TensorValue &T) {
            T.Handle = leaveHandle(T.Handle);
            T.Origin = leaveOrigin(T.Origin);
          },
          [&](Made &Handle) { Handle = leaveHandle(Handle); });
}

Arguments CallRenaming::leave(Arguments Args, FreshSymbols &Fresh) {
  for (auto &[Name, V] : Args)
    V = leave(V, Fresh);
  return Args;
}

} // namespace tidy

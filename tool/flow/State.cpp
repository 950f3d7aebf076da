//===- State.cpp - Where paths meet ---------------------------------------===//
#include "flow/State.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

void State::forget() {
  *this = State(*F, MayReshape);
  leak(Made());
  for (VarId V = 0; V < F->Vars.size(); ++V)
    expose(V);
}

Value State::read(VarId Var) const {
  const Value *V = Vars.find(Var);
  return V ? *V : Value();
}

/// What is the same already stays shared.
void State::write(VarId Var, const Value &V) {
  const Value *Old = Vars.find(Var);
  bool IsUnknown = V.isUnknown() && !V.isFailed();
  if (Old ? same(*Old, V) : IsUnknown)
    return;
  if (Old)
    forEachHolding(Var, *Old, [&](const Holding &H) { Shaped.erase(H); });
  if (IsUnknown) {
    Vars.erase(Var);
    ExposedAndKnown.erase(Var);
    return;
  }
  Vars.set(Var, V);
  forEachHolding(Var, V, [&](const Holding &H) { Shaped.set(H, {}); });
  if (isExposed(Var))
    ExposedAndKnown.set(Var, {});
}

void State::forEachHolding(
    VarId Var, const Value &V,
    llvm::function_ref<void(const Holding &)> Visit) const {
  if (!MayReshape)
    return;
  if (isView(Var) && !V.isUnknown())
    Visit({Made(), Var});
  V.forEachHandle([&](const Made &Handle, bool IsKnown) {
    if (IsKnown)
      Visit({Handle, Var});
  });
}

void State::expose(VarId Var) {
  if (isExposed(Var))
    return;
  Exposed.set(Var, {});
  if (Vars.contains(Var))
    ExposedAndKnown.set(Var, {});
}

void State::forgetExposed() {
  PersistentSet<VarId> Before = ExposedAndKnown;
  for (const auto &[Var, Nothing] : Before)
    write(Var, UnknownValue());
}

void State::forEachShaped(
    const Made &Handle, llvm::function_ref<void(const Holding &)> Visit) const {
  for (auto At = Shaped.lowerBound({Handle, 0});
       At != Shaped.end() && At->first.first == Handle; ++At)
    Visit(At->first);
}

std::size_t State::reshape(const PersistentSet<Made> &Handles) {
  std::vector<Holding> Found;
  auto Take = [&](const Holding &H) { Found.push_back(H); };
  forEachShaped(Made(), Take);
  for (const auto &[Handle, Nothing] : Handles)
    forEachShaped(Handle, Take);
  return reshape(Found);
}

std::size_t State::forgetObject(const Made &Handle) {
  std::vector<Holding> Found;
  forEachShaped(Handle, [&](const Holding &H) { Found.push_back(H); });
  return reshape(Found);
}

std::size_t State::reshapeAll() {
  std::vector<Holding> Found;
  for (const auto &[H, Nothing] : Shaped)
    Found.push_back(H);
  return reshape(Found);
}

std::size_t State::reshape(const std::vector<Holding> &Found) {
  for (const auto &[Handle, Var] : Found)
    write(Var, isView(Var) ? Value() : read(Var).forgetting(Handle));
  return Found.size();
}

/// A value that is spelt alike on both paths is kept as it is; otherwise each
/// path's facts are used up first, since they may not hold behind the join.
static Value joinUnder(const Value &A, const Facts &FA, const Value &B,
                       const Facts &FB) {
  if (same(A, B))
    return A;
  return join(A.normalised(FA), B.normalised(FB));
}

/// Adds what only `From` has, and returns it. If `From` has all, `Into` becomes
/// `From` and so shares its parts with the states that come of it.
template <class Key>
static std::vector<Key> unite(PersistentSet<Key> &Into,
                              const PersistentSet<Key> &From,
                              std::size_t &Touched) {
  bool IsPart = true;
  std::vector<Key> Added;
  PersistentSet<Key>::differences(Into, From, [&](auto *, auto *Theirs) {
    ++Touched;
    IsPart &= Theirs != nullptr;
  });
  PersistentSet<Key>::differences(From, Into, [&](auto *Theirs, auto *Mine) {
    ++Touched;
    if (!Mine)
      Added.push_back(Theirs->first);
  });
  if (IsPart)
    Into = From;
  else
    for (const Key &K : Added)
      Into.set(K, {});
  return Added;
}

/// A tensor that only one path has leaked counts only as long as its shape is
/// known behind the join: or else what the other path has done with would come
/// back, to be looked at again at each join to come. Whose shape the caller
/// knows is not known here.
bool State::joinLeaked(const PersistentSet<Made> &Other, std::size_t &Touched,
                       llvm::function_ref<bool(const Made &)> IsKnown) {
  auto Counts = [&](const Made &M) {
    bool IsHeld = false;
    forEachShaped(M, [&](const Holding &) { IsHeld = true; });
    return !MayReshape || M.IsParameter || !M.known() || IsHeld || IsKnown(M);
  };
  auto OnlyIn = [&](const auto &A, const auto &B) {
    std::vector<Made> Found;
    PersistentSet<Made>::differences(A, B, [&](auto *Mine, auto *Theirs) {
      ++Touched;
      if (!Theirs)
        Found.push_back(Mine->first);
    });
    return Found;
  };
  std::vector<Made> Mine = OnlyIn(Leaked, Other),
                    Theirs = OnlyIn(Other, Leaked);
  for (const Made &M : Mine)
    if (!Counts(M))
      Leaked.erase(M);
  llvm::erase_if(Theirs, [&](const Made &M) { return !Counts(M); });
  for (const Made &M : Theirs)
    Leaked.set(M, {});
  return !Theirs.empty();
}

/// A variable that is unknown in `Into` stays so.
bool joinInto(State &Into, const State &From, std::size_t &Touched,
              llvm::function_ref<bool(const Made &)> IsKnown) {
  bool Changed = false;
  auto JoinVariable = [&](const auto *A, const auto *B) {
    ++Touched;
    Value Joined =
        joinUnder(A->second, Into.Known, B ? B->second : Value(), From.Known);
    Changed |= !same(Joined, A->second);
    Into.write(A->first, Joined);
  };
  PersistentMap<VarId, Value>::differences(Into.Vars, From.Vars, JoinVariable);
  Facts Known = Facts::meet(Into.Known, From.Known);
  if (!(Known == Into.Known)) {
    Into.Known = std::move(Known);
    Changed = true;
  }
  Changed |= meetInto(Into.Asked, From.Asked);
  Changed |= Into.joinLeaked(From.Leaked, Touched, IsKnown);
  for (VarId Var : unite(Into.Exposed, From.Exposed, Touched)) {
    Changed = true;
    if (Into.Vars.contains(Var))
      Into.ExposedAndKnown.set(Var, {});
  }
  return Changed;
}

} // namespace tidy

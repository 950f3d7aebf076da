//===- Results.cpp - What the instructions of a function gave -------------===//
#include "flow/Results.h"

namespace tidy {

void Results::set(InstrId I, Value V) {
  Values[I] = std::move(V);
  if (Noted)
    note(I);
}

void Results::note(InstrId I) {
  Values[I].forEachHandle([&](const Made &Handle, bool IsKnown) {
    if (!IsKnown)
      return;
    std::vector<InstrId> &Holders = Shaped[Handle];
    if (Holders.empty() || Holders.back() != I)
      Holders.push_back(I);
  });
}

void Results::noteAll() {
  for (InstrId I = 0; !Noted && I < Values.size(); ++I)
    note(I);
  Noted = true;
}

/// The tensor's results; none of them needs to be looked at again.
std::size_t Results::reshape(HoldersOf::iterator Which) {
  if (Which == Shaped.end())
    return 0;
  std::size_t Looked = Which->second.size();
  for (InstrId I : Which->second)
    Values[I] = Values[I].forgetting(Which->first);
  Shaped.erase(Which);
  return Looked;
}

std::size_t Results::reshape(const PersistentSet<Made> &Handles) {
  noteAll();
  std::size_t Looked = reshape(Shaped.find(Made()));
  for (const auto &[Handle, Nothing] : Handles)
    Looked += reshape(Shaped.find(Handle));
  return Looked;
}

std::size_t Results::reshapeAll() {
  noteAll();
  std::size_t Looked = 0;
  while (!Shaped.empty())
    Looked += reshape(Shaped.begin());
  return Looked;
}

std::size_t Results::forgetObject(const Made &Handle) {
  noteAll();
  return reshape(Shaped.find(Handle));
}

bool Results::isShaped(const Made &Handle) {
  noteAll();
  return Shaped.contains(Handle);
}

} // namespace tidy

//===- Results.cpp - What the instructions of a function gave -------------===//
#include "flow/Results.h"

namespace tidy {

void Results::set(InstrId I, Value V) {
  Values[I] = std::move(V);
  if (Noted)
    note(I);
}

void Results::note(InstrId I) {
  Values[I].forEachTensor([&](const TensorValue &T) {
    if (!T.Sizes.hasRank())
      return;
    std::vector<InstrId> &Holders = Shaped[T.Handle];
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
    Values[I].forEachTensor([&](TensorValue &T) {
      if (T.Handle == Which->first)
        T.Sizes = Shape::unknown();
    });
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

bool Results::isShaped(const Made &Handle) {
  noteAll();
  return Shaped.contains(Handle);
}

} // namespace tidy

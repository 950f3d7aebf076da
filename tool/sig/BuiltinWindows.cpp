//===- BuiltinWindows.cpp - Sliding windows, flattening, trailing axes ----===//
#include "sig/BuiltinTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy::builtins {

/// One number for all axes, or one for each; unknown where neither is given.
static Dim ofAxis(const Value &V, unsigned Axis, const Facts &F) {
  std::optional<std::vector<Dim>> Given = intsOf(V, F);
  if (!Given || Given->empty() || (Given->size() > 1 && Axis >= Given->size()))
    return Dim::unknown();
  return (*Given)[Given->size() == 1 ? 0 : Axis];
}

/// libtorch takes an empty list for none.
static bool isLeftOut(const Value &V) {
  const auto *L = V.as<ListValue>();
  return V.isNone() || (L && L->Elements.empty());
}

/// windowed(n, c, s, kernel, stride, padding, dilation, ceil): convolutions and
/// pools, (s + 2*padding - dilation*(kernel - 1) - 1)/stride + 1 along each
/// axis of s (the formula of torch.nn.Conv2d and MaxPool2d). Without a stride
/// it is that of the kernel.
Outcome windowed(BuiltinArgs A, Facts &F) {
  const auto *Batch = sizesOf(A[0]), *Axes = sizesOf(A[2]);
  const auto *Channels = A[1].as<Dim>();
  const auto *Ceil = A[7].as<Answer>();
  if (!Batch || !Axes || !Channels)
    return giveUnknownShape();
  if (Batch->size() > 1)
    return failWith(llvm::formatv("it has {0} axes before the channels, which "
                                  "may be one or none",
                                  Batch->size()));
  std::vector<Dim> Sizes = *Batch;
  Sizes.push_back(F.normalise(*Channels));
  for (unsigned I = 0; I < Axes->size(); ++I) {
    Dim Kernel = ofAxis(A[3], I, F);
    Dim Stride = isLeftOut(A[4]) ? Kernel : ofAxis(A[4], I, F);
    Dim Free = F.normalise((*Axes)[I] + Dim(2) * ofAxis(A[5], I, F) -
                           ofAxis(A[6], I, F) * (Kernel - 1) - 1);
    if (Free.constant() && *Free.constant() < 0)
      return failWith(llvm::formatv("the kernel of {0} is larger than the {1} "
                                    "elements of axis {2}, padding included",
                                    Kernel.str(), (Free + Kernel).str(),
                                    Sizes.size()));
    bool Rounds = Ceil && *Ceil == Answer::No;
    Sizes.push_back(Rounds || Stride.constant() == 1
                        ? F.normalise(floorDiv(Free, Stride) + 1)
                        : Dim::unknown());
  }
  return giveShape(std::move(Sizes));
}

/// flattened(s, start, end): the axes from start to end become one.
Outcome flattened(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  std::optional<std::int64_t> Start = constantOf(A[1], F),
                              End = constantOf(A[2], F);
  if (!From || !Start || !End)
    return giveUnknownShape();
  std::int64_t Rank = std::max<std::int64_t>(From->size(), 1);
  std::optional<unsigned> First = axisAmong(*Start, Rank),
                          Last = axisAmong(*End, Rank);
  if (!First || !Last)
    return failAxis(First ? *End : *Start, Rank);
  if (*First > *Last)
    return failWith(
        llvm::formatv("axis {0} comes behind axis {1}", *First, *Last));
  if (From->empty())
    return giveShape({1});
  std::vector<Dim> Sizes(From->begin(), From->begin() + *First);
  llvm::ArrayRef<Dim> One =
      llvm::ArrayRef(*From).slice(*First, *Last - *First + 1);
  Sizes.push_back(F.normalise(Shape(One.vec()).elementCount()));
  Sizes.insert(Sizes.end(), From->begin() + *Last + 1, From->end());
  return giveShape(std::move(Sizes));
}

/// trailing(s, t): s, whose last axes have to be t.
Outcome trailing(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  std::optional<std::vector<Dim>> Last = intsOf(A[1], F);
  if (!From)
    return giveUnknownShape();
  if (!Last)
    return give(A[0]);
  bool Fits = From->size() >= Last->size();
  size_t Before = Fits ? From->size() - Last->size() : 0;
  for (size_t I = 0; Fits && I < Last->size(); ++I)
    Fits = F.unify((*From)[Before + I], (*Last)[I]) != Answer::No;
  return Fits ? give(A[0])
              : failWith(llvm::formatv("its last axes are to be {0}, of {1}",
                                       Shape(*Last).str(), Shape(*From).str()));
}

} // namespace tidy::builtins

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

/// Not even one window fits. Rounded up, one may begin where it cannot end.
static bool isTooSmall(const Dim &Free, const Dim &Stride, const Answer *Ceil) {
  if (!Free.constant() || *Free.constant() >= 0)
    return false;
  if (Ceil && *Ceil == Answer::No)
    return true;
  return Stride.constant() && *Free.constant() <= -*Stride.constant();
}

/// windowed(n, c, s, kernel, stride, padding, dilation, ceil): convolutions and
/// pools, (s + 2*padding - dilation*(kernel - 1) - 1)/stride + 1 along each
/// axis of s (the formula of torch.nn.Conv2d and MaxPool2d). Without a stride
/// it is that of the kernel.
Outcome windowed(BuiltinArgs A, Facts &F) {
  Shape Batch = shapeIn(A[0]);
  const auto *Axes = sizesOf(A[2]);
  const auto *Channels = A[1].as<Dim>();
  const auto *Ceil = A[7].as<Answer>();
  if (!Axes || !Channels)
    return giveUnknownShape();
  std::vector<Dim> Sizes = Batch.sizes();
  if (Sizes.size() > 1)
    return failWith(llvm::formatv("it has {0} axes before the channels, which "
                                  "may be one or none",
                                  Sizes.size()));
  Sizes.push_back(F.normalise(*Channels));
  for (unsigned I = 0; I < Axes->size(); ++I) {
    Dim Kernel = ofAxis(A[3], I, F);
    Dim Stride = isLeftOut(A[4]) ? Kernel : ofAxis(A[4], I, F);
    Dim Free = F.normalise((*Axes)[I] + Dim(2) * ofAxis(A[5], I, F) -
                           ofAxis(A[6], I, F) * (Kernel - 1) - 1);
    if (isTooSmall(Free, Stride, Ceil))
      return failWith(llvm::formatv("the kernel of {0} is larger than the {1} "
                                    "elements of axis {2}, padding included",
                                    Kernel.str(), (Free + Kernel).str(),
                                    Batch.hasRank()
                                        ? std::int64_t(Sizes.size())
                                        : std::int64_t(I) - Axes->size()));
    bool Rounds = Ceil && *Ceil == Answer::No;
    Sizes.push_back(Rounds || Stride.constant() == 1
                        ? F.normalise(floorDiv(Free, Stride) + 1)
                        : Dim::unknown());
  }
  return giveLike(Batch, std::move(Sizes));
}

/// flattened(x, start, end): the axes from start to end become one; x itself
/// where that is one already.
Outcome flattened(BuiltinArgs A, Facts &F) {
  Shape From = shapeIn(A[0]);
  std::optional<std::int64_t> Start = constantOf(A[1], F),
                              End = constantOf(A[2], F);
  if (!Start || !End)
    return giveUnknownShape();
  if (!From.hasRank() && *Start >= 0 && *Start < MostAxes && *End == -1)
    return giveShape(std::vector<Dim>(*Start + 1, Dim::unknown()));
  AxesOf In = locate(From, {*Start, *End});
  if (In.Otherwise)
    return *In.Otherwise;
  unsigned First = In.At[0], Last = In.At[1];
  if (First > Last)
    return failWith(
        llvm::formatv("axis {0} comes behind axis {1}", First, Last));
  if (In.Sizes.empty())
    return From.hasRank() ? giveShape({1}) : giveUnknownShape();
  if (First == Last) {
    Outcome Itself = give(A[0]);
    Itself.IsOperand = true;
    return Itself;
  }
  std::vector<Dim> Sizes(In.Sizes.begin(), In.Sizes.begin() + First);
  llvm::ArrayRef<Dim> One =
      llvm::ArrayRef(In.Sizes).slice(First, Last - First + 1);
  Sizes.push_back(F.normalise(Shape(One.vec()).elementCount()));
  Sizes.insert(Sizes.end(), In.Sizes.begin() + Last + 1, In.Sizes.end());
  return giveLike(From, std::move(Sizes));
}

/// trailing(s, t): s, whose last axes have to be t.
Outcome trailing(BuiltinArgs A, Facts &F) {
  Shape From = shapeIn(A[0]);
  std::optional<std::vector<Dim>> Last = intsOf(A[1], F);
  if (!Last)
    return give(A[0]);
  size_t Known = From.sizes().size();
  bool Fits = !From.hasRank() || Known >= Last->size();
  for (size_t Back = 1; Fits && Back <= std::min(Known, Last->size()); ++Back)
    Fits = F.unifySizes(*From.fromEnd(Back), Last->rbegin()[Back - 1]) !=
           Answer::No;
  if (!Fits)
    return failWith(llvm::formatv(
        "its last {0} {1}, but its input is {2}",
        Last->size() == 1 ? "axis is to be" : "axes are to be",
        Last->size() == 1 ? Last->front().str() : Shape(*Last).str(),
        From.str()));
  return Known < Last->size() ? giveShape(Shape(std::move(*Last), false))
                              : give(A[0]);
}

} // namespace tidy::builtins

//===- BuiltinWindows.cpp - Sliding windows, flattening, trailing axes ----===//
#include "sig/BuiltinTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy::builtins {

Dim ofAxis(const Value &V, unsigned Axis, const Facts &F) {
  std::optional<std::vector<Dim>> Given = intsOf(V, F);
  if (!Given || Given->empty() || (Given->size() > 1 && Axis >= Given->size()))
    return Dim::unknown();
  return (*Given)[Given->size() == 1 ? 0 : Axis];
}

bool isLeftOut(const Value &V) {
  const auto *L = V.as<ListValue>();
  return V.isNone() || (L && L->Elements.empty());
}

std::optional<Outcome> tooManyBatches(const Shape &Batch) {
  if (Batch.sizes().size() <= 1)
    return std::nullopt;
  return failWith(llvm::formatv("it has {0} axes before the channels, which "
                                "may be one or none",
                                Batch.sizes().size()));
}

bool hasEmptyAxis(llvm::ArrayRef<Dim> Sizes) {
  return llvm::any_of(Sizes, [](const Dim &D) { return D.constant() == 0; });
}

namespace {

/// Along one axis.
struct Window {
  Dim Kernel, Stride, Padding, Dilation;

  Window(BuiltinArgs A, unsigned Axis, const Facts &F)
      : Kernel(ofAxis(A[0], Axis, F)),
        Stride(isLeftOut(A[1]) ? Kernel : ofAxis(A[1], Axis, F)),
        Padding(ofAxis(A[2], Axis, F)), Dilation(ofAxis(A[3], Axis, F)) {}

  std::string problem(bool IsPool) const;
};

} // namespace

static bool isBelow(const Dim &D, std::int64_t Least) {
  return D.constant() && *D.constant() < Least;
}

/// What is wrong with it whatever it slides over; empty if nothing is known to
/// be.
std::string Window::problem(bool IsPool) const {
  if (isBelow(Kernel, 1))
    return "the kernel is " + Kernel.str();
  if (isBelow(Stride, 1))
    return "the stride is " + Stride.str();
  if (isBelow(Dilation, 1))
    return "the dilation is " + Dilation.str();
  if (isBelow(Padding, 0))
    return "the padding is " + Padding.str();
  if (IsPool && isBelow(Kernel - Dim(2) * Padding, 0))
    return "the padding of " + Padding.str() +
           " is more than half of the kernel of " + Kernel.str();
  return "";
}

/// What is given for the axes has a number for each, or one for all.
static std::optional<Outcome> wrongLength(BuiltinArgs Lists, size_t Axes,
                                          const Facts &F) {
  for (const Value &V : Lists)
    if (std::optional<std::vector<Dim>> Given = intsOf(V, F);
        Given && Given->size() != 1 && Given->size() != Axes)
      return failWith(llvm::formatv("{0} numbers are given for {1} axes",
                                    Given->size(), Axes));
  return std::nullopt;
}

/// How many windows begin in `Free + 1` places, of which the last one begins in
/// front of `End` (the elements and the padding before them).
static Dim windowCount(const Dim &Free, const Dim &End, const Dim &Stride,
                       const Answer *Ceil, const Facts &F) {
  if ((Ceil && *Ceil == Answer::No) || Stride.constant() == 1)
    return F.normalise(floorDiv(Free, Stride) + 1);
  std::optional<std::int64_t> N = Free.constant(), S = Stride.constant(),
                              E = End.constant();
  if (!N || !S || !E || !Ceil || *Ceil == Answer::Unknown)
    return Dim::unknown();
  Dim Count = floorDiv(Dim(*N + *S - 1), *S) + 1;
  return (*Count.constant() - 1) * *S >= *E ? Count - 1 : Count;
}

/// A: n, c, s, kernel, stride, padding, dilation, ceil.
static Outcome slide(BuiltinArgs A, bool IsPool, Facts &F) {
  Shape Batch = shapeIn(A[0]);
  const auto *Axes = sizesOf(A[2]);
  const auto *Channels = A[1].as<Dim>();
  if (!Axes || !Channels)
    return giveUnknownShape();
  if (std::optional<Outcome> Problem = tooManyBatches(Batch))
    return *Problem;
  Value Stride = isLeftOut(A[4]) ? NoneValue() : A[4];
  if (auto Problem = wrongLength({A[3], Stride, A[5], A[6]}, Axes->size(), F))
    return *Problem;
  std::vector<Dim> Sizes = Batch.sizes();
  Sizes.push_back(F.normalise(*Channels));
  if (hasEmptyAxis(*Axes) || (IsPool && isBelow(*Channels, 1)))
    return failWith("there is nothing to slide over");
  for (unsigned I = 0; I < Axes->size(); ++I) {
    Window W(A.slice(3), I, F);
    if (std::string Problem = W.problem(IsPool); !Problem.empty())
      return failWith(std::move(Problem));
    Dim End = F.normalise((*Axes)[I] + W.Padding);
    Dim Reach = F.normalise(W.Dilation * (W.Kernel - 1) + 1);
    Dim Free = F.normalise(End + W.Padding - Reach);
    Dim Count = windowCount(Free, End, W.Stride, A[7].as<Answer>(), F);
    if (isBelow(Count, 1))
      return failWith(llvm::formatv("the kernel of {0} is larger than the {1} "
                                    "elements of axis {2}, padding included",
                                    Reach.str(), (Free + Reach).str(),
                                    Batch.hasRank()
                                        ? std::int64_t(Sizes.size())
                                        : std::int64_t(I) - Axes->size()));
    Sizes.push_back(std::move(Count));
  }
  return giveLike(Batch, std::move(Sizes));
}

/// windowed(n, c, s, kernel, stride, padding, dilation, ceil): convolutions,
/// (s + 2*padding - dilation*(kernel - 1) - 1)/stride + 1 along each axis of s
/// (the formula of torch.nn.Conv2d and MaxPool2d). Without a stride it is that
/// of the kernel.
Outcome windowed(BuiltinArgs A, Facts &F) { return slide(A, false, F); }

/// pooled(n, c, s, kernel, stride, padding, dilation, ceil): the same, with at
/// most half of the kernel in the padding.
Outcome pooled(BuiltinArgs A, Facts &F) { return slide(A, true, F); }

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
  if (Last->empty())
    return failWith("none of the last axes is named");
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

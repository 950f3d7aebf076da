//===- BuiltinLayers.cpp - What layers make of the axes behind channels ---===//
//
// Most take n, c and s: no axis or one before the channels, their number, and
// the axes that the layer works along.
//
//===----------------------------------------------------------------------===//
#include "sig/BuiltinTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy::builtins {

/// The sizes in front, and the axes that are worked along; or else what comes
/// out where these are not known or there are too many of the others.
struct Spatial {
  Shape Batch;
  std::vector<Dim> Sizes;
  llvm::ArrayRef<Dim> Axes;
  std::optional<Outcome> Otherwise;

  Spatial(BuiltinArgs A, const Facts &F) : Batch(shapeIn(A[0])) {
    const auto *Along = sizesOf(A[2]);
    const auto *Channels = A[1].as<Dim>();
    Otherwise = tooManyBatches(Batch);
    if (!Along || !Channels)
      Otherwise = giveUnknownShape();
    if (Otherwise)
      return;
    Axes = *Along;
    Sizes = Batch.sizes();
    Sizes.push_back(F.normalise(*Channels));
  }

  /// Only the batch may be empty; `MayFirst`: the first axis, whatever it is.
  void needElements(bool MayFirst) {
    if (!Otherwise && (hasEmptyAxis(Axes) ||
                       (Sizes.size() > MayFirst && hasEmptyAxis(Sizes.back()))))
      Otherwise = failWith("only the batch may be empty");
  }
};

static bool isBelow(const Dim &D, const Dim &Least) {
  std::optional<std::int64_t> Missing = (Least - D).constant();
  return Missing && *Missing > 0;
}

static Outcome failSize(const Dim &D, size_t Axis) {
  return failWith(
      llvm::formatv("axis {0} of the result is of size {1}", Axis, D.str()));
}

/// What is asked for along the axes; the whole shape may be given.
static std::optional<std::vector<Dim>> wanted(const Value &V, size_t Axes,
                                              const Facts &F) {
  std::optional<std::vector<Dim>> Out = intsOf(V, F);
  if (Out && Out->size() == Axes + 2)
    Out->erase(Out->begin(), Out->begin() + 2);
  return Out;
}

static Outcome failWanted(const Dim &Wanted, const Dim &Least, const Dim &Most,
                          const Facts &F) {
  return failWith(llvm::formatv("a size of {0} is asked for, {1} to {2} are "
                                "possible",
                                Wanted.str(), F.normalise(Least).str(),
                                F.normalise(Most).str()));
}

/// One axis of a transposed convolution. By: kernel, stride, padding, extra,
/// dilation. `Wanted` leaves dilation out of account, as libtorch does.
static Outcome widened(const Dim &Size, BuiltinArgs By, unsigned I,
                       const Dim *Wanted, const Facts &F) {
  Dim Kernel = ofAxis(By[0], I, F), Stride = ofAxis(By[1], I, F),
      Padding = ofAxis(By[2], I, F), Extra = ofAxis(By[3], I, F),
      Dilation = ofAxis(By[4], I, F);
  if (isBelow(Kernel, 1) || isBelow(Stride, 1) || isBelow(Dilation, 1) ||
      isBelow(Padding, 0))
    return failWith(llvm::formatv(
        "kernel {0}, stride {1}, padding {2}, dilation {3}", Kernel.str(),
        Stride.str(), Padding.str(), Dilation.str()));
  if (Wanted) {
    Dim Least = (Size - 1) * Stride - Dim(2) * Padding + Kernel;
    Extra = F.normalise(*Wanted - Least);
    if (isBelow(Extra, 0) || isBelow(Stride - 1, Extra))
      return failWanted(*Wanted, Least, Least + Stride - 1, F);
  } else if (isBelow(maximum(Stride, Dilation), Extra + 1)) {
    return failWith(llvm::formatv("an output_padding of {0} is not less than "
                                  "the stride or the dilation",
                                  Extra.str()));
  }
  Dim Out = F.normalise((Size - 1) * Stride - Dim(2) * Padding +
                        Dilation * (Kernel - 1) + Extra + 1);
  return isBelow(Out, 1)
             ? failWith("nothing is left of an axis of " + Size.str())
             : give(Out);
}

/// unwindowed(n, c, s, kernel, stride, padding, extra, dilation, size): the
/// transposed convolution, (s - 1)*stride - 2*padding + dilation*(kernel - 1) +
/// extra + 1 along each axis. A size that is asked for says what `extra` is;
/// without a batch libtorch takes it for something else.
Outcome unwindowed(BuiltinArgs A, Facts &F) {
  Spatial In(A, F);
  if (!In.Otherwise && hasEmptyAxis(In.Axes))
    In.Otherwise = failWith("an axis is empty");
  if (In.Otherwise)
    return *In.Otherwise;
  auto Size = wanted(A[8], In.Axes.size(), F);
  if (!A[8].isNone() && (!Size || In.Batch.sizes().empty()))
    return giveUnknownShape();
  if (Size && Size->size() != In.Axes.size())
    return failWith(llvm::formatv("{0} sizes are asked for of {1} axes",
                                  Size->size(), In.Axes.size()));
  for (unsigned I = 0; I < In.Axes.size(); ++I) {
    Outcome Out =
        widened(In.Axes[I], A.slice(3), I, Size ? &(*Size)[I] : nullptr, F);
    if (Out.Failure)
      return Out;
    In.Sizes.push_back(*Out.Result.as<Dim>());
  }
  return giveLike(In.Batch, std::move(In.Sizes));
}

/// unpooled(n, c, s, kernel, stride, padding, size): (s - 1)*stride - 2*padding
/// + kernel along each axis, or a size that is less than a stride away from it.
Outcome unpooled(BuiltinArgs A, Facts &F) {
  Spatial In(A, F);
  if (In.Otherwise)
    return *In.Otherwise;
  auto Size = wanted(A[6], In.Axes.size(), F);
  for (unsigned I = 0; I < In.Axes.size(); ++I) {
    Dim Kernel = ofAxis(A[3], I, F);
    Dim Stride = isLeftOut(A[4]) ? Kernel : ofAxis(A[4], I, F);
    Dim Usual = F.normalise((In.Axes[I] - 1) * Stride -
                            Dim(2) * ofAxis(A[5], I, F) + Kernel);
    Dim Out = Size && I < Size->size() ? (*Size)[I] : Usual;
    if (Size && (isBelow(Out, Usual - Stride) || isBelow(Usual + Stride, Out)))
      return failWanted(Out, Usual - Stride, Usual + Stride, F);
    In.Sizes.push_back(std::move(Out));
  }
  return giveLike(In.Batch, std::move(In.Sizes));
}

/// adapted(n, c, s, to, kernel): each axis becomes as long as `to` says, where
/// that is none it stays. With a kernel, so many windows have to fit.
Outcome adapted(BuiltinArgs A, Facts &F) {
  Spatial In(A, F);
  In.needElements(/*MayFirst=*/true);
  if (In.Otherwise)
    return *In.Otherwise;
  const auto *To = A[3].as<ListValue>();
  if (In.Axes.empty() || (To && To->Elements.size() != In.Axes.size()))
    return failWith(llvm::formatv("{0} sizes are asked for of {1} axes",
                                  To ? To->Elements.size() : 1,
                                  In.Axes.size()));
  for (unsigned I = 0; I < In.Axes.size(); ++I) {
    Dim Out = ofAxis(A[3], I, F), Kernel = ofAxis(A[4], I, F);
    if (To && To->Elements.size() > I && To->Elements[I].isNone())
      Out = In.Axes[I];
    if (isBelow(Out, 0))
      return failSize(Out, In.Sizes.size());
    if (isBelow(In.Axes[I], Out + Kernel - 1))
      return failWith(llvm::formatv("{0} windows of {1} do not fit into {2}",
                                    Out.str(), Kernel.str(), In.Axes[I].str()));
    In.Sizes.push_back(std::move(Out));
  }
  return giveLike(In.Batch, std::move(In.Sizes));
}

/// averaged(s, axes, to): adapted along so many axes at the end. To one element
/// it is a mean, whatever the other axes are.
Outcome averaged(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  std::optional<std::int64_t> Axes = constantOf(A[1], F);
  std::optional<std::vector<Dim>> To = intsOf(A[2], F);
  if (!From || !Axes)
    return giveUnknownShape();
  bool IsMean = To && !To->empty() && llvm::all_of(*To, [](const Dim &D) {
                  return D.constant() == 1;
                });
  std::int64_t Before = std::int64_t(From->size()) - *Axes;
  if (IsMean && Before >= 1) {
    std::vector<Dim> Sizes(From->begin(), From->begin() + Before);
    Sizes.resize(From->size(), 1);
    return giveShape(std::move(Sizes));
  }
  if (Before < 1)
    return failWith(llvm::formatv("the last {0} of its axes are behind the "
                                  "channels, it has {1}",
                                  *Axes, From->size()));
  auto Channels = From->begin() + Before - 1;
  TensorValue Batch{Shape({From->begin(), Channels}), {}, {}},
      Along{Shape({Channels + 1, From->end()}), {}, {}};
  return adapted({Batch, *Channels, Along, A[2], NoneValue()}, F);
}

/// upsampled(n, c, s, size, by): each axis becomes as long as `size` says, or
/// so many times as long; by what is no whole number it is not known how long.
Outcome upsampled(BuiltinArgs A, Facts &F) {
  Spatial In(A, F);
  In.needElements(/*MayFirst=*/false);
  if (In.Otherwise)
    return *In.Otherwise;
  const Value &Given = A[3].isNone() ? A[4] : A[3];
  const auto *Each = Given.as<ListValue>();
  if (In.Axes.empty() || (Each && Each->Elements.size() != In.Axes.size()))
    return failWith(llvm::formatv("{0} numbers are given for {1} axes",
                                  Each ? Each->Elements.size() : 1,
                                  In.Axes.size()));
  for (unsigned I = 0; I < In.Axes.size(); ++I) {
    Dim Number = ofAxis(Given, I, F);
    Dim Out = F.normalise(A[3].isNone() ? In.Axes[I] * Number : Number);
    if (isBelow(Out, 1))
      return failSize(Out, In.Sizes.size());
    In.Sizes.push_back(std::move(Out));
  }
  return giveLike(In.Batch, std::move(In.Sizes));
}

//===- Padding ------------------------------------------------------------===//

/// Pads the last axes, of the last one first: before it, behind it. `Wrong`
/// says what is wrong with that, if anything is.
static Outcome
pad(std::vector<Dim> Sizes, size_t Axes, const Value &By,
    llvm::function_ref<bool(Dim Size, Dim Before, Dim Behind)> IsWrong,
    const Shape &Batch, const Facts &F) {
  for (size_t I = 0; I < Axes; ++I) {
    size_t At = Sizes.size() - 1 - I;
    Dim Before = ofAxis(By, 2 * I, F), Behind = ofAxis(By, 2 * I + 1, F);
    Dim Out = F.normalise(Sizes[At] + Before + Behind);
    if (isBelow(Out, 0) || IsWrong(Sizes[At], Before, Behind))
      return failWith(
          llvm::formatv("paddings of {0} and {1} do not fit the {2} "
                        "elements of axis {3}",
                        Before.str(), Behind.str(), Sizes[At].str(), At));
    Sizes[At] = std::move(Out);
  }
  return giveLike(Batch, std::move(Sizes));
}

/// padded(s, axes, by): constant padding of so many axes at the end, whatever
/// is in front of them; what is negative takes away, before anything is added.
Outcome padded(BuiltinArgs A, Facts &F) {
  const auto *From = sizesOf(A[0]);
  std::optional<std::int64_t> Axes = constantOf(A[1], F);
  if (!From || !Axes)
    return giveUnknownShape();
  if (std::int64_t(From->size()) < *Axes)
    return failWith(llvm::formatv("the last {0} axes are padded, it has {1}",
                                  *Axes, From->size()));
  auto IsWrong = [](Dim Size, Dim Before, Dim Behind) {
    return isBelow(Size + minimum(Before, 0) + minimum(Behind, 0), 0);
  };
  return pad(*From, *Axes, A[2], IsWrong, Shape(*From), F);
}

/// bordered(n, c, s, by, inner): padding by what stands at the border, of which
/// there has to be something; by reflection `inner` is 1, and the padding is to
/// be shorter than the axis.
Outcome bordered(BuiltinArgs A, Facts &F) {
  Spatial In(A, F);
  In.needElements(/*MayFirst=*/true);
  if (In.Otherwise)
    return *In.Otherwise;
  bool Reflects = constantOf(A[4], F) == 1;
  llvm::append_range(In.Sizes, In.Axes);
  auto IsWrong = [&](Dim Size, Dim Before, Dim Behind) {
    return Reflects && isBelow(Size, maximum(Before, Behind) + 1);
  };
  return pad(In.Sizes, In.Axes.size(), A[3], IsWrong, In.Batch, F);
}

//===- Blocks -------------------------------------------------------------===//

/// How many blocks there are, and the elements of one; a failure if there are
/// none. By: kernel, stride, padding, dilation.
static Outcome countBlocks(llvm::ArrayRef<Dim> Axes, BuiltinArgs By, Dim &Count,
                           Dim &Elements, Facts &F) {
  Count = Elements = 1;
  for (auto [I, Size] : llvm::enumerate(Axes)) {
    Dim Kernel = ofAxis(By[0], I, F), Stride = ofAxis(By[1], I, F),
        Padding = ofAxis(By[2], I, F), Dilation = ofAxis(By[3], I, F);
    if (isBelow(Kernel, 1) || isBelow(Stride, 1) || isBelow(Dilation, 1) ||
        isBelow(Padding, 0))
      return failWith(llvm::formatv("kernel {0}, stride {1}, padding {2}, "
                                    "dilation {3}",
                                    Kernel.str(), Stride.str(), Padding.str(),
                                    Dilation.str()));
    Dim Along = floorDiv(F.normalise(Size + Dim(2) * Padding -
                                     Dilation * (Kernel - 1) - 1),
                         Stride) +
                1;
    if (isBelow(Along, 1))
      return failWith(llvm::formatv("no block of {0} fits into {1} elements",
                                    Kernel.str(), Size.str()));
    Count = F.normalise(Count * Along);
    Elements = F.normalise(Elements * Kernel);
  }
  return {};
}

/// unfolded(n, c, s, kernel, stride, padding, dilation): each block of s is a
/// column.
Outcome unfolded(BuiltinArgs A, Facts &F) {
  Spatial In(A, F);
  In.needElements(/*MayFirst=*/false);
  if (!In.Otherwise && In.Axes.size() != 2)
    In.Otherwise = failWith("it takes two axes behind the channels");
  if (In.Otherwise)
    return *In.Otherwise;
  Dim Count, Elements;
  Outcome Blocks = countBlocks(In.Axes, A.slice(3), Count, Elements, F);
  if (Blocks.Failure)
    return Blocks;
  In.Sizes.back() = F.normalise(In.Sizes.back() * Elements);
  In.Sizes.push_back(Count);
  return giveLike(In.Batch, std::move(In.Sizes));
}

/// folded(n, c, l, size, kernel, stride, padding, dilation): l columns of c
/// elements are blocks of what has that size.
Outcome folded(BuiltinArgs A, Facts &F) {
  Shape Batch = shapeIn(A[0]);
  const auto *Rows = A[1].as<Dim>(), *Columns = A[2].as<Dim>();
  if (std::optional<Outcome> Problem = tooManyBatches(Batch))
    return *Problem;
  std::vector<Dim> To{ofAxis(A[3], 0, F), ofAxis(A[3], 1, F)};
  for (auto [I, Size] : llvm::enumerate(To))
    if (isBelow(Size, 1))
      return failSize(Size, Batch.sizes().size() + 1 + I);
  Dim Count, Elements;
  Outcome Blocks = countBlocks(To, A.slice(4), Count, Elements, F);
  if (Blocks.Failure || !Rows || !Columns)
    return Blocks.Failure ? Blocks : giveUnknownShape();
  if (F.provesDivides(Elements, *Rows) == Answer::No)
    return failWith(llvm::formatv("its {0} rows are no multiple of the {1} "
                                  "elements of a block",
                                  Rows->str(), Elements.str()));
  if (F.unifySizes(Count, *Columns) == Answer::No)
    return failWith(llvm::formatv("it has {0} columns, there are {1} blocks",
                                  Columns->str(), Count.str()));
  std::vector<Dim> Sizes = Batch.sizes();
  Sizes.push_back(F.normalise(floorDiv(*Rows, Elements)));
  llvm::append_range(Sizes, To);
  return giveLike(Batch, std::move(Sizes));
}

/// unflattened(s, dim, sizes): one axis becomes several with as many elements.
Outcome unflattened(BuiltinArgs A, Facts &F) {
  Shape From = shapeIn(A[0]);
  std::optional<std::int64_t> Axis = constantOf(A[1], F);
  std::optional<std::vector<Dim>> To = intsOf(A[2], F);
  if (!Axis || !To)
    return giveUnknownShape();
  if (To->empty())
    return failWith("no sizes are given");
  AxesOf In = locate(From, {*Axis});
  if (In.Otherwise)
    return *In.Otherwise;
  if (In.Sizes.empty())
    return From.hasRank() ? failWith("it has no axes") : giveUnknownShape();
  auto At = In.Sizes.begin() + In.At[0];
  ListValue Sizes;
  llvm::append_range(Sizes.Elements, *To);
  Outcome Parts =
      resized({TensorValue{Shape({*At}), {}, {}}, std::move(Sizes)}, F);
  const auto *Of = sizesOf(Parts.Result);
  if (Parts.Failure || !Of)
    return Parts;
  At = In.Sizes.erase(At);
  In.Sizes.insert(At, Of->begin(), Of->end());
  return giveLike(From, std::move(In.Sizes));
}

/// nothing(): a tensor that is not defined.
Outcome nothing(BuiltinArgs, Facts &) { return give(NoneValue()); }

/// scored(reduction): a loss, which is a mean as long as nobody says otherwise.
Outcome scored(BuiltinArgs A, Facts &) {
  return A[0].isNone() ? giveShape(std::vector<Dim>{}) : giveUnknownShape();
}

} // namespace tidy::builtins

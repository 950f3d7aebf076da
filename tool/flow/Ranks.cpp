//===- Ranks.cpp - What an op that works says of its operands -------------===//
//
// An op that only takes tensors of so many axes has got such a one, or the code
// behind it is never come to; so has one that looks at the last axes. So a
// tensor of which nothing was known gets sizes to be bound. From that comes
// what a function takes and gives, without a word from anybody.
//
//===----------------------------------------------------------------------===//
#include "flow/Run.h"
#include "sig/Lexer.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// A handler knows nothing of what would be so without the exception.
bool FunctionRun::mayLearn(InstrId Id) const {
  return !F.Instrs[Id].Expected &&
         F.Blocks[G.homeOf(Id)].End.What != Terminator::Kind::Attempt;
}

/// Where its shape was made; unknown if it may have been changed in place
/// since.
Made FunctionRun::shapeGiver(const TensorValue &T) const {
  return TaintedAll || ReshapedHere.contains(T.Handle) ? Made() : T.Origin;
}

/// The same sizes each time for what has the shape of a parameter: it has one.
Shape FunctionRun::shapeNeeded(InstrId Id, unsigned Operand, const Made &Origin,
                               const AxesNeeded &Axes) {
  std::vector<Dim> &Known = Origin.IsParameter ? SizesOfParameters[Origin]
                                               : SizesOfOperands[{Id, Operand}];
  if (!Origin.IsParameter && G.isInCycle(G.homeOf(Id)))
    Known.clear();
  size_t Count = Axes.Letters.size();
  for (size_t Back = Known.size() + 1; Back <= Count; ++Back) {
    const std::string &Letter = Axes.Letters[Count - Back];
    Known.push_back(E.fresh().make(Letter.empty() ? "n" : Letter, true));
  }
  return Shape({Known.rend() - Count, Known.rend()}, !Axes.Open);
}

/// The parameter's shape that this one has its rank from, through ops that
/// reorder axes; unknown if there is none.
Made FunctionRun::rankGiver(const TensorValue &T) const {
  Made Origin = shapeGiver(T);
  while (Origin.known() && !Origin.IsParameter) {
    const Instr &I = F.Instrs[Origin.Index];
    if (Origin.Function != Self || I.Kind != InstrKind::Op ||
        G.isInCycle(G.homeOf(Origin.Index)))
      return Made();
    std::string Of = keepsRankOf(E.models().Ops.find(I.Name)->second);
    auto O = llvm::find_if(
        I.Operands, [&](const Operand &Any) { return Any.Parameter == Of; });
    const auto *From =
        O == I.Operands.end() ? nullptr : Last[O->From].as<TensorValue>();
    Origin = From ? shapeGiver(*From) : Made();
  }
  return Origin;
}

/// Operand number `Operand` of an instruction is the tensor `T`, and has these
/// axes. So has the variable that it was read from, if it still holds it.
/// Something out of sight may hold the tensor, too, without its being known.
void FunctionRun::learn(InstrId Id, unsigned Operand, TensorValue &T,
                        const AxesNeeded &Axes) {
  Shape Needed = shapeNeeded(Id, Operand, shapeGiver(T), Axes);
  for (size_t Back = 1; Back <= T.Sizes.sizes().size(); ++Back)
    Now.Known.unify(*T.Sizes.fromEnd(Back), *Needed.fromEnd(Back));
  T.Sizes = T.Sizes.filledFrom(Needed);
  Now.leak(T.Handle);
  Made Of = Axes.Open ? shapeGiver(T) : rankGiver(T);
  if (Of.IsParameter)
    seen(Id).Needed.push_back({Of, shapeNeeded(Id, Operand, Of, Axes)});
  const Instr &From = F.Instrs[F.Instrs[Id].Operands[Operand].From];
  if (From.Kind != InstrKind::Load || !From.Path.empty() ||
      F.Vars[From.Var].Escapes)
    return;
  Value Held = Now.read(From.Var);
  if (const auto *Same = Held.as<TensorValue>();
      Same && Same->Handle == T.Handle && T.Sizes.tellsMoreThan(Same->Sizes))
    Now.write(From.Var, T);
}

/// It tells more than is known of a tensor of which it is known which it is.
static bool tellsMore(const AxesNeeded &Axes, const TensorValue &T) {
  size_t Known = T.Sizes.sizes().size(), Count = Axes.Letters.size();
  return T.Handle.known() && !T.Sizes.hasRank() &&
         (Axes.Open ? Known < Count : Known <= Count);
}

/// `d = x.size(-1)`: the axis is called so, too.
static void nameAfterResult(AxesNeeded &Axes, const Signature &S,
                            llvm::StringRef Name) {
  if (S.Result.What != ResultPattern::Kind::Number || !isWord(Name))
    return;
  for (std::string &Letter : Axes.Letters)
    if (!Letter.empty() && Letter == S.Result.Args[0].Name)
      Letter = Name;
}

void FunctionRun::learnAxes(InstrId Id, llvm::ArrayRef<Signature> Alternatives,
                            Arguments &Args) {
  if (!mayLearn(Id))
    return;
  for (auto [N, O] : llvm::enumerate(F.Instrs[Id].Operands)) {
    auto Given = Args.find(O.Parameter);
    auto *T = Given == Args.end() ? nullptr : Given->second.as<TensorValue>();
    if (!T || T->Sizes.hasRank())
      continue;
    AxesNeeded Axes = axesNeeded(Alternatives, Args, O.Parameter);
    if (tellsMore(Axes, *T)) {
      nameAfterResult(Axes, Alternatives.front(), nameOfResult(Id));
      learn(Id, N, *T, Axes);
    }
    T->Sizes = T->Sizes.normalised(Now.Known);
  }
}

static AxesNeeded axesOf(const Shape &S) {
  AxesNeeded Axes{{}, !S.hasRank()};
  for (const Dim &Size : S.sizes())
    Axes.Letters.push_back(Size.asSymbol() ? Size.asSymbol()->Name : "");
  return Axes;
}

/// What a callee that returns has needed of a tensor is so for its caller, if
/// it has not been reshaped since.
void FunctionRun::takeShapes(InstrId Id, const Summary &S,
                             CallRenaming &Names) {
  if (!mayLearn(Id) || S.TaintsAll || S.Learnt.empty())
    return;
  const Instr &I = F.Instrs[Id];
  // What is called comes before the arguments.
  unsigned First = I.Kind == InstrKind::Unknown && I.Virtual == "()";
  for (unsigned N = First; N < I.Operands.size(); ++N) {
    auto [Handle, Origin] = Names.tensorGiven(N - First);
    auto Learnt = S.Learnt.find(Origin);
    Value V = I.Operands[N].From == NoId ? Value() : Last[I.Operands[N].From];
    auto *T = V.as<TensorValue>();
    if (!T || Learnt == S.Learnt.end() || llvm::is_contained(S.Tainted, Handle))
      continue;
    const Shape &Needed = Learnt->second;
    AxesNeeded Axes = axesOf(Needed);
    if (!tellsMore(Axes, *T))
      continue;
    learn(Id, N, *T, Axes);
    for (size_t Back = 1; Back <= Axes.Letters.size(); ++Back)
      Now.Known.unify(*T->Sizes.fromEnd(Back),
                      Names.leave(*Needed.fromEnd(Back), E.fresh()));
  }
}

static bool isFirstRound(const RoundPath &At) {
  for (size_t Round = 1; Round < At.size(); Round += 2)
    if (At[Round] > 0)
      return false;
  return true;
}

/// What a visit of a block needs of the tensors that the function was given.
static std::map<Made, Shape> neededIn(const Node &N) {
  std::map<Made, Shape> Most;
  for (const auto &[I, Of] : N.Saw)
    for (const auto &[M, Needed] : Of.Needed)
      if (Shape &Known = Most.try_emplace(M, Shape::unknown()).first->second;
          Needed.tellsMoreThan(Known))
        Known = Needed;
  return Most;
}

/// What both say, of what both know.
static void intersect(std::map<Made, Shape> &With,
                      const std::map<Made, Shape> &Other) {
  for (auto It = With.begin(); It != With.end();) {
    auto Theirs = Other.find(It->first);
    if (Theirs == Other.end()) {
      It = With.erase(It);
      continue;
    }
    if (It->second.tellsMoreThan(Theirs->second))
      It->second = Theirs->second;
    ++It;
  }
}

/// What holds of the tensors that the function was given wherever it returns:
/// what an op needs that is always come to, the first time and on whatever way.
std::map<Made, Shape> FunctionRun::learntShapes() const {
  std::map<Made, Shape> Learnt;
  if (!AtReturn || SizesOfParameters.empty())
    return Learnt;
  std::vector<std::vector<Edge>> Decisions = decisions(F);
  std::map<BlockId, std::map<Made, Shape>> ByBlock;
  for (const auto &[At, N] : All) {
    bool IsAlwaysReached = llvm::any_of(
        Decisions[N.Block], [](const Edge &E) { return E.From == NoId; });
    if (!IsAlwaysReached || !isFirstRound(At.In))
      continue;
    auto [It, IsNew] = ByBlock.try_emplace(N.Block);
    if (IsNew)
      It->second = neededIn(N);
    else
      intersect(It->second, neededIn(N));
  }
  for (const auto &[B, Needed] : ByBlock)
    for (const auto &[M, Of] : Needed)
      if (Shape &Most = Learnt.try_emplace(M, Shape::unknown()).first->second;
          Of.tellsMoreThan(Most))
        Most = Of.normalised(AtReturn->Known);
  return Learnt;
}

/// Runs of a function until they teach no more axes of its parameters.
static constexpr unsigned MostRounds = 4;

void Engine::inferSignature(FunctionId Id) {
  const Function &F = P.Functions[Id];
  std::vector<Value> Args = ownArguments(Id);
  Summary S;
  bool Learns = true;
  for (unsigned Round = 0; Learns && Round < MostRounds; ++Round) {
    S = FunctionRun(*this, Id).run(Args, {});
    Learns = false;
    for (Value &Arg : Args) {
      auto *T = Arg.as<TensorValue>();
      auto It = T ? S.Learnt.find(T->Origin) : S.Learnt.end();
      if (It == S.Learnt.end() || !It->second.tellsMoreThan(T->Sizes))
        continue;
      AxesNeeded Axes = axesOf(It->second);
      std::vector<Dim> Sizes;
      for (const std::string &Letter : Axes.Letters)
        Sizes.push_back(Fresh.make(Letter.empty() ? "n" : Letter, true));
      T->Sizes = Shape(std::move(Sizes), !Axes.Open);
      Learns = true;
    }
  }
  InferredSignature &Of = Out.Signatures[Id];
  for (const Value &Arg : Args)
    Of.Parameters.push_back(Arg.normalised(S.Known));
  bool HasResult = llvm::any_of(F.Blocks, [](const Block &B) {
    return B.End.What == Terminator::Kind::Return && B.End.Value != NoId;
  });
  if (HasResult && S.Returns)
    Of.Result = S.Result.normalised(S.Known);
  Of.Needs = S.Known.divisibility();
  for (const auto &[Size, Name] : S.Names)
    if (const Symbol *Bound = S.Known.normalise(Dim::symbol(Size)).asSymbol())
      Of.Names.try_emplace(*Bound, Name);
}

} // namespace tidy

//===- Ranks.cpp - What an op that works says of its operands -------------===//
//
// An op that only takes tensors of so many axes has got such a one, or the code
// behind it is never come to. So a tensor of which nothing was known gets sizes
// to be bound. From that comes what a function takes and gives, without a word
// from anybody.
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
Shape FunctionRun::shapeOfRank(InstrId Id, unsigned Operand, const Made &Origin,
                               llvm::ArrayRef<std::string> Letters) {
  auto Make = [&] {
    std::vector<Dim> Sizes;
    for (const std::string &Letter : Letters)
      Sizes.push_back(E.fresh().make(Letter.empty() ? "n" : Letter, true));
    return Shape(std::move(Sizes));
  };
  if (Origin.IsParameter) {
    auto [It, New] = RankedParameters.try_emplace(Origin, Shape::unknown());
    if (New)
      It->second = Make();
    if (It->second.rank() == Letters.size())
      return It->second;
  }
  auto [It, New] = RankedOperands.try_emplace({Id, Operand}, Shape::unknown());
  if (New || G.isInCycle(G.homeOf(Id)))
    It->second = Make();
  return It->second;
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
void FunctionRun::learn(InstrId Id, unsigned Operand, TensorValue &T,
                        llvm::ArrayRef<std::string> Letters) {
  T.Sizes = shapeOfRank(Id, Operand, shapeGiver(T), Letters);
  if (Made Of = rankGiver(T); Of.known()) {
    shapeOfRank(Id, Operand, Of, Letters);
    seen(Id).Ranked.push_back(Of);
  }
  const Instr &From = F.Instrs[F.Instrs[Id].Operands[Operand].From];
  if (From.Kind != InstrKind::Load || !From.Path.empty() ||
      F.Vars[From.Var].Escapes)
    return;
  Value Held = Now.read(From.Var);
  if (const auto *Same = Held.as<TensorValue>();
      Same && Same->Handle == T.Handle && !Same->Sizes.hasRank())
    Now.write(From.Var, T);
}

/// Nothing is known of its shape, but which tensor it is.
static bool isUnranked(const TensorValue *T) {
  return T && !T->Sizes.hasRank() && T->Handle.known();
}

void FunctionRun::learnRanks(InstrId Id, llvm::ArrayRef<Signature> Alternatives,
                             Arguments &Args) {
  if (!mayLearn(Id))
    return;
  for (auto [N, O] : llvm::enumerate(F.Instrs[Id].Operands)) {
    auto Given = Args.find(O.Parameter);
    auto *T = Given == Args.end() ? nullptr : Given->second.as<TensorValue>();
    if (!isUnranked(T))
      continue;
    if (auto Letters = axesNeeded(Alternatives, Args, O.Parameter))
      learn(Id, N, *T, *Letters);
    T->Sizes = T->Sizes.normalised(Now.Known);
  }
}

static std::string letterOf(const Dim &Size) {
  return Size.asSymbol() ? Size.asSymbol()->Name : "";
}

/// What a callee that returns has needed of a tensor is so for its caller, if
/// it has not been reshaped since.
void FunctionRun::takeShapes(InstrId Id, const Summary &S,
                             CallRenaming &Names) {
  if (!mayLearn(Id) || S.TaintsAll)
    return;
  for (const auto &[Theirs, Needed] : S.Learnt) {
    if (llvm::is_contained(S.Tainted, Theirs))
      continue;
    std::vector<std::string> Letters;
    for (const Dim &Size : Needed.sizes())
      Letters.push_back(letterOf(Size));
    for (auto [N, O] : llvm::enumerate(F.Instrs[Id].Operands)) {
      Value V = O.From == NoId ? Value() : Last[O.From];
      auto *T = V.as<TensorValue>();
      if (!isUnranked(T) || T->Handle != Names.leaveHandle(Theirs))
        continue;
      learn(Id, N, *T, Letters);
      for (auto [Own, Size] : llvm::zip(T->Sizes.sizes(), Needed.sizes()))
        Now.Known.unify(Own, Names.leave(Size, E.fresh()));
    }
  }
}

/// What holds of the tensors that the function was given wherever it returns:
/// what an op needs that is always come to.
std::map<Made, Shape> FunctionRun::learntShapes() const {
  std::map<Made, Shape> Learnt;
  if (!AtReturn || RankedParameters.empty())
    return Learnt;
  std::vector<std::vector<Edge>> Decisions = decisions(F);
  auto IsAlwaysReached = [&](BlockId B) {
    return llvm::any_of(Decisions[B],
                        [](const Edge &E) { return E.From == NoId; });
  };
  for (const auto &[At, N] : All)
    for (const auto &[I, Of] : N.Saw)
      for (const Made &M : Of.Ranked)
        if (IsAlwaysReached(N.Block))
          Learnt.try_emplace(
              M, RankedParameters.at(M).normalised(AtReturn->Known));
  return Learnt;
}

/// A size that is stored is called so.
void FunctionRun::nameSize(const Value &V, VarId Var) {
  const auto *D = V.as<Dim>();
  const Symbol *S = D && E.wantsNames() ? D->asSymbol() : nullptr;
  if (S && S->IsSize && S->Rank == Symbol::Kind::Flexible &&
      isWord(F.Vars[Var].Name))
    SizeNames.try_emplace(*S, F.Vars[Var].Name);
}

/// Runs of a function until they teach no more ranks of its parameters.
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
      auto It =
          T && !T->Sizes.hasRank() ? S.Learnt.find(T->Origin) : S.Learnt.end();
      if (It == S.Learnt.end())
        continue;
      std::vector<Dim> Sizes;
      for (const Dim &Size : It->second.sizes())
        Sizes.push_back(
            Fresh.make(letterOf(Size).empty() ? "n" : letterOf(Size), true));
      T->Sizes = Shape(std::move(Sizes));
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

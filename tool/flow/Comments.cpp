//===- Comments.cpp - Shapes in comments against inferred ones ------------===//
//
// What a comment says is never trusted. It is compared with what was inferred,
// once that is settled.
//
//===----------------------------------------------------------------------===//
#include "flow/Run.h"
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// `box = x; // [x1, y1, x2, y2]` says what stands in the last axis. So may any
/// comment of small letters whose length nothing speaks against.
static bool maySayContents(const ShapePattern &Said, const Shape &Sizes) {
  if (Sizes.rank() == 0)
    return false;
  std::optional<std::int64_t> Last = Sizes[Sizes.rank() - 1].constant();
  if (Last)
    return *Last == std::int64_t(Said.size());
  return llvm::any_of(lettersOf(Said), [](llvm::StringRef Letter) {
    return !('A' <= Letter[0] && Letter[0] <= 'Z');
  });
}

static std::optional<Dim> sizeOf(const Expr &E, const Letters &Of) {
  if (E.Op == Expr::Kind::Int)
    return Dim(E.Number);
  if (E.Op == Expr::Kind::Name) {
    auto It = Of.find(E.Name);
    return It == Of.end() ? std::nullopt : std::optional(It->second);
  }
  auto Left = sizeOf(E.Args[0], Of), Right = sizeOf(E.Args[1], Of);
  return Left && Right ? std::optional(*Left * *Right) : std::nullopt;
}

/// Compares with what earlier comments `Said` of their letters; `Binds`: says
/// it to later ones.
void FunctionRun::readComment(InstrId Id, const Value &Seen, Letters &Said,
                              bool Binds) {
  const Instr &I = F.Instrs[Id];
  const auto *T = Seen.as<TensorValue>();
  if (!T || !T->Sizes.hasRank() || T->MayBeNone)
    return;
  Mismatch M;
  M.First.Parameter = DeclaredTensor;
  if (T->Sizes.rank() != I.Pattern.size()) {
    M.What = Mismatch::Kind::Rank;
    if (!maySayContents(I.Pattern, T->Sizes))
      failOp(Id, std::move(M), {{DeclaredTensor, *T}}, Self);
    return;
  }
  for (auto [A, Size] : llvm::zip(I.Pattern, T->Sizes.sizes())) {
    std::optional<Dim> Wanted = sizeOf(A.Size, Said);
    if (Wanted && Facts().provesEqual(*Wanted, Size) == Answer::No) {
      M.What = Mismatch::Kind::Size;
      M.Letter = print(A.Size);
      M.First.Size = *Wanted;
      M.Second.Size = Size;
      failOp(Id, std::move(M), {{DeclaredTensor, *T}}, Self);
      return;
    }
    if (Binds && A.Size.Op == Expr::Kind::Name && !Size.isUnknown())
      Said.try_emplace(A.Size.Name, Size);
  }
}

/// A letter means one size in a block, and in all that comes behind what is
/// always come to; in a loop each comment stands alone.
void FunctionRun::readComments() {
  auto IsComment = [](const Instr &I) {
    return I.Kind == InstrKind::Expect && I.Name == "comment";
  };
  if (llvm::none_of(F.Instrs, IsComment))
    return;
  std::vector<std::vector<Edge>> Decisions = decisions(F);
  std::map<InstrId, Value> Seen; // whatever round it was, and however come to
  std::map<BlockId, Node *> Come;
  for (auto &[At, N] : All) {
    Come[N.Block] = &N;
    for (const SeenValue &V : N.Values)
      if (IsComment(F.Instrs[V.Instr]))
        if (auto [It, New] = Seen.try_emplace(V.Instr, V.Is); !New)
          It->second = tidy::join(It->second, V.Is);
  }
  Letters Common;
  for (BlockId B : G.order()) {
    if (!Come.contains(B))
      continue;
    Visited = Come[B];
    bool IsAlways = llvm::any_of(Decisions[B],
                                 [](const Edge &E) { return E.From == NoId; });
    Letters InBlock = G.isInCycle(B) ? Letters() : Common;
    for (InstrId I : F.Blocks[B].Instrs)
      if (auto At = Seen.find(I); At != Seen.end())
        readComment(I, At->second, InBlock, !G.isInCycle(B));
    if (IsAlways && !G.isInCycle(B))
      Common = std::move(InBlock);
  }
}

} // namespace tidy

//===- Decisions.cpp - What a block's being reached hangs on --------------===//
#include "flow/Decisions.h"
#include "llvm/ADT/SCCIterator.h"
#include "llvm/Support/GenericDomTree.h"
#include "llvm/Support/GenericDomTreeConstruction.h"

namespace {

/// The blocks as a graph that LLVM's dominator trees can be built of.
struct Nodes;
struct Node {
  Nodes *Home;
  tidy::BlockId Id;
  std::vector<Node *> Next, Before;

  Nodes *getParent() const { return Home; }
  void printAsOperand(llvm::raw_ostream &OS, bool) const { OS << 'b' << Id; }
};
struct Nodes {
  std::vector<Node> All;
  std::vector<Node *> Pointers;

  Node &front() { return All.front(); }
};

} // namespace

namespace llvm {
template <> struct GraphTraits<Node *> {
  using NodeRef = Node *;
  using ChildIteratorType = std::vector<Node *>::iterator;
  static NodeRef getEntryNode(Node *N) { return N; }
  static ChildIteratorType child_begin(NodeRef N) { return N->Next.begin(); }
  static ChildIteratorType child_end(NodeRef N) { return N->Next.end(); }
};
template <> struct GraphTraits<Inverse<Node *>> {
  using NodeRef = Node *;
  using ChildIteratorType = std::vector<Node *>::iterator;
  static NodeRef getEntryNode(Inverse<Node *> N) { return N.Graph; }
  static ChildIteratorType child_begin(NodeRef N) { return N->Before.begin(); }
  static ChildIteratorType child_end(NodeRef N) { return N->Before.end(); }
};
template <> struct GraphTraits<Nodes *> : GraphTraits<Node *> {
  using nodes_iterator = std::vector<Node *>::iterator;
  static NodeRef getEntryNode(Nodes *G) { return &G->front(); }
  static nodes_iterator nodes_begin(Nodes *G) { return G->Pointers.begin(); }
  static nodes_iterator nodes_end(Nodes *G) { return G->Pointers.end(); }
  static unsigned size(Nodes *G) { return G->All.size(); }
};
} // namespace llvm

namespace tidy {

static void fill(Nodes &G, const Function &F) {
  G.All.resize(F.Blocks.size());
  for (BlockId B = 0; B < F.Blocks.size(); ++B) {
    G.All[B].Home = &G;
    G.All[B].Id = B;
    G.Pointers.push_back(&G.All[B]);
    for (BlockId T : F.Blocks[B].End.Targets) {
      G.All[B].Next.push_back(&G.All[T]);
      G.All[T].Before.push_back(&G.All[B]);
    }
  }
}

std::vector<std::vector<Edge>> decisions(const Function &F) {
  std::vector<std::vector<Edge>> Out(F.Blocks.size());
  if (F.Blocks.empty())
    return Out;
  Nodes G;
  fill(G, F);
  llvm::PostDomTreeBase<Node> Tree;
  Tree.recalculate(G);
  // What is come to for certain behind the edge, but not for certain before.
  auto Decide = [&](Node *To, const llvm::DomTreeNodeBase<Node> *Until,
                    Edge By) {
    for (const auto *At = Tree.getNode(To); At && At != Until && At->getBlock();
         At = At->getIDom())
      Out[At->getBlock()->Id].push_back(By);
  };
  Decide(&G.front(), nullptr, {NoId, 0});
  for (Node &From : G.All) {
    const auto *At = Tree.getNode(&From);
    for (unsigned T = 0; At && From.Next.size() > 1 && T < From.Next.size();
         ++T)
      Decide(From.Next[T], At->getIDom(), {From.Id, T});
  }
  return Out;
}

std::vector<bool> cycles(const Function &F) {
  std::vector<bool> Out(F.Blocks.size());
  if (F.Blocks.empty())
    return Out;
  Nodes G;
  fill(G, F);
  for (auto Component = llvm::scc_begin(&G); !Component.isAtEnd(); ++Component)
    for (const Node *N : *Component)
      Out[N->Id] = Component.hasCycle();
  return Out;
}

Assumptions &Assumptions::operator+=(const Assumptions &Other) {
  Doubtful |= Other.Doubtful;
  Choices += Other.Choices;
  All += Other.All;
  for (auto [C, IsChoice] : Other.Again) {
    bool IsNew = Again.insert({C, IsChoice}).second;
    Choices -= !IsNew && IsChoice;
    All -= !IsNew;
  }
  return *this;
}

/// What assumes least is settled first, and then what hangs on it (Dijkstra
/// 1959). Doubt only adds to doubt, so that it does not matter which of two
/// doubtful ways is kept.
std::vector<Assumptions>
leastAssumptions(const std::vector<std::vector<Edge>> &Decisions,
                 const EdgeAssumptions &Edges) {
  using Way = std::pair<Assumptions, BlockId>;
  std::vector<std::vector<std::pair<unsigned, BlockId>>> DecidesOn(
      Decisions.size()); // by block: its target, and what hangs on that
  std::set<Way> Ways;
  for (BlockId B = 0; B < Decisions.size(); ++B)
    for (const Edge &E : Decisions[B])
      if (E.From == NoId)
        Ways.insert({{}, B});
      else if (E.Target < Edges[E.From].size() && Edges[E.From][E.Target])
        DecidesOn[E.From].push_back({E.Target, B});
  std::vector<Assumptions> Least(Decisions.size());
  std::vector<bool> Settled(Decisions.size());
  while (!Ways.empty()) {
    auto [Now, B] = *Ways.begin();
    Ways.erase(Ways.begin());
    if (Settled[B])
      continue;
    Settled[B] = true;
    Least[B] = Now;
    for (auto [Target, To] : DecidesOn[B]) {
      Assumptions Further = Now;
      Further += *Edges[B][Target];
      Ways.insert({Further, To});
    }
  }
  return Least;
}

} // namespace tidy

//===- PersistentMapWalk.h - Ways through a PersistentMap -------*- C++ -*-===//
#ifndef TENSOR_TIDY_SHAPE_PERSISTENTMAPWALK_H
#define TENSOR_TIDY_SHAPE_PERSISTENTMAPWALK_H

#include "shape/PersistentMap.h"

namespace tidy {

/// The rest of a map, in order: the last on the stack comes first.
template <class Key, class Mapped> class PersistentMap<Key, Mapped>::Iterator {
public:
  Iterator() = default;

  const Entry &operator*() const { return *Rest.back()->Item; }
  const Entry *operator->() const { return Rest.back()->Item.get(); }
  Iterator &operator++() {
    Link Right = Rest.pop_back_val()->Right;
    for (; Right; Right = Right->Left)
      Rest.push_back(Right);
    return *this;
  }
  friend bool operator==(const Iterator &A, const Iterator &B) {
    return A.Rest.empty() || B.Rest.empty() ? A.Rest.empty() == B.Rest.empty()
                                            : A.Rest.back() == B.Rest.back();
  }

private:
  friend PersistentMap;
  llvm::SmallVector<Link, 8> Rest;
};

template <class Key, class Mapped>
auto PersistentMap<Key, Mapped>::begin() const -> Iterator {
  Iterator It;
  for (Link At = Root; At; At = At->Left)
    It.Rest.push_back(At);
  return It;
}

template <class Key, class Mapped>
auto PersistentMap<Key, Mapped>::lowerBound(const Key &K) const -> Iterator {
  Iterator It;
  for (Link At = Root; At;) {
    bool IsLess = At->key() < K;
    if (!IsLess)
      It.Rest.push_back(At);
    At = IsLess ? At->Right : At->Left;
  }
  return It;
}

/// One side of a comparison: what is left of a map, as whole trees and single
/// entries, the last first.
template <class Key, class Mapped> class PersistentMap<Key, Mapped>::Walk {
public:
  explicit Walk(const Node *Root) {
    if (Root)
      Rest.push_back({Root, true});
  }
  bool empty() const { return Rest.empty(); }
  const Node *first() const { return empty() ? nullptr : Rest.back().first; }
  bool isTree() const { return !empty() && Rest.back().second; }
  const Entry *take() { return Rest.pop_back_val().first->Item.get(); }
  void skip() { Rest.pop_back(); }
  /// The tree that comes first as its parts.
  void open() {
    const Node *N = Rest.pop_back_val().first;
    if (N->Right)
      Rest.push_back({N->Right.get(), true});
    Rest.push_back({N, false});
    if (N->Left)
      Rest.push_back({N->Left.get(), true});
  }

private:
  llvm::SmallVector<std::pair<const Node *, bool>, 16> Rest;
};

/// Of two trees the one that stands higher is opened first, so that a part that
/// the maps share comes up on both sides at once.
template <class Key, class Mapped>
void PersistentMap<Key, Mapped>::differences(
    const PersistentMap &A, const PersistentMap &B,
    llvm::function_ref<void(const Entry *, const Entry *)> Visit) {
  PersistentMap KeepA = A, KeepB = B; // Visit may change them
  Walk X(KeepA.Root.get()), Y(KeepB.Root.get());
  while (!X.empty()) {
    const Node *P = X.first(), *Q = Y.first();
    if (P == Q && X.isTree() && Y.isTree()) {
      X.skip();
      Y.skip();
    } else if (X.isTree() && !(Y.isTree() && Q->comesOver(*P))) {
      X.open();
    } else if (Y.isTree()) {
      Y.open();
    } else if (!Q || P->key() < Q->key()) {
      Visit(X.take(), nullptr);
    } else if (Q->key() < P->key()) {
      Y.skip();
    } else {
      const Entry *Mine = X.take(), *Theirs = Y.take();
      if (Mine != Theirs)
        Visit(Mine, Theirs);
    }
  }
}

} // namespace tidy

#endif

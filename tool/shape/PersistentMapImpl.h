//===- PersistentMapImpl.h - The bodies of PersistentMap.h ------*- C++ -*-===//
#ifndef TENSOR_TIDY_SHAPE_PERSISTENTMAPIMPL_H
#define TENSOR_TIDY_SHAPE_PERSISTENTMAPIMPL_H

#include "shape/PersistentMap.h"

namespace tidy {

template <class Key, class Mapped>
const Mapped *PersistentMap<Key, Mapped>::find(const Key &K) const {
  const Node *At = Root.get();
  while (At) {
    if (K < At->key())
      At = At->Left.get();
    else if (At->key() < K)
      At = At->Right.get();
    else
      return &At->Item->second;
  }
  return nullptr;
}

template <class Key, class Mapped>
void PersistentMap<Key, Mapped>::set(Key K, Mapped V) {
  std::uint64_t Priority = priorityOf(K);
  Root = added(Root,
               Node{std::make_shared<const Entry>(std::move(K), std::move(V)),
                    Priority,
                    {},
                    {}});
}

template <class Key, class Mapped>
void PersistentMap<Key, Mapped>::erase(const Key &K) {
  if (contains(K))
    Root = removed(Root, K);
}

/// What has the key of `New` stands where `New` will: their priorities are
/// equal.
template <class Key, class Mapped>
auto PersistentMap<Key, Mapped>::added(const Link &At, const Node &New)
    -> Link {
  if (!At)
    return with(New, {}, {});
  if (New.comesOver(*At)) {
    auto [Less, More] = split(At, New.key());
    return with(New, std::move(Less), std::move(More));
  }
  if (New.key() < At->key())
    return with(*At, added(At->Left, New), At->Right);
  if (At->key() < New.key())
    return with(*At, At->Left, added(At->Right, New));
  return with(New, At->Left, At->Right);
}

/// `K` is there.
template <class Key, class Mapped>
auto PersistentMap<Key, Mapped>::removed(const Link &At, const Key &K) -> Link {
  if (K < At->key())
    return with(*At, removed(At->Left, K), At->Right);
  if (At->key() < K)
    return with(*At, At->Left, removed(At->Right, K));
  return joined(At->Left, At->Right);
}

/// Every key of `A` is less than every one of `B`.
template <class Key, class Mapped>
auto PersistentMap<Key, Mapped>::joined(const Link &A, const Link &B) -> Link {
  if (!A || !B)
    return A ? A : B;
  if (A->comesOver(*B))
    return with(*A, A->Left, joined(A->Right, B));
  return with(*B, joined(A, B->Left), B->Right);
}

/// What is less than `K` and what is more; `K` itself is not there.
template <class Key, class Mapped>
auto PersistentMap<Key, Mapped>::split(const Link &At, const Key &K)
    -> std::pair<Link, Link> {
  if (!At)
    return {};
  if (K < At->key()) {
    auto [Less, More] = split(At->Left, K);
    return {std::move(Less), with(*At, std::move(More), At->Right)};
  }
  auto [Less, More] = split(At->Right, K);
  return {with(*At, At->Left, std::move(Less)), std::move(More)};
}

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

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

} // namespace tidy

#include "shape/PersistentMapWalk.h"

#endif

//===- PersistentMapImpl.h - The bodies of PersistentMap.h ------*- C++ -*-===//
#ifndef TENSOR_TIDY_SHAPE_PERSISTENTMAPIMPL_H
#define TENSOR_TIDY_SHAPE_PERSISTENTMAPIMPL_H

#include "shape/PersistentMap.h"
#include <tuple>

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
  auto Item = std::make_shared<const Entry>(std::move(K), std::move(V));
  add(Root, std::make_shared<Node>(
                Node{std::move(Item), Priority, nullptr, nullptr}));
}

template <class Key, class Mapped>
void PersistentMap<Key, Mapped>::erase(const Key &K) {
  if (contains(K))
    remove(Root, K);
}

/// Before a node is changed. What others hold is copied, and then they hold the
/// parts of it, too.
template <class Key, class Mapped>
void PersistentMap<Key, Mapped>::own(Link &At) {
  if (At.use_count() != 1)
    At = std::make_shared<Node>(*At);
}

/// What has the key of `New` stands where `New` will: their priorities are
/// equal.
template <class Key, class Mapped>
void PersistentMap<Key, Mapped>::add(Link &At, Link New) {
  if (!At) {
    At = std::move(New);
  } else if (New->comesOver(*At)) {
    std::tie(New->Left, New->Right) = split(std::move(At), New->key());
    At = std::move(New);
  } else if (New->key() < At->key()) {
    own(At);
    add(At->Left, std::move(New));
  } else if (At->key() < New->key()) {
    own(At);
    add(At->Right, std::move(New));
  } else {
    own(At);
    At->Item = std::move(New->Item);
  }
}

/// `K` is there.
template <class Key, class Mapped>
void PersistentMap<Key, Mapped>::remove(Link &At, const Key &K) {
  own(At);
  if (K < At->key())
    remove(At->Left, K);
  else if (At->key() < K)
    remove(At->Right, K);
  else
    At = joined(std::move(At->Left), std::move(At->Right));
}

/// Every key of `A` is less than every one of `B`.
template <class Key, class Mapped>
auto PersistentMap<Key, Mapped>::joined(Link A, Link B) -> Link {
  if (!A || !B)
    return A ? A : B;
  Link &Top = A->comesOver(*B) ? A : B;
  own(Top);
  if (&Top == &A)
    A->Right = joined(std::move(A->Right), std::move(B));
  else
    B->Left = joined(std::move(A), std::move(B->Left));
  return std::move(Top);
}

/// What is less than `K` and what is more; `K` itself is not there.
template <class Key, class Mapped>
auto PersistentMap<Key, Mapped>::split(Link At, const Key &K)
    -> std::pair<Link, Link> {
  if (!At)
    return {};
  own(At);
  if (K < At->key()) {
    auto [Less, More] = split(std::move(At->Left), K);
    At->Left = std::move(More);
    return {std::move(Less), std::move(At)};
  }
  auto [Less, More] = split(std::move(At->Right), K);
  At->Right = std::move(Less);
  return {std::move(At), std::move(More)};
}

} // namespace tidy

#endif

//===- PersistentMap.h - Ordered maps that share their parts ----*- C++ -*-===//
//
// An analysis keeps what holds at thousands of places, each a little different
// from the one before. Copies of these maps cost nothing, a change costs the
// logarithm of the size, and two maps that come of one are compared in the time
// that their differences take.
//
// llvm::ImmutableMap is not used: its trees live in a factory that has to
// outlive them, its counts are not atomic, and what differs between two maps
// cannot be asked for.
//
// A treap (Seidel and Aragon 1996) whose priorities are hashes of the keys, so
// that equal sets of keys have one shape whatever order they were made in.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SHAPE_PERSISTENTMAP_H
#define TENSOR_TIDY_SHAPE_PERSISTENTMAP_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <cstdint>
#include <memory>
#include <utility>
#include <variant>

namespace tidy {

/// Spreads the bits of a key; a priorityOf(Key) for each type of key is made
/// of it. Equal keys have equal priorities.
constexpr std::uint64_t priorityOf(std::uint64_t X) {
  X = (X ^ (X >> 30)) * 0xbf58476d1ce4e5b9;
  X = (X ^ (X >> 27)) * 0x94d049bb133111eb;
  return X ^ (X >> 31);
}
template <class A, class B>
constexpr std::uint64_t priorityOf(const std::pair<A, B> &Both) {
  return priorityOf(priorityOf(Both.first) + 3 * priorityOf(Both.second));
}

/// A map, its copies and what is left of them belong to one thread. What only
/// one of them holds is changed in place.
template <class Key, class Mapped> class PersistentMap {
public:
  using Entry = std::pair<const Key, Mapped>;
  class Iterator;

  bool empty() const { return !Root; }
  /// Null if there is none.
  const Mapped *find(const Key &K) const;
  bool contains(const Key &K) const { return find(K); }
  /// Adds an entry, or replaces the one of this key.
  void set(Key K, Mapped V);
  void erase(const Key &K);

  /// In the order of the keys. Stays good while the map is changed: it goes on
  /// through the map as it was.
  Iterator begin() const;
  Iterator end() const { return {}; }
  /// From the first key on that is not less.
  Iterator lowerBound(const Key &K) const;

  /// Calls `Visit` for the entries of `A` that `B` has not (null) or may have
  /// otherwise, in order; those that the maps share are left out. What only `B`
  /// has costs nothing where its keys come after those of `A`.
  static void
  differences(const PersistentMap &A, const PersistentMap &B,
              llvm::function_ref<void(const Entry *, const Entry *)> Visit);

private:
  struct Node;
  using Link = std::shared_ptr<Node>;
  struct Node {
    std::shared_ptr<const Entry> Item;
    std::uint64_t Priority;
    Link Left, Right;

    const Key &key() const { return Item->first; }
    bool comesOver(const Node &Other) const {
      return Priority != Other.Priority ? Priority > Other.Priority
                                        : key() < Other.key();
    }
  };
  class Walk;

  static void own(Link &At);
  static void add(Link &At, Link New);
  static void remove(Link &At, const Key &K);
  static Link joined(Link A, Link B);
  static std::pair<Link, Link> split(Link At, const Key &K);

  Link Root;
};

/// A PersistentMap whose keys are all that counts.
template <class Key> using PersistentSet = PersistentMap<Key, std::monostate>;

} // namespace tidy

#include "shape/PersistentMapImpl.h"
#include "shape/PersistentMapWalk.h"

#endif

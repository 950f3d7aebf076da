// Random changes against std::map, and what two maps that come of one share.
#include "shape/PersistentMap.h"
#include <gtest/gtest.h>
#include <map>
#include <random>

using namespace tidy;

namespace {

using Map = PersistentMap<unsigned, int>;
using Plain = std::map<unsigned, int>;

Plain plain(const Map &M) {
  Plain Out;
  for (const auto &[K, V] : M)
    Out.emplace_hint(Out.end(), K, V);
  return Out;
}

TEST(PersistentMap, IsAMapWhateverIsDoneToItsCopies) {
  std::mt19937 Random(1);
  std::vector<std::pair<Map, Plain>> All(1);
  for (int I = 0; I < 3000; ++I) {
    auto [M, P] = All[Random() % All.size()];
    unsigned K = Random() % 64;
    EXPECT_EQ(M.contains(K), P.count(K) > 0);
    if (Random() % 3) {
      M.set(K, I);
      P[K] = I;
    } else {
      M.erase(K);
      P.erase(K);
    }
    All.push_back({M, P});
    auto At = M.lowerBound(K);
    auto Wanted = P.lower_bound(K);
    ASSERT_EQ(At == M.end(), Wanted == P.end());
    EXPECT_TRUE(At == M.end() || At->second == Wanted->second);
  }
  for (const auto &[M, P] : All)
    ASSERT_EQ(plain(M), P);
}

TEST(PersistentMap, DifferencesAreWhatTheOtherHasNotOrOtherwise) {
  std::mt19937 Random(2);
  Map A;
  for (unsigned K = 0; K < 1000; ++K)
    A.set(Random() % 4000, int(K));
  Map B = A;
  for (int I = 1; I <= 200; ++I) {
    I % 2 ? B.set(Random() % 4000, -I) : B.erase(B.begin()->first);
    size_t Visited = 0;
    Plain Same = plain(A), Other = plain(B);
    Map::differences(A, B, [&](const Map::Entry *P, const Map::Entry *Q) {
      ++Visited;
      auto Found = Other.find(P->first);
      EXPECT_EQ(Q != nullptr, Found != Other.end());
      EXPECT_TRUE(!Q || (Q->first == P->first && Q->second == Found->second));
      Same.erase(P->first);
    });
    for (auto [K, V] : Same)
      EXPECT_TRUE(B.find(K) && *B.find(K) == V);
    EXPECT_LE(Visited, size_t(I));
  }
}

} // namespace

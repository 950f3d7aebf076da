//===- ProveProperty_test.cpp - No answer against enumerated numbers ------===//
#include "shape/TestTrees.h"
#include <gtest/gtest.h>

using namespace tidy;
using namespace tidy::test;

namespace {
/// Two symbols, what is known of them, and numbers to enumerate. Rigid ones
/// come first; a group is one choice of their values.
struct Setting {
  std::vector<Dim> Symbols;
  const char *Known;
  std::vector<std::int64_t> First, Second;
};

/// How often a claim was true and false, by group.
struct Count {
  struct Group {
    std::int64_t Key = 0;
    unsigned True = 0, False = 0;
  };
  std::vector<Group> Groups;

  void add(std::int64_t Key, bool Holds) {
    if (Groups.empty() || Groups.back().Key != Key)
      Groups.push_back({Key, 0, 0});
    ++(Holds ? Groups.back().True : Groups.back().False);
  }

  /// Yes: always. No: for some values of the rigid names, never.
  bool agreesWith(Answer A) const {
    auto Never = [](const Group &G) { return G.True == 0; };
    auto Always = [](const Group &G) { return G.False == 0; };
    return A == Answer::Unknown || Groups.empty() ||
           (A == Answer::Yes ? llvm::all_of(Groups, Always)
                             : llvm::any_of(Groups, Never));
  }
};
} // namespace

static std::vector<std::int64_t> upto(std::int64_t N) {
  std::vector<std::int64_t> All;
  for (std::int64_t I = 0; I <= N; ++I)
    All.push_back(I);
  return All;
}

static const std::vector<std::int64_t> Small = upto(9), Wide = upto(72),
                                       Signed = {-4, -3, -1, 0, 1, 2, 3, 6};

static const Setting Settings[] = {
    {{dim("a"), dim("b")}, "", Wide, Wide},
    {{dim("a"), dim("b")}, "a | b", Wide, Wide},
    {{dim("a"), dim("b")}, "4 | a", Wide, Wide},
    {{dim("X"), dim("Y")}, "", Small, Small},
    {{dim("X"), dim("$y")}, "", Small, Signed},
    {{dim("a"), dim("X")}, "", Wide, Small},
    {{dim("a"), dim("X")}, "2 | X; 2 | a", Wide, Small}};

static bool isRigid(const Dim &D) {
  return D.asSymbol()->Rank == Symbol::Kind::Rigid;
}

static std::vector<std::vector<std::int64_t>> sensibleChoices(const Setting &S,
                                                              Random &R) {
  std::vector<std::vector<std::int64_t>> All;
  const Facts F = facts(S.Known);
  for (std::int64_t A : S.First)
    for (std::int64_t B : S.Second)
      if (llvm::all_of(F.divisibility(), [&](const Divisibility &D) {
            auto V = value(D.Divisor, S.Symbols, {A, B});
            return *V != 0 && *value(D.Dividend, S.Symbols, {A, B}) % *V == 0;
          }))
        All.push_back({A, B});
  if (isRigid(S.Symbols[0]) && isRigid(S.Symbols[1])) {
    std::shuffle(All.begin(), All.end(), R);
    All.resize(std::min<std::size_t>(All.size(), 600));
  }
  return All;
}

static void checkAnswers(const Setting &S, const Tree &A, const Tree &B,
                         llvm::ArrayRef<std::vector<std::int64_t>> Choices) {
  Facts F = facts(S.Known);
  Dim X = A.build(S.Symbols), Y = B.build(S.Symbols);
  Count Equal, Less, Divides;
  for (const auto &Env : Choices) {
    auto P = value(X, S.Symbols, Env), Q = value(Y, S.Symbols, Env);
    if (!P || !Q)
      continue;
    std::int64_t Key =
        isRigid(S.Symbols[0]) * Env[0] + isRigid(S.Symbols[1]) * Env[1] * 10000;
    Equal.add(Key, *P == *Q);
    Less.add(Key, *P < *Q);
    if (*P != 0)
      Divides.add(Key, *Q % *P == 0);
  }
  std::string Text = X.str() + " and " + Y.str() + " given " + S.Known;
  EXPECT_TRUE(Equal.agreesWith(F.provesEqual(X, Y))) << "equal: " << Text;
  EXPECT_TRUE(Less.agreesWith(F.provesLess(X, Y))) << "less: " << Text;
  EXPECT_TRUE(Divides.agreesWith(F.provesDivides(X, Y))) << "divides: " << Text;
}

TEST(ProveProperty, AnswersHoldForSmallNumbers) {
  Random R(5);
  for (const Setting &S : Settings) {
    auto Choices = sensibleChoices(S, R);
    for (unsigned I = 0; I < 150; ++I) {
      Tree A = Tree::random(R, 1 + I % 3, 2), B = Tree::random(R, I % 3, 2);
      checkAnswers(S, A, B, Choices);
      // The same written differently, and the same and a little more.
      checkAnswers(S, A, {'+', 0, {B, {'-', 0, {A, B}}}}, Choices);
      checkAnswers(S, A, {'+', 0, {A, Tree::random(R, 1, 2)}}, Choices);
    }
  }
}

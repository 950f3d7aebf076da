//===- FactsProperty_test.cpp - Facts keep to what they were told ---------===//
#include "shape/TestTrees.h"
#include <gtest/gtest.h>

using namespace tidy;
using namespace tidy::test;

static const std::vector<Dim> Symbols = {dim("a"), dim("X"), dim("Y"),
                                         dim("$z")};

static std::string text(const Facts &F) {
  std::string T;
  for (auto &[S, V] : F.bindings())
    T += S.Name + "=" + V.str() + "; ";
  for (auto &D : F.divisibility())
    T += D.Divisor.str() + " | " + D.Dividend.str() + "; ";
  return T;
}

/// Adds a few random bindings, requirements and divisibilities.
static Facts randomFacts(Random &R, unsigned Count) {
  Facts F;
  for (unsigned I = 0; I < Count; ++I) {
    Dim A = Tree::random(R, 2, 4).build(Symbols),
        B = Tree::random(R, 1, 4).build(Symbols);
    switch (R() % 4) {
    case 0:
      F.bind(*Symbols[1 + R() % 2].asSymbol(), maximum(A, 0));
      break;
    case 1:
      F.assumeDivides(Symbols[R() % 3], A);
      break;
    case 2:
      F.assumeDivides(Dim(2 + std::int64_t(R() % 6)), B);
      break;
    default: {
      Answer Unified = F.unify(A, B);
      EXPECT_TRUE(Unified != Answer::Yes || F.provesEqual(A, B) != Answer::No)
          << A.str() << " " << B.str() << " given " << text(F);
    }
    }
  }
  return F;
}

/// Do these numbers agree with all that is known, where it is defined?
static bool agrees(const Facts &F, Numbers Env, bool IfUndefined) {
  for (const auto &[S, Value] : F.bindings()) {
    auto Mine = value(Dim::symbol(S), Symbols, Env),
         Other = value(Value, Symbols, Env);
    if (Other ? Mine != Other : !IfUndefined)
      return false;
  }
  for (const Divisibility &D : F.divisibility()) {
    auto V = value(D.Divisor, Symbols, Env),
         W = value(D.Dividend, Symbols, Env);
    bool Defined = V && W && *V != 0;
    if (Defined ? *W % *V != 0 : !IfUndefined)
      return false;
  }
  return true;
}

TEST(FactsProperty, BindingsAreNormalisedAndWithoutCycles) {
  Random R(6);
  for (unsigned I = 0; I < 1500; ++I) {
    Facts F = randomFacts(R, 1 + I % 5);
    for (const auto &[S, Value] : F.bindings()) {
      EXPECT_TRUE(Dim::compare(F.normalise(Value), Value) == 0) << Value.str();
      for (const auto &[Bound, Other] : F.bindings())
        EXPECT_FALSE(Value.mentions(Bound)) << Value.str();
    }
    Dim D = F.normalise(Tree::random(R, 3, 4).build(Symbols));
    EXPECT_TRUE(Dim::compare(F.normalise(D), D) == 0) << D.str();
    EXPECT_TRUE(F == F);
    EXPECT_TRUE(Facts::meet(F, F) == F)
        << text(F) << " -> " << text(Facts::meet(F, F));
  }
}

TEST(FactsProperty, NormalisingKeepsTheValue) {
  Random R(7);
  auto Choices = everyChoice({0, 1, 2, 4, 6}, 4);
  for (unsigned I = 0; I < 300; ++I) {
    Facts F = randomFacts(R, 1 + I % 3);
    Tree T = Tree::random(R, 3, 4);
    Dim D = F.normalise(T.build(Symbols));
    for (const auto &Env : Choices) {
      auto Before = T.value(Env), After = value(D, Symbols, Env);
      if (Before && After && agrees(F, Env, false)) {
        ASSERT_EQ(*After, *Before) << D.str();
      }
    }
  }
}

TEST(FactsProperty, OnlyWhatFollowsIsKept) {
  Random R(9);
  auto Choices = everyChoice({1, 2, 3, 4, 6}, 4);
  for (unsigned I = 0; I < 300; ++I) {
    Tree V = Tree::random(R, I % 2, 4), W = Tree::random(R, 2, 4);
    Facts F;
    F.assumeDivides(V.build(Symbols), W.build(Symbols));
    for (const auto &Env : Choices) {
      auto X = V.value(Env), Y = W.value(Env);
      bool Held = X && Y && *X != 0 && *Y % *X == 0;
      ASSERT_TRUE(!Held || agrees(F, Env, true)) << text(F);
    }
  }
}

TEST(FactsProperty, WhatMeetsHeldOnBothSides) {
  Random R(8);
  auto Choices = everyChoice({1, 2, 3, 4, 6}, 4);
  for (unsigned I = 0; I < 300; ++I) {
    Facts Before = randomFacts(R, I % 3), A = Before, B = Before;
    A.unify(Symbols[1], Tree::random(R, 1, 4).build(Symbols));
    B.unify(Symbols[1 + I % 2], Tree::random(R, 1, 4).build(Symbols));
    Facts Both = Facts::meet(A, B);
    EXPECT_TRUE(Facts::meet(Both, A) == Both);
    for (const auto &Env : Choices) {
      bool Held = agrees(A, Env, false) || agrees(B, Env, false);
      ASSERT_TRUE(!Held || agrees(Both, Env, true)) << text(Both);
    }
  }
}

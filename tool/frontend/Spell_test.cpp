//===- Spell_test.cpp - An edit of the program as an edit of its text ----===//
#include "frontend/Spell.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

/// `torch::matmul(q, k + v)` with both operands editable, and one spelling.
class Spell : public testing::Test {
protected:
  Spell() {
    P.Files.push_back({"a.cpp", "torch::matmul(q, k + v)"});
    Function F;
    F.Instrs.resize(3);
    F.Instrs[0].Where = {0, 14, 1};
    F.Instrs[1].Where = {0, 17, 5};
    F.Instrs[0].Editable = F.Instrs[1].Editable = F.Instrs[0].Postfix = true;
    Instr &Product = F.Instrs[2];
    Product.Kind = InstrKind::Op;
    Product.Name = "matmul";
    Product.Callee = "torch::matmul";
    Product.Operands = {{"a", 0}, {"b", 1}};
    Product.Where = {0, 0, 23};
    P.Functions.push_back(F);
    M.Namespaces = {{"at", "torch"}, {"torch", "torch"}, {"ours", "ours"}};
    add("torch", "{x}.transpose(-2, -1)");
  }
  void add(const char *Library, const char *Text) {
    M.Edits.push_back({Library, "swap_last_two", {"x"}, Text, {}});
  }
  /// The operand's new text, or `none`.
  std::string spelt(const char *Parameter) {
    auto Edit = spell({0, 2, Parameter, "swap_last_two"}, P, M);
    return Edit ? Edit->Text : "none";
  }
  Instr &instr(InstrId Id) { return P.Functions[0].Instrs[Id]; }

  Program P;
  Models M;
};

TEST_F(Spell, ReplacesTheOperandsWholeText) {
  auto Edit = spell({0, 2, "a", "swap_last_two"}, P, M);
  ASSERT_TRUE(Edit);
  EXPECT_EQ(*Edit, (TextEdit{{0, 14, 1}, "q.transpose(-2, -1)"}));
}

TEST_F(Spell, ParenthesesOnlyWhereTheyAreNeeded) {
  EXPECT_EQ(spelt("b"), "(k + v).transpose(-2, -1)");
  M.Edits[0].Text = "swapped({x}, -1, {x})";
  EXPECT_EQ(spelt("b"), "swapped(k + v, -1, k + v)");
}

TEST_F(Spell, TheLibraryIsThatOfTheCallee) {
  add("ours", "{x}.swapped()");
  instr(2).Callee = "ours::nested::matmul";
  EXPECT_EQ(spelt("a"), "q.swapped()");
  instr(2).Callee = "mine::product";
  EXPECT_EQ(spelt("a"), "none");
  M.Callees["mine::product"].emplace_back();
  M.Callees["mine::product"][0].Library = "ours";
  M.Callees["mine::product"][0].Op = "matmul";
  EXPECT_EQ(spelt("a"), "q.swapped()");
}

TEST_F(Spell, NoneWhereTheTextCannotBeReplaced) {
  EXPECT_EQ(spelt("mask"), "none");
  instr(0).Editable = false;
  EXPECT_EQ(spelt("a"), "none");
  instr(1).Where = {0, 22, 5};
  EXPECT_EQ(spelt("b"), "none");
  instr(1).Where = {};
  EXPECT_EQ(spelt("b"), "none");
  EXPECT_FALSE(spell({0, 9, "a", "swap_last_two"}, P, M));
  EXPECT_FALSE(spell({4, 2, "a", "swap_last_two"}, P, M));
  EXPECT_FALSE(spell({0, 2, "a", "squeeze"}, P, M));
}

} // namespace

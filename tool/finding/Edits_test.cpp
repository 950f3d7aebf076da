//===- Edits_test.cpp - Edits of one text --------------------------------===//
#include "finding/Apply.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

TextEdit edit(unsigned Offset, unsigned Length, const char *Text) {
  return {{0, Offset, Length}, Text};
}

/// The new text, or the error in <>.
std::string applied(const char *Text, std::vector<TextEdit> Edits) {
  auto Result = applyEdits(Text, std::move(Edits));
  return Result ? *Result : "<" + llvm::toString(Result.takeError()) + ">";
}

TEST(Edits, ReplaceInsertAndRemoveInAnyOrder) {
  EXPECT_EQ(applied("matmul(q, k)", {edit(10, 1, "k.t()"), edit(7, 1, "Q")}),
            "matmul(Q, k.t())");
  EXPECT_EQ(applied("ab", {edit(1, 0, "-")}), "a-b");
  EXPECT_EQ(applied("ab", {edit(2, 0, "!")}), "ab!");
  EXPECT_EQ(applied("ab", {edit(0, 2, "")}), "");
  EXPECT_EQ(applied("ab", {}), "ab");
}

TEST(Edits, EqualEditsCountOnce) {
  EXPECT_EQ(applied("k", {edit(0, 1, "k.t()"), edit(0, 1, "k.t()")}), "k.t()");
  EXPECT_EQ(applied("k", {edit(0, 0, "("), edit(0, 0, "(")}), "(k");
}

TEST(Edits, InsertionsBesideAReplacementAreNoOverlap) {
  EXPECT_EQ(applied("akb", {edit(1, 0, "("), edit(1, 1, "K"), edit(2, 0, ")")}),
            "a(K)b");
}

TEST(Edits, OverlapsAreRefused) {
  EXPECT_EQ(applied("abcd", {edit(0, 2, "x"), edit(1, 2, "y")}),
            "<edit at offset 1 overlaps another edit>");
  EXPECT_EQ(applied("abcd", {edit(0, 2, "x"), edit(0, 2, "y")}),
            "<edit at offset 0 overlaps another edit>");
  EXPECT_EQ(applied("abcd", {edit(0, 0, "x"), edit(0, 0, "y")}),
            "<edit at offset 0 overlaps another edit>");
  EXPECT_EQ(applied("abcd", {edit(0, 3, "x"), edit(1, 0, "y")}),
            "<edit at offset 1 overlaps another edit>");
}

TEST(Edits, BeyondTheEndIsRefused) {
  EXPECT_EQ(applied("ab", {edit(1, 2, "x")}),
            "<edit at offset 1 goes beyond the end of the file>");
  EXPECT_EQ(applied("ab", {edit(3, 0, "x")}),
            "<edit at offset 3 goes beyond the end of the file>");
  EXPECT_EQ(applied("ab", {edit(1, ~0u, "x")}),
            "<edit at offset 1 goes beyond the end of the file>");
}

} // namespace

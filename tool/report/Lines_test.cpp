//===- Lines_test.cpp - Offsets to lines and columns ---------------------===//
#include "report/Lines.h"
#include "llvm/Support/FormatVariadic.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

std::string at(llvm::StringRef Text, unsigned Offset) {
  LineColumn Place = LineTable(Text).at(Offset);
  return llvm::formatv("{0}:{1}", Place.Line, Place.Column);
}

TEST(Lines, CountFromOneInBytes) {
  EXPECT_EQ(at("", 0), "1:1");
  EXPECT_EQ(at("ab\ncd", 0), "1:1");
  EXPECT_EQ(at("ab\ncd", 2), "1:3");
  EXPECT_EQ(at("ab\ncd", 3), "2:1");
  EXPECT_EQ(at("\xc3\xa9x", 2), "1:3");
}

TEST(Lines, TheEndIsAPlaceAndStandsForWhatIsBeyond) {
  EXPECT_EQ(at("ab\n", 3), "2:1");
  EXPECT_EQ(at("ab", 2), "1:3");
  EXPECT_EQ(at("ab", 99), "1:3");
}

TEST(Lines, EveryKindOfLineEnd) {
  EXPECT_EQ(at("a\r\nb", 3), "2:1");
  EXPECT_EQ(at("a\rb", 2), "2:1");
  EXPECT_EQ(at("a\r", 2), "2:1");
  EXPECT_EQ(at("\n\n\n", 2), "3:1");
}

} // namespace

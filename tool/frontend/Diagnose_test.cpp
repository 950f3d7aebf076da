//===- Diagnose_test.cpp - Findings in Clang's own manner ----------------===//
#include "frontend/Diagnose.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

/// A report over one file, with one finding at a piece of its text.
struct Example {
  explicit Example(std::string Text, const char *Path = "a.cpp") {
    R.Files.push_back({Path, std::move(Text)});
  }
  Span at(llvm::StringRef Piece) {
    size_t Offset = llvm::StringRef(R.Files[0].Text).find(Piece);
    return {0, unsigned(Offset), unsigned(Piece.size())};
  }
  Finding &finding(const char *Message, Span Where) {
    Finding F;
    F.Rule = "some-rule";
    F.Where = Where;
    F.Message = Message;
    R.Findings.push_back(F);
    return R.Findings.back();
  }
  std::string printed(bool Colours = false) {
    std::string Text = "\n";
    llvm::raw_string_ostream OS(Text);
    renderText(R, OS, Colours);
    return Text;
  }
  Report R;
};

TEST(Diagnose, CaretRangesFixAndNotes) {
  Example E("f();\n  auto scores = torch::matmul(query, key);\n");
  Finding &F = E.finding("inner dimensions differ", E.at("key"));
  F.Related = {E.at("query")};
  F.Notes = {{E.at("f()"), "'query' is [1, 3], made here"}};
  F.Fixes = {{"transpose", true, {}, {{E.at("key"), "key.transpose(-2, -1)"}}}};
  EXPECT_EQ(E.printed(), R"(
a.cpp:2:38: error: inner dimensions differ [tensor-some-rule]
    2 |   auto scores = torch::matmul(query, key);
      |                               ~~~~~  ^~~
      |                                      key.transpose(-2, -1)
a.cpp:1:1: note: 'query' is [1, 3], made here
    1 | f();
      | ^~~
)");
}

TEST(Diagnose, LevelsAndNoCountAtTheEnd) {
  Example E("x\n");
  E.finding("first", {}).Severity = Level::Warning;
  E.finding("second", {}).Severity = Level::Remark;
  EXPECT_EQ(E.printed(), "\nwarning: first [tensor-some-rule]\n"
                         "remark: second [tensor-some-rule]\n");
}

TEST(Diagnose, PercentSignsStandForThemselves) {
  Example E("x\n");
  E.finding("64 % 6 is 4, not 0: %0 %s %select{a|b}1 100%", E.at("x"));
  EXPECT_EQ(E.printed(), R"(
a.cpp:1:1: error: 64 % 6 is 4, not 0: %0 %s %select{a|b}1 100% [tensor-some-rule]
    1 | x
      | ^
)");
}

TEST(Diagnose, TabsAndWideCharactersKeepTheCaretInPlace) {
  Example E("\tf(\"größe 大\", key);\n");
  E.finding("here", E.at("key"));
  EXPECT_EQ(E.printed(), "\na.cpp:1:19: error: here [tensor-some-rule]\n"
                         "    1 |         f(\"größe 大\", key);\n"
                         "      |                       ^~~\n");
}

TEST(Diagnose, ColoursOnlyWhereAskedFor) {
  Example E("x\n");
  E.finding("here", E.at("x"));
  EXPECT_EQ(E.printed().find('\x1b'), std::string::npos);
  EXPECT_NE(E.printed(true).find("\x1b["), std::string::npos);
  EXPECT_EQ(E.printed().find('\x1b'), std::string::npos);
}

TEST(Diagnose, SpansBeyondTheTextAreCutOff) {
  Example E("x\n");
  E.finding("end", {0, 900, 5}).Related = {{7, 1, 1}};
  E.finding("elsewhere", {7, 1, 1});
  EXPECT_EQ(E.printed(), "\na.cpp:2:1: error: end [tensor-some-rule]\n"
                         "error: elsewhere [tensor-some-rule]\n");
}

} // namespace

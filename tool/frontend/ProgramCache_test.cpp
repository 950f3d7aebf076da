//===- ProgramCache_test.cpp - Files that need no parse -------------------===//
#include "cache/TestFolder.h"
#include "frontend/ProgramCache.h"
#include "ir/Text.h"

namespace tidy {
namespace {

class ProgramCacheTest : public TestFolder {
protected:
  ProgramCacheTest() : Cache(llvm::cantFail(Store::open(Folder)), "tool") {}

  /// One function that returns a literal.
  Program returning(Value Literal) {
    Program P = llvm::cantFail(parseProgram("file 0 \"a.cpp\"\n"
                                            "function @f \"f\" () {\n"
                                            "b0:\n"
                                            "  %0 = const 1 @0:4+1\n"
                                            "  return %0\n"
                                            "}\n"));
    P.Functions[0].Instrs[0].Literal = std::move(Literal);
    P.Files[0].Text = "int 7;\n";
    return P;
  }
  std::optional<Program> keptAndFound(const Program &P) {
    Cache.keep("key", P, {}, {});
    return Cache.find("key", nullptr);
  }
  ProgramCache Cache;
};

TEST_F(ProgramCacheTest, GivesBackAnEqualProgram) {
  for (const Value &V :
       {Value(Dim(7)), Value(Dim::unknown()), Value(), Value(NoneValue()),
        Value(NumberValue()), Value(Answer::Yes),
        Value(ListValue{{Dim(1), Dim::unknown(), ListValue()}})}) {
    Program P = returning(V);
    std::optional<Program> Found = keptAndFound(P);
    ASSERT_TRUE(Found) << V.str();
    EXPECT_EQ(printProgram(*Found), printProgram(P));
    EXPECT_EQ(Found->Files[0].Text, "int 7;\n");
    const Value &Again = Found->Functions[0].Instrs[0].Literal;
    EXPECT_EQ(Again.index(), V.index());
    EXPECT_TRUE(same(Again, V)) << V.str();
  }
}

TEST_F(ProgramCacheTest, KeepsNoLiteralThatTextCannotTell) {
  EXPECT_FALSE(keptAndFound(returning(Dim::flexible(1, "n"))));
}

TEST_F(ProgramCacheTest, FindsNothingOnAPreambleThatIsNotThere) {
  Cache.keep("key", returning(Dim(1)), {}, {"preamble", "file"});
  EXPECT_FALSE(Cache.find("key", nullptr));
  Preambles None(Cache.store());
  EXPECT_FALSE(Cache.find("key", &None));
}

TEST_F(ProgramCacheTest, FindsNothingOnceAnInputChanged) {
  Inputs Read;
  Read[in("missing.h")] = {};
  Cache.keep("key", returning(Dim(1)), Read, {});
  EXPECT_TRUE(Cache.find("key", nullptr));
  write(in("missing.h"), "");
  EXPECT_FALSE(Cache.find("key", nullptr));
}

/// Whatever an entry holds, it is an entry or none.
TEST_F(ProgramCacheTest, SurvivesEntriesOfAnyContents) {
  std::string Code = "file 0 \"a.cpp\"\n";
  std::string Text =
      "0\n0\n0\n" + std::to_string(Code.size()) + "\n" + Code + "3\nabc";
  for (size_t Size = 0; Size <= Text.size(); ++Size) {
    Cache.store().put("key", llvm::StringRef(Text).take_front(Size));
    EXPECT_EQ(Cache.find("key", nullptr).has_value(), Size == Text.size())
        << Size;
  }
}

} // namespace
} // namespace tidy

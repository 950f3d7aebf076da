//===- Group_test.cpp - Files together and, where that fails, apart -------===//
#include "driver/Group.h"
#include "ir/Text.h"
#include "gtest/gtest.h"
#include <csignal>

using namespace tidy;

namespace {

/// A file with one function of its own name.
std::vector<Program> programOf(llvm::StringRef Path) {
  std::string Text = "file 0 \"" + Path.str() + "\"\nfunction @" + Path.str() +
                     " \"" + Path.str() +
                     "\" @0:1+1 () {\nb0:\n"
                     "  %0 = const 1\n  stop\n}\n";
  return {llvm::cantFail(parseProgram(Text))};
}

class Groups : public testing::Test {
protected:
  Group::Result check(std::vector<std::string> Paths,
                      std::function<Unit(Program)> Check,
                      bool KeepUnits = false) {
    Group Files(
        Safe,
        {std::move(Check),
         [&](llvm::StringRef Path) -> llvm::Expected<std::vector<Program>> {
           ++Reads;
           if (Path == "gone")
             return llvm::createStringError("it is gone");
           return programOf(Path);
         }},
        KeepUnits);
    for (const std::string &Path : Paths)
      Files.add(Path, programOf(Path));
    return Files.check();
  }

  Guard Safe;
  unsigned Reads = 0;
};

TEST_F(Groups, AreOneProgram) {
  Group::Result R = check({"a", "b"}, [](Program P) {
    EXPECT_EQ(P.Functions.size(), 2u);
    return Unit{std::move(P), {}, {}};
  });
  ASSERT_EQ(R.Checked.size(), 1u);
  EXPECT_EQ(R.Checked[0].All.Code.Files.size(), 2u);
  EXPECT_TRUE(R.Checked[0].Units.empty());
  EXPECT_TRUE(R.Failed.empty());
  EXPECT_EQ(R.Apart, "");
  EXPECT_EQ(Reads, 0u);
}

TEST_F(Groups, AreFullOneDay) {
  Program P = programOf("a")[0];
  Function &F = P.Functions[0];
  F.Instrs.resize(Group::Most / 2, F.Instrs[0]);
  Group Files(Safe, {}, /*KeepUnits=*/false);
  Files.add("a", {P});
  EXPECT_FALSE(Files.isFull());
  Files.add("a", {P}); // the same again
  EXPECT_FALSE(Files.isFull());
  F.Name = "b";
  Files.add("b", {P});
  EXPECT_TRUE(Files.isFull());
}

TEST_F(Groups, KnowTheirUnits) {
  Group::Result R = check(
      {"a", "b"},
      [](Program P) {
        Unit Out{std::move(P), {}, {}};
        Out.Shapes.Values[{1, 0}] = {Value(Dim(7))};
        return Out;
      },
      /*KeepUnits=*/true);
  ASSERT_EQ(R.Checked.size(), 1u);
  const CheckedGroup &G = R.Checked[0];
  ASSERT_EQ(G.Units.size(), 2u);
  EXPECT_EQ(G.Units[1].Functions[0].Name, "b");
  EXPECT_TRUE(shapesOf(G.All.Shapes, G.Of[0]).Values.empty());
  EXPECT_EQ(shapesOf(G.All.Shapes, G.Of[1]).Values.count({0, 0}), 1u);
}

TEST_F(Groups, ThatCrashAreCheckedFileByFile) {
  Group::Result R = check({"a", "bad", "gone", "c"}, [](Program P) {
    for (const Function &F : P.Functions)
      if (F.Name == "bad")
        raise(SIGSEGV);
    return Unit{std::move(P), {}, {}};
  });
  std::string Crash = "internal error (crash); please report it with the file";
  EXPECT_EQ(R.Apart, Crash);
  ASSERT_EQ(R.Failed.size(), 2u);
  EXPECT_EQ(R.Failed[0], std::pair(std::string("bad"), Crash));
  EXPECT_EQ(R.Failed[1].second, "it is gone");
  ASSERT_EQ(R.Checked.size(), 2u);
  EXPECT_EQ(R.Checked[0].All.Code.Functions[0].Name, "a");
  EXPECT_EQ(R.Checked[1].All.Code.Functions[0].Name, "c");
}

TEST_F(Groups, OfOneFileAreNotTriedTwice) {
  Group::Result R = check({"bad"}, [](Program P) {
    raise(SIGSEGV);
    return Unit{std::move(P), {}, {}};
  });
  EXPECT_EQ(R.Apart, "");
  EXPECT_EQ(R.Failed.size(), 1u);
  EXPECT_EQ(Reads, 0u);
}

} // namespace

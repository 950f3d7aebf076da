//===- Apply_test.cpp - Fixes to files on disk ---------------------------===//
#include "finding/Apply.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace tidy;
namespace fs = llvm::sys::fs;

namespace {

/// A directory of its own, and a report over files in it.
class Apply : public testing::Test {
protected:
  Apply() { EXPECT_FALSE(fs::createUniqueDirectory("tidy-apply", Directory)); }
  ~Apply() override { fs::remove_directories(Directory); }

  std::string path(llvm::StringRef Name) {
    return (Directory + "/" + Name).str();
  }
  void write(llvm::StringRef Name, llvm::StringRef Text) {
    std::error_code EC;
    llvm::raw_fd_ostream(path(Name), EC) << Text;
  }
  std::string read(llvm::StringRef Name) {
    auto Buffer = llvm::MemoryBuffer::getFile(path(Name));
    return Buffer ? (*Buffer)->getBuffer().str() : "<none>";
  }
  /// Writes the file and has the report know it.
  unsigned add(llvm::StringRef Name, llvm::StringRef Text) {
    write(Name, Text);
    R.Files.push_back({path(Name), Text.str()});
    return R.Files.size() - 1;
  }
  void finding(std::vector<TextEdit> Edits, bool Safe = true) {
    Finding F;
    F.Fixes.push_back({"rewrite", Safe, {}, std::move(Edits)});
    R.Findings.push_back(F);
  }
  unsigned fileCount() {
    std::error_code EC;
    unsigned Count = 0;
    for (fs::directory_iterator I(Directory, EC), E; I != E && !EC;
         I.increment(EC))
      ++Count;
    return Count;
  }

  llvm::SmallString<64> Directory;
  Report R;
};

TEST_F(Apply, WritesTheFirstSafeFixOfEachFinding) {
  unsigned A = add("a.cpp", "one two");
  finding({{{A, 0, 3}, "ONE"}});
  finding({{{A, 4, 3}, "TWO"}}, /*Safe=*/false);
  R.Findings.back().Fixes.push_back({"other", true, {}, {{{A, 4, 3}, "2"}}});
  ApplyResult Result = applySafeFixes(R);
  EXPECT_EQ(Result.Applied, 2u);
  EXPECT_TRUE(Result.Refused.empty());
  EXPECT_EQ(read("a.cpp"), "ONE 2");
  EXPECT_EQ(fileCount(), 1u) << "a temporary is left";
}

TEST_F(Apply, LeavesOutWhatOverlapsAndWhatIsUnsafe) {
  unsigned A = add("a.cpp", "abcdef");
  finding({{{A, 0, 3}, "x"}});
  finding({{{A, 2, 2}, "y"}});
  finding({{{A, 5, 1}, "z"}}, /*Safe=*/false);
  finding({{{A, 0, 3}, "x"}}); // the same edit again: fixed by the first
  EXPECT_EQ(applySafeFixes(R).Applied, 2u);
  EXPECT_EQ(read("a.cpp"), "xdef");
}

TEST_F(Apply, RefusesAFileThatChangedAndFixesThatNeedIt) {
  unsigned A = add("a.cpp", "aa"), B = add("b.cpp", "bb");
  write("a.cpp", "edited meanwhile");
  finding({{{A, 0, 1}, "x"}, {{B, 0, 1}, "x"}});
  finding({{{B, 1, 1}, "y"}});
  ApplyResult Result = applySafeFixes(R);
  EXPECT_EQ(Result.Applied, 1u);
  EXPECT_EQ(Result.Refused, std::vector<std::string>{
                                path("a.cpp") + ": changed since it was read"});
  EXPECT_EQ(read("a.cpp"), "edited meanwhile");
  EXPECT_EQ(read("b.cpp"), "by");
}

TEST_F(Apply, RefusesReadOnlyMissingAndOtherThanRegularFiles) {
  for (const char *Name : {"readonly.cpp", "gone.cpp", "directory"})
    finding({{{add(Name, "a"), 0, 1}, "x"}});
  fs::setPermissions(path("readonly.cpp"), fs::all_read);
  fs::remove(path("gone.cpp"));
  fs::remove(path("directory"));
  fs::create_directory(path("directory"));
  ApplyResult Result = applySafeFixes(R);
  EXPECT_EQ(Result.Applied, 0u);
  std::vector<std::string> Reasons{path("readonly.cpp") + ": read-only",
                                   path("gone.cpp") +
                                       ": No such file or directory",
                                   path("directory") + ": not a regular file"};
  EXPECT_EQ(Result.Refused, Reasons);
  EXPECT_EQ(read("readonly.cpp"), "a");
}

TEST_F(Apply, KeepsPermissionsAndFollowsSymlinks) {
  unsigned A = add("real.cpp", "a");
  auto Bits = fs::perms::all_read | fs::perms::owner_all;
  fs::setPermissions(path("real.cpp"), Bits);
  ASSERT_FALSE(fs::create_link("real.cpp", path("link.cpp")));
  R.Files[A].Path = path("link.cpp");
  finding({{{A, 0, 1}, "b"}});
  EXPECT_EQ(applySafeFixes(R).Applied, 1u);
  EXPECT_EQ(read("real.cpp"), "b");
  EXPECT_TRUE(fs::is_symlink_file(path("link.cpp")));
  EXPECT_EQ(*fs::getPermissions(path("real.cpp")), Bits);
}

} // namespace

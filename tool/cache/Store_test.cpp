//===- Store_test.cpp -----------------------------------------------------===//
#include "cache/Store.h"
#include "cache/TestFolder.h"
#include "llvm/Support/Process.h"
#include <chrono>

using namespace llvm;

namespace tidy {
namespace {

class StoreTest : public TestFolder {
protected:
  Store open() { return cantFail(Store::open(Folder)); }
};

TEST_F(StoreTest, GivesBackWhatWasPut) {
  Store S = open();
  EXPECT_EQ(S.get("k"), std::nullopt);
  S.put("k", StringRef("a\nb\0c", 5));
  EXPECT_EQ(open().get("k"), std::string("a\nb\0c", 5));
  S.put("k", "");
  EXPECT_EQ(S.get("k"), "");
}

TEST_F(StoreTest, DamagedEntriesAreNone) {
  Store S = open();
  S.put("k", "contents");
  for (StringRef Damage : {"", "x", "contents", "\ncontents"}) {
    write(S.pathOf("k"), Damage);
    EXPECT_EQ(S.get("k"), std::nullopt) << Damage.str();
  }
}

TEST_F(StoreTest, FilesAreNamedAfterTheirContents) {
  Store S = open();
  std::string Name = S.putFile("contents");
  EXPECT_EQ(Name, digestOf("contents"));
  EXPECT_TRUE(S.isWhole(Name));
  write(S.pathOf(Name), "content");
  EXPECT_FALSE(S.isWhole(Name));
  EXPECT_FALSE(S.isWhole(digestOf("other")));
}

TEST_F(StoreTest, ClearingLeavesOtherFilesAlone) {
  Store S = open();
  S.put("k", "contents");
  std::string Other = in("other");
  write(Other, "theirs");
  EXPECT_FALSE(S.clear());
  EXPECT_EQ(S.get("k"), std::nullopt);
  EXPECT_TRUE(sys::fs::exists(Other));
}

/// Puts an entry of 1000 bytes that was last used so many hours ago.
void putOld(const Store &S, StringRef Key, unsigned Hours) {
  S.put(Key, std::string(1000, 'x'));
  int File = -1;
  ASSERT_FALSE(
      sys::fs::openFileForWrite(S.pathOf(Key), File, sys::fs::CD_OpenExisting));
  auto Then = std::chrono::system_clock::now() - std::chrono::hours(Hours);
  ASSERT_FALSE(sys::fs::setLastAccessAndModificationTime(File, Then));
  sys::Process::SafelyCloseFileDescriptor(File);
}

TEST_F(StoreTest, PruningTakesTheOldestThatAreTooMany) {
  Store S = open();
  putOld(S, "oldest", 30);
  putOld(S, "newer", 20);
  putOld(S, "newest", 10);
  S.prune(/*MaxBytes=*/2500);
  EXPECT_EQ(S.get("oldest"), std::nullopt);
  EXPECT_TRUE(S.get("newer"));
  EXPECT_TRUE(S.get("newest"));
}

TEST_F(StoreTest, PruningTakesWhatWasNotUsedForAWeek) {
  Store S = open();
  putOld(S, "old", 8 * 24);
  putOld(S, "new", 6 * 24);
  S.prune();
  EXPECT_EQ(S.get("old"), std::nullopt);
  EXPECT_TRUE(S.get("new"));
}

TEST_F(StoreTest, AFolderThatCannotBeMadeIsAnError) {
  std::string File = in("file");
  write(File, "");
  auto S = Store::open(File + "/below");
  ASSERT_FALSE(S);
  EXPECT_NE(toString(S.takeError()).find("cannot make the folder"),
            std::string::npos);
}

} // namespace
} // namespace tidy

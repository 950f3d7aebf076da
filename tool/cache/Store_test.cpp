//===- Store_test.cpp -----------------------------------------------------===//
#include "cache/Store.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace llvm;

namespace tidy {
namespace {

class StoreTest : public testing::Test {
protected:
  StoreTest() { sys::fs::createUniqueDirectory("store", Folder); }
  ~StoreTest() override { sys::fs::remove_directories(Folder); }
  Store open() { return cantFail(Store::open(Folder)); }
  /// Writes over an entry as a failing disk would.
  void damage(StringRef Path, StringRef Contents) {
    std::error_code Failed;
    raw_fd_ostream(Path, Failed) << Contents;
    ASSERT_FALSE(Failed);
  }
  SmallString<128> Folder;
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
    damage(S.pathOf("k"), Damage);
    EXPECT_EQ(S.get("k"), std::nullopt) << Damage.str();
  }
}

TEST_F(StoreTest, FilesAreNamedAfterTheirContents) {
  Store S = open();
  std::string Name = S.putFile("contents");
  EXPECT_EQ(Name, digestOf("contents"));
  EXPECT_TRUE(S.isWhole(Name));
  damage(S.pathOf(Name), "content");
  EXPECT_FALSE(S.isWhole(Name));
  EXPECT_FALSE(S.isWhole(digestOf("other")));
}

TEST_F(StoreTest, ClearingLeavesOtherFilesAlone) {
  Store S = open();
  S.put("k", "contents");
  std::string Other = (Folder + "/other").str();
  damage(Other, "theirs");
  EXPECT_FALSE(S.clear());
  EXPECT_EQ(S.get("k"), std::nullopt);
  EXPECT_TRUE(sys::fs::exists(Other));
}

TEST_F(StoreTest, AFolderThatCannotBeMadeIsAnError) {
  std::string File = (Folder + "/file").str();
  damage(File, "");
  auto S = Store::open(File + "/below");
  ASSERT_FALSE(S);
  EXPECT_NE(toString(S.takeError()).find("cannot make the folder"),
            std::string::npos);
}

} // namespace
} // namespace tidy

//===- Inputs_test.cpp ----------------------------------------------------===//
#include "cache/Inputs.h"
#include "cache/TestFolder.h"

using namespace llvm;

namespace tidy {
namespace {

class InputsTest : public TestFolder {
protected:
  /// Reads a.h, asks for b.h (there or not) and for the folder.
  Inputs record() {
    Recorder R(vfs::getRealFileSystem());
    EXPECT_TRUE(bool(R.getBufferForFile(in("a.h"))));
    R.exists(in("b.h"));
    EXPECT_TRUE(bool(R.status(Folder)));
    return R.Asked;
  }
};

TEST_F(InputsTest, HoldWhileNothingChanges) {
  write(in("a.h"), "int a;");
  Inputs Asked = record();
  EXPECT_EQ(Asked.size(), 3u);
  EXPECT_TRUE(stillHold(Asked));
  write(in("a.h"), "int a;"); // touched, not changed
  EXPECT_TRUE(stillHold(Asked));
  write(in("c.h"), "nobody asked for it");
  EXPECT_TRUE(stillHold(Asked));
}

TEST_F(InputsTest, ChangedAppearedAndVanishedFilesAreSeen) {
  write(in("a.h"), "int a;");
  Inputs Asked = record();
  write(in("a.h"), "int b;"); // as long as before
  EXPECT_FALSE(stillHold(Asked));
  write(in("a.h"), "int a;");
  EXPECT_TRUE(stillHold(Asked));
  write(in("b.h"), "");
  EXPECT_FALSE(stillHold(Asked));
  Asked = record();
  sys::fs::remove(in("b.h"));
  EXPECT_FALSE(stillHold(Asked));
}

TEST_F(InputsTest, PrintAndParse) {
  write(in("a.h"), "int a;");
  Inputs Asked = record();
  std::string Text = printInputs(Asked);
  auto Again = parseInputs(Text);
  ASSERT_TRUE(Again);
  EXPECT_EQ(printInputs(*Again), Text);
  for (StringRef Wrong : {"x", "3 0 0  /a\n", "2 1 1 1\n", "2 a 1 1 /a\n"})
    EXPECT_FALSE(parseInputs(Wrong)) << Wrong.str();
}

} // namespace
} // namespace tidy

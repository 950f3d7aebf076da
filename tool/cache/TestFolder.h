//===- TestFolder.h - A folder for the time of a test -----------*- C++ -*-===//
#ifndef TENSOR_TIDY_CACHE_TESTFOLDER_H
#define TENSOR_TIDY_CACHE_TESTFOLDER_H

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

namespace tidy {

class TestFolder : public testing::Test {
protected:
  TestFolder() { llvm::sys::fs::createUniqueDirectory("tidy", Folder); }
  ~TestFolder() override { llvm::sys::fs::remove_directories(Folder); }

  std::string in(const llvm::Twine &Name) {
    return (Folder + "/" + Name).str();
  }
  void write(llvm::StringRef Path, llvm::StringRef Contents) {
    std::error_code Failed;
    llvm::raw_fd_ostream(Path, Failed) << Contents;
    ASSERT_FALSE(Failed);
  }
  llvm::SmallString<128> Folder;
};

} // namespace tidy

#endif

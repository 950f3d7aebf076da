//===- Commands.h - How each file is compiled -------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_DRIVER_COMMANDS_H
#define TENSOR_TIDY_DRIVER_COMMANDS_H

#include "driver/Options.h"
#include "clang/Tooling/CompilationDatabase.h"
#include <map>
#include <memory>
#include <set>

namespace tidy {

/// Finds compile commands as Clang's own tools do: the flags behind `--`; or
/// the database that -p names; or else the nearest one in the folders above
/// the file; or none, which is to compile without flags. A file that a
/// database does not know is compiled like the one most similar to it.
class Commands {
public:
  /// An error if -p names no folder with a database that can be read.
  static llvm::Expected<Commands> create(const Options &O);

  using Database = std::unique_ptr<clang::tooling::CompilationDatabase>;

  /// The different ways in which the file is compiled, one database each. An
  /// error if there is none, or if the nearest database cannot be read.
  llvm::Expected<std::vector<Database>> of(llvm::StringRef Path);

  /// What to do if a header of the file's is not found, as flags are given.
  std::string adviceForHeaders(llvm::StringRef Path) const;

private:
  llvm::Expected<const clang::tooling::CompilationDatabase *>
  databaseOf(llvm::StringRef Path);

  Database Given;                        ///< by the options, or null
  bool HasFlags = false;                 ///< it is the flags behind `--`
  std::set<std::string> Bare;            ///< folders that have none of Found
  std::map<std::string, Database> Found; ///< by folder
};

} // namespace tidy

#endif

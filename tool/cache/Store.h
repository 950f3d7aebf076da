//===- Store.h - Entries on disk that may vanish ----------------*- C++ -*-===//
#ifndef TENSOR_TIDY_CACHE_STORE_H
#define TENSOR_TIDY_CACHE_STORE_H

#include "llvm/Support/Error.h"
#include <optional>
#include <string>

namespace tidy {

/// A folder of entries that can be made again. Whatever is damaged, missing or
/// cannot be written is as if it had never been there; several processes may
/// use one folder at a time.
class Store {
public:
  /// Makes the folder. The error says why that is not possible.
  static llvm::Expected<Store> open(llvm::StringRef Folder);

  /// What `put` was given for the key; none if there is no whole entry.
  std::optional<std::string> get(llvm::StringRef Key) const;
  void put(llvm::StringRef Key, llvm::StringRef Contents) const;

  /// Writes a file for others to read, named after its contents, and returns
  /// that name; empty if it could not be written.
  std::string putFile(llvm::StringRef Contents) const;
  /// Its contents are still those of its name.
  bool isWhole(llvm::StringRef Name) const;
  std::string pathOf(llvm::StringRef Name) const;
  /// What the paths of all entries, and of no other files, begin with.
  std::string prefix() const { return pathOf(""); }

  /// Deletes what was not used for long, and the oldest entries while there
  /// are more than `MaxBytes`. LLVM's pruneCache, at most once in 20 minutes.
  void prune(std::uint64_t MaxBytes = std::uint64_t(4) << 30) const;

  /// Deletes every entry; files that are not ours stay.
  llvm::Error clear() const;

private:
  explicit Store(std::string Folder) : Folder(std::move(Folder)) {}
  bool write(llvm::StringRef Name, llvm::StringRef Head,
             llvm::StringRef Contents) const;

  std::string Folder;
};

/// A name for contents or flags: 32 hexadecimal digits.
std::string digestOf(llvm::StringRef Bytes);

} // namespace tidy

#endif

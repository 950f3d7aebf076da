//===- Inputs.h - What a parse asked the file system ------------*- C++ -*-===//
#ifndef TENSOR_TIDY_CACHE_INPUTS_H
#define TENSOR_TIDY_CACHE_INPUTS_H

#include "llvm/ADT/StringMap.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>
#include <optional>
#include <string>

namespace tidy {

/// One question and its answer. What was looked for and not found counts too:
/// a header that appears in an earlier folder changes the parse.
struct Input {
  enum class Kind : std::uint8_t { Absent, Folder, File };
  Kind Is = Kind::Absent;
  std::uint64_t Size = 0;
  std::int64_t Modified = 0;  ///< nanoseconds since 1970; 0 where not to trust
  std::uint64_t Identity = 0; ///< which file of the file system it is
  std::optional<std::uint64_t> Hash; ///< of the contents, if they were read
};

/// By absolute path.
using Inputs = std::map<std::string, Input>;

/// The same questions would get the same answers now: which file it is, size
/// and time, or else the hash of what was read (of a folder, the names in it).
bool stillHold(const Inputs &Asked);

/// A line each, and back; none if the text is not what `printInputs` writes.
std::string printInputs(const Inputs &Asked);
std::optional<Inputs> parseInputs(llvm::StringRef Text);

/// Passes everything on and writes down what was asked, but for paths that
/// begin with `Except`, those of the cache itself. What is no regular file (a
/// pipe, a terminal) cannot be opened: it could be waited for for ever.
class Recorder : public llvm::vfs::ProxyFileSystem {
public:
  explicit Recorder(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Real,
                    llvm::StringRef Except = "")
      : ProxyFileSystem(std::move(Real)), Except(Except) {}

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override;
  bool exists(const llvm::Twine &Path) override;
  llvm::vfs::directory_iterator dir_begin(const llvm::Twine &Folder,
                                          std::error_code &Failed) override;

  Inputs Asked;

private:
  std::string absolute(const llvm::Twine &Path) const;
  bool isExcepted(llvm::StringRef Absolute) const;

  std::string Except;
};

} // namespace tidy

#endif

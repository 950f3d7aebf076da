//===- Store.cpp - Entries on disk that may vanish ------------------------===//
#include "cache/Store.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace tidy {
namespace {

/// pruneCache leaves all other files alone.
const char Prefix[] = "llvmcache-";

std::unique_ptr<MemoryBuffer> read(const Twine &Path) {
  auto File = sys::fs::openNativeFileForRead(Path, sys::fs::OF_UpdateAtime);
  if (!File) {
    consumeError(File.takeError());
    return nullptr;
  }
  auto Buffer = MemoryBuffer::getOpenFile(*File, Path, /*FileSize=*/-1,
                                          /*RequiresNullTerminator=*/false);
  sys::fs::closeFile(*File);
  return Buffer ? std::move(*Buffer) : nullptr;
}

} // namespace

std::string digestOf(StringRef Bytes) {
  XXH128_hash_t Hash = xxh3_128bits(arrayRefFromStringRef(Bytes));
  return utohexstr(Hash.high64, /*LowerCase=*/true, /*Width=*/16) +
         utohexstr(Hash.low64, /*LowerCase=*/true, /*Width=*/16);
}

Expected<Store> Store::open(StringRef Folder) {
  SmallString<128> Absolute(Folder);
  std::error_code Failed = sys::fs::make_absolute(Absolute);
  sys::path::remove_dots(Absolute);
  if (!Failed)
    Failed = sys::fs::create_directories(Absolute);
  if (Failed)
    return createStringError("cannot make the folder '" + Folder +
                             "': " + Failed.message());
  return Store(Absolute.str().str());
}

std::string Store::pathOf(StringRef Name) const {
  SmallString<128> Path(Folder);
  sys::path::append(Path, Prefix + Name);
  return Path.str().str();
}

std::optional<std::string> Store::get(StringRef Key) const {
  std::unique_ptr<MemoryBuffer> Buffer = read(pathOf(Key));
  if (!Buffer)
    return std::nullopt;
  auto [Digest, Contents] = Buffer->getBuffer().split('\n');
  if (Digest != digestOf(Contents))
    return std::nullopt;
  return Contents.str();
}

/// Under another name first: nobody ever sees half an entry.
bool Store::write(StringRef Name, StringRef Head, StringRef Contents) const {
  std::string Path = pathOf(Name);
  auto Temporary = sys::fs::TempFile::create(Path + ".tmp-%%%%%%%%");
  if (!Temporary) {
    consumeError(Temporary.takeError());
    return false;
  }
  raw_fd_ostream OS(Temporary->FD, /*shouldClose=*/false);
  OS << Head << Contents;
  OS.flush();
  bool Failed = OS.has_error();
  OS.clear_error();
  Error E = Failed ? Temporary->discard() : Temporary->keep(Path);
  Failed |= bool(E);
  consumeError(std::move(E));
  return !Failed;
}

void Store::put(StringRef Key, StringRef Contents) const {
  write(Key, digestOf(Contents) + "\n", Contents);
}

std::string Store::putFile(StringRef Contents) const {
  std::string Name = digestOf(Contents);
  return write(Name, "", Contents) ? Name : "";
}

bool Store::isWhole(StringRef Name) const {
  std::unique_ptr<MemoryBuffer> Buffer = read(pathOf(Name));
  return Buffer && digestOf(Buffer->getBuffer()) == Name;
}

void Store::prune(uint64_t MaxBytes) const {
  CachePruningPolicy Policy;
  Policy.MaxSizeBytes = MaxBytes;
  Policy.MaxSizePercentageOfAvailableSpace = 50;
  pruneCache(Folder, Policy);
}

Error Store::clear() const {
  std::error_code Failed;
  for (sys::fs::directory_iterator It(Folder, Failed), End;
       It != End && !Failed; It.increment(Failed))
    if (sys::path::filename(It->path()).starts_with(Prefix))
      if (std::error_code Kept = sys::fs::remove(It->path()))
        return createStringError("cannot delete '" + It->path() +
                                 "': " + Kept.message());
  if (Failed)
    return createStringError("cannot read the folder '" + Folder +
                             "': " + Failed.message());
  return Error::success();
}

} // namespace tidy

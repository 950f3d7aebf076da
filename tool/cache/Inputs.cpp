//===- Inputs.cpp - What a parse asked the file system --------------------===//
#include "cache/Inputs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include <chrono>

using namespace llvm;

namespace tidy {
namespace {

int64_t nanoseconds(sys::TimePoint<> T) {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             T.time_since_epoch())
      .count();
}

/// A file that was written this moment may be written again in the same tick
/// of the file system's clock.
int64_t trusted(sys::TimePoint<> Modified) {
  bool Settled =
      Modified + std::chrono::seconds(2) < std::chrono::system_clock::now();
  return Settled ? nanoseconds(Modified) : 0;
}

uint64_t hashOf(StringRef Bytes) {
  return xxh3_64bits(arrayRefFromStringRef(Bytes));
}

/// Of the names in it, in any order.
std::optional<uint64_t> hashOfFolder(const Twine &Folder) {
  std::vector<std::string> Names;
  std::error_code Failed;
  for (sys::fs::directory_iterator It(Folder, Failed), End;
       It != End && !Failed; It.increment(Failed))
    Names.push_back(sys::path::filename(It->path()).str());
  if (Failed)
    return std::nullopt;
  sort(Names);
  return hashOf(join(Names, "/"));
}

uint64_t identityOf(const sys::fs::UniqueID &Id) {
  return Id.getFile() ^ (Id.getDevice() << 48);
}

bool holds(StringRef Path, const Input &Asked) {
  sys::fs::file_status Now;
  if (sys::fs::status(Path, Now))
    return Asked.Is == Input::Kind::Absent;
  if (sys::fs::is_directory(Now))
    return Asked.Is == Input::Kind::Folder &&
           (!Asked.Hash || hashOfFolder(Path) == Asked.Hash);
  if (Asked.Is != Input::Kind::File)
    return false;
  if (!Asked.Hash)
    return true;
  if (Now.getSize() != Asked.Size)
    return false;
  if (Asked.Modified == nanoseconds(Now.getLastModificationTime()) &&
      Asked.Identity == identityOf(Now.getUniqueID()))
    return true;
  // Volatile: not mapped, for it may be cut off while we look.
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false,
                                      /*IsVolatile=*/true);
  return Buffer && hashOf((*Buffer)->getBuffer()) == *Asked.Hash;
}

/// A file whose contents go into the record when they are read.
class RecordedFile : public vfs::File {
public:
  RecordedFile(std::unique_ptr<vfs::File> Real, Input &Into)
      : Real(std::move(Real)), Into(Into) {}

  ErrorOr<vfs::Status> status() override { return Real->status(); }
  ErrorOr<std::string> getName() override { return Real->getName(); }
  std::error_code close() override { return Real->close(); }
  ErrorOr<std::unique_ptr<MemoryBuffer>> getBuffer(const Twine &Name,
                                                   int64_t FileSize,
                                                   bool RequiresNullTerminator,
                                                   bool IsVolatile) override {
    auto Buffer =
        Real->getBuffer(Name, FileSize, RequiresNullTerminator, IsVolatile);
    if (Buffer) {
      Into.Size = (*Buffer)->getBufferSize();
      Into.Hash = hashOf((*Buffer)->getBuffer());
    }
    return Buffer;
  }

private:
  std::unique_ptr<vfs::File> Real;
  Input &Into;
};

void note(Input &Into, const ErrorOr<vfs::Status> &Status) {
  if (!Status) {
    Into.Is = Input::Kind::Absent;
    return;
  }
  Into.Is = Status->isDirectory() ? Input::Kind::Folder : Input::Kind::File;
  int64_t Modified = trusted(Status->getLastModificationTime());
  if (!Into.Hash) {
    Into.Size = Status->getSize();
    Into.Modified = Modified;
    Into.Identity = identityOf(Status->getUniqueID());
  } else if (Into.Modified != Modified) {
    Into.Modified = 0; // it changed after it was read
  }
}

} // namespace

bool stillHold(const Inputs &Asked) {
  return all_of(Asked, [](auto &I) { return holds(I.first, I.second); });
}

std::string printInputs(const Inputs &Asked) {
  std::string Text;
  raw_string_ostream OS(Text);
  for (const auto &[Path, I] : Asked) {
    OS << unsigned(I.Is) << ' ' << I.Size << ' ' << I.Modified << ' '
       << I.Identity << ' ';
    if (I.Hash)
      OS << *I.Hash;
    OS << ' ' << Path << '\n';
  }
  return Text;
}

std::optional<Inputs> parseInputs(StringRef Text) {
  Inputs Result;
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    Text = Rest;
    unsigned Kind = 0;
    Input I;
    uint64_t Hash = 0;
    if (Line.consumeInteger(10, Kind) || Kind > 2 || !Line.consume_front(" ") ||
        Line.consumeInteger(10, I.Size) || !Line.consume_front(" ") ||
        Line.consumeInteger(10, I.Modified) || !Line.consume_front(" ") ||
        Line.consumeInteger(10, I.Identity) || !Line.consume_front(" "))
      return std::nullopt;
    if (!Line.consumeInteger(10, Hash))
      I.Hash = Hash;
    if (!Line.consume_front(" ") || Line.empty())
      return std::nullopt;
    I.Is = Input::Kind(Kind);
    Result.emplace_hint(Result.end(), Line.str(), I);
  }
  return Result;
}

std::string Recorder::absolute(const Twine &Path) const {
  SmallString<256> Absolute;
  Path.toVector(Absolute);
  makeAbsolute(Absolute);
  return Absolute.str().str();
}

bool Recorder::isExcepted(StringRef Absolute) const {
  return !Except.empty() && Absolute.starts_with(Except);
}

ErrorOr<vfs::Status> Recorder::status(const Twine &Path) {
  auto Status = ProxyFileSystem::status(Path);
  if (std::string At = absolute(Path); !isExcepted(At))
    note(Asked[At], Status);
  return Status;
}

bool Recorder::exists(const Twine &Path) { return bool(status(Path)); }

vfs::directory_iterator Recorder::dir_begin(const Twine &Folder,
                                            std::error_code &Failed) {
  Input &Into = Asked[absolute(Folder)];
  note(Into, ProxyFileSystem::status(Folder));
  if (Into.Is == Input::Kind::Folder)
    Into.Hash = hashOfFolder(absolute(Folder));
  return ProxyFileSystem::dir_begin(Folder, Failed);
}

ErrorOr<std::unique_ptr<vfs::File>>
Recorder::openFileForRead(const Twine &Path) {
  auto Status = ProxyFileSystem::status(Path);
  if (Status && Status->isOther() && absolute(Path) != "/dev/null")
    return std::make_error_code(std::errc::not_supported);
  auto File = ProxyFileSystem::openFileForRead(Path);
  std::string At = absolute(Path);
  if (isExcepted(At))
    return File;
  Input &Into = Asked[At];
  if (!File) {
    note(Into, ProxyFileSystem::status(Path));
    return File;
  }
  note(Into, (*File)->status());
  return std::unique_ptr<vfs::File>(
      std::make_unique<RecordedFile>(std::move(*File), Into));
}

} // namespace tidy

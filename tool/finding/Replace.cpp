//===- Replace.cpp - One file written whole or not at all -----------------===//
#include "finding/Apply.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace tidy {
namespace {

Error refuse(const Twine &Reason) {
  return createStringError(inconvertibleErrorCode(), Reason);
}

/// A closed temporary beside `Path` that holds `Text` and looks like the file
/// that it will replace.
Expected<std::string> writeBeside(StringRef Path, StringRef Text,
                                  const sys::fs::file_status &Like) {
  auto Temp = sys::fs::TempFile::create(
      Path + ".tidy-%%%%%%%%", sys::fs::owner_read | sys::fs::owner_write);
  if (!Temp)
    return refuse("cannot write beside it: " + toString(Temp.takeError()));
  raw_fd_ostream OS(Temp->FD, /*shouldClose=*/false);
  OS << Text;
  OS.flush();
  std::error_code Failed = OS.error();
  OS.clear_error();
  // Another owner can be kept by root only; whoever may not owns the new file.
  (void)sys::fs::changeFileOwnership(Temp->FD, Like.getUser(), Like.getGroup());
  if (!Failed)
    Failed = sys::fs::setPermissions(Temp->FD, Like.permissions());
  std::string Name = Temp->TmpName;
  if (Failed) {
    consumeError(Temp->discard());
    return refuse("cannot write beside it: " + Failed.message());
  }
  // keep(Path) would fall back to a copy, which can stop half-way.
  if (Error E = Temp->keep())
    return std::move(E);
  return Name;
}

} // namespace

Error checkReplaceable(StringRef Path, StringRef Expected) {
  sys::fs::file_status Status;
  if (auto EC = sys::fs::status(Path, Status))
    return refuse(EC.message());
  if (!sys::fs::is_regular_file(Status))
    return refuse("not a regular file");
  // Without any write bit it is meant to stay, also where the user is root.
  if ((Status.permissions() & sys::fs::all_write) == sys::fs::no_perms ||
      sys::fs::access(Path, sys::fs::AccessMode::Write))
    return refuse("read-only");
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return refuse(Buffer.getError().message());
  if ((*Buffer)->getBuffer() != Expected)
    return refuse("changed since it was read");
  return Error::success();
}

Error replaceFile(StringRef Path, StringRef Expected, StringRef Text) {
  SmallString<128> Real;
  sys::fs::file_status Status;
  if (auto EC = sys::fs::real_path(Path, Real))
    return refuse(EC.message());
  if (auto EC = sys::fs::status(Real, Status))
    return refuse(EC.message());
  auto Temp = writeBeside(Real, Text, Status);
  if (!Temp)
    return Temp.takeError();
  // As late as possible: an editor may have saved meanwhile.
  if (Error E = checkReplaceable(Real, Expected)) {
    sys::fs::remove(*Temp);
    return E;
  }
  if (auto EC = sys::fs::rename(*Temp, Real)) {
    sys::fs::remove(*Temp);
    return refuse(EC.message());
  }
  return Error::success();
}

} // namespace tidy

//===- Jobs.cpp - How much to do at a time --------------------------------===//
#include "driver/Jobs.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace tidy {

constexpr std::uint64_t BytesPerParse = std::uint64_t(1) << 30;

unsigned jobsFor(std::optional<unsigned> Asked, unsigned Cores,
                 std::optional<std::uint64_t> Memory) {
  std::uint64_t Jobs = Asked.value_or(Cores);
  if (Memory)
    Jobs = std::min(Jobs, *Memory / BytesPerParse);
  return std::max<std::uint64_t>(Jobs, 1);
}

std::optional<std::uint64_t> memAvailableIn(StringRef Meminfo) {
  std::uint64_t Kilobytes = 0;
  StringRef Rest = Meminfo.split("MemAvailable:").second.ltrim();
  if (Rest.consumeInteger(10, Kilobytes) || !Rest.starts_with(" kB"))
    return std::nullopt;
  return Kilobytes * 1024;
}

/// Files of /proc have no size that could be believed.
static std::string contentsOf(const char *Path) {
  auto Buffer = MemoryBuffer::getFileAsStream(Path);
  return Buffer ? (*Buffer)->getBuffer().str() : "";
}

std::optional<std::uint64_t> availableMemory() {
  std::optional<std::uint64_t> Result =
      memAvailableIn(contentsOf("/proc/meminfo"));
  std::uint64_t Limit = 0; // "max" where there is none
  std::string Text = contentsOf("/sys/fs/cgroup/memory.max");
  if (!StringRef(Text).trim().getAsInteger(10, Limit))
    Result = std::min(Result.value_or(Limit), Limit);
  return Result;
}

} // namespace tidy

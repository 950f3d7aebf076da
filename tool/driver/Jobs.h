//===- Jobs.h - How much to do at a time ------------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_DRIVER_JOBS_H
#define TENSOR_TIDY_DRIVER_JOBS_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>

namespace tidy {

/// How many files may be parsed at a time: `Asked`, or as many as there are
/// `Cores`; but never more than fit in `Memory` bytes, each taken to need 1 GiB
/// (libtorch takes a half of that), and at least one.
unsigned jobsFor(std::optional<unsigned> Asked, unsigned Cores,
                 std::optional<std::uint64_t> Memory);

/// Bytes that may be used: what the machine has available, or all that its
/// control group may have if that is less. None where the system does not tell.
std::optional<std::uint64_t> availableMemory();

/// The line `MemAvailable:  123 kB` of /proc/meminfo, in bytes.
std::optional<std::uint64_t> memAvailableIn(llvm::StringRef Meminfo);

} // namespace tidy

#endif

//===- Jobs_test.cpp - How much to do at a time ---------------------------===//
#include "driver/Jobs.h"
#include "gtest/gtest.h"

namespace tidy {
namespace {

constexpr std::uint64_t GiB = std::uint64_t(1) << 30;

TEST(Jobs, AsManyAsAskedForOrThereAreCores) {
  EXPECT_EQ(jobsFor(std::nullopt, 8, 24 * GiB), 8u);
  EXPECT_EQ(jobsFor(3, 8, 24 * GiB), 3u);
  EXPECT_EQ(jobsFor(16, 8, 24 * GiB), 16u);
  EXPECT_EQ(jobsFor(16, 8, std::nullopt), 16u);
}

TEST(Jobs, NeverMoreThanMemoryAllowsAndAlwaysOne) {
  EXPECT_EQ(jobsFor(std::nullopt, 64, 4 * GiB), 4u);
  EXPECT_EQ(jobsFor(64, 64, 4 * GiB - 1), 3u);
  EXPECT_EQ(jobsFor(8, 8, 0), 1u);
}

TEST(Jobs, ReadsWhatTheKernelSays) {
  EXPECT_EQ(memAvailableIn("MemTotal:  9 kB\nMemAvailable:    3 kB\nX: 1 kB\n"),
            3072u);
  EXPECT_EQ(memAvailableIn("MemTotal:  9 kB\n"), std::nullopt);
  EXPECT_EQ(memAvailableIn("MemAvailable: many"), std::nullopt);
  EXPECT_EQ(memAvailableIn(""), std::nullopt);
}

} // namespace
} // namespace tidy

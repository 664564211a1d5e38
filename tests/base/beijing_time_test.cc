#include "lib/base/beijing_time.h"

#include "gtest/gtest.h"
#include "lib/base/civil_date.h"

namespace spotcheck {
namespace {

TEST(InBeijingTest, ATimeIsEightHoursAheadOfUtcAndSaysItsZone) {
  const auto time = ParseUtc("2026-11-28T17:30:05Z");
  ASSERT_TRUE(time.ok());
  EXPECT_EQ(InBeijing(*time).zh, "北京时间 2026-11-29 01:30:05");
  EXPECT_EQ(InBeijing(*time).en, "2026-11-29 01:30:05 Beijing time");
  const auto summer = ParseUtc("2026-07-01T00:00:00.999999Z");
  ASSERT_TRUE(summer.ok());
  EXPECT_EQ(InBeijing(*summer).en, "2026-07-01 08:00:00 Beijing time");
}

}  // namespace
}  // namespace spotcheck

#include "client/words.h"

#include "gtest/gtest.h"

namespace spotcheck::client {
namespace {

TEST(UtcTextTest, ATimeWithoutAZoneIsBeijings) {
  const struct {
    const char* typed;
    const char* utc;
  } kCases[] = {
      {"2026-11-28 20:00", "2026-11-28T12:00:00Z"},
      {"2026-11-28 20:00:30", "2026-11-28T12:00:30Z"},
      {"2026-11-28T07:59", "2026-11-27T23:59:00Z"},
      {"2026-11-28T07:59:01", "2026-11-27T23:59:01Z"},
      // The server judges the rest as it stands.
      {"2026-11-28T12:00:00Z", "2026-11-28T12:00:00Z"},
      {"2026-11-31 20:00", "2026-11-31 20:00"},
      {"2026-11-28 24:00", "2026-11-28 24:00"},
      {"2026-11-8 20:00", "2026-11-8 20:00"},
      {"2026-11-28", "2026-11-28"},
      {" 2026-11-28 20:00", " 2026-11-28 20:00"},
      {"", ""},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(UtcText(one.typed), one.utc) << one.typed;
  }
}

}  // namespace
}  // namespace spotcheck::client

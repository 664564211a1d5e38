#ifndef SPOTCHECK_LIB_BASE_CIVIL_DATE_H_
#define SPOTCHECK_LIB_BASE_CIVIL_DATE_H_

// Legal days. A day is a calendar day in Asia/Shanghai (UTC+8 without daylight
// saving time; the summer time of 1986–1991 is before every record kept here).

#include <compare>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace spotcheck {

class CivilDate {
 public:
  CivilDate() = default;  // 1970-01-01
  explicit CivilDate(absl::CivilDay day) : day_(day) {}
  CivilDate(int year, int month, int day) : day_(year, month, day) {}

  // Accepts only YYYY-MM-DD, for an existing day of the years 1900–9999.
  static absl::StatusOr<CivilDate> Parse(std::string_view text);
  // The day of `time` in Asia/Shanghai.
  static CivilDate Of(absl::Time time);

  std::string ToString() const;
  absl::CivilDay civil() const { return day_; }
  CivilDate AddDays(int days) const { return CivilDate(day_ + days); }

  friend bool operator==(CivilDate a, CivilDate b) { return a.day_ == b.day_; }
  friend std::strong_ordering operator<=>(CivilDate a, CivilDate b) {
    return (a.day_ - b.day_) <=> 0;
  }

 private:
  absl::CivilDay day_;
};

// Gives the day with the same number `months` later, or the last day of that
// month where it has no such day (Civil Code 民法典 202): 2026-08-31 plus 6
// months is 2027-02-28. Negative months count back the same way.
CivilDate AddMonths(CivilDate date, int months);

// Both write RFC 3339 in UTC. Deadlines are written with seconds, the journal's
// times with microseconds.
std::string FormatUtcSeconds(absl::Time time);
std::string FormatUtcMicros(absl::Time time);
// Accepts YYYY-MM-DDTHH:MM:SS[.ffffff]Z and nothing else.
absl::StatusOr<absl::Time> ParseUtc(std::string_view text);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_CIVIL_DATE_H_

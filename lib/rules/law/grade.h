#ifndef SPOTCHECK_LIB_RULES_LAW_GRADE_H_
#define SPOTCHECK_LIB_RULES_LAW_GRADE_H_

// GradeOf gives the quality-credit grade 质量信用等级 of an enterprise on a
// day, by a scheme that is data: points with decay make a sum, the sum makes a
// grade, and the gates 一票否决 can only lower it (DOMAIN 4). Every point and
// gate is answered with the event behind it. Points are counted in hundredths,
// without floating point. Errors: INVALID_SCHEME with the scheme and the field.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "lib/base/civil_date.h"
#include "lib/base/error.h"
#include "lib/base/ids.h"
#include "lib/rules/law/policy.h"

namespace spotcheck::rules {

enum class CreditKind : std::uint8_t {
  kCheckPassed,
  kCheckFailedGeneral,
  kCheckFailedSerious,
  kReCheckFailed,  // 复查不合格
  kListed,         // on a serious list; its case closes with the removal
};

// One event of the credit file 信用档案.
struct CreditEvent {
  std::string id;  // the source: check id, or journal index
  CreditKind kind = CreditKind::kCheckPassed;
  CivilDate date;
  bool opens_case = false;          // e.g. a failure of our own draw
  std::optional<CivilDate> closed;  // first day the case is no longer open
};

// No text remembers an event for longer than a lifetime, and within this limit
// no sum of days leaves the calendar.
inline constexpr int kMaxGradeYears = 100;

struct GradeBand {
  std::string grade;            // e.g. AAA
  Stratum stratum;              // e.g. A
  std::int64_t min_points = 0;  // unused in the last band
};
struct GradePoints {
  CreditKind kind = CreditKind::kCheckPassed;
  std::int64_t points = 0;   // negative: a deduction
  int decay_percent = 0;     // of `points`, lost with each whole year
  std::optional<int> years;  // until it is forgotten; absent: never
  Localized text;
};
struct GradeGate {
  CreditKind kind = CreditKind::kListed;
  bool open_only = false;    // only while the event's case is open
  std::optional<int> years;  // until it is forgotten; absent: never
  std::string at_most;       // a grade of the bands
  Localized text;
};
struct Scheme {
  std::string id;
  Source source;
  std::int64_t base_points = 0;
  std::vector<GradeBand> bands;  // best first, min_points descending
  std::vector<GradePoints> points;
  std::vector<GradeGate> gates;
  std::string no_record;  // the grade where no rule finds an event
};

struct GradeReason {
  std::string event;
  std::int64_t hundredths = 0;         // of points, 0 for a gate
  std::optional<std::string> at_most;  // the grade of a gate
  Localized text;
};
struct Grade {
  std::string grade;
  Stratum stratum;
  std::int64_t hundredths = 0;  // base points and all reasons
  // Gates, then points, each in the order of the scheme.
  std::vector<GradeReason> reasons;
};

absl::Status ValidateScheme(const Scheme& scheme);

// `scheme` is valid. Events after as_of are passed over.
Grade GradeOf(const Scheme& scheme, absl::Span<const CreditEvent> events,
              CivilDate as_of);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_GRADE_H_

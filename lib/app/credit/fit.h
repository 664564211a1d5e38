#ifndef SPOTCHECK_LIB_APP_CREDIT_FIT_H_
#define SPOTCHECK_LIB_APP_CREDIT_FIT_H_

// Tells whether a check that was sent in is the result of a drawn line. Only
// for callers who may see the draw: for all others an answer that depended on
// this would tell who was drawn.

#include "absl/status/statusor.h"
#include "lib/app/register/mandate.h"
#include "lib/base/civil_date.h"
#include "lib/rules/draw/types.h"
#include "lib/store/events/records.h"
#include "lib/store/journal/database.h"

namespace spotcheck::app {

enum class FitKind : std::uint8_t {
  kNone,  // no draw of the check's authority waits for the line
  // Laboratory and sampling day are those of a draw that waits for the line.
  kFills,
  // A draw of the check's authority waits for the line, but from another
  // laboratory, or sampled on another day.
  kMismatch,
};
// The draw, and what it waits for.
struct Fit {
  FitKind kind = FitKind::kNone;
  TaskId task;
  rules::Purpose purpose = rules::Purpose::kRoutine;
  LabId lab;
  CivilDate from;   // the task's as-of day
  CivilDate until;  // the hold's last day
};
// Draws of authorities outside `records` do not count.
absl::StatusOr<Fit> FitOf(const store::View& view, const Mandate& records,
                          const store::CheckRecord& check);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_CREDIT_FIT_H_

#ifndef SPOTCHECK_LIB_BASE_BEIJING_TIME_H_
#define SPOTCHECK_LIB_BASE_BEIJING_TIME_H_

#include "absl/time/time.h"
#include "lib/base/error.h"

namespace spotcheck {

// Writes a time as people in China read it, to the second and with its zone:
// 北京时间 2026-11-28 20:00:00. Programs read UTC (civil_date.h).
Localized InBeijing(absl::Time time);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_BEIJING_TIME_H_

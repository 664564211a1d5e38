#ifndef SPOTCHECK_LIB_RULES_REGISTER_DAY_H_
#define SPOTCHECK_LIB_RULES_REGISTER_DAY_H_

// Days as offices write them in the cells of a table.

#include <optional>
#include <string_view>

#include "lib/base/civil_date.h"

namespace spotcheck::rules {

// Reads 2026-11-04, 2026/11/4, 2026.11.4, 2026年11月4日, 20261104 and the
// serial number 46330 of a spreadsheet (the 1900 system, the years 1950 to
// 2099), in digits of either width and with any dash. A time of the day may
// stand behind the day. Returns nothing for all else: a date without a year of
// four digits first (11/4/26) is not guessed.
std::optional<CivilDate> ReadDay(std::string_view text);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_REGISTER_DAY_H_

#ifndef SPOTCHECK_LIB_BASE_LIMITS_H_
#define SPOTCHECK_LIB_BASE_LIMITS_H_

// Limits that a caller meets and that more than one room reads: lib/app holds
// every request to them, the client keeps to them before it sends. The draw
// protocol's own stand in lib/rules/draw_text.h; a limit that one room alone
// needs stands there.

#include <cstdint>

namespace spotcheck {

// Rows of one import. They are one event: the journal's leaves stay within a
// few megabytes.
inline constexpr int kMaxImportRows = 2000;

// The tested items of one report. Reports of consumer products list some
// dozens.
inline constexpr int kMaxTestItems = 500;
// Characters of an item's requirement or measured value: a requirement quotes
// a sentence of its standard.
inline constexpr int kMaxItemText = 500;

// Rows of one page of a list, where no number is asked for, and at most. A page
// of the largest rows stays below gRPC's 4 MB only up to about here.
inline constexpr int kDefaultPageSize = 100;
inline constexpr int kMaxPageSize = 1000;

// Codes of one status request. A reader's snapshot is held for the whole of
// it: about a second at the most.
inline constexpr int kMaxStatusCodes = 1000;

// Excluded lines that an answer lists with their reasons: so many where a
// caller names no number, and at most. The bundle has them all.
inline constexpr std::int64_t kListedExclusions = 100;
inline constexpr std::int64_t kMaxListedExclusions = 10'000;

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_LIMITS_H_

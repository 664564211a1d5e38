#ifndef SPOTCHECK_LIB_BASE_LIMITS_H_
#define SPOTCHECK_LIB_BASE_LIMITS_H_

// These limits meet a caller, and more than one room reads them: lib/app holds
// every request to them, and the client keeps to them before it sends. The draw
// protocol's limits stand in lib/rules/draw/text.h, those of imported columns
// in lib/rules/register/columns.h, those of one room in that room.

#include <cstdint>

namespace spotcheck {

// The most rows of one import. They become one event, and so the journal's
// leaves stay within a few megabytes.
inline constexpr int kMaxImportRows = 2000;

// The most tested items of one report; real reports list some dozens.
inline constexpr int kMaxTestItems = 500;
// The most characters of an item's requirement or measured value: a requirement
// quotes a sentence of its standard.
inline constexpr int kMaxItemText = 500;

// A page of a list has kDefaultPageSize rows where the caller asks for no
// number, and kMaxPageSize at most: a page of the largest rows stays below
// gRPC's 4 MB only up to about there.
inline constexpr int kDefaultPageSize = 100;
inline constexpr int kMaxPageSize = 1000;

// The most codes of one status request. It holds a reader's snapshot all the
// time: about a second for so many.
inline constexpr int kMaxStatusCodes = 1000;

// An answer lists so many excluded lines with their reasons where the caller
// names no number, and kMaxListedExclusions at most. The bundle has them all.
inline constexpr std::int64_t kListedExclusions = 100;
inline constexpr std::int64_t kMaxListedExclusions = 10'000;

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_LIMITS_H_

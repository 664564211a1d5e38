#ifndef SPOTCHECK_LIB_STORE_EVENTS_TAGS_H_
#define SPOTCHECK_LIB_STORE_EVENTS_TAGS_H_

// Keyed hashes under which sealed rows are found: equal input, equal tag, and
// no way back without the key. Lower-case hex, 64 characters.

#include <string>

#include "lib/base/ids.h"
#include "lib/base/sealer.h"

namespace spotcheck::store {

std::string LineTag(const Sealer& sealer, const LineId& line);
std::string UnitTag(const Sealer& sealer, const TaskId& task, const Usci& usci);
// A leaf is public: a plain digest of a request could be guessed against.
std::string RequestTag(const Sealer& sealer, const Digest& request);
std::string BadgeTag(const Sealer& sealer, const InspectorId& badge);

// "H" and 70 bits of SHA-256(lp(task, attempt, line_tag)) in Crockford's
// base32: names a hold in public without naming its line.
std::string MakeHoldId(const TaskId& task, std::int64_t attempt,
                       const std::string& line_tag);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_EVENTS_TAGS_H_

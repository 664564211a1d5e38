#ifndef SPOTCHECK_LIB_STORE_EVENTS_TAGS_H_
#define SPOTCHECK_LIB_STORE_EVENTS_TAGS_H_

// A tag is a keyed hash under which the rows of a sealed value are found: equal
// input gives an equal tag, and nobody gets back from a tag to its input
// without the key. A tag is 64 characters of lower-case hex.

#include <string>

#include "lib/base/ids.h"
#include "lib/base/sealer.h"

namespace spotcheck::store {

std::string LineTag(const Sealer& sealer, const LineId& line);
std::string UnitTag(const Sealer& sealer, const TaskId& task, const Usci& usci);
// The digest of a request is stored as a tag because a leaf is public, and from
// a plain digest one could guess the request.
std::string RequestTag(const Sealer& sealer, const Digest& request);
std::string BadgeTag(const Sealer& sealer, const InspectorId& badge);

// A hold's id names the hold in public without naming its line: "H" and 70 bits
// of SHA-256(lp(task, attempt, line_tag)) in Crockford's base32.
std::string MakeHoldId(const TaskId& task, std::int64_t attempt,
                       const std::string& line_tag);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_EVENTS_TAGS_H_
